import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** What a pattern with one group finds, sorted. */
const found = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name).sort();

test("the scripts know the functions that the WebAssembly exports, and no others", () => {
  const folder = new URL("../../src/browser/", import.meta.url);
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".rs"));
  const sources = files.map((file) => read(`src/browser/${file}`)).join("\n");
  const exported = found(sources, /#\[wasm_bindgen\]\n(?:#\[.*\]\n)*pub (?:async )?fn (\w+)/g);
  const known = found(read("extension/types/hushroom.d.ts"), /export function (\w+)/g);
  assert.ok(exported.length > 5);
  assert.deepEqual(known, exported);
});
