// Keeps the warning in sight, on a page that may not want it seen.
//
// The page can reach the host element, and in Firefox its closed shadow root. The warning is put back as often as it takes
// to be in sight, and made anew when the page changes it. A page that does not let it rest wins for a minute, and the toolbar
// icon says so.

(() => {
  // Maximum number of times that the warning is found out of sight and put back, beyond those that it is found in sight.
  // Chosen because no page does that by accident, and because it takes a page that goes on 5 seconds.
  const TRIES = 10;
  // How often one glimpses between two looks, in milliseconds, on average: nobody takes in what is shown for less.
  const GLIMPSE_MS = 80;
  // For how long a page that won is left alone, in milliseconds.
  const REST_MS = 60_000;
  const HEARD =
    "click auxclick contextmenu pointerover pointerdown pointerup mousedown mouseup touchstart touchend keydown " +
    "keyup copy focusin focusout focus beforetoggle toggle fullscreenchange resize";
  // In a smaller window nothing can be read, in CSS pixels at the size that the browser gives them.
  const SMALLEST = 120;
  const { own, real, lastingly, delay, soon, isOnTop, isInert, unhide, seen, sight, keys, whole } =
    globalThis.hushroom;

  // How often a warning was found out of sight, less how often it was found in sight since, whatever the page called
  // itself meanwhile.
  let tries = 0;
  // Whether the page has won since it was last in sight for long enough.
  let isLost = false;

  // Registered before any script of the page runs, which then cannot swallow a click first.
  let listener = (/** @type {Event} */ _event) => {};
  const onEvent = (/** @type {Event} */ event) => listener(event);
  lastingly(() => {
    for (const kind of HEARD.split(" ")) {
      addEventListener(kind, onEvent, true);
    }
  });

  /**
   * Shows `box`, a popover in the closed shadow `root` of `host`, until `end` is called, of what it
   * returns; in the dialog `frame` when it has to be modal.
   * `near` is told that somebody is at it, `press` of the button that the user could see and pressed, `leave` of
   * Escape, `lose` whether the page has won or the warning is in sight again. `arrange` moves it out of the way, and
   * says whether it did; `anew` makes another in its place. `hold` keeps the page from being used meanwhile.
   * @type {Hushroom["keep"]}
   */
  const keep = ({ host, root, frame, box, hold, arrange, near, press, leave, lose, anew }) => {
    let modal = hold;
    // Whether the page writes again at once what is taken away from its element and from the host.
    let isWritten = false;
    const { SEEN_MS, unsettle, notice, move, startAnew, glimpse, stoodBefore, isSteady } = seen(box);
    // What was opened on top in front of which the warning came before anything was painted.
    const below = new WeakSet();
    // What prevents the next glimpse, and when one looks again: every SEEN_MS on average.
    let stop = () => {};
    let due = 0;
    const written = unhide(host);
    const changes = new MutationObserver(() => look());
    const { isSeen, isPaintedOver, covers, uncover, watch, rest } = sight(
      { host, root, box },
      (isCovered) => {
        if (isCovered) {
          unsettle();
        } else {
          glance();
        }
      },
    );

    const { guard, isWhole, write, release } = whole({ root, box, frame }, () => look());

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
      // Nothing has told the page of the root yet.
      guard();
      if (box.matches(":popover-open")) {
        box.hidePopover();
      }
      frame.close();
      if (modal) {
        root.append(frame);
        frame.append(box);
        frame.showModal();
      } else if (frame.contains(box)) {
        frame.replaceWith(box);
      }
      box.showPopover();
      // When it has to be modal, whoever was typing presses none of its buttons.
      (focused ?? (modal ? frame : null))?.focus({ preventScroll: true });
      changes.disconnect();
      changes.observe(document, { childList: true });
      changes.observe(html, { childList: true, attributeFilter: ["aria-hidden", "inert"] });
      changes.observe(host, { attributes: true });
      watch();
    }

    const glance = () => {
      if (isSeen()) {
        notice(isWritten);
      }
    };

    /** Glimpses, and looks where it is time to: neither look tells of what painted over it between them. */
    function lookAgain() {
      glimpse(() => {
        const now = performance.now();
        const isTimed = now >= due;
        due = isTimed ? now + soon(SEEN_MS) : due;
        stop = delay(lookAgain, Math.min(soon(GLIMPSE_MS), due - now));
        settle();
        if (isTimed) {
          isWritten = written.isAgain();
          look(true);
        } else if (isPaintedOver()) {
          unsettle();
        } else if (!isWhole()) {
          look();
        }
      });
    }

    /**
     * Has it stand where it is in nobody's way. What comes to lie beneath a finger was not meant by it.
     * Whoever walks through its buttons finds the next one where it was, unless it `must` change, or covers something new.
     */
    function settle(must = false) {
      try {
        if (host.isConnected && write(() => arrange(!must && root.activeElement !== null))) {
          move();
        }
      } catch (error) {
        // What the page makes of its elements is not to end the looks.
        console.error("Hushroom could not place its warning:", error);
      }
    }

    /** Whether a press counts. */
    const counts = (/** @type {Event} */ made) => stoodBefore(made) && isSeen() && (isWhole() || remake());

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
      if (!isWhole()) {
        remake();
        return;
      }
      written.clean();
      // Whatever the page is zoomed to, the warning is not; nor is it small because a phone shows much of the page.
      const scale = globalThis.visualViewport?.scale || 1;
      const zoom = `${1 / (host.currentCSSZoom || 1) / Math.min(scale, 1)}`;
      if (box.style.zoom !== zoom) {
        write(() => {
          box.style.zoom = zoom;
        });
      }
      // A page that says on a phone that it is narrow is shown so much larger.
      const smallest = SMALLEST / scale;
      if (own("visibilityState") !== "visible" || innerWidth < smallest || innerHeight < smallest) {
        unsettle();
      } else if (isSeen()) {
        if (isTimed && isBeneath(covers())) {
          unsettle();
        } else {
          notice(isWritten);
        }
        if (isTimed && isWritten) {
          count(true);
        } else if (isTimed) {
          tries = Math.max(0, tries - 1);
          if (isLost && isSteady()) {
            isLost = false;
            lose(false);
          }
          // Once the page's own dialog is closed, the rest of the page is of use again.
          if (modal && !needsModal()) {
            modal = false;
            put();
            giveBack();
          }
        }
      } else if (own("documentElement") && count()) {
        mend();
      }
    }

    /** Counts that the warning does not rest in sight; whether the page has not yet won. It goes then, unless it `stays`. */
    function count(stays = false) {
      tries += 1;
      if (tries <= TRIES) {
        return true;
      }
      tries = 0;
      isLost = true;
      lose(true);
      if (!stays) {
        end();
        stop = delay(anew, REST_MS);
      }
      return false;
    }

    /** Takes away what the page has changed, and has another made: what is pressed of this one does not count. */
    function remake() {
      if (!chrome.runtime?.id) {
        end();
      } else if (count()) {
        end();
        stop = delay(anew, 0);
      }
      return false;
    }

    function mend() {
      // What an update of the extension left behind stands as long as nobody minds.
      if (!chrome.runtime?.id) {
        end();
        return;
      }
      modal = needsModal();
      const transition = own("activeViewTransition");
      transition?.skipTransition();
      // In a frame, a page may hide itself to protect the user from its parent.
      if (self === top) {
        written.show();
      }
      unsettle();
      put();
      // Whatever was in front is not any more; a press counts half a second from now, and not from the next look.
      if (transition) {
        transition.finished.then(glance, glance);
      } else {
        glance();
      }
    }

    /** Whether only a modal dialog can be used. */
    const needsModal = () => hold || isInert(host);

    /** Whether something may lie over the warning; comes in front of what is new of it, and cannot be closed. */
    function isBeneath(/** @type {{ isCovered: boolean, isNew: boolean }} */ { isCovered, isNew }) {
      if (isNew) {
        put();
      }
      return isCovered;
    }

    /** Takes away what may lie over the warning unheard; whether there was any. */
    function clear() {
      const wasCovered = isBeneath(uncover());
      if (wasCovered) {
        unsettle();
      }
      return wasCovered;
    }

    /**
     * Comes in front of what is opened on top: whatever its size, it may paint over the warning.
     * @param {string} type
     * @param {Element} target
     */
    function overtake(type, target) {
      if (type === "beforetoggle") {
        // What a script opens is open by the end of its turn, before anything is painted; or closed again, and for a while
        // on top all the same.
        below.delete(target);
        queueMicrotask(() => {
          if (!host.isConnected) {
            return;
          }
          if (isOnTop(target)) {
            below.add(target);
          }
          put();
        });
      } else if (type !== "toggle" || (isOnTop(target) && !below.has(target))) {
        if (type === "fullscreenchange") {
          modal = needsModal();
        }
        move();
        put();
      }
    }

    /** @param {Event & Partial<ToggleEvent & KeyboardEvent & MouseEvent & FocusEvent>} event */
    function hear(event) {
      const { type } = event;
      const target = /** @type {Element} */ (event.target);
      const mine = target === host;
      const isOfWindow = /toggle|fullscreenchange|resize/.test(type);
      if (!event.isTrusted && (isOfWindow || !mine)) {
        // Whatever a script of the page says of it, nothing has happened.
        return;
      }
      if (type === "focus") {
        // Until the window had it, another one may have been in front.
        if (event.target === event.currentTarget) {
          unsettle();
          glance();
        }
        return;
      }
      if (event.isTrusted && /key|down/.test(type)) {
        follow(event, mine);
      }
      if (type === "resize") {
        settle(true);
      } else if (isOfWindow) {
        if (event.newState !== "closed") {
          overtake(type, target);
        }
      } else if (type === "keydown" && event.isTrusted && onKey(/** @type {KeyboardEvent} */ (event), mine)) {
        event.stopImmediatePropagation();
        event.preventDefault();
      } else if (mine) {
        // What is meant for us is none of the page's business, nor can it keep it from us.
        event.stopImmediatePropagation();
        near();
        if (type === "mousedown") {
          // A press with the pointer leaves the focus where it is: whoever goes on typing types where they did.
          event.preventDefault();
        }
        const isNear = type.startsWith("pointer");
        if (isNear && !isSeen()) {
          // The page may take away what covers the warning once it hears of the press.
          unsettle();
        }
        const isPress = event.isTrusted && type === "click";
        if ((isPress || isNear) && clear()) {
          return;
        }
        if (isPress) {
          // What came to lie beneath it since may have been meant.
          settle();
        }
        if (isPress && counts(/** @type {Event} */ (event))) {
          // A double press is one, and what stands there afterwards was not seen yet.
          startAnew();
          const at = event.detail ? root.elementFromPoint(event.clientX ?? 0, event.clientY ?? 0) : pressed();
          const button = at?.closest("button");
          // A page may have the pointer speak of the warning wherever it is, and Chromium then finds what is beside it.
          press(box.contains(button ?? null) ? button : null);
        }
      } else if (type.startsWith("focus") || type === "click") {
        if (comesFrom(event)) {
          event.stopImmediatePropagation();
        }
        // A dialog of the page takes the focus.
        requestAnimationFrame(() => settle());
      }
    }

    const { onKey, follow, pressed, comesFrom, giveBack } = keys({
      host,
      root,
      frame,
      box,
      hold,
      isModal: () => modal,
      clear,
      counts,
      leave,
    });

    function start() {
      listener = hear;
      unsettle();
      put();
      settle(true);
      look();
      due = performance.now() + soon(SEEN_MS);
      stop = delay(lookAgain, soon(GLIMPSE_MS));
    }

    function end() {
      stop();
      changes.disconnect();
      rest();
      release();
      // By now a later warning may listen.
      if (listener === hear) {
        listener = () => {};
      }
      giveBack();
      host.remove();
      written.restore();
    }

    start();
    // What is pressed next is about the room that is shown by then.
    return { end, settle, write, again: move };
  };

  Object.assign(globalThis.hushroom, { keep });
})();
