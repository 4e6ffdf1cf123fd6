import { options } from "./hushroom.js";
import { run } from "./page.js";

run(options, "page_failed_text");
