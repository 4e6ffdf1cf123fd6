import assert from "node:assert/strict";
import { test } from "node:test";

import { later, open, putAway, settle, warning } from "./page.js";

const ROOM = "https://meet.jit.si/standup";

/** A page whose warning has been in sight for long enough; `answer` is the background's once it was visited. */
async function seen(answer = () => ({ kind: "done" }), more = {}, options = { told: true }) {
  const first = warning("A title", more);
  const all = (message) => (message.kind === "visit" ? (page?.reply ?? first) : answer(message));
  let page = null;
  page = open(ROOM, all, options);
  page.reply = first;
  await settle();
  await page.pass(1000);
  page.asked.length = 0;
  page.status = () => page.button("status").textContent;
  page.press = async (id, { after = 500 } = {}) => {
    await page.pass(after);
    page.under = page.button(id);
    await page.cause(page.root().host, "click", { detail: 1, clientX: 1, clientY: 1 });
    page.under = null;
  };
  return page;
}

test("what it says is text, never HTML", async () => {
  const hostile = "<img src=x id=injected>";
  const notice = { tone: "danger", title: hostile, reasons: [hostile], advice: hostile };
  const page = await seen(undefined, { notice });
  assert.equal(page.title(), hostile);
  assert.equal(page.root().getElementById("injected"), null);
});

test("whoever hears of it hears which key leads to it", async () => {
  const page = await seen();
  assert.ok(page.root().querySelector("[role=alert]").textContent.includes("Press F6."));
});

test("it is one line where the window is lower than a box", async () => {
  const form = async (size) =>
    (await seen(undefined, {}, { told: true, size })).button("warning").dataset.form;
  assert.equal(await form([800, 400]), "box");
  assert.equal(await form([800, 180]), "strip");
});

test("its elements are HTML in a document of any kind", async () => {
  const page = open(ROOM, () => warning(), { xml: true });
  await settle();
  for (const element of [page.root().host, ...page.root().querySelectorAll("*")]) {
    assert.equal(element.namespaceURI, "http://www.w3.org/1999/xhtml");
  }
});

test("Copied. is said when it was copied, and only then", async () => {
  const page = await seen();
  await page.press("copy-safe");
  assert.deepEqual([page.copied, page.status()], ["https://meet.jit.si/safe", "Copied."]);
  page.window.navigator.clipboard.writeText = async () => {
    throw new Error("forbidden");
  };
  await page.press("copy-safe");
  assert.equal(page.status(), "Could not copy.");
});

test("in Firefox the background copies, and no script in the page does", async () => {
  let kind = "done";
  const page = await seen(() => ({ kind }), {}, { told: false });
  await page.press("copy-safe");
  assert.deepEqual(page.asked[0], { kind: "copy", text: "https://meet.jit.si/safe", path: "/standup" });
  assert.equal(page.status(), "Copied.");
  kind = "failed";
  await page.press("copy-safe");
  assert.equal(page.status(), "Could not copy.");
  assert.equal(page.copied, undefined);
});

/** Forbids the newer way of copying; the document of the frame does as `copy` says. */
const older = async (page, copy) => {
  await page.cause(page.root().host, "pointerover");
  page.window.navigator.clipboard.writeText = async () => {
    throw new Error("forbidden");
  };
  const heard = {};
  const inside = {
    addEventListener: (kind, listener) => {
      heard[kind] = listener;
    },
    removeEventListener: () => {},
    execCommand: () => copy(heard),
  };
  const frame = page.root().querySelector("iframe");
  Object.defineProperty(frame, "contentDocument", { value: inside });
  Object.defineProperty(frame, "contentWindow", { value: { focus: () => frame.focus() } });
};

test("where the page forbids the newer way, it is copied in a frame of our own", async () => {
  const page = await seen();
  const set = [];
  let stopped = 0;
  await older(page, ({ beforecopy, copy }) => {
    const event = {
      isTrusted: true,
      clipboardData: { setData: (...data) => set.push(data) },
      preventDefault: () => {
        stopped += 1;
      },
    };
    beforecopy(event);
    copy(event);
    return true;
  });
  await page.press("copy-safe");
  assert.deepEqual(set, [["text/plain", "https://meet.jit.si/safe"]]);
  assert.deepEqual([stopped, page.status()], [2, "Copied."]);
  assert.equal(page.root().activeElement, null, "the keys of the page go nowhere");
});

test("a frame to copy in is there once somebody may press, and no sooner", async () => {
  for (const kind of ["pointerover", "pointerdown", "focusin"]) {
    const page = await seen();
    const frames = () => page.root().querySelectorAll("iframe").length;
    assert.equal(frames(), 0);
    await page.cause(page.root().host, kind);
    await page.cause(page.root().host, kind);
    assert.equal(frames(), 1, kind);
  }
});

