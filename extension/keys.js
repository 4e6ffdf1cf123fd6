// The keys of the warning, and the focus: whatever somebody presses in the page, and wherever they were, is theirs.

(() => {
  // Keys that do something as soon as they are down.
  const PRESSES = ["Escape", "F6", "Enter"];
  // Whoever moves the focus by key is not to have the page scroll.
  const UNSCROLLED = { preventScroll: true };
  const { DIALOGS, real, delay, isTold, isShown, isTaken, changed } = globalThis.hushroom;

  /** @type {Hushroom["keys"]} */
  const keys = ({ host, root, frame, box, hold, isModal, clear, counts, leave }) => {
    // What is asked once the page has heard all of an Escape.
    let onEscape = () => {};
    /** @type {Element | null} From which element of the page the focus came into the warning. */
    let before = null;
    /** @type {Element | null} Which of its buttons a key led to, since when nothing of the page was pressed. */
    let led = null;

    /** Puts the focus back where it was before it came into the warning: nowhere, if nothing of the page has it then. */
    function giveBack() {
      if (root.activeElement && before) {
        real(/** @type {HTMLElement} */ (before), "focus", UNSCROLLED);
      }
      /** @type {HTMLElement | null} */ (root.activeElement)?.blur();
      before = null;
    }

    /**
     * Hears a key; whether it was meant for the warning and for nothing else.
     * @param {KeyboardEvent} event
     * @param {boolean} mine
     */
    function onKey(event, mine) {
      // Whoever holds a key down has pressed it once.
      if (event.repeat && PRESSES.includes(event.key)) {
        return mine || isModal();
      }
      // With another key it is one of the page's own, or of the browser's.
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
        return false;
      }
      // When it has to be modal, nobody may have come to it yet.
      const isHere = mine && root.activeElement !== frame;
      if (event.key === "F6") {
        if (!isHere) {
          [...box.querySelectorAll("button")].find(isShown)?.focus(UNSCROLLED);
        } else if (!hold) {
          giveBack();
        }
        return true;
      }
      if (event.key !== "Escape" || (!mine && isTaken(host))) {
        return false;
      }
      if (mine && !isHere) {
        // It was meant for the page's own dialog.
        return true;
      }
      // The page's own listeners come first, but for what is pressed in the warning. Whatever the page changes in answer,
      // something of its own was meant.
      const isAnswered = mine ? () => false : changed(host);
      onEscape = () =>
        delay(() => {
          const isPages = isAnswered() || (!mine && event.defaultPrevented);
          if (!hold && !isPages && !clear() && counts(event)) {
            leave();
          }
        }, 0);
      return mine || isModal();
    }

    /**
     * Follows somebody's presses, in the page and in the warning.
     * @param {Event & Partial<KeyboardEvent>} event
     * @param {boolean} mine
     */
    function follow({ type, key }, mine) {
      if (key === "Escape" && type === "keyup") {
        // The page has heard all of it.
        onEscape();
        onEscape = () => {};
      } else if (!mine || key === "Tab" || key === "F6") {
        led = mine ? root.activeElement : null;
      }
    }

    /** What a key presses: in Firefox the page can move the focus, too, while somebody types elsewhere. */
    const pressed = () => (isTold || root.activeElement === led ? root.activeElement : null);

    /**
     * Remembers from where the focus comes into the warning; whether that is a dialog of the page, which would keep it, and
     * have it back at once.
     * @param {Event & Partial<FocusEvent>} event
     */
    function comesFrom({ type, target, relatedTarget }) {
      before = relatedTarget === host ? /** @type {Element} */ (target) : null;
      return type === "focusout" && before !== null && real(before, "closest", DIALOGS) !== null;
    }

    return { onKey, follow, pressed, comesFrom, giveBack };
  };

  Object.assign(globalThis.hushroom, { keys });
})();
