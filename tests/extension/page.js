// A page with the content scripts in it: a small DOM, a fake `chrome`, and a clock that moves when it is told to.
//
// What no small DOM has, popovers and what lies in front of what, is as the test says.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { Window } = createRequire(new URL("../../xtask/package.json", import.meta.url))("happy-dom");

const source = (name) => readFileSync(new URL(`../../extension/${name}.js`, import.meta.url), "utf8");

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
  notice: { tone: "danger", title, reasons: ["Because"], advice: "Do this" },
  shape: "box",
  safeLink: "https://meet.jit.si/safe",
  choices: [
    { id: "safe-room", label: "Open", quiet: false },
    { id: "copy-safe", label: "Copy", quiet: false, copies: "https://meet.jit.si/safe" },
    { id: "join-anyway", label: "Continue", quiet: true },
    { id: "more", label: "More", quiet: true },
    { id: "never", label: "Never", quiet: true, later: true },
  ],
  dismissed: [{ id: "undo", label: "Undo", quiet: false }],
  words: {
    product: "Hushroom",
    keys: "Press F6.",
    close: "Close",
    copied: "Copied.",
    copyFailed: "Could not copy.",
    dismissed: "Dismissed.",
    language: "en",
    direction: "ltr",
  },
  style: "p {}",
  ...more,
});

const SCRIPTS = ["keep", "place", "warning", "content"];

/** Opens `address` with these scripts; `answer` is the background's for a message. */
export function open(
  address,
  answer,
  { scripts = SCRIPTS, told = false, framed = false, size = [1280, 800], slowness = 0, xml = false } = {},
) {
  const window = new Window({
    url: address,
    settings: { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true },
  });
  const page = { window, document: window.document, asked: [], roots: [], pressed: new Set(), inFront: true };

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
  page.pass = async (milliseconds) => {
    const end = now + milliseconds;
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
  const listen = window.addEventListener.bind(window);
  const wrapped = new Map();
  page.listeners = [];
  window.addEventListener = (kind, listener, options) => {
    page.listeners.push(kind);
    if (!wrapped.has(listener)) {
      wrapped.set(listener, (event) =>
        listener(
          new Proxy(event, {
            get: (target, name) => {
              if (name === "isTrusted") {
                return page.pressed.has(target);
              }
              const value = Reflect.get(target, name, target);
              return typeof value === "function" ? value.bind(target) : value;
            },
          }),
        ),
      );
    }
    listen(kind, wrapped.get(listener), options);
  };
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

  // What is in front of what, and the top layer.
  const { Document, Element, HTMLElement } = window;
  // In browsers, all members of a document are of one prototype.
  for (let proto = Object.getPrototypeOf(Document.prototype); proto; proto = Object.getPrototypeOf(proto)) {
    const members = Object.getOwnPropertyDescriptors(proto);
    for (const name of Object.keys(members).filter((each) => !Object.hasOwn(Document.prototype, each))) {
      Object.defineProperty(Document.prototype, name, { ...members[name], configurable: true });
    }
  }
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    page.roots.push(root);
    root.elementFromPoint = () => page.under ?? root.getElementById("warning");
    return root;
  };
  page.root = () => page.roots.find((root) => root.host.isConnected && root.getElementById("warning"));
  page.button = (id) => page.root().getElementById(id);
  page.under = null;
  page.slowness = slowness;
  Document.prototype.elementFromPoint = () => {
    now += page.slowness;
    return page.inFront ? page.root()?.host : page.document.body;
  };
  if (xml) {
    Document.prototype.createElement = function (tag) {
      return this.createElementNS(null, tag);
    };
  }
  const matches = Element.prototype.matches;
  Element.prototype.matches = function (selector) {
    return selector.includes(":popover-open") ? this.isOpen === true : matches.call(this, selector);
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
  HTMLElement.prototype.getBoundingClientRect = () => ({
    left: 0,
    top: 0,
    width: 640,
    height: 200,
    bottom: 200,
  });
  page.html = { filter: "none", display: "block", contentVisibility: "visible" };
  window.getComputedStyle = () => page.html;
  page.transition = null;
  Object.defineProperty(Document.prototype, "activeViewTransition", { get: () => page.transition });
  Object.defineProperty(Document.prototype, "visibilityState", { get: () => "visible" });
  Object.defineProperty(Document.prototype, "prerendering", { get: () => false });
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
  page.navigation = new window.EventTarget();
  window.navigation = page.navigation;
  window.navigator.clipboard.writeText = async (text) => {
    page.copied = text;
  };
  window.chrome = {
    runtime: {
      id: "hushroom",
      sendMessage: async (message) => {
        page.asked.push({ ...message });
        return await answer(message);
      },
      onMessage: { addListener: (listener) => heard.push(listener) },
    },
  };
  page.present = () => new Promise((resolve) => heard[0]("present", {}, resolve));
  page.kinds = () => page.asked.map(({ kind }) => kind);
  page.move = (path) => {
    window.history.replaceState(null, "", path);
    page.navigation.dispatchEvent(new window.Event("currententrychange"));
  };
  page.isWarned = () => page.root() !== undefined;
  page.title = () => page.root()?.getElementById("title").textContent;
  for (const script of scripts) {
    window.eval(source(script));
  }
  return page;
}