test("what nobody asked to be copied does not count as copied", async () => {
  const page = await seen();
  await older(page, () => true);
  await page.press("copy-safe");
  assert.equal(page.status(), "Could not copy.");
});

test("no link stands in the page to be read or selected", async () => {
  const page = await seen();
  await page.press("copy-safe");
  assert.equal(page.document.documentElement.outerHTML.includes("safe"), false);
  assert.equal(page.root().innerHTML.includes("https://meet.jit.si/safe"), false);
});

test("the new room is opened by the browser, and by the page where the browser refuses", async () => {
  const page = await seen();
  const gone = [];
  page.window.open = (...where) => gone.push(where);
  await page.press("safe-room");
  assert.deepEqual(page.asked, [
    { kind: "move", to: "https://meet.jit.si/safe", told: false, path: "/standup" },
  ]);
  assert.deepEqual(gone, []);
  const refused = await seen(() => ({ kind: "refused" }));
  refused.window.open = (...where) => gone.push(where);
  await refused.press("safe-room");
  assert.deepEqual(gone, [["https://meet.jit.si/safe", "_self", "noopener"]]);
});

/** A page whose warning is put away by its button `id`; asked again what there is to say, it is answered `next`. */
async function putAwayBy(id, more = {}, next = undefined) {
  const page = await seen(({ kind }) => (kind === "dismiss" ? putAway() : { kind: "done" }), more);
  page.reply = next ?? page.reply;
  await page.press(id);
  await settle();
  page.takeBack = async () => {
    page.under = page.away().getElementById("undo");
    await page.cause(page.away().host, "click", { detail: 1, clientX: 1, clientY: 1 });
    page.under = null;
    await settle();
  };
  return page;
}

test("what was put away can be taken back, however it was put away", async () => {
  for (const id of ["never", "join-anyway", "close"]) {
    const page = await putAwayBy(id);
    assert.deepEqual([page.isWarned(), page.asked.at(-1).lasts], [false, id === "never"]);
    assert.equal(page.away().getElementById("title").textContent, "Warnings are off");
    await page.pass(1000);
    await page.takeBack();
    assert.deepEqual([page.kinds().join(), page.away()], ["dismiss,undo,visit", undefined]);
    assert.equal(page.isWarned(), true);
  }
});

test("nothing is offered to be taken back where it was not done, or another page is shown by then", async () => {
  for (const failure of [null, { kind: "refused" }, { kind: "failed" }]) {
    const page = await seen(() => failure);
    await page.press("join-anyway");
    await settle();
    assert.equal(page.away(), undefined);
  }
  const page = await putAwayBy("join-anyway");
  page.move("/weekly");
  await settle();
  assert.deepEqual([page.away(), page.isWarned()], [undefined, true]);
});

test("what was put away is said of no other page, whether that is warned of or not", async () => {
  for (const next of [{ kind: "quiet" }, { kind: "welcome" }, warning("The next")]) {
    const late = later();
    const answer = ({ kind, path }) => {
      const visited = path === "/standup" ? warning() : next;
      return kind === "visit" ? visited : late.promise;
    };
    const page = open(ROOM, answer);
    await settle();
    await page.pass(1000);
    page.under = page.button("join-anyway");
    await page.cause(page.root().host, "click", { detail: 1, clientX: 1, clientY: 1 });
    page.under = null;
    page.move("/weekly");
    await settle();
    late.resolve(putAway());
    await settle();
    assert.deepEqual([page.away(), page.isWarned()], [undefined, next.kind === "warning"], "it came late");
  }
});

test("what was put away is said no longer once the page calls itself something else, warned of or not", async () => {
  for (const path of ["/strong", "/"]) {
    const page = await putAwayBy("join-anyway", {}, { kind: path === "/" ? "welcome" : "quiet" });
    assert.notEqual(page.away(), undefined);
    page.move(path);
    await settle();
    assert.deepEqual([page.away(), page.isWarned()], [undefined, false], path);
  }
});

test("what was put away is said no longer where it was taken back elsewhere", async () => {
  const page = await putAwayBy("join-anyway");
  await page.again();
  assert.deepEqual([page.away(), page.isWarned()], [undefined, true]);
});

test("a page that comes back from the cache still says what was put away, and only while it is so", async () => {
  for (const [reply, stays] of [
    [{ kind: "quiet" }, true],
    [warning(), false],
  ]) {
    const page = await putAwayBy("join-anyway", {}, reply);
    await page.cause(page.window, "pageshow", { persisted: true });
    assert.deepEqual([page.away() !== undefined, page.isWarned()], [stays, !stays]);
  }
});

