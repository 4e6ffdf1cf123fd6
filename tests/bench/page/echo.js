// Asks a background that always answers the same.

chrome.runtime.sendMessage({ kind: "visit", path: location.pathname }).then(({ text }) => showBanner(text));
