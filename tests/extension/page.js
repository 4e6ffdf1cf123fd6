// A page with the content scripts in it: a small DOM, a fake `chrome`, and a clock that moves when it is told to.
//
// What no small DOM has, popovers and what lies in front of what, is as the test says.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { Window } = createRequire(new URL("../../xtask/package.json", import.meta.url))("happy-dom");

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** Lets everything happen that waits for nothing but its turn. */
export const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};

/** Replies of the background that a test makes: the promise, and how to keep it. */
export const later = () => Promise.withResolvers?.() ?? promised();

const promised = () => {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
};

/** A warning as the background answers it. */
export const warning = (title = "Strangers can guess", more = {}) => ({
  kind: "warning",
  notice: { tone: "danger", title, reasons: ["Because"], first: 1, advice: "Do this", advised: false },
  shape: "box",
  safeLink: "https://meet.jit.si/safe",
  choices: [
    { id: "safe-room", label: "Open", quiet: false },
    { id: "copy-safe", label: "Copy", quiet: false, copies: "https://meet.jit.si/safe" },
    { id: "join-anyway", label: "Continue", quiet: true },
    { id: "more", label: "More", quiet: true },
    { id: "never", label: "Never", quiet: true, later: true },
  ],
  brief: false,
  words: {
    product: "Hushroom",
    keys: "Press F6.",
    close: "Close",
    copied: "Copied.",
    copyFailed: "Could not copy.",
    language: "en",
    direction: "ltr",
  },
  style: "p {}",
  ...more,
});

/** The line that the background answers once a warning was put away. */
export const putAway = () =>
  warning("Warnings are off", {
    notice: { tone: "calm", title: "Warnings are off", reasons: [], first: 0, advice: "", advised: false },
    shape: "strip",
    choices: [{ id: "undo", label: "Undo", quiet: false }],
    brief: true,
  });

/** The content scripts of every page that is watched, in their order. */
export const [{ js: SCRIPTS }] = JSON.parse(read("manifest.json")).content_scripts;

