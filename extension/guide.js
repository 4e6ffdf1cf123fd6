import { guide } from "./hushroom.js";
import { run } from "./page.js";

run(guide, "page_failed_text");
