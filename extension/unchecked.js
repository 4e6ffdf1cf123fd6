// What is said of a watched page when the WebAssembly, which judges it, does not start.

const word = (/** @type {string} */ key) => chrome.i18n.getMessage(key);

// As much as it takes to be read: the warning's own style is in the WebAssembly too.
const STYLE = `
  :host { all: initial !important; position: fixed !important; }
  section { background: #fff; border: 1px solid #7a4f00; border-top-width: 6px; box-sizing: border-box; color: #1b2421;
    font: 15px / 1.45 system-ui, sans-serif; inset: 0 0 auto; margin: 12px auto; max-width: 640px; padding: 8px 20px;
    position: fixed; width: calc(100% - 24px); }
  p { margin: 8px 0; }
  #title { font-weight: 700; }
  ul, #close, .unseen { display: none; }
  button { background: none; border: 1px solid; border-radius: 10px; font: inherit; padding: 8px 14px; }
`;

/**
 * The answer to a visit that could not be judged: that nobody looked. The icon says so as well.
 * @param {chrome.runtime.MessageSender} sender
 * @returns {import("./types/messages").Reply}
 */
export function unchecked(sender) {
  const tabId = sender.tab?.id;
  const title = word("unchecked_title");
  const marks = [
    chrome.action.setBadgeText({ tabId, text: "?" }),
    chrome.action.setBadgeBackgroundColor({ tabId, color: "#8a5a00" }),
    chrome.action.setTitle({ tabId, title }),
  ];
  // The tab may have been closed meanwhile.
  Promise.all(marks).catch(() => {});
  return {
    kind: "warning",
    notice: { tone: "caution", title, reasons: [], advice: word("unchecked_advice") },
    shape: "box",
    safeLink: "",
    choices: [{ id: "join-anyway", label: word("warning_dismiss"), quiet: false, later: false }],
    dismissed: [],
    words: {
      product: word("extension_name"),
      keys: word("warning_keys"),
      close: word("warning_close"),
      copied: "",
      copyFailed: "",
      dismissed: "",
      language: word("language"),
      direction: word("direction"),
    },
    style: STYLE,
  };
}
