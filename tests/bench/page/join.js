// The screen before joining, as soon as the application's script has run: when its Join was painted, in milliseconds
// since the navigation. Fields as of tests/browser/client/before.html.

window.joinable = new Promise((resolve) => {
  window.ready = () => {
    document.body.innerHTML = `<input placeholder="Enter your name"><button>Join meeting</button>`;
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => resolve(performance.now());
      painted.port2.postMessage(null);
    });
  };
});
