// Asks the background about the page's address, and has the warning shown that it answers.
//
// It holds no rules and no WebAssembly, which the page's content security policy could forbid.

(() => {
  const shared = globalThis.hushroom;
  if (shared.visit) {
    return;
  }
  const { own, warn } = shared;
  const framed = self !== top;

  let end = null;
  let said = "";
  let asked = "";
  let waiting = null;
  // The path that was judged last: what is pressed is about the room that was warned of.
  let judged = location.pathname;
  let answered = Promise.resolve();

  /** Asks the background; `null` when this script outlived an update of the extension. */
  async function ask(message, path = judged) {
    try {
      return await chrome.runtime.sendMessage({ ...message, path });
    } catch {
      return null;
    }
  }

  /** The address without query and fragment, which name no other room. */
  const place = () => location.origin + location.pathname;

  function visit() {
    const here = place();
    if (here !== asked && !own("prerendering")) {
      asked = here;
      answered = look(here);
    }
  }

  async function look(here) {
    const path = location.pathname;
    const visit = () => ask({ kind: "visit" }, path);
    const isAnswer = (reply) => reply && reply.kind !== "failed";
    let reply = await visit();
    // The background may have ended while it was asked.
    if (!isAnswer(reply)) {
      reply = await visit();
    }
    if (here !== place()) {
      // A page that is back there by the time that anybody looks has to be asked about again.
      asked = asked === here ? "" : asked;
      visit();
      return;
    }
    if (isAnswer(reply)) {
      judged = path;
      tell(reply);
    } else {
      // Whatever happens next asks again.
      asked = "";
    }
  }

  function tell(reply) {
    const news = reply.kind === "warning" ? JSON.stringify(reply.notice) : "";
    shared.advise?.(reply.kind === "welcome" && ask);
    // Another spelling of the same room is no reason to warn anew.
    if (news !== said) {
      end?.();
      end = null;
      waiting = null;
      said = news;
      if (news) {
        show(reply);
      }
    }
  }

  function show(reply) {
    // In a frame too small to read it, only the toolbar icon tells.
    waiting = framed && (innerWidth < 320 || innerHeight < 200) ? reply : null;
    if (!waiting) {
      try {
        end = warn(reply, ask, () => {
          said = "";
        });
      } catch {
        ask({ kind: "hidden" });
      }
    }
  }

  // What a script of an earlier load of the extension left behind: this one is in its place.
  const inChromium = chrome.dom;
  for (const child of [...own("documentElement").children]) {
    const root = child.openOrClosedShadowRoot ?? inChromium?.openOrClosedShadowRoot(child);
    if (root?.getElementById("warning")) {
      child.remove();
    }
  }

  // The popup asks whether this page is still watched, and wants to know what was said of it.
  chrome.runtime.onMessage.addListener((message, _sender, respond) => {
    answered.then(() => respond(message === "present"));
    return true;
  });

  // A room can be entered without loading a page.
  if (globalThis.navigation) {
    navigation.addEventListener("currententrychange", visit);
  } else {
    let last = place();
    setInterval(() => {
      if (last !== place()) {
        last = place();
        visit();
      }
    }, 1000);
  }
  addEventListener("popstate", visit);
  addEventListener("hashchange", visit);
  addEventListener("visibilitychange", visit, true);
  // A page that comes back from the cache was answered long ago.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) {
      asked = "";
      visit();
    }
  });
  if (framed) {
    addEventListener("resize", () => waiting && show(waiting));
    addEventListener("pagehide", () => ask({ kind: "leave" }));
  }
  if (own("prerendering")) {
    EventTarget.prototype.addEventListener.call(document, "prerenderingchange", visit);
  }
  shared.visit = visit;
  visit();
})();
