import assert from "node:assert/strict";
import { test } from "node:test";

import { open, settle, warning } from "./page.js";

const ROOM = "https://meet.jit.si/standup";

/** A page whose warning has been in sight for long enough. */
async function seen(options) {
  const page = open(ROOM, ({ kind }) => (kind === "visit" ? warning() : { kind: "done" }), options);
  await settle();
  await page.pass(1000);
  page.asked.length = 0;
  page.host = page.root().host;
  return page;
}

const press = async (page, id, by) => {
  page.under = page.button(id);
  await page.cause(page.root().host, "click", { detail: 1, clientX: 1, clientY: 1 }, by);
  page.under = null;
};

/** An element in a closed shadow root of the page. */
function inClosedRoot(page) {
  const outer = page.document.body.appendChild(page.document.createElement("div"));
  return outer.attachShadow({ mode: "closed" }).appendChild(page.document.createElement("div"));
}

/** A press does not count, and does once so much time has passed, in milliseconds. */
async function countsAfter(page, wait) {
  await press(page, "join-anyway");
  assert.deepEqual(page.kinds(), []);
  await page.pass(wait);
  await press(page, "join-anyway");
  assert.deepEqual(page.kinds(), ["dismiss"]);
}

test("a press counts once the warning was in sight for half a second", async () => {
  const page = open(ROOM, () => warning());
  await settle();
  await page.pass(400);
  await press(page, "join-anyway");
  assert.equal(page.isWarned(), true);
  await page.pass(600);
  await press(page, "join-anyway");
  assert.equal(page.isWarned(), false);
  assert.deepEqual(page.kinds(), ["visit", "dismiss"]);
});

test("the half second begins when it was seen, however long looking takes", async () => {
  const page = open(ROOM, () => warning(), { slowness: 5 });
  await settle();
  await page.pass(440);
  await press(page, "join-anyway");
  assert.equal(page.isWarned(), true);
});

test("what a script presses does not count", async () => {
  const page = await seen();
  await press(page, "join-anyway", "script");
  assert.deepEqual(page.kinds(), []);
  assert.equal(page.isWarned(), true);
});

test("a press is none of the page's business", async () => {
  const page = await seen({ told: true });
  let heard = 0;
  page.document.addEventListener("click", () => {
    heard += 1;
  });
  await press(page, "copy-safe");
  assert.equal(heard, 0);
  assert.equal(page.copied, "https://meet.jit.si/safe");
});

test("a press while something is in front does not count", async () => {
  const page = await seen();
  page.inFront = false;
  await press(page, "join-anyway");
  assert.deepEqual(page.kinds(), []);
});

test("a press while the browser says that something lies over it does not count", async () => {
  const page = await seen({ told: true });
  page.see(false);
  page.see(true);
  await countsAfter(page, 1000);
});

test("in a frame, what the browser says of the page around is no reason to give up", async () => {
  const page = await seen({ told: true, framed: true });
  page.see(false);
  await page.pass(10_000);
  assert.deepEqual(page.kinds(), []);
  assert.equal(page.isWarned(), true);
});

test("no filter, no view transition is in front of it when a press counts", async () => {
  for (const hide of [(page) => (page.html.filter = "invert(0.5)"), (page) => (page.transition = {})]) {
    const page = await seen();
    hide(page);
    await press(page, "join-anyway");
    assert.deepEqual(page.kinds(), []);
  }
});

test("a filter on the page is undone, without a transition, and back when the warning is gone", async () => {
  const page = await seen();
  const { style } = page.document.documentElement;
  page.html.filter = "invert(0.5)";
  await page.pass(500);
  assert.equal(style.getPropertyValue("filter"), "none");
  assert.equal(style.getPropertyValue("transition"), "none");
  page.html.filter = "none";
  await page.pass(1500);
  await press(page, "close");
  assert.equal(style.getPropertyValue("filter"), "");
});

test("what the page has written meanwhile is left as it wants it", async () => {
  const page = await seen();
  const { style } = page.document.documentElement;
  style.setProperty("display", "none");
  page.html.display = "none";
  page.inFront = false;
  await page.pass(500);
  page.html.display = "block";
  page.inFront = true;
  assert.equal(style.getPropertyValue("display"), "block");
  style.setProperty("display", "");
  await page.pass(1500);
  await press(page, "close");
  assert.equal(style.getPropertyValue("display"), "");
});

