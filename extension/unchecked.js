// What is said of a watched page when the WebAssembly, which judges it, does not start.

const word = (/** @type {string} */ key) => chrome.i18n.getMessage(key);

/**
 * The answer to a visit that could not be judged: that nobody looked. The icon says so as well.
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<import("./types/messages").Reply>}
 */
export async function unchecked(sender) {
  const tabId = sender.tab?.id;
  const title = word("unchecked_title");
  const marks = [
    chrome.action.setBadgeText({ tabId, text: "?" }),
    chrome.action.setBadgeBackgroundColor({ tabId, color: "#8a5a00" }),
    chrome.action.setTitle({ tabId, title }),
  ];
  // The tab may have been closed meanwhile.
  Promise.all(marks).catch(() => {});
  // The same as in the WebAssembly: what it looks like without would cover more than it says.
  const style = await fetch(chrome.runtime.getURL("warning.css")).then((sheet) => sheet.text());
  return {
    kind: "warning",
    notice: {
      tone: "caution",
      title,
      reasons: [word("unchecked_advice")],
      first: 1,
      advice: "",
      advised: false,
    },
    shape: "box",
    safeLink: "",
    choices: [{ id: "join-anyway", label: word("warning_dismiss"), quiet: false, later: false }],
    brief: false,
    words: {
      product: word("extension_name"),
      keys: word("warning_keys"),
      close: word("warning_close"),
      copied: "",
      copyFailed: "",
      language: word("language"),
      direction: word("direction"),
    },
    style,
  };
}
