// Starts the WebAssembly, where everything else is. If it does not start, the page says so and how to
// tell us.

import start, { popup } from "./hushroom.js";

try {
  await start({ module_or_path: chrome.runtime.getURL("hushroom_bg.wasm") });
  await popup();
} catch (error) {
  console.error(error);
  for (const part of document.querySelectorAll("main > *")) {
    part.hidden = part.id !== "failed";
  }
  document.getElementById("failed-title").textContent = chrome.i18n.getMessage("failed_title");
  document.getElementById("failed-text").textContent = chrome.i18n.getMessage("failed_text");
  document.getElementById("failed-detail").textContent = String(error);
}