/** Opens `address` with these scripts; `answer` is the background's for a message. */
export function open(
  address,
  answer,
  {
    scripts = SCRIPTS,
    told = false,
    framed = false,
    sandboxed = false,
    prerendering = false,
    leftover = null,
    size = [1280, 800],
    slowness = 0,
    xml = false,
  } = {},
) {
  const window = new Window({
    url: address,
    settings: { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true },
  });
  const page = {
    window,
    document: window.document,
    asked: [],
    roots: [],
    pressed: new Set(),
    inFront: true,
    prerendering,
  };

  // The clock.
  let now = 1000;
  let timers = [];
  window.performance.now = () => now;
  window.setTimeout = (act, wait = 0, ...given) => {
    const timer = { at: now + wait, act: () => act(...given) };
    timers.push(timer);
    return timer;
  };
  window.clearTimeout = (timer) => {
    timers = timers.filter((each) => each !== timer);
  };
  window.scheduler = {
    postTask: (act, { delay = 0, signal }) => {
      const timer = window.setTimeout(act, delay);
      signal?.addEventListener("abort", () => window.clearTimeout(timer));
      return new Promise(() => {});
    },
  };
  window.crypto.getRandomValues = (bytes) => bytes.fill(128);
  page.pass = async (milliseconds) => {
    const end = now + milliseconds;
    await settle();
    for (;;) {
      const next = timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (!next) {
        break;
      }
      timers = timers.filter((each) => each !== next);
      now = Math.max(now, next.at);
      next.act();
      await settle();
    }
    now = end;
  };

  // What the browser vouches for.
  const wrapped = new Map();
  const vouch = (listener) => {
    if (!wrapped.has(listener)) {
      wrapped.set(listener, (event) =>
        listener(
          new Proxy(event, {
            get: (target, name) => {
              if (name === "isTrusted") {
                return page.pressed.has(target);
              }
              if (name === "timeStamp") {
                return target.madeAt ?? now;
              }
              const value = Reflect.get(target, name, target);
              return typeof value === "function" ? value.bind(target) : value;
            },
          }),
        ),
      );
    }
    return wrapped.get(listener);
  };
  page.listeners = [];
  page.navigation = new window.EventTarget();
  // A page that its server sandboxed has no history, and is told of none.
  page.navigation.currentEntry = sandboxed ? null : {};
  for (const target of [window, page.navigation]) {
    const listen = target.addEventListener.bind(target);
    target.addEventListener = (kind, listener, options) => {
      page.listeners.push(kind);
      listen(kind, vouch(listener), options);
    };
  }
  /** Has a person cause an event of this kind, or with `by` a script. */
  page.cause = async (target, kind, more = {}, by = "person") => {
    const event = new window.Event(kind, { bubbles: true, composed: true, cancelable: true });
    Object.assign(event, more);
    if (by === "person") {
      page.pressed.add(event);
    }
    target.dispatchEvent(event);
    await settle();
  };
  /** Time passes in which nothing of the page happens. */
  page.stall = (milliseconds) => {
    now += milliseconds;
  };
  /** A person presses a key and releases it. */
  page.strike = async (target, key) => {
    await page.cause(target, "keydown", { key });
    await page.cause(target, "keyup", { key });
  };

  // What is in front of what, and the top layer.
  const { Document, Element, HTMLElement } = window;
  // In browsers, all members of a document are of one prototype.
  for (let proto = Object.getPrototypeOf(Document.prototype); proto; proto = Object.getPrototypeOf(proto)) {
    const members = Object.getOwnPropertyDescriptors(proto);
    for (const name of Object.keys(members).filter((each) => !Object.hasOwn(Document.prototype, each))) {
      Object.defineProperty(Document.prototype, name, { ...members[name], configurable: true });
    }
  }
  const teach = (all) => {
    const query = all.querySelectorAll;
    const value = function (selector) {
      return selector.includes(":modal")
        ? [...query.call(this, "*")].filter((each) => each.matches(selector))
        : query.call(this, selector);
    };
    Object.defineProperty(all, "querySelectorAll", { value, configurable: true });
  };
  teach(Document.prototype);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    page.roots.push(root);
    teach(root);
    root.elementFromPoint = () => page.under ?? root.querySelector("section");
    return root;
  };
  const inside = (element) => page.roots.find(({ host }) => host === element) ?? null;
  // As Firefox has it, for all elements. Windows share their prototypes.
  Reflect.deleteProperty(Element.prototype, "openOrClosedShadowRoot");
  if (!told) {
    const get = function () {
      return inside(this);
    };
    Object.defineProperty(Element.prototype, "openOrClosedShadowRoot", { get, configurable: true });
  }
  const rootOf = (id) => page.roots.find((root) => root.host.isConnected && root.getElementById(id));
  page.root = () => rootOf("warning");
  /** What is shown of it once the warning was put away. */
  page.away = () => rootOf("put-away");
  page.button = (id) => page.root().getElementById(id);
  page.under = null;
  page.slowness = slowness;
  page.behind = null;
  Document.prototype.elementFromPoint = (_x, y) => {
    now += page.slowness;
    return page.inFront && y < 200 ? (page.root() ?? page.away())?.host : (page.behind ?? page.document.body);
  };
  if (xml) {
    Document.prototype.createElement = function (tag) {
      return this.createElementNS(null, tag);
    };
  }
  const matches = Element.prototype.matches;
  Element.prototype.matches = function (selector) {
    const isModal = selector.includes("dialog:modal") && this.isModal === true;
    const isOpen = selector.includes(":popover-open") && this.isOpen === true;
    return isModal || isOpen || (!/:modal|:popover-open/.test(selector) && matches.call(this, selector));
  };
  Element.prototype.checkVisibility = () => true;
  HTMLElement.prototype.showPopover = function () {
    this.isOpen = true;
  };
  HTMLElement.prototype.hidePopover = function () {
    this.isOpen = false;
  };
  for (const name of ["showModal", "close"]) {
    window.HTMLDialogElement.prototype[name] = function () {
      this.isModal = name === "showModal";
    };
  }
  page.left = 0;
  HTMLElement.prototype.getBoundingClientRect = () => ({
    left: page.left,
    top: 0,
    width: 640,
    height: 200,
    bottom: 200,
  });
  page.html = { filter: "none", display: "block", contentVisibility: "visible" };
  window.getComputedStyle = () => page.html;
  page.transition = null;
  page.hasFocus = true;
  Object.defineProperty(Document.prototype, "activeViewTransition", { get: () => page.transition });
  Object.defineProperty(Document.prototype, "visibilityState", { get: () => "visible" });
  Object.defineProperty(Document.prototype, "prerendering", { get: () => page.prerendering });
  Object.defineProperty(Document.prototype, "hasFocus", { value: () => page.hasFocus, configurable: true });
  Object.defineProperty(Document.prototype, "execCommand", { value: () => false });
  window.IntersectionObserverEntry = told
    ? class {
        get isVisible() {
          return true;
        }
      }
    : class {};
  window.IntersectionObserver = class {
    constructor(see) {
      page.see = (isVisible) => see([{ isVisible }]);
    }
    observe() {}
    disconnect() {}
  };
  if (framed) {
    Object.defineProperty(window, "top", { value: {} });
  }
  [window.innerWidth, window.innerHeight] = size;

  // The extension.
  const heard = [];
  window.navigation = page.navigation;
  window.navigator.clipboard.writeText = async (text) => {
    page.copied = text;
  };
  window.chrome = {
    // As Chromium has it.
    dom: told ? { openOrClosedShadowRoot: inside } : undefined,
    runtime: {
      id: "hushroom",
      sendMessage: async (message) => {
        page.asked.push({ ...message });
        return await answer(message);
      },
      onMessage: { addListener: (listener) => heard.push(listener) },
    },
  };
  page.again = () => new Promise((resolve) => heard[0]("again", {}, resolve));
  page.tell = () => new Promise((resolve) => heard[0]("tell", {}, resolve));
  page.present = () => new Promise((resolve) => heard[0]("present", {}, resolve));
  page.kinds = () => page.asked.map(({ kind }) => kind);
  page.move = (path) => {
    window.history.replaceState(null, "", path);
    const event = new window.Event("currententrychange");
    page.pressed.add(event);
    page.navigation.dispatchEvent(event);
  };
  page.isWarned = () => page.root() !== undefined;
  page.title = () => page.root()?.getElementById("title").textContent;
  if (leftover) {
    // What an element beside the body holds, in a closed shadow root.
    const host = page.document.documentElement.appendChild(page.document.createElement("div"));
    host.attachShadow({ mode: "closed" }).appendChild(page.document.createElement("section")).id = leftover;
  }
  for (const script of scripts) {
    window.eval(read(`extension/${script}`));
  }
  return page;
}
