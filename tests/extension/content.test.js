import assert from "node:assert/strict";
import { test } from "node:test";

import { later, open, SCRIPTS, settle, warning } from "./page.js";

const ROOM = "https://meet.jit.si/standup";

test("what the page was opened with is asked about under each of its names", async () => {
  const room = "https://meet.jit.si/a";
  const page = open(`${room}#config.x=1`, () => ({ kind: "quiet" }));
  await settle();
  page.window.location.hash = "";
  await page.cause(page.window, "pageshow", { persisted: true });
  await page.pass(100);
  page.window.history.pushState(null, "", "/b");
  await page.cause(page.window, "popstate");
  const asked = page.asked.filter(({ kind }) => kind === "visit").map(({ path }) => path);
  assert.deepEqual(asked, ["/a#config.x=1", "/a#config.x=1", "/b#config.x=1"]);
});

test("what is put away is put away as it was opened", async () => {
  const page = open(`${ROOM}#config.x=1`, ({ kind }) => (kind === "visit" ? warning() : { kind: "done" }));
  await settle();
  page.window.location.hash = "";
  await page.pass(1000);
  page.under = page.button("join-anyway");
  await page.cause(page.root().host, "click", { detail: 1, clientX: 1, clientY: 1 });
  assert.deepEqual(page.asked.at(-1), { kind: "dismiss", lasts: false, path: "/standup#config.x=1" });
});

test("what is put away is what was told, and not what the page was opened with since", async () => {
  const page = open(ROOM, ({ kind, path }) => {
    const next = path.startsWith("/weekly") ? new Promise(() => {}) : warning();
    return kind === "visit" ? next : { kind: "done" };
  });
  await settle();
  await page.pass(1000);
  page.move("/weekly#config.e2ee.disabled=true");
  await settle();
  assert.equal(page.asked.at(-1).path, "/weekly#config.e2ee.disabled=true");
  page.under = page.button("join-anyway");
  await page.cause(page.root().host, "click", { detail: 1, clientX: 1, clientY: 1 });
  assert.deepEqual(page.asked.at(-1), { kind: "dismiss", lasts: false, path: "/standup" });
});

test("a page is warned about once it was answered, and asked about once", async () => {
  const page = open(ROOM, () => warning());
  await settle();
  assert.equal(page.title(), "Strangers can guess");
  page.navigation.dispatchEvent(new page.window.Event("currententrychange"));
  await settle();
  assert.deepEqual(page.asked, [{ kind: "visit", path: "/standup" }]);
});

test("an answer that comes when the page is elsewhere is about no page", async () => {
  const [first, second] = [later(), later()];
  const page = open(ROOM, ({ path }) => (path === "/standup" ? first.promise : second.promise));
  page.move("/strong");
  first.resolve(warning());
  await page.pass(100);
  assert.equal(page.isWarned(), false);
  second.resolve({ kind: "quiet" });
  await settle();
  assert.equal(page.isWarned(), false);
  assert.deepEqual(
    page.asked.map(({ path }) => path),
    ["/standup", "/strong"],
  );
});

test("the background is never asked about an older address after a newer one", async () => {
  const first = later();
  const page = open(ROOM, ({ path }) => (path === "/standup" ? first.promise : { kind: "quiet" }));
  for (const path of ["/b", "/c", "/d"]) {
    page.move(path);
  }
  await settle();
  first.resolve({ kind: "failed" });
  await page.pass(100);
  assert.deepEqual(
    page.asked.map(({ path }) => path),
    ["/standup", "/d"],
  );
});

test("a page that takes one address after the other is asked about ten times a second, and last of all", async () => {
  const page = open(ROOM, () => ({ kind: "quiet" }));
  for (let turn = 0; turn < 200; turn += 1) {
    page.move(`/room-${turn}`);
    await page.pass(5);
  }
  await page.pass(100);
  assert.ok(page.asked.length <= 12, `${page.asked.length}`);
  assert.equal(page.asked.at(-1).path, "/room-199");
  await page.pass(1000);
  page.move("/weekly");
  assert.equal(page.asked.at(-1).path, "/weekly", "whoever goes on by hand waits for nothing");
});

test("no page knows when it is asked about again", async () => {
  for (const [drawn, wait] of [
    [0, 50],
    [255, 149],
  ]) {
    const page = open(ROOM, () => ({ kind: "quiet" }));
    page.window.crypto.getRandomValues = (bytes) => bytes.fill(drawn);
    await settle();
    page.move("/strong");
    await page.pass(wait - 1);
    assert.equal(page.asked.length, 1, `${wait}`);
    await page.pass(2);
    assert.deepEqual(page.asked.at(-1).path, "/strong");
  }
});

