import assert from "node:assert/strict";
import { test } from "node:test";

import { openBeside } from "../../extension/beside.js";

/** What is opened in a browser that has these parts of the extension API. */
async function opened(parts) {
  const calls = [];
  const record = (name) => async (given) => calls.push([name, given]);
  const known = {
    sidePanel: { open: record("panel") },
    sidebarAction: { open: record("sidebar") },
    refusing: {
      open: async () => {
        throw new Error("no gesture");
      },
    },
  };
  globalThis.chrome = {
    runtime: { getURL: (path) => `own:/${path}` },
    tabs: { create: record("tab") },
    ...Object.fromEntries(Object.entries(parts).map(([part, like]) => [part, known[like]])),
  };
  await openBeside(7);
  return calls;
}

test("the steps open beside the page, where the browser has a place for that", async () => {
  assert.deepEqual(await opened({ sidePanel: "sidePanel" }), [["panel", { windowId: 7 }]]);
  assert.deepEqual(await opened({ sidebarAction: "sidebarAction" }), [["sidebar", undefined]]);
});

test("on phones, and when the browser refuses, they open in a tab", async () => {
  const tab = [["tab", { url: "own:/panel.html" }]];
  assert.deepEqual(await opened({}), tab);
  assert.deepEqual(await opened({ sidePanel: "refusing" }), tab);
  assert.deepEqual(await opened({ sidebarAction: "refusing" }), tab);
});
