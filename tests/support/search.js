// Answers questions with the search of a site in a folder, without a browser: node search.js FOLDER, and the calls as JSON.
//
// Each call is the name of a function below, then what it is given. `fetched` are the files that a call fetched.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const [, , folder] = process.argv;
let fetched = [];
let missing = /nothing/;

globalThis.fetch = async (url) => {
  const path = fileURLToPath(String(url).split("?")[0]);
  if (missing.test(path)) throw new TypeError("Failed to fetch");
  fetched.push(path);
  const text = await readFile(path, "utf-8").catch(() => null);
  return {
    ok: text !== null,
    status: text === null ? 404 : 200,
    json: async () => JSON.parse(text),
    text: async () => text,
  };
};

const { counts, find, item, narrowed } = await import(`${folder}/assets/search_engine.js`);
const { cut, names, stem } = await import(`${folder}/assets/search_words.js`);
const top = `${folder}/`;

const calls = {
  /** The words of a text, each with its names and their stems. */
  words: (text) => cut(text).map((word) => [word, names(word), names(word).map(stem)]),
  /** What is found for a text, with the addresses of the first `most` pages. */
  async find(text, filters = {}, most = Infinity, options = {}) {
    fetched = [];
    const all = await find(text, options);
    const found = narrowed(all, filters);
    const items = await Promise.all(found.results.slice(0, most).map(item));
    return {
      ...found,
      results: undefined,
      values: undefined,
      counts: counts(found),
      totals: counts(all),
      number: found.results.length,
      urls: items.map(({ url }) => url.replace(top, "")),
      items,
      fetched,
    };
  },
  /** The numbers of all documents that are found for a text. */
  numbers: async (text) => (await find(text)).results.map(({ number }) => number),
  /** From now on, what matches the pattern cannot be fetched. */
  lose: (pattern) => {
    missing = new RegExp(pattern);
  },
};

let input = "";
for await (const piece of process.stdin.setEncoding("utf-8")) input += piece;
const answers = [];
for (const [name, ...given] of JSON.parse(input)) {
  answers.push(await Promise.resolve(calls[name](...given)).catch((error) => ({ error: error.message })));
}
process.stdout.write(JSON.stringify(answers));
