import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { later, settle } from "./page.js";

/** What happens to the browser's extension API, and what listens. */
function browser() {
  const calls = [];
  const heard = {};
  const event = (name) => ({
    addListener: (listener) => {
      heard[name] ??= [];
      heard[name].push(listener);
    },
  });
  const call =
    (name, result) =>
    async (...given) => {
      calls.push([name, ...given]);
      return typeof result === "function" ? result(...given) : result;
    };
  const chrome = {
    action: {
      openPopup: call("openPopup"),
      setBadgeText: call("setBadgeText"),
      setBadgeBackgroundColor: call("setBadgeBackgroundColor"),
      setTitle: call("setTitle"),
    },
    commands: { onCommand: event("command") },
    contextMenus: {
      create: call("createMenu"),
      removeAll: call("removeMenus"),
      onClicked: event("menu"),
    },
    i18n: { getMessage: (key) => `<${key}>` },
    omnibox: {
      onInputChanged: event("typed"),
      onInputEntered: event("entered"),
      setDefaultSuggestion: call("setDefaultSuggestion"),
    },
    permissions: { onAdded: event("permitted"), onRemoved: event("forbidden") },
    runtime: {
      id: "hushroom",
      getURL: (path) => `own:/${path}`,
      onInstalled: event("installed"),
      onMessage: event("message"),
      onStartup: event("startup"),
    },
    scripting: { executeScript: call("executeScript", () => [{ result: chrome.inserted }]) },
    storage: {
      onChanged: event("stored"),
      session: { set: call("setSession"), remove: call("removeSession") },
    },
    tabs: {
      TAB_ID_NONE: -1,
      create: call("createTab"),
      onRemoved: event("closed"),
      update: call("updateTab"),
    },
    inserted: "typed",
  };
  const fire = (name, ...given) => heard[name].map((listener) => listener(...given));
  return { chrome, calls, heard, fire, named: (name) => calls.filter((each) => each[0] === name) };
}

let turn = 0;

/** The background with this WebAssembly in a browser of its own. */
async function background(wasm) {
  const made = browser();
  globalThis.chrome = made.chrome;
  globalThis.fetch = async (address) => ({ text: async () => `<${address.replace("own:/", "")}>` });
  const { load } = await import("./background-in.js");
  turn += 1;
  await load(wasm, turn);
  made.ask = (message, sender = { id: "hushroom", tab: { id: 7 }, frameId: 0 }) => {
    const reply = later();
    assert.deepEqual(made.fire("message", message, sender, reply.resolve), [true]);
    return reply.promise;
  };
  return made;
}

const quiet = () => mock.method(console, "error", () => {});

test("listeners are there before anything is awaited", async () => {
  const started = later();
  const { heard } = await background({ start: () => started.promise });
  for (const name of ["message", "closed", "installed", "startup", "stored", "menu", "command", "entered"]) {
    assert.ok(heard[name], name);
  }
});

test("what was asked first is answered first", async () => {
  const first = later();
  const asked = [];
  const made = await background({
    answer: (message) => {
      asked.push(message.kind);
      return message.kind === "dismiss" ? first.promise : { kind: "quiet" };
    },
  });
  const replies = [made.ask({ kind: "dismiss" }), made.ask({ kind: "visit" })];
  await settle();
  assert.deepEqual(asked, ["dismiss"]);
  first.resolve({ kind: "done" });
  assert.deepEqual(await Promise.all(replies), [{ kind: "done" }, { kind: "quiet" }]);
});

test("no tab waits for what another one asks", async () => {
  const answered = [];
  const made = await background({
    answer: async (_, sender) => {
      // As the storage, which is asked each time.
      await new Promise((done) => setTimeout(done));
      answered.push(sender.tab.id);
      return { kind: "quiet" };
    },
  });
  const of = (id) => ({ id: "hushroom", tab: { id }, frameId: 0 });
  const flood = Array.from({ length: 400 }, () => made.ask({ kind: "visit" }, of(1)));
  await made.ask({ kind: "visit" }, of(2));
  assert.ok(answered.length <= 2, `answered after ${answered.length - 1} questions of another tab`);
  await Promise.all(flood);
  assert.equal(answered.length, 401);
});

