// Keeps the warning in sight, on a page that may not want it seen.
//
// The page can reach the host element, never its closed shadow root. The warning is put back as often as it takes
// to be in sight. A page that does not let it rest there wins for a minute, and the toolbar icon says so.

(() => {
  // Maximum number of times that the warning is put back without having rested in sight since. Chosen because no
  // page does that by accident, and because it takes a page that goes on 5 seconds.
  const TRIES = 10;
  // For how long a warning has to be in sight before a press counts, in milliseconds; how often one looks, too.
  const SEEN_MS = 500;
  // For how long a page that won is left alone, in milliseconds.
  const REST_MS = 60_000;
  const HEARD =
    "click auxclick contextmenu pointerover pointerdown pointerup mousedown mouseup touchstart touchend keydown " +
    "keyup copy focusin focusout beforetoggle toggle fullscreenchange resize";
  // What takes Escape on a page while it is open.
  const OPEN =
    "dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true], [role=menu], [role=listbox], " +
    "[aria-expanded=true], :popover-open";
  const FIELD = "input, select, textarea, [contenteditable], [role=textbox]";
  const ACROSS = [0.06, 0.35, 0.65, 0.94];
  const DOWN = [0.1, 0.5, 0.9];
  // Whether the browser tells what no hit test does, covers that let clicks through among them: Chromium does.
  const isTold = "isVisible" in IntersectionObserverEntry.prototype;

  // An element of the page may bear this name.
  if (!Object.hasOwn(globalThis, "hushroom")) {
    Object.defineProperty(globalThis, "hushroom", { value: {} });
  }

  /**
   * The document's own member: a page that names an element like it hides it from us too.
   * @type {Hushroom["own"]}
   */
  const own = (name, ...given) => {
    const { get, value } = Object.getOwnPropertyDescriptor(Document.prototype, name) ?? {};
    return get ? get.call(document) : value?.apply(document, given);
  };

  /**
   * A member of an element as its kind has it: a form has fields of its own before it, and one may be named like that.
   * @type {Hushroom["real"]}
   */
  const real = (element, name, ...given) => {
    const member = Reflect.get(Object.getPrototypeOf(element), name, element);
    return typeof member === "function" ? member.apply(element, given) : member;
  };

  // document.open() drops all listeners, and gives the document another element. A page that does so has its own
  // listeners first from then on.
  /** @type {(() => void)[]} */
  const registered = [];
  let isWrittenAnew = false;
  new MutationObserver(() => {
    isWrittenAnew = true;
    for (const register of registered) {
      register();
    }
  }).observe(document, { childList: true });

  /**
   * Calls `register`, which adds listeners, now and whenever they may have been dropped.
   * @type {Hushroom["lastingly"]}
   */
  const lastingly = (register) => {
    registered.push(register);
    register();
  };

  // How often a warning was put back without having rested in sight since, whatever the page called itself meanwhile.
  let tries = 0;

  // Registered before any script of the page runs, which then cannot swallow a click first.
  let listener = (/** @type {Event} */ _event) => {};
  const onEvent = (/** @type {Event} */ event) => listener(event);
  lastingly(() => {
    for (const kind of HEARD.split(" ")) {
      addEventListener(kind, onEvent, true);
    }
  });

  /**
   * Whether `element` was opened in the top layer, where what came last is in front. Full screen, which `:modal` means
   * too, is told of wherever it is. Forms may have a `matches` of their own.
   */
  const isOnTop = (/** @type {Element} */ element) =>
    Element.prototype.matches.call(element, ":popover-open, dialog:modal");

  const isShown = (/** @type {Element} */ element) =>
    Element.prototype.checkVisibility.call(element, { visibilityProperty: true });

  /**
   * What was put on top unheard: in shadow roots below `elements`, and where the page may keep events from us.
   * @param {Iterable<Element>} elements
   * @param {boolean} isHeard
   * @returns {Generator<Element>}
   */
  function* unheard(elements, isHeard) {
    for (const element of elements) {
      if (!isHeard && isOnTop(element)) {
        yield element;
      }
      // Firefox has it in content scripts.
      const inner = element.openOrClosedShadowRoot;
      if (inner) {
        yield* unheard(inner.querySelectorAll("*"), false);
      }
    }
  }

  /**
   * Shows `box`, a popover in the closed shadow `root` of `host`, until `end` is called, of what it
   * returns; in the dialog `frame` when it has to be modal.
   * `press` is told of the button that the user could see and pressed, `leave` of Escape, `lose` whether the page
   * has won or the warning is in sight again. `arrange` moves it out of the way, and says whether it did. `hold` keeps
   * the page from being used meanwhile.
   * @type {Hushroom["keep"]}
   */
  const keep = ({ host, root, frame, box, hold, arrange, press, leave, lose }) => {
    let modal = hold;
    let justMended = false;
    let covered = false;
    let isLost = false;
    let chores = 0;
    // Since when a press would count, and since when it is in sight, where it may have been moved by us.
    let since = 0;
    let inSight = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    /** @type {HTMLElement | null} Where the focus was before it came into the warning. */
    let before = null;
    /** @type {Map<string, [string, string]>} The page's own value of each property, and its priority. */
    const undone = new Map();
    const changes = new MutationObserver(() => look());
    // In a frame it is the page around that may scale or fade it, and a press is not trusted as far.
    const isTop = self === top;
    const eye = new IntersectionObserver(
      (seen) => {
        covered = isTop && seen.at(-1)?.isVisible === false;
        if (covered) {
          unsettle();
        }
      },
      { trackVisibility: true, delay: 100 },
    );

    function unsettle() {
      since = 0;
      inSight = 0;
    }

    function put() {
      const html = own("documentElement");
      // Without one there is nothing to be seen, of the page either.
      if (!html) {
        return;
      }
      const focused = /** @type {HTMLElement | null} */ (root.activeElement);
      if (host.parentNode !== html) {
        real(html, "append", host);
      }
      if (box.matches(":popover-open")) {
        box.hidePopover();
      }
      if (modal) {
        frame.close();
        root.append(frame);
        frame.append(box);
        frame.showModal();
      }
      box.showPopover();
      focused?.focus({ preventScroll: true });
      unsettle();
      changes.disconnect();
      changes.observe(document, { childList: true });
      changes.observe(html, { childList: true, attributeFilter: ["aria-hidden", "inert"] });
      changes.observe(host, { attributes: true });
      eye.observe(box);
    }

    /** Whether the warning is in front wherever one looks. */
    function isSeen() {
      const html = own("documentElement");
      const { left, top: upper, width, height } = box.getBoundingClientRect();
      const inFront = (/** @type {number} */ x, /** @type {number} */ y) =>
        own("elementFromPoint", x, y) === host && box.contains(root.elementFromPoint(x, y));
      return (
        !covered &&
        html &&
        // What a page writes again and again keeps it from whoever listens.
        !real(html, "hasAttribute", "aria-hidden") &&
        !host.hasAttribute("aria-hidden") &&
        // It paints over everything, and may let clicks through.
        !own("activeViewTransition") &&
        // Firefox applies it to the top layer too.
        (isTold || !isTop || getComputedStyle(html).filter === "none") &&
        width >= Math.min(240, innerWidth / 2) &&
        height >= 40 &&
        ACROSS.every((x) => DOWN.every((y) => inFront(left + width * x, upper + height * y)))
      );
    }

    function lookAgain() {
      timer = setTimeout(lookAgain, SEEN_MS);
      chores = 0;
      settle();
      look(true);
    }

    /**
     * Has it stand where it is in nobody's way. What comes to lie beneath a finger was not meant by it.
     * Whoever walks through its buttons finds the next one where it was, unless it `must` change.
     */
    function settle(must = false) {
      try {
        if (host.isConnected && (must || !root.activeElement) && arrange()) {
          since = 0;
        }
      } catch (error) {
        // What the page makes of its elements is not to end the looks.
        console.error("Hushroom could not place its warning:", error);
      }
    }

    /** Whether a press counts that comes now. */
    const counts = () => since > 0 && performance.now() - since >= SEEN_MS && isSeen();

    /** Puts the focus back where it was before it came into the warning. */
    function giveBack() {
      if (root.activeElement && before) {
        real(before, "focus", { preventScroll: true });
      }
    }

    /**
     * Whether something of the page is open or typed into, which this Escape is meant for.
     * @param {Event} event
     */
    function isTaken(event) {
      const at = /** @type {Element} */ (event.composedPath()[0]);
      return (
        (at instanceof Element && real(at, "closest", FIELD)) ||
        [...own("querySelectorAll", OPEN)].some(isShown)
      );
    }

    /**
     * Hears a key; whether it was meant for the warning and for nothing else.
     * @param {KeyboardEvent} event
     * @param {boolean} mine
     */
    function onKey(event, mine) {
      if (event.key === "F6" && !event.shiftKey) {
        const first = /** @type {HTMLElement | undefined} */ (
          [...box.querySelectorAll("button")].find(isShown)
        );
        if (mine) {
          giveBack();
        } else {
          first?.focus({ preventScroll: true });
        }
        return true;
      }
      if (event.key !== "Escape" || (!mine && isTaken(event))) {
        return false;
      }
      // The page's own listeners come first, but for what is pressed in the warning.
      setTimeout(() => {
        if (!hold && (mine || !event.defaultPrevented) && !clear() && counts()) {
          leave();
        }
      });
      return mine || modal;
    }

    /** Looks whether the warning is in sight; `isTimed` when it does so every [SEEN_MS]. */
    function look(isTimed = false) {
      try {
        inspect(isTimed);
      } catch (error) {
        // What cannot be looked at is not seen.
        console.error("Hushroom could not look at its warning:", error);
        count();
      }
    }

    function inspect(/** @type {boolean} */ isTimed) {
      clean();
      // Whatever the page is zoomed to, the warning is not; nor is it small because a phone shows much of the page.
      const scale = Math.min(globalThis.visualViewport?.scale || 1, 1);
      const zoom = `${1 / (host.currentCSSZoom || 1) / scale}`;
      if (box.style.zoom !== zoom) {
        box.style.zoom = zoom;
      }
      if (own("visibilityState") !== "visible" || innerWidth < 200 || innerHeight < 120) {
        unsettle();
      } else if (isSeen()) {
        const now = performance.now();
        justMended = false;
        since ||= now;
        inSight ||= now;
        if (now - inSight >= SEEN_MS) {
          tries = 0;
          if (isLost) {
            isLost = false;
            lose(false);
          }
        } else if (isTimed) {
          count();
        }
      } else if (own("documentElement") && count()) {
        mend();
      }
    }

    /** Takes away what the page writes on the host, of use to nobody, and what keeps the whole page from people. */
    function clean() {
      const html = own("documentElement");
      for (const { name, ownerElement } of [...host.attributes, ...(html ? real(html, "attributes") : [])]) {
        const isNeedless = ownerElement === host || name === "aria-hidden" || name === "inert";
        // A page that writes it again at once is not to be kept busy with that for ever.
        if (isNeedless && chores < TRIES) {
          chores += 1;
          ownerElement?.removeAttribute(name);
        }
      }
    }

    /** Counts that the warning does not rest in sight; whether the page has not yet won. */
    function count() {
      tries += 1;
      if (tries <= TRIES) {
        return true;
      }
      tries = 0;
      isLost = true;
      lose(true);
      end();
      timer = setTimeout(start, REST_MS);
      return false;
    }

    function mend() {
      // What an update of the extension left behind stands as long as nobody minds.
      if (!chrome.runtime?.id) {
        end();
        return;
      }
      // Where a modal dialog of the page makes all else inert, only another one can be used.
      modal ||= justMended && host.isConnected;
      justMended = host.isConnected;
      own("activeViewTransition")?.skipTransition();
      // In a frame, a page may hide itself to protect the user from its parent.
      if (isTop) {
        const html = own("documentElement");
        const style = getComputedStyle(html);
        undo("display", "block", style.display === "none");
        undo("content-visibility", "visible", style.contentVisibility === "hidden");
        undo("filter", "none", !isTold && style.filter !== "none");
      }
      put();
    }

    /**
     * Has `name` of the page's own element be `value` as long as the warning stands, at once.
     * @param {string} name
     * @param {string} value
     * @param {boolean} isNeeded
     */
    function undo(name, value, isNeeded) {
      const style = real(own("documentElement"), "style");
      if (isNeeded) {
        for (const [each, its] of [
          ["transition", "none"],
          [name, value],
        ]) {
          if (!undone.has(each)) {
            undone.set(each, [style.getPropertyValue(each), style.getPropertyPriority(each)]);
          }
          style.setProperty(each, its, "important");
        }
      }
    }

    /** Closes what may lie over the warning unheard, as a press beside a menu closes it; whether there was any. */
    function clear() {
      const over = isTold ? [] : [...unheard(own("querySelectorAll", "*"), !isWrittenAnew)];
      const others = over.filter((element) => element !== box && element !== frame);
      for (const element of others) {
        const isDialog = element instanceof HTMLDialogElement && !element.matches(":popover-open");
        (isDialog ? HTMLDialogElement.prototype.close : HTMLElement.prototype.hidePopover).call(element);
      }
      if (others.length) {
        unsettle();
      }
      return others.length > 0;
    }

    /** @param {Event & Partial<ToggleEvent & KeyboardEvent & MouseEvent & FocusEvent>} event */
    function hear(event) {
      const { type } = event;
      const target = /** @type {Element} */ (event.target);
      const mine = target === host;
      if (!event.isTrusted && !mine) {
        // Whatever a script of the page says of it, nothing has happened.
        return;
      }
      if (type === "beforetoggle" || type === "toggle" || type === "fullscreenchange") {
        // Whatever its size, it may paint over the warning.
        if (event.newState !== "closed" && !(type === "toggle" && !isOnTop(target))) {
          unsettle();
          if (type !== "beforetoggle" && !isTold) {
            put();
          }
        }
      } else if (type === "resize") {
        settle(true);
      } else if (type === "keydown" && event.isTrusted && onKey(/** @type {KeyboardEvent} */ (event), mine)) {
        event.stopImmediatePropagation();
        event.preventDefault();
      } else if (mine) {
        // What is meant for us is none of the page's business, nor can it keep it from us.
        event.stopImmediatePropagation();
        if (type === "mousedown") {
          // A press with the pointer leaves the focus where it is: whoever goes on typing types where they did.
          event.preventDefault();
        } else if (type === "focusin") {
          before = /** @type {HTMLElement | null} */ (event.relatedTarget) ?? before;
        }
        const isPress = event.isTrusted && type === "click";
        if ((isPress || type === "pointerover" || type === "pointerdown") && clear()) {
          return;
        }
        if (isPress && counts()) {
          // A double press is one, and what stands there afterwards was not seen yet.
          since = performance.now();
          const at = event.detail
            ? root.elementFromPoint(event.clientX ?? 0, event.clientY ?? 0)
            : root.activeElement;
          press(at?.closest("button"));
        }
      } else if (type === "focusin" || type === "click") {
        // A dialog of the page takes the focus.
        requestAnimationFrame(() => settle());
      }
    }

    function start() {
      listener = hear;
      put();
      settle(true);
      look();
      timer = setTimeout(lookAgain, SEEN_MS);
    }

    function end() {
      clearTimeout(timer);
      changes.disconnect();
      eye.disconnect();
      listener = () => {};
      giveBack();
      host.remove();
      const html = own("documentElement");
      const style = html && real(html, "style");
      for (const [name, [value, priority]] of undone) {
        style?.setProperty(name, value, priority);
      }
      undone.clear();
    }

    start();
    return { end, settle };
  };

  Object.assign(globalThis.hushroom, { own, real, keep, lastingly });
})();
