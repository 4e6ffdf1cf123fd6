// The keyboard command, the context menu, the address bar and the first start. What to do is decided in the
// WebAssembly. Firefox for Android has none of the first three.

import { openBeside } from "./beside.js";
import { enter, fresh_link, remember, suggest, welcomes } from "./hushroom.js";
import { insert } from "./insert.js";

const report = (/** @type {unknown} */ error) => console.error("Hushroom:", error);

/**
 * Opens the popup with a wish: to copy, where the user sees what was copied, or what to say there. Firefox opens it
 * only before anything is awaited. What was not granted now is not to be granted by a later popup.
 * @param {"copy" | "say"} wish
 */
async function openPopup(wish) {
  chrome.storage.session.set({ wish }).catch(report);
  try {
    await chrome.action.openPopup();
  } catch (error) {
    chrome.storage.session.remove("wish").catch(report);
    report(error);
  }
}

/**
 * Registers the listeners; `started` is when the WebAssembly is there.
 * @param {Promise<unknown>} started
 */
export function listen(started) {
  chrome.runtime.onInstalled.addListener(({ reason }) => {
    const title = chrome.i18n.getMessage("menu_insert");
    const create = () => chrome.contextMenus.create({ id: "insert", title, contexts: ["editable"] });
    // An update of the browser finds it there already.
    chrome.contextMenus?.removeAll().then(create).catch(report);
    if (reason === "install") {
      started
        .then(welcomes)
        // What could not be asked is not wanted otherwise.
        .catch(() => true)
        .then(async (wanted) => {
          if (wanted) {
            await chrome.tabs.create({ url: chrome.runtime.getURL("guide.html") });
          }
        })
        .catch(report);
    }
  });

  chrome.contextMenus?.onClicked.addListener(({ frameId }, tab) => {
    started
      .then(fresh_link)
      .then(async (link) => {
        const target = { tabId: tab?.id ?? chrome.tabs.TAB_ID_NONE, frameIds: [frameId ?? 0] };
        const said = {
          copied: chrome.i18n.getMessage("menu_copied"),
          language: chrome.i18n.getMessage("language"),
          direction: chrome.i18n.getMessage("direction"),
        };
        const [{ result }] = await chrome.scripting.executeScript({
          target,
          func: insert,
          args: [link, said],
        });
        if (result !== "typed" && result !== "copied") {
          throw new Error("the page took no text");
        }
        // The link is there, whether it can be remembered or not. By now another window may be in front.
        remember(link, tab?.incognito ?? true).catch(report);
      })
      .catch((error) => {
        report(error);
        return openPopup("say");
      });
  });

  chrome.commands?.onCommand.addListener((command, tab) => {
    if (command === "copy-link") {
      return openPopup("copy");
    }
    return (
      command === "open-panel" && openBeside(tab?.windowId ?? chrome.windows.WINDOW_ID_CURRENT).catch(report)
    );
  });

  chrome.omnibox?.onInputChanged.addListener((typed, answer) => {
    started
      .then(() => suggest(typed))
      .then(([{ description }, ...others]) => {
        chrome.omnibox.setDefaultSuggestion({ description });
        answer(others);
      })
      .catch(report);
  });
  chrome.omnibox?.onInputEntered.addListener((typed, disposition) => {
    started
      .then(() => enter(typed))
      .then((url) => {
        const active = disposition !== "newBackgroundTab";
        return disposition === "currentTab"
          ? chrome.tabs.update({ url })
          : chrome.tabs.create({ url, active });
      })
      .catch(report);
  });
}
