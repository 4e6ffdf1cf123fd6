// Undoes what the page writes on its own element, and on the warning's host, to keep the warning from people.

(() => {
  // Maximum number of attributes that are taken away between two looks. Chosen because a page that writes them again at
  // once is not to be kept busy with that for ever.
  const MOST = 10;
  // What shows the page's own element, at once.
  /** @type {Record<string, string>} */
  const SHOWS = { display: "block", "content-visibility": "visible", filter: "none", transition: "none" };
  const { own, real, isTold } = globalThis.hushroom;

  const isOurs = (/** @type {CSSStyleDeclaration} */ style, /** @type {string} */ name) =>
    style.getPropertyValue(name) === SHOWS[name] && style.getPropertyPriority(name) === "important";

  /** @type {Hushroom["unhide"]} */
  const unhide = (host) => {
    let taken = 0;
    /** @type {Map<string, [string, string]>} The page's own value of each property, and its priority. */
    const before = new Map();

    /** What the page writes on the host is of use to nobody, and on its own element it may keep the whole page from people. */
    function clean() {
      const html = own("documentElement");
      for (const { name, ownerElement } of [...host.attributes, ...(html ? real(html, "attributes") : [])]) {
        const isNeedless = ownerElement === host || name === "aria-hidden" || name === "inert";
        if (isNeedless && taken < MOST) {
          taken += 1;
          if (ownerElement) {
            real(ownerElement, "removeAttribute", name);
          }
        }
      }
    }

    function isAgain() {
      const was = taken;
      taken = 0;
      return was === MOST;
    }

    /** Has properties of the page's own element be what shows it, until they are restored. */
    function show() {
      const html = own("documentElement");
      const [style, seen] = [real(html, "style"), getComputedStyle(html)];
      const needed = [
        seen.display === "none" && "display",
        seen.contentVisibility === "hidden" && "content-visibility",
        // Firefox applies it to the top layer too.
        !isTold && seen.filter !== "none" && "filter",
      ].filter((name) => name !== false);
      for (const name of needed.length ? ["transition", ...needed] : []) {
        if (!isOurs(style, name)) {
          before.set(name, [style.getPropertyValue(name), style.getPropertyPriority(name)]);
        }
        style.setProperty(name, SHOWS[name] ?? "", "important");
      }
    }

    function restore() {
      const html = own("documentElement");
      const style = html && real(html, "style");
      for (const [name, [value, priority]] of before) {
        // What the page has written since is as it wants it.
        if (style && isOurs(style, name)) {
          style.setProperty(name, value, priority);
        }
      }
      before.clear();
    }

    return { clean, isAgain, show, restore };
  };

  Object.assign(globalThis.hushroom, { unhide });
})();
