import { popup } from "./hushroom.js";
import { run } from "./page.js";

run(popup, "failed_text");