test("a question that fails is answered, and so is the next one", async () => {
  const log = quiet();
  const made = await background({
    answer: ({ kind }) => {
      if (kind === "judge") {
        throw new Error("a panic");
      }
      return { kind: "done" };
    },
  });
  assert.deepEqual(await made.ask({ kind: "judge" }), { kind: "failed" });
  assert.deepEqual(await made.ask({ kind: "dismiss" }), { kind: "done" });
  log.mock.restore();
});

test("a question that is never answered is given up, and the next one of the tab is heard", async () => {
  const log = quiet();
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const made = await background({
      answer: ({ kind }) => (kind === "judge" ? later().promise : { kind: "done" }),
    });
    const replies = [made.ask({ kind: "judge" }), made.ask({ kind: "dismiss" })];
    await settle();
    mock.timers.tick(10_000);
    assert.deepEqual(await Promise.all(replies), [{ kind: "failed" }, { kind: "done" }]);
  } finally {
    mock.timers.reset();
    log.mock.restore();
  }
});

test("WebAssembly that starts at the second try answers as ever", async () => {
  let tries = 0;
  const made = await background({
    start: async () => {
      tries += 1;
      if (tries === 1) {
        throw new Error("no memory");
      }
    },
    answer: () => ({ kind: "quiet" }),
  });
  assert.deepEqual(await made.ask({ kind: "visit" }), { kind: "quiet" });
});

test("without WebAssembly, icon and page say that nobody looked", async () => {
  const log = quiet();
  const made = await background({
    start: async () => {
      throw new Error("not wasm");
    },
  });
  const reply = await made.ask({ kind: "visit", path: "/standup" });
  assert.deepEqual(
    [reply.kind, reply.notice.title, ...reply.notice.reasons, reply.style],
    ["warning", "<unchecked_title>", "<unchecked_advice>", "<warning.css>"],
  );
  assert.deepEqual(made.named("setBadgeText"), [["setBadgeText", { tabId: 7, text: "?" }]]);
  assert.deepEqual(made.named("setTitle"), [["setTitle", { tabId: 7, title: "<unchecked_title>" }]]);
  assert.deepEqual(await made.ask({ kind: "dismiss" }), { kind: "failed" });
  // Nobody but our own content script is told, or marks a tab.
  assert.deepEqual(await made.ask({ kind: "visit" }, { id: "other", tab: { id: 7 } }), { kind: "failed" });
  assert.deepEqual(await made.ask({ kind: "visit" }, { id: "hushroom" }), { kind: "failed" });
  assert.equal(made.named("setBadgeText").length, 1);
  log.mock.restore();
});

test("a tab that closes is forgotten", async () => {
  const forgotten = [];
  const made = await background({ forget: async (tab) => forgotten.push(tab) });
  made.fire("closed", 7);
  await settle();
  assert.deepEqual(forgotten, [7]);
});

test("what was chosen is settled one time after the other, and after a failure too", async () => {
  const log = quiet();
  let settled = 0;
  const made = await background({
    apply_choices: async () => {
      settled += 1;
      throw new Error("no");
    },
  });
  made.fire("startup");
  made.fire("permitted");
  made.fire("stored", { watchedServers: {} }, "local");
  made.fire("stored", { server: {} }, "local");
  made.fire("stored", { wish: {} }, "session");
  made.fire("stored", { server: {} }, "managed");
  await settle();
  assert.equal(settled, 4);
  log.mock.restore();
});

test("the first start opens the guide, an update does not", async () => {
  const made = await background({ welcomes: () => true });
  made.fire("installed", { reason: "update" });
  await settle();
  assert.deepEqual(made.named("createTab"), []);
  made.fire("installed", { reason: "install" });
  await settle();
  assert.deepEqual(made.named("createTab"), [["createTab", { url: "own:/guide.html" }]]);
});

