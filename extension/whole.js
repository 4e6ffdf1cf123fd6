// Whether the warning is as it was made: in Firefox a page that searches itself, or hears of the pointer, is given our closed
// shadow root.

(() => {
  const { isTold } = globalThis.hushroom;

  // Firefox lets no extension read the list but through the page's own eyes, for which this is kept from before the page's
  // first script, which could write another.
  const eyes = (!isTold && /** @type {any} */ (globalThis).wrappedJSObject) || globalThis;
  const adopted = Reflect.getOwnPropertyDescriptor(
    eyes.ShadowRoot?.prototype ?? {},
    "adoptedStyleSheets",
  )?.get;

  /** @type {Hushroom["whole"]} */
  const whole = ({ root, box, frame }, told) => {
    /** @type {unknown} */
    let isBroken = false;

    // What we move and open, where scripts of the page may be heard in between.
    const isMoved = (/** @type {Node} */ node) => node === box || node === frame;
    const isForeign = (
      /** @type {MutationRecord} */ { type, target, attributeName, addedNodes, removedNodes },
    ) =>
      type === "childList"
        ? ![...addedNodes, ...removedNodes].every(isMoved)
        : attributeName !== "open" || target !== frame;
    const take = (/** @type {MutationRecord[]} */ records) => {
      isBroken ||= records.some(isForeign);
    };
    const changes = new MutationObserver((records) => {
      take(records);
      if (isBroken) {
        told();
      }
    });

    return {
      guard() {
        changes.observe(root, { attributes: true, characterData: true, childList: true, subtree: true });
      },
      isWhole() {
        take(changes.takeRecords());
        const { length } = adopted
          ? Reflect.apply(adopted, /** @type {any} */ (root).wrappedJSObject ?? root, [])
          : [];
        isBroken ||=
          length > 0 ||
          !root.contains(box) ||
          root.getAnimations().length > 0 ||
          // Our style sheet may be switched off, or be for another medium; its rules Firefox lets no page read or write.
          getComputedStyle(box).boxSizing === "content-box" ||
          // A button that fills the screen is pressed wherever somebody presses.
          root.fullscreenElement ||
          [...root.querySelectorAll("*")].some((each) => each.openOrClosedShadowRoot);
        return !isBroken;
      },
      write(act) {
        take(changes.takeRecords());
        const result = act();
        changes.takeRecords();
        return result;
      },
      release: () => changes.disconnect(),
    };
  };

  Object.assign(globalThis.hushroom, { whole });
})();
