// Times an estimator in a worker of the page: `worker.js?hushroom` or `worker.js?zxcvbn`.
//
// In:  { names, atLeast }: what to judge, again and again until that many milliseconds have passed.
// Out: { ready: true } once, then { names, milliseconds } for each message: how many in how long.

const load = {
  async hushroom() {
    const { default: init, assess } = await import("./bench.js");
    await init({ module_or_path: "./bench_bg.wasm" });
    return assess;
  },
  async zxcvbn() {
    await import("./zxcvbn.js");
    return (name) => self.zxcvbn(name).guesses_log10;
  },
};

const judge = await load[location.search.slice(1)]();

self.onmessage = ({ data: { names, atLeast } }) => {
  const start = performance.now();
  let judged = 0;
  let milliseconds = 0;
  // What nothing comes of could be left out by the browser.
  let sum = 0;
  do {
    for (const name of names) sum += judge(name);
    judged += names.length;
    milliseconds = performance.now() - start;
  } while (milliseconds < atLeast);
  self.postMessage({ names: judged, milliseconds, sum });
};
self.postMessage({ ready: true });
