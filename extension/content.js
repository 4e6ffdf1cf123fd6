// Asks the background about the page's address and shows the warning that it answers.
//
// It holds no rules and no WebAssembly, which the page's content security policy could forbid. The
// warning lives in a closed shadow root in the top layer, where the page's styles do not reach.

(() => {
  "use strict";

  const STYLE = `
    :host {
      all: initial !important;
      background: none !important;
      border: 0 !important;
      color-scheme: light dark !important;
      display: block !important;
      height: auto !important;
      inset: 0 0 auto 0 !important;
      margin: 0 !important;
      max-height: 100vh !important;
      max-width: none !important;
      opacity: 1 !important;
      overflow: visible !important;
      padding: 0 !important;
      pointer-events: none !important;
      position: fixed !important;
      visibility: visible !important;
      width: auto !important;
      z-index: 2147483647 !important;
    }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    #warning {
      --surface: #ffffff; --ink: #1b2421; --muted: #56635d; --line: #c9d0cb;
      --accent: #17624f; --accent-ink: #ffffff; --tone: #7a4f00; --tone-soft: #fbf0d9;
      background: var(--surface);
      border: 1px solid var(--line);
      border-block-start: 6px solid var(--tone);
      border-radius: 12px;
      box-shadow: 0 8px 32px rgb(0 0 0 / 35%);
      color: var(--ink);
      font: 15px/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
      margin: 12px auto;
      max-height: calc(100vh - 24px);
      max-width: 640px;
      overflow: auto;
      overflow-wrap: anywhere;
      padding: 16px 20px;
      pointer-events: auto;
      position: relative;
      width: calc(100% - 24px);
    }
    #warning[data-tone="danger"] { --tone: #a3211a; --tone-soft: #fbe9e7; }
    @media (prefers-color-scheme: dark) {
      #warning {
        --surface: #1f2725; --ink: #ecf1ee; --muted: #a7b4ae; --line: #46524d;
        --accent: #7fd1b9; --accent-ink: #08241c; --tone: #f2c572; --tone-soft: #3b2d10;
      }
      #warning[data-tone="danger"] { --tone: #ffb4ab; --tone-soft: #43201d; }
    }
    p, ul { margin: 0; }
    .product { align-items: center; color: var(--muted); display: flex; font-size: 13px; gap: 6px; }
    #close {
      border-color: transparent;
      color: var(--muted);
      font-size: 20px;
      inset-block-start: 6px;
      inset-inline-end: 6px;
      line-height: 1;
      min-width: 40px;
      padding: 0;
      position: absolute;
    }
    #title { color: var(--tone); font-size: 19px; font-weight: 700; line-height: 1.3; margin-block: 4px 8px; }
    #reasons { padding-inline-start: 1.2em; }
    #advice { color: var(--muted); margin-block-start: 8px; }
    .actions { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 14px; }
    button {
      background: transparent;
      border: 1px solid var(--line);
      border-radius: 10px;
      color: var(--ink);
      cursor: pointer;
      font: inherit;
      font-weight: 600;
      min-height: 40px;
      padding: 8px 14px;
    }
    button:hover { border-color: var(--accent); }
    button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    #safe-room { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
    .quiet { border-color: transparent; color: var(--muted); font-weight: 400; }
    #status { color: var(--accent); font-weight: 600; }
    #status:not(:empty) { margin-block-start: 10px; }
    @media (forced-colors: active) { #warning { border-color: CanvasText; } }
  `;

  let host = null;
  let asked = "";

  /** Asks the background; `null` when this script outlived an update of the extension. */
  async function ask(kind) {
    try {
      return await chrome.runtime.sendMessage({ kind });
    } catch {
      return null;
    }
  }

  /** The address without query and fragment, which name no other room. */
  const place = () => location.origin + location.pathname;

  async function visit() {
    const here = place();
    if (here === asked) {
      return;
    }
    asked = here;
    const reply = await ask("visit");
    if (here !== place()) {
      return;
    }
    close();
    if (reply?.kind === "warning") {
      show(reply);
    }
  }

  function close() {
    host?.remove();
    host = null;
  }

  function make(tag, properties, ...children) {
    const element = document.createElement(tag);
    Object.assign(element, properties);
    element.append(...children);
    return element;
  }

  /** The product's mark, drawn here since a page may not load anything of the extension. */
  function mushroom() {
    const draw = (name, attributes) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) {
        element.setAttribute(key, value);
      }
      return element;
    };
    const mark = draw("svg", { viewBox: "0 0 128 128", width: "18", height: "18", "aria-hidden": "true" });
    mark.append(
      draw("path", { d: "M48 70h32l5 51H43z", fill: "#f4ead7", stroke: "#123c32", "stroke-width": "6" }),
      draw("path", {
        d: "M6 66C6 30 32 7 64 7s58 23 58 59c0 7-5 10-11 10H17C11 76 6 73 6 66z",
        fill: "#1f7a63",
        stroke: "#123c32",
        "stroke-width": "6",
      }),
      draw("circle", { cx: "44", cy: "42", r: "12", fill: "#f4ead7" }),
      draw("circle", { cx: "86", cy: "46", r: "13", fill: "#f4ead7" }),
    );
    return mark;
  }

  function show({ notice, safeLink, invitation, labels, language, direction }) {
    const status = make("p", { id: "status" });
    status.setAttribute("role", "status");

    const button = (id, text, act, className = "") => {
      const element = make("button", { id, type: "button", className, textContent: text });
      element.addEventListener("click", (event) => event.isTrusted && act());
      return element;
    };
    const copy = async (text) => {
      status.textContent = (await copied(text, warning)) ? labels.copied : labels.copyFailed;
    };
    const silence = async () => {
      if ((await ask("silence"))?.kind === "done") {
        actions.replaceChildren(
          button("undo", labels.undo, undo),
          button("join-anyway", labels.dismiss, dismiss, "quiet"),
        );
        status.textContent = labels.silenced;
      }
    };
    const undo = async () => {
      if ((await ask("undo"))?.kind === "done") {
        actions.replaceChildren(...choices);
        status.textContent = "";
      }
    };

    const cross = button("close", "×", dismiss);
    cross.setAttribute("aria-label", labels.close);
    const choices = [
      button("safe-room", labels.openSafe, () => location.assign(safeLink)),
      button("copy-safe", labels.copySafe, () => copy(safeLink)),
      button("copy-message", labels.copyMessage, () => copy(invitation)),
      button("join-anyway", labels.dismiss, dismiss, "quiet"),
      button("never", labels.silence, silence, "quiet"),
    ];
    const actions = make("div", { className: "actions" }, ...choices);
    const warning = make(
      "section",
      { id: "warning", lang: language, dir: direction },
      make(
        "div",
        { id: "message" },
        make("p", { className: "product" }, mushroom(), labels.product),
        make("p", { id: "title", textContent: notice.title }),
        make("ul", { id: "reasons" }, ...notice.reasons.map((text) => make("li", { textContent: text }))),
        make("p", { id: "advice", textContent: notice.advice }),
      ),
      actions,
      status,
      cross,
    );
    warning.dataset.tone = notice.tone;
    warning.setAttribute("aria-label", labels.product);
    warning.querySelector("#message").setAttribute("role", "alert");

    host = document.createElement("div");
    host.setAttribute("popover", "manual");
    host.attachShadow({ mode: "closed" }).append(make("style", { textContent: STYLE }), warning);
    document.documentElement.append(host);
    host.showPopover();
  }

  async function dismiss() {
    close();
    await ask("dismiss");
  }

  /** Copies `text`; the page may have forbidden the newer way. */
  async function copied(text, place) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = make("textarea", { value: text, readOnly: true });
      place.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  }

  addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape" && event.isTrusted && host) {
        dismiss();
      }
    },
    true,
  );

  // The popup asks whether this page is still watched.
  chrome.runtime.onMessage.addListener((message, _sender, respond) => respond(message === "present"));

  // A room can be entered without loading a page.
  globalThis.navigation?.addEventListener("currententrychange", visit);
  addEventListener("popstate", visit);
  addEventListener("hashchange", visit);
  // A page that comes back from the cache was answered long ago.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) {
      asked = "";
      visit();
    }
  });
  visit();
})();
