// For how long the warning has been seen where it stands, which decides what a press on it is worth.

(() => {
  // For how long a warning has to be in sight before a press counts, in milliseconds.
  const SEEN_MS = 500;
  // What nobody has glimpsed, or painted, for so long is not seen any more, in milliseconds. Chosen because people need
  // some 250 to press what they see, and because a page that is busy for less is hardly noticed.
  const BLIND_MS = 300;
  // How far the warning may be from where it stood, in CSS pixels, and stands still. Chosen because it quivers by up to two
  // where a page changes its zoom, for borders are whole pixels; and because it is a tenth of the lowest button.
  const STILL = 4;
  const { own, isTold } = globalThis.hushroom;

  /** @type {Hushroom["seen"]} */
  const seen = (box) => {
    // Since when a press would count, where it stands since then, and since when it is in sight; 0 for not at all.
    let since = 0;
    /** @type {number[]} */
    let stood = [];
    let inSight = 0;
    // When one last glimpsed, and when a frame was last painted.
    let glimpsed = 0;
    let hadFocus = true;
    let painted = 0;

    /** Where it stands on the screen and what of it, in pixels: where the window is, and by how much a user zooms, is part. */
    function spot() {
      const { left, top: upper, width, height } = box.getBoundingClientRect();
      const { scale = 1, offsetLeft, offsetTop } = globalThis.visualViewport ?? {};
      return [
        left,
        upper,
        width,
        height,
        offsetLeft ?? 0,
        offsetTop ?? 0,
        width * scale,
        screenX,
        screenY,
        box.scrollTop,
      ];
    }

    const isStill = () => spot().every((length, index) => Math.abs(length - stood[index]) < STILL);

    /**
     * Whether nobody could look, or nothing was painted: a page may keep the browser busy, or show another one instead.
     * Firefox paints a page whatever it waits for, and may give it no frames where it is in front all the same.
     */
    const isBlind = () => (isTold ? Math.min(glimpsed, painted) : glimpsed) < performance.now() - BLIND_MS;

    function unsettle() {
      since = 0;
      inSight = 0;
    }

    return {
      SEEN_MS,
      unsettle,
      notice(isWritten) {
        const now = performance.now();
        if (!since || !isStill()) {
          since = now;
          stood = spot();
        }
        // What is written again at once keeps it from whoever listens, and takes it from nobody's sight.
        inSight = isWritten ? now : inSight || now;
      },
      move() {
        since = 0;
      },
      startAnew() {
        since = performance.now();
      },
      glimpse(look) {
        // The page may have heard first that its window is in front again, and nobody after it.
        const hasFocus = own("hasFocus");
        if (isBlind() || (since && !isStill()) || (hasFocus && !hadFocus)) {
          unsettle();
        }
        hadFocus = hasFocus;
        glimpsed = performance.now();
        requestAnimationFrame(() => {
          painted = performance.now();
        });
        look();
        // While one looks, the page can do nothing.
        glimpsed = performance.now();
      },
      stoodBefore: ({ timeStamp }) => since > 0 && timeStamp - since >= SEEN_MS && !isBlind() && isStill(),
      isSteady: () => inSight > 0 && performance.now() - inSight >= SEEN_MS,
    };
  };

  Object.assign(globalThis.hushroom, { seen });
})();