test("a press that began while something was in front does not count", async () => {
  for (const kind of ["pointerover", "pointerdown"]) {
    const page = await seen();
    page.transition = { skipTransition: () => {}, finished: Promise.resolve() };
    await page.cause(page.host, kind);
    page.transition = null;
    await press(page, "join-anyway");
    assert.deepEqual(page.kinds(), [], kind);
  }
});

test("no press counts where something was painted over it a moment ago, between two looks", async () => {
  const hides = [
    (page, is) => (page.transition = is ? {} : null),
    (page, is) => (page.html.filter = is ? "invert(0.5)" : "none"),
    (page, is) => (page.cover.isOpen = is),
  ];
  for (const [kind, hide] of hides.entries()) {
    const page = await seen();
    page.cover = inClosedRoot(page);
    // The next look comes after 500 milliseconds: the one that comes after 1,000 was the last.
    await page.pass(100);
    hide(page, true);
    await page.pass(200);
    hide(page, false);
    await page.pass(20);
    await press(page, "join-anyway");
    assert.deepEqual(page.kinds(), [], `${kind}`);
    await page.pass(1000);
    await press(page, "join-anyway");
    assert.deepEqual(page.kinds(), ["dismiss"]);
  }
});

test("Escape is the page's where something else lies in front afterwards", async () => {
  const page = await seen();
  page.document.addEventListener("keydown", () => {
    page.behind = page.document.documentElement;
  });
  for (const kinds of [[], ["dismiss"]]) {
    await page.strike(page.document.body, "Escape");
    await page.pass(0);
    assert.deepEqual(page.kinds(), kinds);
  }
});

test("no press counts that was made before half a second had passed, however late it is heard", async () => {
  const page = open(ROOM, () => warning());
  await settle();
  await page.pass(3000);
  const madeAt = page.window.performance.now();
  page.left = 100;
  await page.pass(2000);
  page.under = page.button("join-anyway");
  await page.cause(page.root().host, "click", { detail: 1, clientX: 1, clientY: 1, madeAt });
  assert.deepEqual(page.kinds(), ["visit"]);
  await page.cause(page.root().host, "click", { detail: 1, clientX: 1, clientY: 1 });
  assert.deepEqual(page.kinds(), ["visit", "dismiss"]);
});

test("no press counts after nobody could look for a while, however long it was seen before", async () => {
  const page = await seen();
  page.stall(400);
  await countsAfter(page, 1000);
});

test("no press counts where no frame is painted", async () => {
  const page = await seen({ told: true });
  page.window.requestAnimationFrame = () => 0;
  await page.pass(1000);
  await press(page, "join-anyway");
  assert.deepEqual(page.kinds(), []);
});

test("no press counts where the warning was elsewhere a moment ago, or the window on the screen", async () => {
  const page = await seen();
  page.left = 100;
  await page.pass(200);
  page.left = 0;
  await press(page, "join-anyway");
  page.window.screenX += 100;
  await countsAfter(page, 1000);
});

test("a press counts half a second after another window may have been in front", async () => {
  for (const by of ["script", "person"]) {
    const page = await seen();
    await page.cause(page.window, "focus", {}, by);
    if (by === "person") {
      await press(page, "join-anyway");
      assert.deepEqual(page.kinds(), []);
      await page.pass(510);
    }
    await press(page, "join-anyway");
    assert.deepEqual(page.kinds(), ["dismiss"]);
  }
});

test("a press counts half a second after another window had the focus, though the page keeps that to itself", async () => {
  const page = await seen();
  page.hasFocus = false;
  await page.pass(300);
  page.hasFocus = true;
  await page.pass(200);
  await countsAfter(page, 1000);
});

test("no button of the page is pressed in the place of ours, whatever it is called", async () => {
  const page = await seen();
  page.under = page.document.body.appendChild(page.document.createElement("button"));
  page.under.id = "join-anyway";
  await page.cause(page.host, "click", { detail: 1, clientX: 1, clientY: 1 });
  assert.deepEqual(page.kinds(), []);
});

