// Starts the WebAssembly, where everything else is, for the popup or another page. If it does not start, the
// page says so and how to tell us.

import start from "./hushroom.js";

/**
 * Runs `page`, which takes over this page; `advice` is the key of what to do if it does not start.
 * @param {() => Promise<void> | void} page
 * @param {string} advice
 * @param {string | BufferSource} [module] where the WebAssembly is, or what it is
 */
export async function run(page, advice, module = chrome.runtime.getURL("hushroom_bg.wasm")) {
  try {
    await start({ module_or_path: module });
    await page();
    document.documentElement.dataset.ready = "";
  } catch (error) {
    console.error(error);
    const root = document.documentElement;
    root.lang = chrome.i18n.getMessage("language");
    root.dir = chrome.i18n.getMessage("direction");
    const line = (/** @type {string} */ tag, /** @type {string} */ text) =>
      Object.assign(document.createElement(tag), { textContent: text });
    const main = document.querySelector("main") ?? document.body;
    main.setAttribute("role", "alert");
    main.replaceChildren(
      line("h1", chrome.i18n.getMessage("failed_title")),
      line("p", chrome.i18n.getMessage(advice)),
      line("code", String(error)),
    );
  }
}
