// On a Jitsi server's welcome page: says what a name is worth while it is typed.
//
// Jitsi's own elements are read and never touched. When they are not as expected, nothing is shown.

(() => {
  const { own, house, lastingly, make } = globalThis.hushroom;

  // Maximum length of a name that is judged, in UTF-16 units. Chosen because no name that is typed is as long.
  const LONGEST = 1000;
  // How long nothing more has to be typed before the advice is said to the ear, in milliseconds.
  const PAUSE_MS = 800;
  // What only a person causes. What a script of the page types looks like it, and would have the advice tell the page
  // that Hushroom is there.
  const BY_HAND = ["compositionstart", "drop", "keydown", "paste"];

  /** @type {Ask | null} */
  let ask = null;
  /** @type {House & { said: HTMLElement } | null} */
  let shown = null;
  /** @type {HTMLInputElement | null} The field that somebody types into. */
  let field = null;
  let typed = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function hide() {
    typed = "";
    clearTimeout(timer);
    shown?.host.remove();
    shown = null;
  }

  const onHand = (/** @type {Event} */ { isTrusted, target }) => {
    const input = /** @type {HTMLInputElement} */ (target);
    if (isTrusted && input.id === "enter_room_field" && typeof input.value === "string") {
      field = input;
    }
  };

  const onInput = (/** @type {Event} */ { target }) => {
    if (target === field) {
      void judge();
    }
  };

  const onLeave = () => {
    field = null;
    hide();
  };

  async function judge() {
    if (!ask || !field) {
      return;
    }
    const place = prepare();
    const name = field.value.slice(0, LONGEST);
    typed = name;
    clearTimeout(timer);
    const reply = name.trim() ? await ask({ kind: "judge", name }) : null;
    // Meanwhile more may have been typed, or the field left.
    if (shown !== place || typed !== name) {
      return;
    }
    if (reply?.kind === "judged") {
      show(place, reply);
    } else {
      place.box.hidePopover();
      place.said.textContent = "";
    }
  }

  /** What is said to the ear has to be there, and empty, before it says something. */
  function prepare() {
    if (!shown?.host.isConnected) {
      const said = make("p", { role: "status" });
      const unseen = { clipPath: "inset(50%)", height: "1px", position: "fixed", width: "1px" };
      Object.assign(said.style, unseen);
      shown = { ...house(make("div", { popover: "manual" }), ""), said };
      shown.root.append(said);
      own("documentElement").append(shown.host);
    }
    return shown;
  }

  /**
   * @param {NonNullable<typeof shown>} place
   * @param {import("./types/messages").Judged} judged
   */
  function show({ box, root, said }, { tone, text, style, language, direction }) {
    const sheet = root.querySelector("style");
    if (sheet) {
      sheet.textContent = style;
    }
    Object.assign(box, { className: tone, lang: language, dir: direction, textContent: text });
    box.showPopover();
    follow();
    timer = setTimeout(() => Object.assign(said, { lang: language, textContent: text }), PAUSE_MS);
  }

  function follow() {
    if (!shown || !field) {
      return;
    }
    const { left, bottom, width } = field.getBoundingClientRect();
    if (width) {
      Object.assign(shown.box.style, { left: `${left}px`, top: `${bottom + 8}px`, maxWidth: `${width}px` });
    } else {
      hide();
    }
  }

  lastingly(() => {
    for (const kind of BY_HAND) {
      addEventListener(kind, onHand, true);
    }
    addEventListener("input", onInput, true);
    addEventListener("focusout", onLeave, true);
    addEventListener("scroll", follow, true);
    addEventListener("resize", follow);
  });

  globalThis.hushroom.advise = (how) => {
    ask = how;
    if (how) {
      // Somebody may have typed before the answer came.
      void judge();
    } else {
      hide();
    }
  };
})();
