// In every popup: when the link was painted, in milliseconds since 1970.

const look = () => {
  requestAnimationFrame(() => {
    if (document.getElementById("room-link")?.textContent.includes("-")) {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => {
        globalThis.shownAt = performance.timeOrigin + performance.now();
      };
      painted.port2.postMessage(null);
    } else {
      look();
    }
  });
};
look();