test("no press counts where a page scrolled the warning a moment ago", async () => {
  const page = await seen();
  page.root().getElementById("warning").scrollTop = 40;
  await countsAfter(page, 1100);
});

test("where the browser tells of covers, what is open in a shadow root at a look keeps presses from counting", async () => {
  const page = await seen({ told: true });
  const cover = inClosedRoot(page);
  cover.isOpen = true;
  await page.pass(1000);
  cover.isOpen = false;
  await countsAfter(page, 1500);
});

test("a browser that knows no view transition of the document shows it, and a press counts", async () => {
  const page = await seen();
  page.transition = undefined;
  await page.pass(10_000);
  assert.deepEqual(page.kinds(), []);
  await press(page, "join-anyway");
  assert.deepEqual(page.kinds(), ["dismiss"]);
});

test("a view transition is skipped", async () => {
  const page = await seen();
  page.transition = {
    finished: Promise.resolve(),
    skipTransition: () => {
      page.transition = null;
    },
  };
  await page.pass(500);
  assert.equal(page.transition, null);
});

test("what no script opens on top was seen in front, and a press counts half a second later", async () => {
  const page = await seen();
  const other = page.document.body.appendChild(page.document.createElement("div"));
  await page.cause(other, "beforetoggle", { newState: "open" });
  other.isOpen = true;
  await page.cause(other, "toggle", { newState: "open" });
  await countsAfter(page, 1500);
});

test("what a script opens on top is never in front, and nothing is said of it", async () => {
  const page = await seen();
  const shown = [];
  const { showPopover } = page.window.HTMLElement.prototype;
  page.window.HTMLElement.prototype.showPopover = function () {
    shown.push(this.id);
    showPopover.call(this);
  };
  const other = page.document.body.appendChild(page.document.createElement("div"));
  for (let time = 0; time < 100; time += 1) {
    shown.length = 0;
    const opening = page.cause(other, "beforetoggle", { newState: "open" });
    other.isOpen = true;
    await opening;
    assert.deepEqual(shown, ["warning"]);
    await page.cause(other, "toggle", { newState: "open" });
    assert.deepEqual(shown, ["warning"]);
    await page.pass(200);
    other.isOpen = false;
  }
  await press(page, "join-anyway");
  assert.deepEqual(page.kinds(), ["dismiss"]);
});

test("where the browser tells what lies over it, what opens elsewhere is no matter", async () => {
  const page = await seen({ told: true });
  const other = page.document.body.appendChild(page.document.createElement("div"));
  other.isOpen = true;
  for (const kind of ["beforetoggle", "toggle"]) {
    await page.cause(other, kind, { newState: "open" });
  }
  await press(page, "join-anyway");
  assert.deepEqual(page.kinds(), ["dismiss"]);
});

test("what comes to lie beneath a finger is not pressed", async () => {
  const page = await seen();
  page.left = 100;
  await countsAfter(page, 1500);
});

test("what quivers by a pixel or two stands still", async () => {
  const page = await seen();
  for (let time = 0; time < 9; time += 1) {
    page.left = time % 2 ? 0.49 : 2.51;
    await page.pass(500);
  }
  await press(page, "join-anyway");
  assert.deepEqual(page.kinds(), ["dismiss"]);
});

test("what creeps away by a pixel or two does not stand still", async () => {
  const page = await seen();
  for (let time = 0; time < 9; time += 1) {
    page.left = time * 2;
    await page.pass(100);
  }
  await press(page, "join-anyway");
  assert.deepEqual(page.kinds(), []);
});

test("a page that is in the way less than half of the time is not said to hide anything", async () => {
  const page = await seen();
  for (let time = 0; time < 60; time += 1) {
    page.transition = time % 2 ? { skipTransition: () => {}, finished: Promise.resolve() } : null;
    await page.pass(500);
  }
  assert.deepEqual(page.kinds(), []);
  for (let time = 0; time < 60; time += 1) {
    page.transition = time % 3 ? { skipTransition: () => {}, finished: Promise.resolve() } : null;
    await page.pass(500);
  }
  assert.deepEqual(page.kinds(), ["hidden"]);
});

