// On a Jitsi server's welcome page: says what a name is worth while it is typed.
//
// Jitsi's own elements are read and never touched. When they are not as expected, nothing is shown.

(() => {
  const shared = globalThis.hushroom;
  const { own, house, make } = shared;

  const LONGEST = 1000;

  let ask;
  let shown;
  let typed = "";

  function hide() {
    shown?.host.remove();
    shown = undefined;
  }

  // The page's own scripts may type too, but nobody needs advice then.
  async function judge({ target, isTrusted }) {
    if (!ask || !isTrusted || target?.id !== "enter_room_field" || typeof target.value !== "string") {
      return;
    }
    const name = target.value.slice(0, LONGEST);
    typed = name;
    const reply = name.trim() && (await ask({ kind: "judge", name }));
    if (typed === name) {
      reply?.kind === "judged" ? show(target, reply) : hide();
    }
  }

  function show(field, { tone, text, style, language, direction }) {
    if (!shown?.host.isConnected) {
      shown = house(make("div", { popover: "manual", role: "status" }), style);
      own("documentElement").append(shown.host);
      shown.box.showPopover();
    }
    shown.field = field;
    Object.assign(shown.box, {
      className: tone,
      lang: language,
      dir: direction,
      textContent: text,
    });
    follow();
  }

  function follow() {
    if (shown) {
      const { left, bottom, width } = shown.field.getBoundingClientRect();
      width || hide();
      Object.assign(shown?.box.style ?? {}, {
        left: `${left}px`,
        top: `${bottom + 8}px`,
        maxWidth: `${width}px`,
      });
    }
  }

  addEventListener("input", judge, true);
  addEventListener("focusin", judge, true);
  addEventListener("focusout", hide, true);
  addEventListener("scroll", follow, true);
  addEventListener("resize", follow);

  /** Advises on this page by asking with `how`; not at all without it. */
  shared.advise = (how) => {
    ask = how;
    // Somebody may have typed before the answer came.
    how ? judge({ target: own("activeElement"), isTrusted: true }) : hide();
  };
})();
