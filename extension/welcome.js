// On a Jitsi server's welcome page: says what a name is worth while it is typed.
//
// Jitsi's own elements are read and never touched. When they are not as expected, nothing is shown.

(() => {
  const shared = globalThis.hushroom;
  const { own, house, make } = shared;

  const LONGEST = 1000;
  // How long nothing more has to be typed before the advice is said to the ear.
  const PAUSE_MS = 800;

  let ask;
  let shown;
  let typed = "";
  let timer = 0;

  function hide() {
    typed = "";
    clearTimeout(timer);
    shown?.host.remove();
    shown = undefined;
  }

  // The page's own scripts may type too, but nobody needs advice then.
  async function judge({ target, isTrusted }) {
    if (!ask || !isTrusted || target?.id !== "enter_room_field" || typeof target.value !== "string") {
      return;
    }
    prepare(target);
    const name = target.value.slice(0, LONGEST);
    typed = name;
    clearTimeout(timer);
    const reply = name.trim() && (await ask({ kind: "judge", name }));
    // Meanwhile more may have been typed, or the field left.
    if (!shown || typed !== name) {
      return;
    }
    if (reply?.kind === "judged") {
      show(reply);
    } else {
      shown.box.hidePopover();
      shown.said.textContent = "";
    }
  }

  // What is said to the ear has to be there, and empty, before it says something.
  function prepare(field) {
    if (!shown?.host.isConnected) {
      const said = make("p", { role: "status" });
      const unseen = { clipPath: "inset(50%)", height: "1px", position: "fixed", width: "1px" };
      Object.assign(said.style, unseen);
      shown = { ...house(make("div", { popover: "manual" }), ""), said };
      shown.root.append(said);
      own("documentElement").append(shown.host);
    }
    shown.field = field;
  }

  function show({ tone, text, style, language, direction }) {
    const { box, root, said } = shown;
    root.querySelector("style").textContent = style;
    Object.assign(box, { className: tone, lang: language, dir: direction, textContent: text });
    box.showPopover();
    follow();
    timer = setTimeout(() => Object.assign(said, { lang: language, textContent: text }), PAUSE_MS);
  }

  function follow() {
    if (shown) {
      const { left, bottom, width } = shown.field.getBoundingClientRect();
      if (!width) {
        hide();
      }
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
    if (how) {
      void judge({ target: own("activeElement"), isTrusted: true });
    } else {
      hide();
    }
  };
})();