test("what can be taken back goes by itself, but for whoever is on their way to it", async () => {
  const page = await putAwayBy("join-anyway");
  await page.pass(9000);
  const section = page.away().querySelector("section");
  let isUsed = true;
  section.matches = () => isUsed;
  await page.pass(9000);
  assert.notEqual(page.away(), undefined);
  isUsed = false;
  await page.pass(10_000);
  assert.deepEqual([page.away(), page.isWarned(), page.kinds().join()], [undefined, false, "dismiss"]);
});

test("to put away what can be taken back asks for nothing, and a page that hides it has hidden nothing", async () => {
  const page = await putAwayBy("join-anyway");
  await page.pass(1000);
  page.under = page.away().getElementById("close");
  await page.cause(page.away().host, "click", { detail: 1, clientX: 1, clientY: 1 });
  page.under = null;
  assert.deepEqual([page.away(), page.kinds().join()], [undefined, "dismiss"]);
  const hiding = await putAwayBy("join-anyway");
  hiding.inFront = false;
  await hiding.pass(60_000);
  assert.deepEqual([hiding.away(), hiding.kinds().join()], [undefined, "dismiss"]);
});

test("the background hears that others were told, and only when something was copied", async () => {
  const page = await seen();
  await page.press("copy-safe");
  assert.equal(page.kinds().join(), "told");
  page.window.navigator.clipboard.writeText = async () => {
    throw new Error("forbidden");
  };
  await page.press("copy-safe");
  assert.equal(page.kinds().join(), "told");
});

test("a press is about the room that was warned of", async () => {
  const page = await seen();
  page.window.history.replaceState(null, "", "/elsewhere");
  await page.press("join-anyway");
  assert.deepEqual(page.asked, [{ kind: "dismiss", lasts: false, path: "/standup" }]);
});

test("where a message was copied, the background knows that the others were told", async () => {
  const page = await seen();
  await page.press("copy-safe");
  await page.press("safe-room");
  assert.deepEqual(page.asked.at(-1)?.told, true);
});

test("what lasts is not there before more was asked for", async () => {
  const page = await seen();
  assert.equal(page.button("never").className.includes("later"), true);
  assert.equal(page.root().getElementById("warning").className.includes("open"), false);
  await page.press("more");
  assert.equal(page.root().getElementById("warning").className.includes("open"), true);
  assert.equal(page.button("more").getAttribute("aria-expanded"), "true");
});

test("whoever is told that they are alone is left in peace once they told the others", async () => {
  const page = await seen(undefined, {
    shape: "strip",
    notice: { tone: "calm", title: "Alone", reasons: [], advice: "" },
    choices: [{ id: "copy-message", label: "Copy", quiet: false, later: false, copies: "Come" }],
  });
  await page.press("copy-message");
  assert.equal(page.isWarned(), true);
  await page.pass(5000);
  assert.deepEqual([page.copied, page.isWarned(), page.kinds().join()], ["Come", false, "dismiss"]);
});

test("a warning that goes late does not keep the next one from hearing", async () => {
  const choices = [{ id: "copy-message", label: "Copy", quiet: false, later: false, copies: "Come" }];
  const calm = { notice: { tone: "calm", title: "Alone", reasons: [], advice: "" }, choices };
  const page = open(ROOM, ({ kind, path }) => {
    const next = path === "/weekly" ? warning("The next") : warning("Alone", calm);
    return kind === "visit" ? next : { kind: "done" };
  });
  await settle();
  await page.pass(1000);
  page.under = page.button("copy-message");
  await page.cause(page.root().host, "click", { detail: 1, clientX: 1, clientY: 1 });
  page.under = null;
  page.move("/weekly");
  await settle();
  await page.pass(6000);
  assert.equal(page.title(), "The next");
  page.under = page.button("join-anyway");
  await page.cause(page.root().host, "click", { detail: 1, clientX: 1, clientY: 1 });
  assert.equal(page.isWarned(), false);
});

test("a press so soon after another one is the same, and what stands there then was not seen", async () => {
  const page = await putAwayBy("never");
  await page.pass(100);
  await page.takeBack();
  assert.deepEqual(page.kinds().join(), "dismiss");
  await page.pass(1000);
  await page.takeBack();
  assert.deepEqual(page.kinds().join(), "dismiss,undo,visit");
});

test("a press that leads back leads no further while the page is slow to come", async () => {
  const back = { id: "go-back", label: "Back", quiet: false };
  const page = await seen(undefined, { choices: [back] });
  for (const _ of [1, 2, 3]) {
    await page.press("go-back", { after: 1000 });
  }
  assert.equal(page.kinds().join(), "back");
  // A page may have asked whether to stay.
  await page.press("go-back", { after: 5000 });
  assert.equal(page.kinds().join(), "back,back");
});
