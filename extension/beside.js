// Opens the steps of a call beside it: in Chromium's side panel, in Firefox's sidebar, and in a tab where there is
// neither, as on phones, or where the browser refuses.

/**
 * Both browsers open theirs only in answer to a click or a key, before anything is awaited.
 * @param {number} windowId where the call is
 * @returns {Promise<unknown>}
 */
export function openBeside(windowId) {
  const { sidePanel, sidebarAction } = chrome;
  const opened = sidePanel?.open({ windowId }) ?? sidebarAction?.open();
  const openTab = () => chrome.tabs.create({ url: chrome.runtime.getURL("panel.html") });
  return opened?.catch(openTab) ?? openTab();
}
