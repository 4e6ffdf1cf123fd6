// Whether the warning is in sight.

(() => {
  const ACROSS = [0.06, 0.35, 0.65, 0.94];
  const DOWN = [0.1, 0.5, 0.9];
  // How long a page is left alone for each of its elements, in milliseconds, since looking into one takes about two
  // thousandths; and how long at most, for it must not know when nobody looks.
  const REST_MS = 0.05;
  const MOST_REST_MS = 100;
  const { own, real, wasWrittenAnew, isTold, unheard, complains } = globalThis.hushroom;

  /** @type {Hushroom["sight"]} */
  const sight = ({ host, root, box }, told) => {
    // In a frame it is the page around that may scale or fade it, and a press is not trusted as far.
    const isTop = self === top;
    let covered = false;
    // When one looks into the elements again.
    let due = 0;
    const eye = new IntersectionObserver(
      (seen) => {
        covered = isTop && seen.at(-1)?.isVisible === false;
        told(covered);
      },
      { trackVisibility: true, delay: 100 },
    );

    /** Whether nothing of it is seen, though hit tests say so: without a document element, or painted over. */
    function isBlinded() {
      const html = own("documentElement");
      return (
        html === null ||
        // It paints over everything, and may let clicks through.
        Boolean(own("activeViewTransition")) ||
        // Firefox applies it to the top layer too.
        (!isTold && isTop && getComputedStyle(html).filter !== "none")
      );
    }

    // What was closed, is still painted on top, and was so at the last look: nothing but coming in front of it helps.
    /** @type {Set<Element>} */
    let overtaken = new Set();

    /**
     * What opened unheard, and may lie over the warning and let clicks through. Where the browser tells of that, it does so
     * at regular times, and not of the view transition of a part of the page.
     */
    function covers() {
      const { open, lingering } = unheard(!wasWrittenAnew(), host);
      const isNew = lingering.some((element) => !overtaken.has(element));
      overtaken = new Set(lingering);
      return { open, isCovered: open.length + lingering.length > 0, isNew };
    }

    /** Closes them, as a press beside a menu closes it, and whatever the browser says of a field over everything. */
    function uncover() {
      const { open, isCovered, isNew } = covers();
      const complaining = complains();
      if (complaining) {
        real(complaining, "blur");
      }
      for (const element of open) {
        if (element instanceof HTMLDialogElement && !real(element, "matches", ":popover-open")) {
          real(element, "close");
        } else {
          real(/** @type {HTMLElement} */ (element), "hidePopover");
        }
      }
      return { isCovered: isCovered || complaining !== null, isNew };
    }

    /** Whether something may lie over the warning, by a glimpse that costs little. */
    function isPaintedOver() {
      if (isBlinded()) {
        return true;
      }
      const now = performance.now();
      // Where the browser tells of covers within a tenth of a second, the looks find those that it does not tell of.
      if (isTold || now < due) {
        return false;
      }
      due = now + Math.min(REST_MS * own("getElementsByTagName", "*").length, MOST_REST_MS);
      return covers().isCovered;
    }

    /** Whether the warning is in front wherever one looks. */
    function isSeen() {
      const { left, top: upper, width, height } = box.getBoundingClientRect();
      const inFront = (/** @type {number} */ x, /** @type {number} */ y) =>
        // Firefox finds what is below the window, too.
        x < innerWidth &&
        y < innerHeight &&
        own("elementFromPoint", x, y) === host &&
        box.contains(root.elementFromPoint(x, y));
      return (
        !covered &&
        !isBlinded() &&
        width >= Math.min(240, innerWidth / 2) &&
        height >= 40 &&
        ACROSS.every((x) => DOWN.every((y) => inFront(left + width * x, upper + height * y)))
      );
    }

    return {
      isSeen,
      isPaintedOver,
      covers,
      uncover,
      watch: () => eye.observe(box),
      rest: () => eye.disconnect(),
    };
  };

  Object.assign(globalThis.hushroom, { sight });
})();
