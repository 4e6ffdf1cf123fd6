// What runs with the rights of Firefox's own main window: it sees the toolbar, the popup's frame and closed
// shadow roots. The functions take and give what JSON can say.

/* global Cc, Ci, ChromeUtils, CustomizableUI, FullZoom, Services, WebExtensionPolicy, gBrowser, gURLBar, content, Cu, sendAsyncMessage */

// The settings by which the browser looks as a test wants it: the colour scheme, the colours, both kinds of pointers.
const LOOKS = [
  "layout.css.prefers-color-scheme.content-override",
  "browser.display.document_color_use",
  "ui.primaryPointerCapabilities",
  "ui.allPointerCapabilities",
];

// Whether all of a page is enlarged, and not its text alone.
const WHOLE_PAGE = "browser.zoom.full";

// All that is as a test wants it.
const CHANGED = [...LOOKS, WHOLE_PAGE];

// The requests that extensions started, kept between calls on the window.
const LOG = "hushroomTestRequests";

const widgetId = (addon) => `${addon.toLowerCase().replace(/[^a-z0-9_-]/g, "_")}-browser-action`;

const button = (addon) => document.getElementById(widgetId(addon)).querySelector("toolbarbutton");

const views = (addon, type) =>
  [...WebExtensionPolicy.getByID(addon).extension.views].filter((each) => each.viewType === type);

// The frame of the popup, if it is open; the frame that is preloaded when the pointer comes near counts when it is shown, and
// may still be there beside the next one.
const open = (addon) =>
  views(addon, "popup")
    .map(({ xulBrowser }) => xulBrowser)
    .find((frame) => frame?.closest("panel"));

const popup = (addon) => {
  const frame = open(addon);
  if (!frame) throw new Error(`no popup is open, of ${views(addon, "popup").length} frames`);
  return frame;
};

const background = async (addon) => {
  await WebExtensionPolicy.getByID(addon).extension.wakeupBackground?.();
  return views(addon, "background")[0].xulBrowser;
};

// A frame that changes its process while it is asked never answers.
const PATIENCE_MS = 10_000;

