// Judges names with an estimator from npm: a JSON array of names on standard input; on standard output the
// JSON array of log2 of the guesses that it thinks they withstand.
//
// node estimate.mjs zxcvbn | zxcvbn-ts
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

const LANGUAGES = "ar cs de en es-es fi fr id it ja nl-be pl pt-br".split(" ");

function zxcvbnTs() {
  const { ZxcvbnFactory } = require("@zxcvbn-ts/core");
  const common = require("@zxcvbn-ts/language-common");
  const dictionary = { ...common.dictionary };
  for (const language of LANGUAGES) {
    // Older packs name their dictionaries alike; one would hide the other.
    for (const [name, words] of Object.entries(require(`@zxcvbn-ts/language-${language}`).dictionary)) {
      dictionary[`${name} ${language}`] = words;
    }
  }
  const estimator = new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs });
  return (name) => estimator.check(name);
}

const estimators = { zxcvbn: () => require("zxcvbn"), "zxcvbn-ts": zxcvbnTs };

const judge = estimators[process.argv[2]]();
const names = JSON.parse(readFileSync(0, "utf8"));
const bits = names.map((name) => {
  const { guessesLog10, guesses_log10 } = judge(name);
  return (guessesLog10 ?? guesses_log10) * Math.log2(10);
});
process.stdout.write(JSON.stringify(bits));
