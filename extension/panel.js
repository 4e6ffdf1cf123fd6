import { panel } from "./hushroom.js";
import { run } from "./page.js";

void run(panel, "page_failed_text");