test("a page that is back before it was answered is told of that answer", async () => {
  const first = later();
  const page = open(ROOM, () => first.promise);
  page.move("/strong");
  page.move("/standup");
  first.resolve(warning());
  await settle();
  assert.equal(page.isWarned(), true);
  assert.equal(page.asked.length, 1);
});

test("a background that ended while it was asked is asked once more, and again when something happens", async () => {
  let answers = [new Error("gone"), warning()];
  const answer = () => {
    const next = answers.shift();
    if (next instanceof Error) {
      throw next;
    }
    return next;
  };
  const page = open(ROOM, answer);
  await page.pass(200);
  assert.equal(page.isWarned(), true);

  answers = [new Error("gone"), { kind: "failed" }];
  page.move("/weekly");
  await page.pass(200);
  assert.equal(page.asked.length, 4);
  answers = [{ kind: "quiet" }];
  await page.cause(page.window, "hashchange");
  assert.equal(page.asked.length, 5);
  assert.equal(page.isWarned(), false);
});

test("a room that reads alike is not warned about anew, another one is", async () => {
  const page = open(ROOM, ({ path }) => warning(path.endsWith("standup") ? "One" : "Two"));
  await page.pass(100);
  const { host } = page.root();
  page.move("/acme/standup");
  await page.pass(100);
  assert.equal(page.root().host, host);
  page.move("/weekly");
  await page.pass(100);
  assert.equal(page.title(), "Two");
  assert.equal(host.isConnected, false);
});

test("what a script of an earlier load left there goes, and nothing of the page", async () => {
  for (const told of [true, false]) {
    for (const [leftover, stays] of [
      ["warning", 0],
      ["put-away", 0],
      ["own", 1],
    ]) {
      const page = open(ROOM, () => ({ kind: "quiet" }), { leftover, told });
      await settle();
      assert.equal(page.document.querySelectorAll("html > div").length, stays, leftover);
    }
  }
});

test("what the page hid stays hidden when it takes the name of a room that reads alike", async () => {
  const page = open(ROOM, () => warning());
  await settle();
  page.inFront = false;
  await page.pass(6000);
  assert.deepEqual(page.kinds(), ["visit", "hidden"]);
  page.move("/acme/standup");
  await settle();
  assert.deepEqual(page.kinds(), ["visit", "hidden", "visit", "hidden"]);
});

test("what is in sight again after the page gave up is no longer hidden", async () => {
  const page = open(ROOM, () => warning());
  await settle();
  page.inFront = false;
  await page.pass(6000);
  page.inFront = true;
  await page.pass(62_000);
  assert.equal(page.isWarned(), true);
  page.move("/acme/standup");
  await settle();
  assert.deepEqual(page.kinds(), ["visit", "hidden", "visit"]);
});

test("a warning that was put away comes again in a room that reads alike", async () => {
  const page = open(ROOM, () => warning());
  await settle();
  await page.pass(1000);
  await page.strike(page.document.body, "Escape");
  await page.pass(0);
  assert.equal(page.isWarned(), false);
  page.move("/acme/standup");
  await settle();
  assert.equal(page.isWarned(), true);
});

test("a page that nobody went to yet says nothing, and is asked about once somebody did", async () => {
  for (const framed of [false, true]) {
    const page = open(ROOM, () => warning(), { framed, prerendering: true });
    await settle();
    page.move("/weekly");
    await page.again();
    for (const kind of ["visibilitychange", "prerenderingchange"]) {
      await page.cause(page.document, kind);
    }
    assert.deepEqual([page.kinds(), page.isWarned()], [[], false]);
    page.prerendering = false;
    await page.cause(page.document, "prerenderingchange");
    assert.deepEqual([page.asked, page.isWarned()], [[{ kind: "visit", path: "/weekly" }], true]);
  }
});

test("a page that is left has not the last word, and is asked about when it is back", async () => {
  const page = open(ROOM, () => ({ kind: "quiet" }));
  await page.pass(100);
  page.window.dispatchEvent(new page.window.Event("pagehide"));
  page.move("/weekly");
  await settle();
  assert.equal(page.asked.at(-1).path, "/weekly", "the page's own script says that it is left");
  await page.cause(page.window, "pagehide");
  page.move("/strong");
  await page.cause(page.window, "visibilitychange");
  assert.equal(page.asked.length, 2);
  await page.cause(page.window, "pageshow", { persisted: true });
  assert.equal(page.asked.at(-1).path, "/strong");
});

test("a return from the cache starts afresh", async () => {
  const page = open(ROOM, () => warning());
  await settle();
  page.inFront = false;
  await page.pass(6000);
  assert.equal(page.isWarned(), false);
  page.inFront = true;
  await page.cause(page.window, "pageshow", { persisted: true });
  await settle();
  assert.equal(page.isWarned(), true);
  await page.pass(1000);
  page.move("/acme/standup");
  await settle();
  assert.deepEqual(page.kinds(), ["visit", "hidden", "visit", "visit"]);
});

