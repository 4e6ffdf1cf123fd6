// Listeners are registered before anything is awaited: a service worker that wakes up for an event
// hands it only to listeners that are there by then. The decisions are made in the WebAssembly.

import start, { answer, apply_choices, forget } from "./hushroom.js";
import { listen } from "./shortcuts.js";
import { unchecked } from "./unchecked.js";

const load = () => start({ module_or_path: chrome.runtime.getURL("hushroom_bg.wasm") });
// What fails once may have been short of memory.
const started = load().catch(load);

listen(started);

// What is stored is for the extension's own pages. Content scripts share a process with the page that they run in, and
// ask by messages; Chromium would let them read and write the local area.
for (const area of [chrome.storage.local, chrome.storage.session]) {
  area?.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" })?.catch(console.error);
}

started.catch((error) => console.error("Hushroom could not start:", error));

/**
 * Maximum time for which a question is waited for, in milliseconds. Chosen because a judgement takes some, and a busy machine
 * a second; WebAssembly that is stopped by the engine never answers, and what is asked next waits behind it.
 */
const PATIENCE_MS = 5000;

/**
 * What is promised, if it comes in time.
 * @template T
 * @param {Promise<T> | T} promised
 * @returns {Promise<T>}
 */
const inTime = (promised) =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("no answer")), PATIENCE_MS);
    Promise.resolve(promised)
      .then(resolve, reject)
      .finally(() => clearTimeout(late));
  });

/**
 * The last question of each tab. What was asked first in a tab is answered first there: a page that was dismissed and
 * loaded again is not warned about. No tab waits for what is asked in another one.
 * @type {Map<number | undefined, Promise<unknown>>}
 */
const last = new Map();

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  const tab = sender.tab?.id;
  /** @type {Promise<unknown>} */
  const answered = Promise.resolve(last.get(tab))
    .then(() => started)
    .then(() => inTime(answer(message, sender)))
    .then(respond)
    .catch(async (error) => {
      console.error("Hushroom could not answer:", error);
      const isVisit = message?.kind === "visit" && sender.id === chrome.runtime.id && sender.tab;
      respond(isVisit ? await unchecked(sender) : { kind: "failed" });
    })
    .then(() => last.get(tab) === answered && last.delete(tab));
  last.set(tab, answered);
  return true;
});

chrome.tabs.onRemoved.addListener((tab) => {
  started.then(() => forget(tab)).catch((error) => console.error("Hushroom could not forget a tab:", error));
});

// Where the content script runs by choice is settled anew whenever that may have changed: an update drops
// what was registered, and the user may take back a permission in the browser's own settings.
/** @type {Promise<unknown>} */
let settled = started;
const settle = () => {
  settled = settled.then(apply_choices).catch((error) => console.error("Hushroom could not watch:", error));
};
chrome.runtime.onInstalled.addListener(settle);
chrome.runtime.onStartup.addListener(settle);
chrome.permissions.onAdded.addListener(settle);
chrome.permissions.onRemoved.addListener(settle);
chrome.storage.onChanged.addListener((changes, area) => {
  const chosen = "watchedServers" in changes || "watchedServices" in changes;
  // A policy that forbids to remember rooms has what is remembered forgotten.
  if (area === "managed" || (area === "local" && chosen)) {
    settle();
  }
});
