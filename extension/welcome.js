// On a Jitsi server's welcome page: says what a name is worth while it is typed.
//
// Jitsi's own elements are read and never touched. When they are not as expected, nothing is shown.

(() => {
  const { own, real, delay, freest, house, lastingly, make, pressable } = globalThis.hushroom;

  // Maximum length of a name that is judged, in UTF-16 units. Chosen because no name that is typed is as long.
  const LONGEST = 1000;
  // Between the advice and what it keeps clear of, and between two places that are tried for it, in CSS pixels.
  const GAP = 8;
  // Maximum distance of the advice from the field, in CSS pixels. Chosen because what is farther away is not seen.
  const FARTHEST = 160;
  // Maximum number of texts of the page that it keeps clear of. Chosen because a welcome page has a tenth of it.
  const MOST = 500;
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
  // What prevents that the advice is spoken.
  let stop = () => {};
  // The page may show a hint of its own after the advice, which is no part of what is watched. Once a frame is enough.
  const CHANGES = {
    attributeFilter: ["class", "style"],
    characterData: true,
    childList: true,
    subtree: true,
  };
  const changes = new MutationObserver(() => {
    changes.disconnect();
    requestAnimationFrame(follow);
  });

  function hide() {
    typed = "";
    stop();
    changes.disconnect();
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
    stop();
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
      real(own("documentElement"), "append", shown.host);
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
    stop = delay(() => Object.assign(said, { lang: language, textContent: text }), PAUSE_MS);
  }

  function follow() {
    if (!shown || !field) {
      return;
    }
    const { host, box } = shown;
    const { left, top: upper, bottom, width: wide } = field.getBoundingClientRect();
    if (!wide) {
      hide();
      return;
    }
    box.style.maxWidth = `${wide}px`;
    const { width, height } = box.getBoundingClientRect();
    // Its shadow covers nothing either.
    const high = height + 2 * GAP;
    /** @type {[number, number][]} */
    const spots = [];
    for (let away = 0; away < FARTHEST; away += GAP) {
      spots.push([left - GAP, bottom + away], [left - GAP, upper - away - high]);
    }
    const inside = spots.filter(([, at]) => at >= -GAP && at + high <= innerHeight + GAP);
    const { x, y, covered } = freest([width + 2 * GAP, high], inside, [
      ...pressable(host).areas,
      ...written(),
    ]);
    // Where there is no room, it is said to the ear alone.
    const visibility = covered ? "hidden" : "visible";
    Object.assign(box.style, { left: `${x + GAP}px`, top: `${y + GAP}px`, visibility });
    changes.observe(document, CHANGES);
  }

  /** Where the page has something to read, such as Jitsi's own hint below the field. */
  function written() {
    const texts = own("createTreeWalker", own("body"), NodeFilter.SHOW_TEXT);
    const range = own("createRange");
    /** @type {Area[]} */
    const areas = [];
    for (let text = texts.nextNode(); text && areas.length < MOST; text = texts.nextNode()) {
      if (text.nodeValue?.trim()) {
        range.selectNodeContents(text);
        const { left, top: upper, right, bottom, width } = range.getBoundingClientRect();
        if (width) {
          areas.push([left, upper, right, bottom]);
        }
      }
    }
    return areas;
  }

  lastingly(() => {
    for (const kind of BY_HAND) {
      addEventListener(kind, onHand, true);
    }
    addEventListener("input", onInput, true);
    addEventListener("focusout", onLeave, true);
    addEventListener("scroll", follow, true);
    addEventListener("resize", follow, true);
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
