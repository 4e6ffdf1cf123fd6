// Finds a place in the window where nothing lies that somebody could press or type into.
//
// It goes by what HTML and ARIA call a control and by what a hit test finds there, not by anything of Jitsi's: whatever
// the page shows, the warning is not in its way as long as there is room.

(() => {
  const shared = globalThis.hushroom;
  const { DIALOGS, own, real, lastingly } = shared;

  // Whoever answers a dialog has to read it.
  const ROLES =
    "alertdialog button checkbox combobox dialog link option radio searchbox slider spinbutton switch tab textbox treeitem".split(
      " ",
    );
  const CONTROLS =
    "a[href],audio[controls],button,embed,iframe,img[usemap],input,label,object,select,summary,textarea,video[controls]," +
    "[contenteditable],[tabindex]:not([tabindex='-1']),[role^=menuitem],dialog[open],[aria-modal=true]," +
    ROLES.map((role) => `[role=${role}]`);
  // Maximum number of them in sight that are kept clear of. Chosen because no page of a call has half of it, and because
  // looking at as many takes about two milliseconds.
  const MOST = 300;
  // Maximum number of them that are looked for. Chosen because most of a long list are out of sight.
  const FOUND = 5000;
  // Maximum number of elements scrolled since the last look that are told apart. Chosen because nobody scrolls as many.
  const MOST_SCROLLED = 20;
  // From which share of the window on something fills it, and is what everything else lies on.
  const FILLS = 0.75;
  // Distance from the window's edges and between two places that are tried, in CSS pixels.
  const GAP = 8;
  // From which width on there is room for a box beside something else, in CSS pixels.
  const WIDE = 600;
  // Maximum height of what is no box, as a share of the window's: the page is still to be seen.
  const SHARE = 0.45;

  const view = () => {
    // Without the bars for scrolling. In an old page it is the body that scrolls.
    const scrolled = own("scrollingElement");
    return [Math.min(innerWidth, (scrolled && real(scrolled, "clientWidth")) || innerWidth), innerHeight];
  };

  // Where each control was when it last was in the window as a whole: a toolbar that slides out of it comes back there, and
  // what is scrolled away, for which all is that is in what was scrolled since, comes back elsewhere.
  /** @type {WeakMap<Element, Area[]>} */
  let homes = new WeakMap();
  /** @type {Set<Node>} */
  const scrolled = new Set();
  lastingly(() => {
    addEventListener(
      "resize",
      () => {
        homes = new WeakMap();
      },
      true,
    );
    addEventListener("scroll", ({ target }) => scrolled.add(/** @type {Node} */ (target)), true);
  });

  /**
   * Whether something of this size fills a window of that one.
   * @param {number} width
   * @param {number} height
   * @param {number[]} window
   */
  const fills = (width, height, [across, down]) => width * height >= across * down * FILLS;

  /**
   * Whether a press on `front`, which lies in front there, is one on `element`; or one on what `element` stands for, where
   * that is for the keyboard alone.
   * @param {Element} element
   * @param {Element} front
   * @param {number[]} window
   */
  const isPressed = (element, front, window) => {
    if (real(element, "contains", front)) {
      return true;
    }
    if (getComputedStyle(element).pointerEvents !== "none") {
      return false;
    }
    let around = real(element, "parentElement");
    while (around && !real(around, "contains", front)) {
      around = real(around, "parentElement");
    }
    if (!around) {
      return false;
    }
    const { width, height } = real(around, "getBoundingClientRect");
    return !fills(width, height, window);
  };

  /** @type {Hushroom["pressable"]} */
  const pressable = (host) => {
    const window = view();
    const [width, height] = window;
    if (scrolled.size > MOST_SCROLLED) {
      homes = new WeakMap();
      scrolled.clear();
    }
    const moved = [...scrolled];
    scrolled.clear();
    let isFilled = false;
    /** @type {Area[]} */
    const all = [];
    for (const element of [...own("querySelectorAll", CONTROLS)].slice(0, FOUND)) {
      if (all.length >= MOST) {
        break;
      }
      if (moved.some((each) => real(/** @type {Element} */ (each), "contains", element))) {
        homes.delete(element);
      }
      /** @type {Area[]} */
      const areas = [];
      let isInside = true;
      // A link may be broken over two lines, with something else between them. More than a few hold up the page.
      for (const rect of [...real(element, "getClientRects")].slice(0, 9)) {
        /** @type {Area} */
        const whole = [rect.left, rect.top, rect.right, rect.bottom];
        const area = /** @type {Area} */ (
          whole.map((at, side) => Math.max(0, Math.min(at, side % 2 ? height : width)))
        );
        const [left, upper, right, lower] = area;
        isInside &&= `${area}` === `${whole}`;
        const isThere = right > left && lower > upper;
        const hit = isThere ? own("elementsFromPoint", (left + right) / 2, (upper + lower) / 2) : [];
        const front = hit.find((each) => each !== host);
        if (front && isPressed(element, front, window)) {
          if (!fills(right - left, lower - upper, window)) {
            areas.push(area);
          } else if (real(element, "matches", DIALOGS)) {
            isFilled = true;
          }
        }
      }
      if (isInside && areas.length) {
        homes.set(element, areas);
      }
      all.push(...areas, ...((!isInside && homes.get(element)) || []));
    }
    return { areas: all, isFilled };
  };

  /** @type {Hushroom["freest"]} */
  const freest = ([width, height], spots, rects) => {
    let best = { x: 0, y: 0, covered: Number.POSITIVE_INFINITY };
    for (const [x, y] of spots) {
      let covered = 0;
      for (const [left, upper, right, lower] of rects) {
        const across = Math.min(x + width, right) - Math.max(x, left);
        const down = Math.min(y + height, lower) - Math.max(y, upper);
        covered += Math.max(0, across) * Math.max(0, down);
      }
      if (covered < best.covered) {
        best = { x, y, covered };
      }
      if (!covered) {
        break;
      }
    }
    return best;
  };

  /**
   * Where something of this size is tried, in this order: at the upper corners and in the middle between them, then
   * below; where the window is narrow, in a thumb's reach first. What is tried last may stand at any height.
   * @param {[number, number]} size
   * @param {number[]} window
   * @param {boolean} isLast
   */
  const toTry = ([wide, high], [width, height], isLast) => {
    const lefts = [width - wide - GAP, GAP, (width - wide) / 2].map((left) => Math.max(0, left));
    const bottom = Math.max(0, height - high - GAP);
    const ups = width < WIDE ? [bottom, GAP] : [GAP, bottom];
    for (let up = bottom - GAP; isLast && up > GAP; up -= GAP) {
      ups.push(up);
    }
    return /** @type {[number, number][]} */ (ups.flatMap((up) => lefts.map((left) => [left, up])));
  };

  /** @type {Hushroom["placer"]} */
  const placer = (host, box) => {
    /** @type {Map<Form, [number, number]>} */
    const sizes = new Map();
    let sizedFor = "";
    // Where it stands, and how much of the page it covered when it came there.
    let place = { form: /** @type {Form} */ ("box"), x: Number.NaN, y: Number.NaN, covered: 0 };
    let rest = 0;
    // How much of the page it covered when it was given its size.
    let least = 0;

    const size = (/** @type {Form} */ form) => {
      const known = sizes.get(form);
      if (known) {
        return known;
      }
      box.dataset.form = form;
      const { width, height } = box.getBoundingClientRect();
      /** @type {[number, number]} */
      const found = [width, height];
      // What the page takes from sight has no size, and gets one once that is undone.
      if (width) {
        sizes.set(form, found);
      }
      return found;
    };

    return (forms, what, stays) => {
      const start = performance.now();
      const window = view();
      const [width, height] = window;
      const wanted = `${window} ${box.style.zoom} ${what}`;
      const isNew = sizedFor !== wanted;
      if (isNew) {
        sizedFor = wanted;
        sizes.clear();
      } else if (start < rest) {
        // Where there is so much that looking takes long, it is looked less often.
        return null;
      }
      const { areas, isFilled } = pressable(host);
      /** @type {(form: Form, spots: [number, number][]) => Spot} */
      const best = (form, spots) => {
        const spot = freest(size(form), spots, areas);
        // Of a dialog that fills the window somebody reads all.
        return isFilled && form !== "strip" ? { ...spot, covered: spot.covered + 1 } : spot;
      };
      if (stays && !isNew) {
        const { covered } = best(place.form, [[place.x, place.y]]);
        if (covered <= place.covered) {
          return { isMoved: false, isMore: covered > least };
        }
      }
      for (const form of forms) {
        const isLast = form === forms.at(-1);
        const [wide, high] = size(form);
        const fits = form === "box" ? width >= WIDE && high < height : high <= SHARE * height;
        if (fits || isLast) {
          const { x, y, covered } = best(form, toTry([wide, high], window, isLast));
          if (!covered || isLast) {
            const isMoved = form !== place.form || x !== place.x || y !== place.y;
            place = { form, x, y, covered };
            box.dataset.form = form;
            // Its own zoom makes these longer, too.
            const zoom = box.currentCSSZoom || 1;
            Object.assign(box.style, { left: `${x / zoom}px`, top: `${y / zoom}px` });
            // At most two seconds: the fullest page takes a fiftieth of that, and only a machine that is busy makes it more.
            rest = start + Math.min(2000, 50 * (performance.now() - start));
            least = isNew ? covered : least;
            return { isMoved, isMore: covered > least };
          }
        }
      }
      return null;
    };
  };

  Object.assign(shared, { pressable, freest, placer });
})();
