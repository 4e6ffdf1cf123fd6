// Starts the WebAssembly, where everything else is, for a page of its own. If it does not start, the page
// says so and how to tell us.

import start from "./hushroom.js";

/** Runs `page`, which takes over this page. */
export async function run(page) {
  try {
    await start({ module_or_path: chrome.runtime.getURL("hushroom_bg.wasm") });
    await page();
    document.documentElement.dataset.ready = "";
  } catch (error) {
    console.error(error);
    const line = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
    const main = document.querySelector("main");
    main.setAttribute("role", "alert");
    main.replaceChildren(
      line("h1", chrome.i18n.getMessage("failed_title")),
      line("p", chrome.i18n.getMessage("page_failed_text")),
      line("code", String(error)),
    );
  }
}