// Runs `task(parameters)` in the process and with the window of what `frame` shows.
const inside = (frame, task, parameters) =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("the frame does not answer")), PATIENCE_MS);
    const name = `hushroom-${Math.random()}`;
    const manager = frame.messageManager;
    manager.addMessageListener(name, function listener({ data }) {
      manager.removeMessageListener(name, listener);
      if (data.error === undefined) resolve(data.value);
      else reject(new Error(data.error));
    });
    const run = async (work, input, answer) => {
      try {
        sendAsyncMessage(answer, { value: await work(input) });
      } catch (error) {
        sendAsyncMessage(answer, { error: `${error}\n${error?.stack}` });
      }
    };
    const source = `(${run})(${task}, ${JSON.stringify(parameters)}, ${JSON.stringify(name)})`;
    manager.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(source)}`, false);
  });

// In a frame: calls a function of the test as a script of the page itself would be called, but for its policy.
const callInside = async ({ place, source, args }) => {
  // Frames of another site may be in another process.
  const frames = () => [...content.document.querySelectorAll("iframe")].map((each) => each.contentDocument);
  const roots = () =>
    [content.document, ...frames()].flatMap((inner) =>
      [...(inner?.querySelectorAll("*") ?? [])].map((each) => each.openOrClosedShadowRoot),
    );
  const finders = {
    background: () => null,
    page: () => content.document,
    popup: () => content.document,
    warning: () => roots().find((each) => each?.querySelector("#warning, #put-away")),
  };
  const root = finders[place]();
  if (root === undefined) throw new Error("there is no warning");
  const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
  const call = `async (root, args) => JSON.stringify((await (${source})(root, ...JSON.parse(args))) ?? null)`;
  return JSON.parse(await Cu.evalInSandbox(`(${call})`, sandbox)(Cu.waiveXrays(root), JSON.stringify(args)));
};

const clickInside = ({ id, x, y }) => {
  const { document } = content;
  if (!document.getElementById(id).contains(document.elementFromPoint(x, y))) return false;
  for (const type of ["mousemove", "mousedown", "mouseup"]) {
    if (content.synthesizeMouseEvent) {
      content.synthesizeMouseEvent(type, x, y, { button: 0, clickCount: 1 }, {});
    } else {
      content.windowUtils.sendMouseEvent(type, x, y, 0, 1, 0);
    }
  }
  return true;
};

const pressInside = ({ key, keyCode }) => {
  const input = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
  input.beginInputTransactionForTests(content);
  const event = new content.KeyboardEvent("", { key, keyCode });
  input.keydown(event);
  input.keyup(event);
};

// In a frame: what a screen reader reads of its document. Firefox builds that once it is asked for the first time, and tells
// nobody when it has; what is the same twice is taken for the whole.
const readInside = async () => {
  const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
  const { nsIAccessibleStates: all } = Ci;
  const plain = [
    [all.STATE_EXPANDED, "expanded"],
    [all.STATE_COLLAPSED, "collapsed"],
    [all.STATE_CHECKED, "checked"],
    [all.STATE_PRESSED, "pressed"],
    [all.STATE_UNAVAILABLE, "disabled"],
    [all.STATE_REQUIRED, "required"],
    [all.STATE_INVALID, "invalid"],
  ];
  const attribute = (accessible, name) => {
    try {
      return accessible.attributes.getStringProperty(name);
    } catch {
      return "";
    }
  };
  const valued = /^(entry|combobox|slider|spinbutton)$/;
  const write = (accessible) => {
    const [state, extra] = [{}, {}];
    accessible.getState(state, extra);
    const role = service.getStringRole(accessible.role);
    const children = [];
    for (let child = accessible.firstChild; child; child = child.nextSibling) children.push(write(child));
    return {
      role,
      aria: attribute(accessible, "xml-roles"),
      level: attribute(accessible, "level"),
      name: accessible.name ?? "",
      description: accessible.description ?? "",
      value: valued.test(role) ? (accessible.value ?? "") : "",
      states: [
        ...(extra.value & all.EXT_STATE_MODAL ? ["modal"] : []),
        ...plain.filter(([flag]) => state.value & flag).map(([, name]) => name),
      ],
      children,
    };
  };
  let before = "";
  for (;;) {
    const root = service.getAccessibleFor(content.document);
    const now = root?.firstChild ? JSON.stringify(write(root)) : "";
    if (now !== "" && now === before) return JSON.parse(now);
    before = now;
    await new Promise((resolve) => content.setTimeout(resolve, 100));
  }
};

const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");

// The extensions that were installed from a folder.
const unpacked = async () =>
  (await AddonManager.getAddonsByTypes(["extension"])).filter((each) => each.temporarilyInstalled);

// biome-ignore lint/correctness/noUnusedVariables: called by the lines that the harness adds.
const privileged = {
  // Writes down, from now on, what extensions ask of the network.
  async watch() {
    const requests = [];
    window[LOG] = requests;
    const observe = (subject) => {
      const channel = subject.QueryInterface(Ci.nsIHttpChannel);
      const info = channel.loadInfo;
      const starters = [info.triggeringPrincipal, info.loadingPrincipal].map((each) => each?.addonId);
      const isNavigation = info.externalContentPolicyType === Ci.nsIContentPolicy.TYPE_DOCUMENT;
      if (!isNavigation && starters.some(Boolean)) requests.push({ starters, address: channel.URI.spec });
    };
    Services.obs.addObserver({ observe }, "http-on-modify-request");
  },

  // Puts the extension's button where one click reaches it, as a person who uses it daily does.
  async pin(addon) {
    CustomizableUI.addWidgetToArea(widgetId(addon), CustomizableUI.AREA_NAVBAR);
  },

  async call(addon, place, source, args) {
    const frames = { background: () => background(addon), popup: () => popup(addon) };
    const frame = await (frames[place]?.() ?? gBrowser.selectedBrowser);
    return await inside(frame, callInside, { place, source, args });
  },

  async aloud(addon, isPopup) {
    return await inside(isPopup ? popup(addon) : gBrowser.selectedBrowser, readInside, {});
  },

  // The whole browser looks so: 0 is dark and 1 light, 2 the user's own colours always and 0 where forced.
  async prefer(dark, forced) {
    const [scheme, colours] = LOOKS;
    Services.prefs.setIntPref(scheme, dark ? 0 : 1);
    Services.prefs.setIntPref(colours, forced ? 2 : 0);
  },

  // The text of pages, and nothing else in them, is twice as large, as by "Zoom Text Only"; the second time, as before.
  async doubleText() {
    const isDouble = Services.prefs.prefHasUserValue(WHOLE_PAGE);
    if (isDouble) Services.prefs.clearUserPref(WHOLE_PAGE);
    else Services.prefs.setBoolPref(WHOLE_PAGE, false);
    await FullZoom.setZoom(isDouble ? 1 : 2, gBrowser.selectedBrowser);
  },

  // One of the pointers that nsLookAndFeel numbers: 1 is a finger. The tab is as wide as it is told to be.
  async onAPhone(width) {
    for (const pointers of LOOKS.slice(2)) Services.prefs.setIntPref(pointers, 1);
    gBrowser.selectedBrowser.style.maxWidth = `${width}px`;
  },

  async inView(width, height) {
    const { style } = gBrowser.selectedBrowser;
    // What holds it would stretch it.
    Object.assign(style, { maxWidth: `${width}px`, maxHeight: `${height}px`, minHeight: `${height}px` });
  },

  async buttonId(addon) {
    return button(addon).id;
  },

  async popupIsOpen(addon) {
    return Boolean(open(addon));
  },

  async clickInPopup(addon, id, x, y) {
    return await inside(popup(addon), clickInside, { id, x, y });
  },

  async pressInPopup(addon, key, keyCode) {
    return await inside(popup(addon), pressInside, { key, keyCode });
  },

  async chooseFromMenu(label) {
    const menu = document.getElementById("contentAreaContextMenu");
    const shown = new Promise((resolve) => menu.addEventListener("popupshown", resolve, { once: true }));
    if (menu.state !== "open") await shown;
    const entry = [...menu.querySelectorAll("menuitem")].find((each) => each.label === label && !each.hidden);
    if (!entry) throw new Error(`the menu has no ${label}`);
    menu.activateItem(entry);
  },

  // The keys go to the browser's window, as they do before a page gets them.
  async command(addon, name) {
    const { commands } = WebExtensionPolicy.getByID(addon).extension.manifest;
    const names = { Alt: "Alt", Ctrl: "Control", Shift: "Shift" };
    const keys = commands[name].suggested_key.default.split("+").map((key) => names[key] ?? key);
    const codes = { Alt: 18, Control: 17, Shift: 16 };
    const events = keys.map(
      (key) => new KeyboardEvent("", { key, keyCode: codes[key] ?? key.charCodeAt(0) }),
    );
    const input = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
    input.beginInputTransactionForTests(window);
    for (const event of events) input.keydown(event);
    for (const event of events.reverse()) input.keyup(event);
  },

  async enterInAddressBar(addon, text) {
    const { keyword } = WebExtensionPolicy.getByID(addon).extension.manifest.omnibox;
    gURLBar.focus();
    gURLBar.search(`${keyword} ${text}`);
    await gURLBar.lastQueryContextPromise;
    gURLBar.handleCommand(new KeyboardEvent("keydown", { key: "Enter", keyCode: 13 }));
  },

  // The rows as they are shown. What the first one says of a name may come with the next letter only.
  async suggestedInAddressBar(addon, text) {
    const { keyword } = WebExtensionPolicy.getByID(addon).extension.manifest.omnibox;
    gURLBar.focus();
    gURLBar.search(`${keyword} ${text}`);
    await gURLBar.lastQueryContextPromise;
    return [...document.querySelectorAll("#urlbar .urlbarView-row")]
      .filter((row) => row.checkVisibility())
      .map((row) => row.textContent.trim());
  },

  async pictureOfPopup(addon) {
    const shown = popup(addon).browsingContext.currentWindowGlobal;
    const bitmap = await shown.drawSnapshot(null, window.devicePixelRatio, "white");
    const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    return canvas.toDataURL();
  },

  async badge(addon) {
    return button(addon).getAttribute("badge") ?? "";
  },

  async icon(addon) {
    // A set of pictures for screens of one and of two pixels to the point.
    const set = button(addon).style.getPropertyValue("--webextension-toolbar-image");
    return set.match(/moz-extension:\/\/[^/]+([^"]*)"\) 2dppx/)?.[1] ?? set;
  },

  async clipboard() {
    const { kGlobalClipboard } = Services.clipboard;
    if (!Services.clipboard.hasDataMatchingFlavors(["text/plain"], kGlobalClipboard)) return "";
    const transfer = Cc["@mozilla.org/widget/transferable;1"].createInstance(Ci.nsITransferable);
    transfer.init(null);
    transfer.addDataFlavor("text/plain");
    Services.clipboard.getData(transfer, kGlobalClipboard);
    const data = {};
    transfer.getTransferData("text/plain", data);
    return data.value.QueryInterface(Ci.nsISupportsString).data;
  },

  async tabs() {
    return gBrowser.tabs.map((tab) => tab.linkedBrowser.currentURI.spec);
  },

  async sleep(addon) {
    await WebExtensionPolicy.getByID(addon).extension.terminateBackground({ ignoreDevToolsAttached: true });
  },

  async reload(addon) {
    await (await AddonManager.getAddonByID(addon)).reload();
  },

  async requests(addon) {
    return window[LOG].filter(({ starters }) => starters.includes(addon)).map(({ address }) => address);
  },

  // Takes the extension away, all tabs but the one in front, and whatever pages and people left behind.
  async clear() {
    for (const addon of await unpacked()) await addon.uninstall();
    for (const tab of [...gBrowser.tabs]) {
      if (tab !== gBrowser.selectedTab) gBrowser.removeTab(tab, { skipPermitUnload: true });
    }
    for (const name of CHANGED) Services.prefs.clearUserPref(name);
    gURLBar.handleRevert();
    Services.clipboard.emptyClipboard(Services.clipboard.kGlobalClipboard);
    await new Promise((resolve) => {
      Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: resolve });
    });
    window[LOG].length = 0;
  },

  async traces() {
    return {
      shown: gBrowser.tabs.map((tab) => tab.linkedBrowser.currentURI.spec),
      typed: gURLBar.value,
      extensions: (await unpacked()).map(({ id }) => id),
      looks: CHANGED.filter((name) => Services.prefs.prefHasUserValue(name)),
      cookies: Services.cookies.cookies.map(({ host, name }) => `${host} ${name}`),
      zoom: gBrowser.selectedBrowser.fullZoom,
      copied: Services.clipboard.hasDataMatchingFlavors(["text/plain"], Services.clipboard.kGlobalClipboard),
      asked: window[LOG],
    };
  },
};
