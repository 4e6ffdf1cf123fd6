// Builds the warning that the background answered.

(() => {
  const { own, real, delay, isTold, keep, placer } = globalThis.hushroom;

  // For how long it stays there to be read that something was copied, in milliseconds.
  const READ_MS = 4000;
  // For how long it can be taken back in the page that the warning was put away, in milliseconds; in the popup it can be
  // later, too. Chosen because whoever goes on needs the room for something else by then.
  const UNDO_MS = 10_000;
  // What Jitsi shows before joining, and what it shows only once that is gone, or left out: `Conference` and `Toolbox` of
  // its web client.
  const BEFORE = ".premeeting-screen, [data-testid='prejoin.screen']";
  const CALL = "#new-toolbox";
  // In a document of XML, an element would be of no kind without it.
  const HTML = "http://www.w3.org/1999/xhtml";

  /** @type {Hushroom["make"]} */
  const make = (tag, attributes, ...children) => {
    const element = /** @type {any} */ (own("createElementNS", HTML, tag));
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };

  /**
   * A host whose closed shadow root holds `box`, with a style sheet of its own.
   * @type {Hushroom["house"]}
   */
  const house = (box, style) => {
    const host = make("div", {});
    const root = host.attachShadow({ mode: "closed" });
    const sheet = make("style", {});
    // Firefox lets an extension's style pass the page's policy when it is set in this way only.
    sheet.textContent = style;
    root.append(sheet, box);
    return { host, root, box };
  };

  /**
   * Copies `text`; whether that was done. Firefox lets a page read for a while what was copied in it, so there the
   * background copies. Where the page forbids the newer way, the older one is taken in `frame`.
   * @param {string} text
   * @param {HTMLIFrameElement} frame
   * @param {Ask} ask
   */
  async function copies(text, frame, ask) {
    if (!isTold) {
      return (await ask({ kind: "copy", text }))?.kind === "done";
    }
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const inside = frame.contentDocument;
      const root = /** @type {ShadowRoot} */ (frame.getRootNode());
      const focused = /** @type {HTMLElement | null} */ (root.activeElement ?? own("activeElement"));
      let done = false;
      const onCopy = (/** @type {ClipboardEvent} */ event) => {
        event.clipboardData?.setData("text/plain", text);
        event.preventDefault();
        done = event.isTrusted;
      };
      inside?.addEventListener("copy", onCopy);
      // Chromium asks by an event whether there is anything to copy.
      inside?.addEventListener("beforecopy", (event) => event.preventDefault());
      frame.contentWindow?.focus();
      const copied = inside?.execCommand("copy") && done;
      inside?.removeEventListener("copy", onCopy);
      // Where nothing had the focus, nothing has it again.
      frame.blur();
      focused?.focus({ preventScroll: true });
      return Boolean(copied);
    }
  }

  // For how long a press that leads back is the only one, in milliseconds. Chosen because a page that is slow to come
  // is no reason to lead further back, and a page that asks whether to stay may be left again.
  const BACK_MS = 5000;

  /**
   * Shows `reply`, until its `end` is called. `ask` asks the background; `left` is told that the user put the warning
   * away, with the background's answer to that, or took that back; `lose` whether the page hides it now; `anew` shows it again,
   * when the page has changed it.
   * @type {Hushroom["warn"]}
   */
  const warn = (reply, ask, left, lose, anew) => {
    const { notice, choices, words, shape } = reply;
    const status = make("p", { id: "status", role: "status" });
    // A document of its own, in which something can be copied while the page can hear nothing of it and change nothing. It
    // has to be there before somebody presses, for Chromium counts a press for the frames of that moment; but only once
    // somebody may: a page takes a fifth longer with it.
    const frame = make("iframe", { "aria-hidden": "true", tabindex: "-1", title: "" });
    // What each button does, whatever a page calls it.
    /** @type {WeakMap<Element, () => unknown>} */
    const deeds = new WeakMap();
    /** @type {(id: string, attributes: Record<string, string>, label: string, copied?: string) => HTMLElement} */
    const button = (id, attributes, label, copied) => {
      const made = make("button", { id, type: "button", ...attributes }, label);
      deeds.set(made, () => (copied ? copy(copied) : acts[id]?.()));
      return made;
    };
    const actions = make(
      "div",
      { class: "actions" },
      ...choices.map(({ id, label, quiet, later, copies: copied }) =>
        button(
          id,
          {
            class: `${quiet ? "quiet" : ""} ${later ? "later" : ""}`,
            ...(id === "more" && { "aria-expanded": "false" }),
          },
          label,
          copied,
        ),
      ),
    );
    let isCopied = false;
    let back = -BACK_MS;
    const box = make(
      "section",
      {
        // What says that there is no warning is none.
        id: reply.brief ? "put-away" : "warning",
        class: `${notice.tone} ${shape} ${notice.advised ? "advised" : ""} ${self === top ? "" : "framed"}`,
        popover: "manual",
        // Firefox translates pages in shadow roots too, and nobody but us is to change it.
        translate: "no",
        // Where there is none, the page's own tooltip would come up over it.
        title: "",
        lang: words.language,
        dir: words.direction,
        // The dialog around it bears its name where the page is held.
        ...(shape === "hold" ? { role: "none" } : { "aria-labelledby": "title" }),
      },
      make("p", { class: "product" }, words.product),
      make(
        "div",
        { role: "alert" },
        make("h2", { id: "title" }, notice.title),
        make("p", { class: "unseen" }, words.keys),
      ),
      make(
        "ul",
        { id: "reasons" },
        ...notice.reasons.map((reason, at) =>
          make("li", { class: at < notice.first ? "" : "later" }, reason),
        ),
      ),
      make("p", { id: "advice" }, notice.advice),
      actions,
      status,
      button("close", { "aria-label": words.close }, "×"),
    );
    const leave = (lasts = false) => {
      kept.end();
      if (!reply.brief) {
        left(ask({ kind: "dismiss", lasts }));
      }
    };
    /** @type {Record<string, () => unknown>} */
    const acts = {
      "safe-room": async () => {
        // A page can stop what a script starts, not what the browser does.
        if ((await ask({ kind: "move", to: reply.safeLink, told: isCopied }))?.kind !== "done") {
          // In a frame, the page around has controls of its own for what is in it.
          open(reply.safeLink, self === top ? "_self" : "_blank", "noopener");
        }
      },
      "go-back": () => {
        if (performance.now() - back > BACK_MS) {
          back = performance.now();
          ask({ kind: "back", alone: history.length === 1 });
        }
      },
      "join-anyway": () => leave(),
      close: () => leave(),
      more: () => {
        kept.write(fold);
        kept.settle(true);
      },
      never: () => leave(true),
      undo: async () => {
        if ((await ask({ kind: "undo" }))?.kind === "done") {
          kept.end();
          left(null);
        }
      },
    };
    const tell = (/** @type {string} */ said) => {
      kept.write(() => {
        status.textContent = said;
      });
      kept.settle(true);
    };
    const copy = async (/** @type {string} */ text) => {
      const done = await copies(text, frame, ask);
      if (done) {
        // Whoever has told the others can go on to the new room.
        isCopied = true;
        kept.write(() => box.classList.add("copied"));
      }
      tell(done ? words.copied : words.copyFailed);
      if (done && notice.tone === "calm") {
        // Of a room that the others know there is nothing more to say.
        ask({ kind: "dismiss", lasts: false });
        delay(kept.end, READ_MS);
      } else if (done) {
        ask({ kind: "told" });
      }
    };
    const housed = house(box, reply.style);
    const place = placer(housed.host, box);
    let isOpen = false;
    let isFolded = shape === "strip";
    const fold = () => {
      isOpen = box.classList.toggle("open");
      box.querySelector("#more")?.setAttribute("aria-expanded", `${isOpen}`);
    };
    /** Whether somebody is in the call, or ticks Jitsi's own box, who has read it. */
    const goesOn = () => {
      const before = own("querySelector", BEFORE);
      return (before ? real(before, "querySelector", "input:checked") : own("querySelector", CALL)) !== null;
    };
    /** @type {(stays: boolean) => boolean} */
    const arrange = (stays) => {
      if (shape === "hold") {
        return false;
      }
      const wasFolded = isFolded;
      isFolded ||= goesOn();
      /** @type {Form[]} */
      const forms = isOpen ? ["box", "sheet"] : isFolded ? ["strip"] : ["box", "sheet", "strip"];
      const placed = place(forms, `${isOpen} ${status.textContent}`, stays);
      if (isOpen && (isFolded !== wasFolded || placed?.isMore)) {
        // Whoever goes on, or the page itself, needs the room by now.
        fold();
        return arrange(false);
      }
      return placed?.isMoved === true;
    };
    const kept = keep({
      ...housed,
      frame: make("dialog", { "aria-labelledby": "title", tabindex: "-1" }),
      hold: shape === "hold",
      arrange,
      near: () => isTold && !frame.isConnected && kept.write(() => box.append(frame)),
      press: (pressed) => pressed && deeds.get(pressed)?.(),
      leave: () => leave(),
      lose,
      anew,
    });
    if (reply.brief) {
      // Whoever is on their way to it has the time.
      const go = () => (box.matches(":hover, :focus-within") ? delay(go, UNDO_MS) : kept.end());
      delay(go, UNDO_MS);
    }
    return kept;
  };

  Object.assign(globalThis.hushroom, { make, house, warn });
})();
