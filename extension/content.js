// Asks the background about the page's address, and has the warning shown that it answers.
//
// It holds no rules and no WebAssembly, which the page's content security policy could forbid.

(() => {
  const shared = globalThis.hushroom;
  if (shared.visit) {
    return;
  }
  const { own, warn, lastingly, wasWrittenAnew, delay, soon } = shared;
  const framed = self !== top;

  /** @type {ReturnType<Hushroom["warn"]> | null} */
  let shown = null;
  // The line that says that the warning was put away.
  /** @type {ReturnType<Hushroom["warn"]> | null} */
  let brief = null;
  /** @type {string | null} */
  let said = "";
  let asked = "";
  // What the page was opened with behind its address, which Jitsi takes away before long. A frame's is its site's own.
  let fragment = "";
  let known = "";
  /** @type {import("./types/messages").Warning | null} */
  let waiting = null;
  // Whether the page hides the warning.
  let isHidden = false;
  // The path that was judged last, with what was known to stand behind it: what is pressed is about what was told.
  let judged = "/";
  let answered = Promise.resolve();
  // For how long one waits for an answer before one asks again, in milliseconds: to a page that went into the browser's cache
  // none may ever come. Chosen because a background that has to start first takes less.
  const PATIENCE_MS = 2000;

  // Whether a question is not answered yet, and when the last one was asked.
  let isOpen = false;
  let since = -PATIENCE_MS;

  // Time between two questions, in milliseconds, on average: a page that takes one address after the other is not to hold up
  // other tabs, nor to know when it is asked about. Chosen because nobody enters ten rooms in a second.
  const PAUSE_MS = 100;

  // How often one looks what a page calls itself that nobody tells of, in milliseconds: as often as whether it is warned.
  const UNHEARD_MS = 500;
  // What prevents the next such look.
  let stop = () => {};

  // Maximum number of characters of either end of a path that are sent. Chosen because no name is judged beyond its
  // first 1,000, each of which takes up to 12 in an address, and because a page may give itself a path of two million.
  const SENT = 20_000;

  // Maximum number of characters of a fragment that are read. Chosen because Jitsi's own have some hundred, and because
  // what is hidden behind more of them would have to be sent in a link that no program shows as a whole.
  const READ = 100_000;

  /**
   * Asks the background; `null` when this script outlived an update of the extension.
   * @param {import("./types/messages").Request} message
   * @param {string} path
   * @returns {Promise<import("./types/messages").Reply | null>}
   */
  async function ask(message, path = judged) {
    try {
      return await chrome.runtime.sendMessage({ ...message, path });
    } catch {
      return null;
    }
  }

  /**
   * The address that the browser shows. In Chromium, `location` is another one once a frame of the same site has called
   * `document.open()` on the page.
   */
  const address = () => new URL(navigation.currentEntry?.url ?? location.href);

  /** The same without query and fragment, which name no other room. */
  function place() {
    const { origin, pathname } = address();
    return origin + pathname;
  }

  const isAsking = () => isOpen && performance.now() - since < PATIENCE_MS;

  /** Notes where the page is, and what it was opened with there. */
  function note() {
    if (place() !== known) {
      known = place();
      // What the document was opened with holds for as long as it is there, whatever it calls itself meanwhile.
      const opened = framed ? "" : address().hash.slice(1, READ);
      if (opened && !fragment.includes(opened)) {
        fragment = (fragment + (fragment ? "&" : "#") + opened).slice(0, READ);
      }
    }
  }

  function visit() {
    // What is opened before anybody goes there may be without it by then.
    note();
    if (!isAsking() && known !== asked && !own("prerendering")) {
      answered = look();
    }
  }

  /**
   * Asks about the page's address until the answer is about the one that is shown. The background, which believes the
   * last question, is never asked about an older address after a newer one.
   */
  async function look() {
    try {
      for (let failures = 0; place() !== asked && failures < 2; ) {
        const rest = since + soon(PAUSE_MS) - performance.now();
        isOpen = true;
        if (rest > 0) {
          await new Promise((go) => delay(() => go(null), rest));
        }
        since = performance.now();
        note();
        const { pathname } = address();
        const about = known;
        asked = about;
        const path = pathname.slice(0, SENT) + pathname.slice(SENT).slice(-SENT) + fragment;
        const reply = await ask({ kind: "visit" }, path);
        if (!reply || reply.kind === "failed") {
          // The background may have ended while it was asked. Whatever happens next asks again.
          asked = "";
          failures += 1;
        } else if (place() === about && reply.kind !== "refused") {
          // Of an address that is no page's, such as a frame's that wrote the page anew, nothing is known: what was said stands.
          const isElsewhere = path !== judged;
          judged = path;
          tell(reply, isElsewhere);
        }
      }
    } finally {
      isOpen = false;
    }
  }

  /**
   * @param {import("./types/messages").Reply} reply
   * @param {boolean} isElsewhere Whether it is about another address than the last one.
   */
  function tell(reply, isElsewhere) {
    // What reads alike may lead to another room. In a frame, each answer does.
    const news = reply.kind === "warning" ? JSON.stringify([reply.notice, framed ? "" : reply.safeLink]) : "";
    if (news || isElsewhere) {
      brief?.end();
    }
    shared.advise?.(reply.kind === "welcome" ? ask : null);
    // Another spelling of the same room is no reason to warn anew.
    if (news !== said) {
      shown?.end();
      shown = null;
      waiting = null;
      isHidden = false;
      said = news;
      if (reply.kind === "warning") {
        show(reply);
      }
    } else {
      if (isElsewhere) {
        shown?.again();
      }
      if (isHidden) {
        // The background has just heard of a room that reads alike, and of nothing else.
        hide(true);
      }
    }
  }

  /** @param {boolean} hidden */
  function hide(hidden) {
    isHidden = hidden;
    if (hidden) {
      void ask({ kind: "hidden" });
    }
  }

  /** @param {import("./types/messages").Warning} reply */
  function show(reply) {
    // In a frame too small to read it, only the toolbar icon tells.
    waiting = framed && (innerWidth < 320 || innerHeight < 200) ? reply : null;
    if (!waiting) {
      try {
        shown = warn(reply, ask, putAway, hide, () => show(reply));
      } catch {
        hide(true);
      }
    }
  }

  /** Says that the warning was put away, with the way back, as the background `answers`. */
  async function putAway(/** @type {Promise<import("./types/messages").Reply | null> | null} */ answers) {
    const about = judged;
    said = "";
    const reply = await answers;
    // By now another page may be shown.
    if (reply?.kind === "warning" && reply.brief && said === "" && judged === about) {
      const say = () => {
        brief = warn(reply, ask, again, () => {}, say);
      };
      say();
    }
  }

  /** Asks anew, whatever was answered. */
  function again() {
    asked = "";
    said = null;
    visit();
  }

  // What a script of an earlier load of the extension left behind: this one is in its place.
  const { dom } = chrome;
  for (const child of /** @type {NodeListOf<HTMLElement>} */ (own("querySelectorAll", ":root > *"))) {
    const root = child.openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(child);
    if (root?.querySelector("#warning, #put-away")) {
      child.remove();
    }
  }

  // The popup asks whether this page is still watched, and wants to know what was said of it; it asks to look again where it
  // has changed what is warned of. The background asks for what it has dropped: nothing that is shown changes by that.
  chrome.runtime.onMessage.addListener((message, _sender, respond) => {
    if (message === "again") {
      again();
    } else if (message === "tell") {
      asked = "";
      visit();
    }
    const answer = () => respond(message === "present");
    answered.then(answer, answer);
    return true;
  });

  // A page that comes back from the cache was answered long ago.
  const onPageShow = (/** @type {PageTransitionEvent} */ { isTrusted, persisted }) => {
    if (isTrusted && persisted) {
      since = -PATIENCE_MS;
      again();
    }
  };
  // What a page says of itself by events of its own is not believed.
  const onResize = (/** @type {Event} */ { isTrusted }) => isTrusted && waiting && show(waiting);
  const onPageHide = (/** @type {Event} */ { isTrusted }) => isTrusted && ask({ kind: "leave" });

  // A room can be entered without loading a page.
  const onMove = (/** @type {Event} */ { isTrusted }) => isTrusted && visit();
  // All of them capture: whoever does is heard before those who do not, and could keep an event from them.
  navigation.addEventListener("currententrychange", onMove, true);
  lastingly(() => {
    for (const kind of ["popstate", "hashchange", "visibilitychange", "prerenderingchange"]) {
      addEventListener(kind, onMove, true);
    }
    addEventListener("pageshow", onPageShow, true);
    if (framed) {
      addEventListener("pagehide", onPageHide, true);
      addEventListener("resize", onResize, true);
    }
  });
  shared.visit = visit;
  const watch = () => {
    stop();
    const isUnheard = wasWrittenAnew();
    if (isUnheard && own("visibilityState") === "visible") {
      // The page hears of everything first by then, and keeps to itself what it likes: also that it came from the cache.
      asked = "";
    }
    visit();
    // A page that is sandboxed by its server has no history that anybody could listen to.
    if (isUnheard || !navigation.currentEntry) {
      stop = delay(watch, UNHEARD_MS);
    }
  };
  lastingly(watch);
})();