test("it is modal for as long as a dialog of the page is, and no longer", async () => {
  const page = await seen();
  const frame = () => page.button("warning").parentNode;
  const dialog = page.document.body.appendChild(page.document.createElement("dialog"));
  dialog.isModal = true;
  page.inFront = false;
  await page.pass(500);
  page.inFront = true;
  assert.equal(frame().localName, "dialog");
  assert.equal(frame().isModal, true);
  await page.pass(5000);
  assert.equal(frame().localName, "dialog");
  dialog.isModal = false;
  await page.pass(500);
  assert.equal(frame(), page.root());
  for (let time = 0; time < 4; time += 1) {
    page.transition = { skipTransition: () => {}, finished: Promise.resolve() };
    await page.pass(500);
    page.transition = null;
  }
  assert.equal(frame(), page.root());
  assert.equal(page.isWarned(), true);
});

test("what opened unheard in a closed shadow root is closed before a press counts", async () => {
  const page = await seen();
  const cover = inClosedRoot(page);
  cover.isOpen = true;
  await press(page, "join-anyway");
  assert.deepEqual(page.kinds(), []);
  assert.equal(cover.isOpen, false);
  await page.pass(1500);
  await press(page, "join-anyway");
  assert.deepEqual(page.kinds(), ["dismiss"]);
});

test("a warning that was taken away is put back, and one that was in sight is never given up", async () => {
  const page = await seen();
  for (let time = 0; time < 50; time += 1) {
    page.host.remove();
    await settle();
    assert.equal(page.isWarned(), true);
    await page.pass(1100);
  }
  assert.deepEqual(page.kinds(), []);
});

test("a page that goes on wins for a minute, is told of, and then loses again", async () => {
  const page = await seen();
  let removed = 0;
  const watch = new page.window.MutationObserver(() => {
    if (page.host.isConnected) {
      removed += 1;
      page.host.remove();
    }
  });
  watch.observe(page.document.documentElement, { childList: true });
  page.host.remove();
  await settle();
  await page.pass(2000);
  assert.deepEqual(page.kinds(), ["hidden"]);
  assert.ok(removed >= 9 && removed <= 12, `${removed}`);
  watch.disconnect();
  await page.pass(50_000);
  assert.equal(page.isWarned(), false);
  await page.pass(12_000);
  assert.equal(page.isWarned(), true);
  await page.pass(5000);
  await press(page, "join-anyway");
  assert.deepEqual(page.kinds(), ["hidden", "dismiss"]);
});

test("a press on what was changed in the same turn does not count, and what was changed is made anew", async () => {
  const page = await seen();
  const box = page.button("warning");
  page.button("title").textContent = "This room is strong";
  await press(page, "join-anyway");
  assert.deepEqual(page.kinds(), []);
  await page.pass(0);
  assert.notEqual(page.button("warning"), box);
  assert.equal(page.title(), "Strangers can guess");
  await page.pass(1000);
  await press(page, "join-anyway");
  assert.deepEqual(page.kinds(), ["dismiss"]);
});

test("what we write ourselves is no attack", async () => {
  const page = await seen();
  const box = page.button("warning");
  await press(page, "more");
  await page.pass(1000);
  await press(page, "copy-safe");
  await page.pass(5000);
  assert.equal(page.button("warning"), box);
  assert.equal(page.button("status").textContent, "Copied.");
});

test("what a page changes for ever is given up, told of, and made anew after a minute", async () => {
  const page = await seen();
  for (let time = 0; time < 11; time += 1) {
    page.button("title").textContent = "This room is strong";
    await settle();
    await page.pass(0);
  }
  assert.equal(page.isWarned(), false);
  assert.deepEqual(page.kinds(), ["hidden"]);
  await page.pass(61_000);
  assert.equal(page.title(), "Strangers can guess");
});

test("a moment without a document element is no attack", async () => {
  const page = await seen();
  const html = page.document.documentElement;
  html.remove();
  await page.pass(60_000);
  assert.equal(page.kinds().includes("hidden"), false);
  page.document.append(html);
  await page.pass(1000);
  assert.equal(page.isWarned(), true);
});

test("no attribute stays on the host, nor what keeps the page from people", async () => {
  const page = await seen();
  const html = page.document.documentElement;
  page.host.setAttribute("aria-hidden", "true");
  page.host.setAttribute("style", "display: none");
  html.setAttribute("inert", "");
  html.setAttribute("aria-hidden", "true");
  html.setAttribute("lang", "en");
  await page.pass(500);
  assert.deepEqual([page.host.attributes.length, html.getAttributeNames().join()], [0, "lang"]);
  assert.deepEqual(page.kinds(), []);
});

