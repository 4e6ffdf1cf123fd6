// Listeners are registered before anything is awaited: a service worker that wakes up for an event
// hands it only to listeners that are there by then. The decisions are made in the WebAssembly.

import start, { answer, forget } from "./hushroom.js";
import { listen } from "./shortcuts.js";

const started = start({ module_or_path: chrome.runtime.getURL("hushroom_bg.wasm") });

listen(started);

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  started
    .then(() => answer(message, sender))
    .then(respond)
    .catch((error) => {
      console.error("Hushroom could not answer:", error);
      respond({ kind: "failed" });
    });
  return true;
});

chrome.tabs.onRemoved.addListener((tab) => {
  started.then(() => forget(tab)).catch((error) => console.error("Hushroom could not forget a tab:", error));
});
