// Beside each content script that asks a background: times one question, when the bench says so.

document.addEventListener("bench-ask", async () => {
  const start = performance.now();
  const reply = await chrome.runtime.sendMessage({ kind: "visit", path: location.pathname });
  const took = performance.now() - start;
  const detail = reply?.kind === "warning" ? String(took) : "";
  document.dispatchEvent(new CustomEvent("bench-answered", { detail }));
});