test("whoever asks whether it is there is answered when the page was", async () => {
  const first = later();
  const page = open(ROOM, () => first.promise);
  let present = false;
  page.present().then((said) => {
    present = said;
  });
  await settle();
  assert.equal(present, false);
  first.resolve({ kind: "quiet" });
  await settle();
  assert.equal(present, true);
});

test("a warning that cannot be shown is told of", async () => {
  const page = open(ROOM, () => warning("A title", { words: null }));
  await settle();
  assert.deepEqual(page.kinds(), ["visit", "hidden"]);
});

test("a second script in the same page does nothing", async () => {
  const page = open(ROOM, () => warning(), {
    scripts: [...SCRIPTS, ...SCRIPTS],
  });
  await settle();
  assert.equal(page.asked.length, 1);
});

test("document.open() leaves the listeners there", async () => {
  const page = open(ROOM, () => ({ kind: "quiet" }));
  await settle();
  const before = page.listeners.filter((kind) => kind === "pageshow" || kind === "click").length;
  page.document.documentElement.remove();
  page.document.append(page.document.createElement("html"));
  await settle();
  const after = page.listeners.filter((kind) => kind === "pageshow" || kind === "click").length;
  assert.equal(after, 2 * before);
});

test("a frame that is too small to read it is warned once it is larger, and says when it goes", async () => {
  const framed = open(ROOM, () => warning(), { framed: true, size: [200, 100] });
  await settle();
  assert.equal(framed.isWarned(), false);
  Object.assign(framed.window, { innerWidth: 800, innerHeight: 600 });
  framed.window.dispatchEvent(new framed.window.Event("resize"));
  await settle();
  assert.equal(framed.isWarned(), false, "the page's own script says so");
  await framed.cause(framed.window, "resize");
  assert.equal(framed.isWarned(), true);
  framed.window.dispatchEvent(new framed.window.Event("pagehide"));
  await settle();
  assert.deepEqual(framed.kinds(), ["visit"], "the page's own script says that it is gone");
  await framed.cause(framed.window, "pagehide");
  assert.deepEqual(framed.kinds(), ["visit", "leave"]);
});

test("a page that was written anew is asked about whatever it keeps from us, and presses count there", async () => {
  const page = open(ROOM, ({ kind }) => (kind === "visit" ? warning() : { kind: "done" }));
  await settle();
  await page.pass(3000);
  assert.deepEqual(page.kinds(), ["visit"], "whoever hears of everything does not ask");
  page.document.documentElement.remove();
  page.document.append(page.document.createElement("html"));
  await settle();
  await page.pass(3000);
  const asked = page.kinds().length;
  assert.ok(asked > 3 && page.kinds().every((kind) => kind === "visit"), page.kinds().join());
  page.under = page.button("join-anyway");
  await page.cause(page.root().host, "click", { detail: 1, clientX: 1, clientY: 1 });
  assert.ok(page.kinds().includes("dismiss"));
});

test("a page that was written anew while it was left is asked about once it goes on", async () => {
  const page = open(ROOM, () => ({ kind: "quiet" }));
  await settle();
  await page.cause(page.window, "pagehide");
  page.document.documentElement.remove();
  page.document.append(page.document.createElement("html"));
  page.move("/strong");
  await settle();
  assert.equal(page.asked.length, 1, "a page that is left has not the last word");
  await page.pass(3000);
  assert.equal(page.asked.at(-1).path, "/strong");
});

test("a room that reads alike and leads elsewhere has a warning of its own", async () => {
  const lead = (path) => warning("A title", { safeLink: `https://meet.jit.si${path}-new` });
  const page = open(ROOM, ({ kind, path }) => (kind === "visit" ? lead(path) : { kind: "done" }));
  await page.pass(100);
  page.move("/weekly");
  await page.pass(1000);
  page.under = page.button("safe-room");
  await page.cause(page.root().host, "click", { detail: 1, clientX: 1, clientY: 1 });
  assert.equal(page.asked.find(({ kind }) => kind === "move")?.to, "https://meet.jit.si/weekly-new");
});

test("of a path that no name needs, both ends are sent", async () => {
  const long = `/${"a".repeat(30_000)}/${"b".repeat(30_000)}`;
  const page = open(`https://meet.jit.si${long}`, () => ({ kind: "quiet" }));
  await settle();
  assert.deepEqual(page.asked, [{ kind: "visit", path: long.slice(0, 20_000) + long.slice(-20_000) }]);
  const fits = `/${"a".repeat(39_999)}`;
  const other = open(`https://meet.jit.si${fits}`, () => ({ kind: "quiet" }));
  await settle();
  assert.deepEqual(other.asked, [{ kind: "visit", path: fits }]);
});

