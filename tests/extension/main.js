// The tests of the content scripts and the background, in one process: `node tests/extension/main.js`.

import "./background.test.js";
import "./beside.test.js";
import "./content.test.js";
import "./keep.test.js";
import "./types.test.js";
import "./warning.test.js";
import "./welcome.test.js";
