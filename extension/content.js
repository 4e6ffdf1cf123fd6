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
  let answered = Promise.resolve();

  /** Asks the background; `null` when this script outlived an update of the extension. */
  async function ask(message) {
    try {
      return await chrome.runtime.sendMessage({ ...message, path: location.pathname });
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
    const reply = await ask({ kind: "visit" });
    if (here === place() && reply) {
      tell(reply);
    }
  }

  function tell(reply) {
    const news = reply.kind === "warning" ? JSON.stringify(reply.notice) : "";
    shared.advise?.(reply.kind === "welcome" && ask);
    waiting = null;
    // Another spelling of the same room is no reason to warn anew.
    if (news !== said) {
      end?.();
      end = null;
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
        end = warn(reply, ask);
      } catch {
        ask({ kind: "hidden" });
      }
    }
  }

  // What a script of an earlier load of the extension left behind: in Firefox it is dead, and this one in its place.
  for (const child of [...own("documentElement").children]) {
    if (child.openOrClosedShadowRoot?.getElementById("warning")) {
      child.remove();
    }
  }

  // The popup asks whether this page is still watched, and wants to know what was said of it.
  chrome.runtime.onMessage.addListener((message, _sender, respond) => {
    answered.then(() => respond(message === "present"));
    return true;
  });

  // A room can be entered without loading a page.
  globalThis.navigation?.addEventListener("currententrychange", visit);
  addEventListener("popstate", visit);
  addEventListener("hashchange", visit);
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