test("Escape puts it away, and is no press where the page is held", async () => {
  const page = await seen();
  await page.strike(page.document.body, "Escape");
  await page.pass(0);
  assert.deepEqual(page.kinds(), ["dismiss"]);
  const held = open(ROOM, () => warning("Held", { shape: "hold" }));
  await settle();
  await held.pass(1000);
  await held.strike(held.document.body, "Escape");
  await held.pass(0);
  assert.equal(held.isWarned(), true);
});

test("what an update left behind stands and is not fought for", async () => {
  const page = await seen();
  page.window.chrome.runtime.id = undefined;
  await page.pass(20_000);
  assert.equal(page.isWarned(), true);
  page.host.remove();
  await settle();
  await page.pass(2000);
  assert.equal(page.isWarned(), false);
  assert.deepEqual(page.kinds(), []);
});

test("Escape that the page takes, has a use for, or is typed in a field puts nothing away", async () => {
  const page = await seen();
  const { document } = page;
  const pressEscape = async (target) => {
    await page.strike(target, "Escape");
    await page.pass(0);
  };
  const field = document.body.appendChild(document.createElement("input"));
  field.focus();
  await pressEscape(field);
  field.remove();
  const menu = document.body.appendChild(document.createElement("div"));
  menu.setAttribute("role", "menu");
  await pressEscape(document.body);
  menu.remove();
  document.addEventListener("keydown", (event) => event.preventDefault(), { once: true });
  await pressEscape(document.body);
  document.addEventListener("keydown", () => document.body.removeAttribute("class"), { once: true });
  document.body.className = "open";
  await pressEscape(document.body);
  assert.deepEqual(page.kinds(), []);
  await pressEscape(document.body);
  assert.deepEqual(page.kinds(), ["dismiss"]);
});

test("a press with the pointer leaves the focus where it is", async () => {
  const page = await seen();
  const down = new page.window.Event("mousedown", { bubbles: true, composed: true, cancelable: true });
  page.host.dispatchEvent(down);
  assert.equal(down.defaultPrevented, true);
});

test("what moves counts no press before it has rested", async () => {
  const page = await seen();
  page.window.innerWidth = 700;
  await page.cause(page.window, "resize");
  await countsAfter(page, 1000);
});

test("F6 leads back where the focus came from, and nowhere where it came from nothing", async () => {
  const page = await seen();
  const { document } = page;
  const field = document.body.appendChild(document.createElement("input"));
  const pressF6 = (target) => page.cause(target, "keydown", { key: "F6" });
  for (const [from, to] of [
    [field, field],
    [null, document.body],
  ]) {
    (from ?? document.activeElement).focus();
    await page.cause(from ?? field, "focusout", { relatedTarget: from && page.host });
    await pressF6(document.body);
    assert.ok(page.root().activeElement);
    await pressF6(page.host);
    assert.equal(document.activeElement, to);
    field.blur();
  }
});

test("Escape is for the page's modal dialog until somebody comes to the warning in front of it", async () => {
  const page = await seen();
  const dialog = page.document.body.appendChild(page.document.createElement("dialog"));
  dialog.isModal = true;
  page.inFront = false;
  await page.pass(500);
  page.inFront = true;
  await page.pass(1500);
  const pressKey = async (key) => {
    await page.strike(page.host, key);
    await page.pass(0);
  };
  await pressKey("Escape");
  assert.deepEqual(page.kinds(), []);
  await pressKey("F6");
  await pressKey("Escape");
  assert.deepEqual(page.kinds(), ["dismiss"]);
});

test("F6 and Escape are the page's with another key", async () => {
  const page = await seen();
  for (const other of ["altKey", "ctrlKey", "metaKey", "shiftKey"]) {
    for (const key of ["Escape", "F6"]) {
      await page.cause(page.document.body, "keydown", { key, [other]: true });
      await page.pass(0);
    }
  }
  assert.deepEqual(page.kinds(), []);
  assert.equal(page.root().activeElement, null);
});
