// Stands for the browser that the extension would ask: it knows the sentences of every language, and has the WebAssembly
// at hand. The build puts this, what it imports from the extension, and what it reads into one page.

import { demo } from "./hushroom.js";
import { run } from "./page.js";

/** @typedef {Record<string, string>} Sentences by their keys */

const read = (/** @type {string} */ id) => document.getElementById(id)?.textContent ?? "";

/** @type {Record<string, Sentences>} */
const texts = JSON.parse(read("texts"));
const chosen = /** @type {HTMLSelectElement} */ (document.getElementById("language"));

for (const language of Object.keys(texts)) {
  const name = new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
  const option = chosen.appendChild(new Option(name, language));
  option.lang = language;
}

// The first language of the reader's that there is, whatever country it is of.
const main = (/** @type {string} */ language) => language.split("-")[0];
const spoken = navigator.languages.flatMap((language) =>
  Object.keys(texts).filter((known) => main(known) === main(language)),
);
chosen.value = spoken[0] ?? "en";

// The API of extensions, as far as the page needs it.
const getMessage = (/** @type {string} */ key, /** @type {string[]} */ gaps = []) =>
  (texts[chosen.value]?.[key] ?? "").replace(/\$([1-9])/g, (_, gap) => gaps[gap - 1] ?? "");
Object.assign(globalThis, { chrome: { i18n: { getMessage } } });

const bytes = Uint8Array.from(atob(read("module")), (byte) => byte.charCodeAt(0));
void run(demo, "page_failed_text", bytes);