test("the first start opens no guide where none is wanted, and one where nobody can say", async () => {
  const log = quiet();
  const fails = () => Promise.reject(new Error("no"));
  for (const [wasm, opened] of [
    [{ welcomes: () => false }, 0],
    [{ welcomes: fails }, 1],
    [{ start: fails }, 1],
  ]) {
    const made = await background(wasm);
    made.fire("installed", { reason: "install" });
    await settle();
    assert.equal(made.named("createTab").length, opened);
  }
  log.mock.restore();
});

test("a link from the menu is remembered once it is in the page, and else the popup says so", async () => {
  const log = quiet();
  const remembered = [];
  const made = await background({
    fresh_link: async () => "https://meet.jit.si/new",
    remember: async (...use) => remembered.push(use),
  });
  made.fire("menu", { frameId: 3 }, { id: 7, incognito: false });
  await settle();
  const [[, injection]] = made.named("executeScript");
  const said = { copied: "<menu_copied>", language: "<language>", direction: "<direction>" };
  assert.deepEqual(
    [injection.target, injection.args],
    [{ tabId: 7, frameIds: [3] }, ["https://meet.jit.si/new", said]],
  );
  assert.deepEqual(remembered, [["https://meet.jit.si/new", false]]);
  for (const tab of [{ id: 8, incognito: true }, { id: 9 }]) {
    made.fire("menu", { frameId: 0 }, tab);
    await settle();
    assert.deepEqual(remembered.pop(), ["https://meet.jit.si/new", true]);
  }
  made.chrome.inserted = "nowhere";
  made.fire("menu", { frameId: 0 }, { id: 7 });
  await settle();
  assert.equal(remembered.length, 1);
  assert.deepEqual(made.named("setSession"), [["setSession", { wish: "say" }]]);
  log.mock.restore();
});

test("the command opens the popup with a wish, which goes when no popup opens", async () => {
  const log = quiet();
  const made = await background({});
  made.fire("command", "something-else");
  made.fire("command", "copy-link");
  await settle();
  assert.deepEqual(made.calls.map(([name]) => name).join(), "setSession,openPopup");
  made.chrome.action.openPopup = async () => {
    throw new Error("no window");
  };
  made.fire("command", "copy-link");
  await settle();
  assert.deepEqual(made.named("removeSession"), [["removeSession", "wish"]]);
  log.mock.restore();
});

test("the other command opens the steps in the window where it was pressed, before anything is awaited", async () => {
  const made = await background({});
  const opened = [];
  made.chrome.windows = { WINDOW_ID_CURRENT: -2 };
  made.chrome.sidePanel = { open: async ({ windowId }) => opened.push(windowId) };
  made.fire("command", "open-panel", { windowId: 5 });
  made.fire("command", "open-panel");
  assert.deepEqual(opened, [5, -2]);
});

test("what is entered in the address bar opens where it was asked for", async () => {
  const made = await background({ enter: async (typed) => `https://meet.jit.si/${typed}` });
  for (const disposition of ["currentTab", "newForegroundTab", "newBackgroundTab"]) {
    made.fire("entered", "a", disposition);
  }
  await settle();
  assert.deepEqual(made.calls, [
    ["updateTab", { url: "https://meet.jit.si/a" }],
    ["createTab", { url: "https://meet.jit.si/a", active: true }],
    ["createTab", { url: "https://meet.jit.si/a", active: false }],
  ]);
});

test("what is suggested there is a first line and others", async () => {
  const made = await background({
    suggest: async () => [{ description: "first" }, { content: "b", description: "second" }],
  });
  const suggested = later();
  made.fire("typed", "x", suggested.resolve);
  assert.deepEqual(await suggested.promise, [{ content: "b", description: "second" }]);
  assert.deepEqual(made.named("setDefaultSuggestion"), [["setDefaultSuggestion", { description: "first" }]]);
});
