// Builds the warning that the background answered.

(() => {
  const { own, keep } = globalThis.hushroom;

  const make = (tag, attributes, ...children) => {
    const element = own("createElement", tag);
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };

  /** A host whose closed shadow root holds `box`, with a style sheet of its own. */
  const house = (box, style) => {
    const host = make("div", {});
    const root = host.attachShadow({ mode: "closed" });
    const sheet = make("style", {});
    // Firefox lets an extension's style pass the page's policy when it is set in this way only.
    sheet.textContent = style;
    root.append(sheet, box);
    return { host, root, box };
  };

  /** Copies `text`; the page may have forbidden the newer way. */
  async function copies(text, place) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = make("textarea", { readonly: "" });
      field.value = text;
      place.append(field);
      field.select();
      const done = own("execCommand", "copy");
      field.remove();
      return done;
    }
  }

  /**
   * Shows `reply`, until the function is called that it returns. `ask` asks the background; `left` is told that
   * the user put the warning away.
   */
  const warn = (reply, ask, left) => {
    const { notice, choices, words } = reply;
    const status = make("p", { id: "status", role: "status" });
    const actions = make("div", { class: "actions" });
    const offer = (offered) =>
      actions.replaceChildren(
        ...offered.map(({ id, label, quiet }) =>
          make("button", { id, type: "button", class: quiet ? "quiet" : "" }, label),
        ),
      );
    const box = make(
      "section",
      {
        id: "warning",
        class: `${notice.tone} ${reply.shape}`,
        popover: "manual",
        lang: words.language,
        dir: words.direction,
        "aria-label": words.product,
      },
      make(
        "div",
        { role: "alert" },
        make("p", { class: "product" }, words.product),
        make("p", { id: "title" }, notice.title),
        make("ul", { id: "reasons" }, ...notice.reasons.map((reason) => make("li", {}, reason))),
        make("p", { id: "advice" }, notice.advice),
      ),
      actions,
      status,
      make("button", { id: "close", type: "button", "aria-label": words.close }, "×"),
    );
    const leave = () => {
      end();
      left();
      ask({ kind: "dismiss" });
    };
    const acts = {
      "safe-room": async () => {
        // A page can stop what a script starts, not what the browser does.
        if ((await ask({ kind: "move", to: reply.safeLink }))?.kind !== "done") {
          location.assign(reply.safeLink);
        }
      },
      "go-back": () => ask({ kind: "back", alone: history.length === 1 }),
      "join-anyway": leave,
      close: leave,
      never: () => change("silence", reply.silenced, words.silenced),
      undo: () => change("undo", choices, ""),
    };
    const copy = async (text) => {
      status.textContent = (await copies(text, box)) ? words.copied : words.copyFailed;
    };
    const change = async (kind, offered, said) => {
      if ((await ask({ kind }))?.kind === "done") {
        const hadFocus = actions.contains(box.getRootNode().activeElement);
        offer(offered);
        status.textContent = said;
        // Whoever pressed by keyboard goes on with the way back.
        if (hadFocus) {
          actions.querySelector("#undo, #never")?.focus();
        }
      }
    };
    offer(choices);
    const end = keep({
      ...house(box, reply.style),
      frame: make("dialog", { "aria-labelledby": "title" }),
      hold: reply.shape === "hold",
      press: (button) => {
        const copied = choices.find(({ id }) => id === button?.id)?.copies;
        return copied ? copy(copied) : acts[button?.id]?.();
      },
      leave,
      lose: () => ask({ kind: "hidden" }),
    });
    return end;
  };

  Object.assign(globalThis.hushroom, { make, house, warn });
})();
