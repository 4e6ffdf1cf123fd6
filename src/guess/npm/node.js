// For Node.js, where the module lies beside this file: it is ready at once.
import { readFileSync } from "node:fs";
import { initSync } from "./guessable-npm.js";

initSync({ module: readFileSync(new URL("guessable-npm_bg.wasm", import.meta.url)) });

export { assess, initSync } from "./guessable-npm.js";
// As in a page, where it has to be called and waited for once.
export default async () => {};
