import { popup } from "./hushroom.js";
import { run } from "./page.js";

void run(popup, "failed_text");
