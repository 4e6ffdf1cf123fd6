// Loads background.js anew, with what a test gives for the WebAssembly.

import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const EXTENSION = fileURLToPath(new URL("../../extension/", import.meta.url));

const NAMES = ["answer", "apply_choices", "enter", "forget", "fresh_link", "remember", "suggest", "welcomes"];

/** Loads it with `wasm`: `start` and what background.js imports by name; what is not given does nothing. */
export async function load(wasm, turn) {
  const folder = mkdtempSync(path.join(tmpdir(), "hushroom-"));
  try {
    for (const name of readdirSync(EXTENSION).filter((file) => file.endsWith(".js"))) {
      cpSync(path.join(EXTENSION, name), path.join(folder, name));
    }
    const given = `hushroom${turn}`;
    globalThis[given] = { start: async () => {}, ...wasm };
    const named = NAMES.map(
      (name) => `export const ${name} = async (...a) => globalThis.${given}.${name}?.(...a);`,
    );
    const start = `export default (...a) => globalThis.${given}.start(...a);`;
    writeFileSync(path.join(folder, "hushroom.js"), [start, ...named].join("\n"));
    writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
    await import(pathToFileURL(path.join(folder, "background.js")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
