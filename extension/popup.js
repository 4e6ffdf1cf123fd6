import { openBeside } from "./beside.js";
import { popup } from "./hushroom.js";
import { run } from "./page.js";

document.getElementById("open-panel")?.addEventListener("click", () => {
  openBeside(chrome.windows?.WINDOW_ID_CURRENT)
    .then(() => close())
    .catch(console.error);
});

void run(popup, "failed_text");
