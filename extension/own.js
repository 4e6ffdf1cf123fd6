// The document and its elements as the browser made them, whatever a page calls its own.
//
// A page may name an element like a member of its document, and a field of a form like a member of the form: the page's
// scripts, and ours, then find that in its place.

(() => {
  // An element of the page may bear this name.
  if (!Object.hasOwn(globalThis, "hushroom")) {
    Object.defineProperty(globalThis, "hushroom", { value: {} });
  }

  /**
   * The member that `kind` has of that name, of `of`, called if it can be.
   * @type {(kind: object, of: object, name: PropertyKey, given: unknown[]) => any}
   */
  const member = (kind, of, name, given) => {
    const found = Reflect.get(kind, name, of);
    return typeof found === "function" ? found.apply(of, given) : found;
  };

  /**
   * The document's own member: a page that names an element like it hides it from us too.
   * @type {Hushroom["own"]}
   */
  const own = (name, ...given) => member(Document.prototype, document, name, given);

  /**
   * A member of an element as its kind has it: a form has fields of its own before it, and one may be named like that.
   * @type {Hushroom["real"]}
   */
  const real = (element, name, ...given) => member(Object.getPrototypeOf(element), element, name, given);

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

  const wasWrittenAnew = () => isWrittenAnew;

  /**
   * Calls `act` after `wait` milliseconds, and gives what prevents that. No timer of the window: its page could clear
   * them all, ours too, or keep them waiting by tasks of its own.
   * @type {Hushroom["delay"]}
   */
  const delay = (act, wait) => {
    const control = new AbortController();
    const { signal } = control;
    scheduler.postTask(act, { delay: wait, priority: "user-blocking", signal }).catch((error) => {
      if (!signal.aborted) {
        console.error("Hushroom could not go on:", error);
      }
    });
    return () => control.abort();
  };

  /** @type {Hushroom["soon"]} */
  const soon = (often) => often * (0.5 + crypto.getRandomValues(new Uint8Array(1))[0] / 256);

  Object.assign(globalThis.hushroom, { own, real, lastingly, wasWrittenAnew, delay, soon });
})();
