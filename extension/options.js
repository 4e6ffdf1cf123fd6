import { options } from "./hushroom.js";
import { run } from "./page.js";

void run(options, "page_failed_text");
