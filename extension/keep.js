// Keeps the warning in sight, on a page that may not want it seen.
//
// The page can reach the host element, never its closed shadow root. The host is put back a fixed
// number of times a minute; a page that goes on wins, and the toolbar icon says so.

(() => {
  const REPAIRS_A_MINUTE = 10;
  const SEEN_MS = 500;
  const HEARD =
    "click auxclick contextmenu pointerdown pointerup mousedown mouseup touchstart touchend keydown keyup copy " +
    "focusin focusout toggle";
  const ACROSS = [0.06, 0.35, 0.65, 0.94];
  const DOWN = [0.1, 0.5, 0.9];

  // An element of the page may bear this name.
  if (!Object.hasOwn(globalThis, "hushroom")) {
    Object.defineProperty(globalThis, "hushroom", { value: {} });
  }

  /** The document's own member: a page that names an element like it hides it from us too. */
  const own = (name, ...given) => {
    const { get, value } = Object.getOwnPropertyDescriptor(Document.prototype, name) ?? {};
    return get ? get.call(document) : value?.apply(document, given);
  };

  // Registered before any script of the page runs, which then cannot swallow a click first.
  let hear = () => {};
  const onEvent = (event) => hear(event);
  const listen = () => HEARD.split(" ").forEach((kind) => void addEventListener(kind, onEvent, true));
  listen();

  /** Whether a filter hides everything: Firefox applies those of the html element to the top layer too. */
  const blinds = ({ filter }) => /opacity|blur|bright|contrast|url/.test(filter);

  /**
   * Shows `box`, a popover in the closed shadow `root` of `host`, until the function is called that it
   * returns; in the dialog `frame` when it has to be modal.
   * `press` is told of the button that the user could see and pressed, `leave` of Escape, `lose` that
   * the page won. `hold` keeps the page from being used meanwhile.
   */
  const keep = ({ host, root, frame, box, hold, press, leave, lose }) => {
    let modal = hold;
    let repairs = [];
    let justMended = false;
    let covered = false;
    let since = 0;
    let timer = 0;
    const changes = new MutationObserver(() => look());
    // Version 2 of it sees what no hit test does: covers that let clicks through.
    const eye = new IntersectionObserver(
      (seen) => {
        covered = seen.at(-1).isVisible === false;
        since = covered ? 0 : since;
      },
      { trackVisibility: true, delay: 100 },
    );

    function put() {
      const html = own("documentElement");
      if (host.parentNode !== html) {
        html.append(host);
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
      changes.disconnect();
      changes.observe(document, { childList: true });
      changes.observe(html, { childList: true, attributeFilter: ["inert"] });
      changes.observe(host, { attributes: true });
      eye.observe(box);
      // document.open() drops all listeners.
      listen();
    }

    /** Whether the warning is in front wherever one looks. */
    function isSeen() {
      const html = own("documentElement");
      const { left, top, width, height } = box.getBoundingClientRect();
      const inFront = (x, y) =>
        own("elementFromPoint", x, y) === host && box.contains(root.elementFromPoint(x, y));
      return (
        !covered &&
        width >= Math.min(240, innerWidth / 2) &&
        height >= 40 &&
        html &&
        !blinds(getComputedStyle(html)) &&
        ACROSS.every((x) => DOWN.every((y) => inFront(left + width * x, top + height * y)))
      );
    }

    function look() {
      clearTimeout(timer);
      timer = setTimeout(look, SEEN_MS);
      if (own("visibilityState") !== "visible" || innerWidth < 200 || innerHeight < 120) {
        since = 0;
      } else if (isSeen()) {
        since ||= performance.now();
        justMended = false;
      } else if (own("documentElement")) {
        mend();
      }
    }

    function mend() {
      const now = performance.now();
      repairs = repairs.filter((at) => now - at < 60_000);
      since = 0;
      // What an update of the extension left behind stands as long as nobody minds.
      if (!chrome.runtime?.id) {
        end();
        return;
      }
      if (repairs.push(now) > REPAIRS_A_MINUTE) {
        end();
        lose();
        return;
      }
      // Where a modal dialog of the page makes all else inert, only another one can be used.
      modal ||= justMended && host.isConnected;
      justMended = host.isConnected;
      own("activeViewTransition")?.skipTransition();
      for (const { name } of [...host.attributes]) {
        host.removeAttribute(name);
      }
      const html = own("documentElement");
      html.removeAttribute("inert");
      // In a frame, a page may hide itself to protect the user from its parent.
      if (self === top) {
        const style = getComputedStyle(html);
        const set = (name, value, needed) => needed && html.style.setProperty(name, value, "important");
        set("display", "block", style.display === "none");
        set("content-visibility", "visible", style.contentVisibility === "hidden");
        set("zoom", "1", style.zoom < 0.5 || style.zoom > 3);
        set("filter", "none", blinds(style));
      }
      put();
    }

    /** Whether `element` was opened in front of the warning. */
    function covers(element) {
      const [theirs, ours] = [element, box].map((one) => one.getBoundingClientRect?.());
      return (
        element.matches?.(":popover-open, :modal") &&
        theirs.right > ours.left &&
        theirs.left < ours.right &&
        theirs.top < ours.bottom
      );
    }

    hear = (event) => {
      const mine = event.target === host;
      const isEscape = event.type === "keydown" && event.key === "Escape";
      if (event.type === "toggle") {
        if (covers(event.target)) {
          mend();
        }
      } else if (mine || isEscape) {
        // What is meant for us is none of the page's business, nor can it keep it from us.
        if (mine) {
          event.stopImmediatePropagation();
        }
        if (isEscape) {
          event.preventDefault();
        }
        if (event.isTrusted && since && performance.now() - since >= SEEN_MS && isSeen()) {
          if (isEscape && !hold) {
            leave();
          } else if (event.type === "click") {
            const at = event.detail
              ? root.elementFromPoint(event.clientX, event.clientY)
              : root.activeElement;
            press(at?.closest("button"));
          }
        }
      }
    };

    function end() {
      clearTimeout(timer);
      changes.disconnect();
      eye.disconnect();
      hear = () => {};
      host.remove();
    }

    put();
    look();
    return end;
  };

  Object.assign(globalThis.hushroom, { own, keep });
})();
