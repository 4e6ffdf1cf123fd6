import { slips } from "./hushroom.js";
import { run } from "./page.js";

void run(slips, "page_failed_text");
