// What was built is what a user gets: run by `cargo xtask npm` with the folder of the package, and with the answers of
// native code to the suite of names.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = pathToFileURL(`${process.argv[2]}/`);
const manifest = JSON.parse(readFileSync(new URL("package.json", folder)));
const entry = manifest.exports["."];

const { default: init, assess } = await import(new URL(entry.node, folder));
await init();

const { bits, verdict, parts } = assess("weekly-standup-2026");
assert.equal(verdict, "guessable");
assert.ok(bits > 0 && bits < 28, `${bits} bits`);
assert.deepEqual(
  parts.map(({ text, kind }) => [text, kind.type]),
  [
    ["weekly", "meeting"],
    ["standup", "meeting"],
    ["2026", "year"],
  ],
);
assert.deepEqual(parts[0].kind, { type: "meeting", common: true });
assert.ok(parts.every((part) => part.bits > 0));
assert.equal(assess("SpecificRosesEstablishAllegedly").verdict, "weak");
assert.equal(assess("k7x4w5jo2q").verdict, "strong");
// The engine's normal forms and cases: full width, decomposed, capitals.
assert.equal(assess("ｓｔａｎｄｕｐ").bits, assess("STANDUP").bits);
assert.equal(assess("re\u0301union").bits, assess("réunion").bits);
// A lone surrogate is no character; it gets an answer nevertheless.
assert.ok(assess("\ud800").bits >= 0);

// Native code says the same, to the last bit of each number.
const answers = JSON.parse(readFileSync(process.argv[3]));
assert.ok(answers.length > 100, `only ${answers.length} names`);
for (const native of answers) {
  const here = assess(native.name);
  assert.deepEqual(
    { name: native.name, bits: here.bits, parts: here.parts.map((part) => [part.text, part.bits]) },
    native,
    native.name,
  );
}
