import { guide } from "./hushroom.js";
import { run } from "./page.js";

void run(guide, "page_failed_text");
