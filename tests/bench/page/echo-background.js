// A background without WebAssembly that always answers the same.

chrome.runtime.onMessage.addListener((_message, _sender, respond) => {
  respond({ kind: "warning", text: "Strangers can guess this room." });
});