test("what a script makes up is no reason to look at the address", async () => {
  const page = open(ROOM, () => warning());
  await settle();
  page.window.history.replaceState(null, "", "/strong");
  for (const kind of ["popstate", "hashchange", "visibilitychange", "pageshow"]) {
    await page.cause(page.window, kind, { persisted: true }, "script");
  }
  page.navigation.dispatchEvent(new page.window.Event("currententrychange"));
  await settle();
  assert.equal(page.isWarned(), true);
  assert.deepEqual(page.kinds(), ["visit"]);
});

test("the address is the one that the browser shows, whatever the document says of itself", async () => {
  const page = open(ROOM, () => warning());
  await page.pass(100);
  page.navigation.currentEntry = { url: `${ROOM}?x` };
  page.move("/strong");
  await settle();
  assert.deepEqual(page.kinds(), ["visit"]);
  page.navigation.currentEntry.url = "https://meet.jit.si/weekly";
  page.move("/strong");
  await settle();
  assert.equal(page.asked.at(-1).path, "/weekly");
});

test("a page that hears of a move first keeps it from nobody", async () => {
  for (const kind of ["pageshow", "currententrychange"]) {
    const page = open(ROOM, () => warning());
    await page.pass(100);
    const target = kind === "pageshow" ? page.window : page.navigation;
    target.addEventListener(kind, (event) => event.stopImmediatePropagation(), true);
    page.window.history.replaceState(null, "", "/weekly");
    await page.cause(target, kind, { persisted: true });
    assert.equal(page.asked.at(-1).path, "/weekly", kind);
  }
});

test("a page whose moves no browser tells of is looked at all the same", async () => {
  for (const sandboxed of [true, false]) {
    const page = open(ROOM, () => ({ kind: "quiet" }), { sandboxed });
    await settle();
    page.window.history.replaceState(null, "", "/weekly");
    await page.pass(1000);
    assert.equal(page.asked.at(-1).path, sandboxed ? "/weekly" : "/standup");
  }
});

test("a press that was meant for one room does not count for another that reads alike", async () => {
  const page = open(ROOM, ({ kind }) => (kind === "visit" ? warning() : { kind: "done" }));
  await settle();
  await page.pass(1000);
  const press = async () => {
    page.under = page.button("join-anyway");
    await page.cause(page.root().host, "click", { detail: 1, clientX: 1, clientY: 1 });
  };
  page.move("/weekly");
  await settle();
  await press();
  assert.deepEqual(page.kinds(), ["visit", "visit"]);
  await page.pass(1000);
  await press();
  assert.equal(page.asked.at(-1).path, "/weekly");
  assert.equal(page.asked.at(-1).kind, "dismiss");
});

test("where the popup changed what is warned of, the page asks anew, and tells or is silent", async () => {
  let reply = warning();
  const page = open(ROOM, () => reply);
  await page.pass(100);
  reply = { kind: "quiet" };
  await page.again();
  await page.pass(100);
  assert.equal(page.isWarned(), false);
  reply = warning();
  await page.again();
  assert.equal(page.isWarned(), true);
  await page.pass(100);
  await page.again();
  assert.deepEqual([page.isWarned(), page.kinds().join()], [true, "visit,visit,visit,visit"]);
});

test("a page that is asked to tell anew does so, and shows nothing anew", async () => {
  const page = open(ROOM, () => warning());
  await page.pass(100);
  const shown = page.root();
  await page.tell();
  assert.deepEqual([page.kinds(), page.root() === shown], [["visit", "visit"], true]);
  page.inFront = false;
  await page.pass(6000);
  await page.tell();
  assert.deepEqual(page.kinds().slice(2), ["hidden", "visit", "hidden"]);
});

test("a question that is never answered is asked again, and its answer counts for nothing else", async () => {
  let late = () => {};
  const replies = [
    new Promise((resolve) => {
      late = resolve;
    }),
    warning("The next"),
  ];
  const page = open(ROOM, () => replies.shift() ?? { kind: "quiet" });
  await settle();
  page.move("/weekly");
  await settle();
  assert.deepEqual(page.kinds(), ["visit"], "one question at a time");
  await page.pass(2000);
  page.move("/weekly");
  await settle();
  assert.deepEqual([page.kinds().join(), page.title()], ["visit,visit", "The next"]);
  late(warning("Too late"));
  await settle();
  assert.equal(page.title(), "The next");
});

test("what is no answer ends no warning", async () => {
  for (const kind of ["refused", "failed"]) {
    let reply = warning();
    const page = open(ROOM, () => reply);
    await page.pass(300);
    reply = { kind };
    page.move("/elsewhere");
    await page.pass(300);
    assert.equal(page.isWarned(), true, kind);
    reply = { kind: "quiet" };
    page.move("/strong");
    await settle();
    assert.equal(page.isWarned(), false, kind);
  }
});
