// In the page: when something was added beside its body, and when the frame with it was painted; in
// milliseconds since the navigation.

window.shown = new Promise((resolve) => {
  const html = document.documentElement;
  const isThere = () => [...html.children].some(({ localName }) => localName === "div");
  const tell = () => {
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => resolve(performance.now());
      painted.port2.postMessage(null);
    });
  };
  if (isThere()) {
    tell();
    return;
  }
  const observer = new MutationObserver(() => {
    if (isThere()) {
      observer.disconnect();
      tell();
    }
  });
  observer.observe(html, { childList: true });
});
