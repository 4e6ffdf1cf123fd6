// What the page has open: in front of all else, or where Escape and other keys are meant for it.

(() => {
  // What takes Escape on a page while it is open.
  const OPEN =
    "dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true], [role=menu], [role=listbox], " +
    "[aria-expanded=true]:is([aria-haspopup], [role=combobox]), :popover-open";
  // Whatever the page has of these, shown or not.
  const DIALOGS = "dialog, [role=dialog], [role=alertdialog], [aria-modal=true]";
  // Where one looks what lies in front, as shares of the window.
  const SPOTS = [0.05, 0.275, 0.5, 0.725, 0.95];
  const FIELD = "input, select, textarea, [contenteditable], [role=textbox]";
  // Whether the browser tells what no hit test does, covers that let clicks through among them: Chromium does, Firefox
  // does not.
  const isTold = "isVisible" in IntersectionObserverEntry.prototype;

  const { own, real } = globalThis.hushroom;
  // Chromium's alone.
  const { dom } = chrome;
  // Firefox's alone.
  const rootOf = Object.getOwnPropertyDescriptor(Element.prototype, "openOrClosedShadowRoot")?.get;

  // What was opened in the top layer, where what came last is in front. Full screen, which `:modal` means too, is told of
  // wherever it is.
  const ON_TOP = ":popover-open, dialog:modal";
  // What opens the list of a select, which a page may style, or a calendar, or colours, and tells nobody.
  const LISTS = ":is(select, input):open";

  const isOnTop = (/** @type {Element} */ element) => real(element, "matches", ON_TOP);

  const isShown = (/** @type {Element} */ element) =>
    real(element, "checkVisibility", { visibilityProperty: true });

  /**
   * The shadow root of `element`, though the page closed it: Firefox has it in content scripts, Chromium for HTML, and
   * throws once the extension is gone.
   */
  const inside = (/** @type {Element} */ element) => {
    if (rootOf) {
      return rootOf.call(element);
    }
    return chrome.runtime?.id && element instanceof HTMLElement ? dom?.openOrClosedShadowRoot(element) : null;
  };

  /**
   * The shadow roots below `elements`, but for the one in `but`.
   * @param {Iterable<Element>} elements
   * @param {Element} but
   * @returns {Generator<ShadowRoot>}
   */
  function* rootsBelow(elements, but) {
    for (const element of elements) {
      const inner = element === but ? null : inside(element);
      if (inner) {
        yield inner;
        yield* rootsBelow(inner.querySelectorAll("*"), but);
      }
    }
  }

  const roots = (/** @type {Element} */ but) => [...rootsBelow(own("querySelectorAll", "*"), but)];

  /** @type {Hushroom["unheard"]} */
  const unheard = (isHeard, but) => {
    const below = roots(but);
    const all = below.flatMap((root) => [...root.querySelectorAll("*")]);
    const lingers = (/** @type {Element} */ element) =>
      /** @type {{ overlay?: string }} */ (getComputedStyle(element)).overlay === "auto" && !isOnTop(element);
    const lists = CSS.supports(`selector(${LISTS})`) ? own("querySelectorAll", LISTS) : [];
    return {
      open: [...(isHeard ? [] : own("querySelectorAll", ON_TOP)), ...all.filter(isOnTop)],
      lingering: [...lists, ...all.filter(lingers)],
    };
  };

  /** @type {Hushroom["isInert"]} */
  const isInert = (but) => {
    const [html, full] = [own("documentElement"), own("fullscreenElement")];
    return (
      Boolean(full && !real(full, "contains", but)) ||
      // Chromium's alone.
      (html &&
        /** @type {{ interactivity?: string }} */ (getComputedStyle(html)).interactivity === "inert") ||
      unheard(false, but).open.some((element) => real(element, "matches", "dialog:modal"))
    );
  };

  /** What lies in front at spots all over the window: what no observer tells changes that, a menu that closes say. */
  const inFront = () =>
    SPOTS.flatMap((x) => SPOTS.map((y) => own("elementFromPoint", innerWidth * x, innerHeight * y)));

  /** @type {Hushroom["changed"]} */
  const changed = (but) => {
    const before = inFront();
    let isChanged = false;
    const changes = new MutationObserver(() => {
      isChanged = true;
    });
    const all = { attributes: true, characterData: true, childList: true, subtree: true };
    changes.observe(document, all);
    for (const root of roots(but)) {
      changes.observe(root, all);
    }
    return () => {
      isChanged ||= changes.takeRecords().length > 0;
      changes.disconnect();
      return isChanged || inFront().some((element, at) => element !== before[at]);
    };
  };

  /** The element that has the focus, in whatever root. */
  function focused() {
    let at = own("activeElement");
    for (let inner = at; inner; inner = inside(at)?.activeElement ?? null) {
      at = inner;
    }
    return at;
  }

  /** @type {Hushroom["complains"]} */
  const complains = () => {
    const at = /** @type {HTMLElement | null} */ (focused());
    return at && real(at, "matches", ":invalid") ? at : null;
  };

  /** @type {Hushroom["isTaken"]} */
  function isTaken(but) {
    const at = focused();
    return Boolean(
      own("designMode") === "on" ||
        (at && real(at, "closest", FIELD)) ||
        [...own("querySelectorAll", OPEN)].some(isShown) ||
        roots(but).some((root) => [...root.querySelectorAll(OPEN)].some(isShown)),
    );
  }

  Object.assign(globalThis.hushroom, {
    DIALOGS,
    isTold,
    isOnTop,
    isShown,
    isTaken,
    isInert,
    unheard,
    complains,
    changed,
  });
})();
