// Asks each question of a file as a reader who has nothing in the cache: node search.js FOLDER QUESTIONS. Prints what each cost. If
// `quick`, that is up to the first results.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const [, , folder, questions] = process.argv;
/** The results that are fetched before the first is shown. */
const FIRST = 3;
/** @type {Map<string, { text: string, size: number }>} */
const files = new Map();
/** @type {Set<string>} */
let fetched = new Set();
let asked = 0;

/** @param {string} path */
async function read(path) {
  let file = files.get(path);
  if (!file) {
    const text = await readFile(path, "utf-8");
    file = { text, size: gzipSync(text, { level: 6 }).length };
    files.set(path, file);
  }
  return file;
}

// Each question sees another version of the index, so nothing that was fetched before is used again.
globalThis.fetch = async (/** @type {any} */ url) => {
  const path = fileURLToPath(
    String(url)
      .split("?")[0]
      .replace(/~\d+\//, "/"),
  );
  fetched.add(path);
  const { text } = await read(path);
  const json = async () => {
    const content = JSON.parse(text);
    return path.endsWith("index.json") ? { ...content, version: `${content.version}~${asked}` } : content;
  };
  return /** @type {any} */ ({ ok: true, status: 200, json, text: async () => text });
};

const { find, item, restart } = await import(`${folder}/assets/search_engine.js`);
const costs = [];
const given = JSON.parse(await readFile(questions, "utf-8"));
for (const question of given.questions) {
  asked++;
  restart();
  fetched = new Set();
  const before = performance.now();
  const found = await find(question, { quick: given.quick });
  await Promise.all(found.results.slice(0, FIRST).map(item));
  const seconds = (performance.now() - before) / 1000;
  const sizes = await Promise.all([...fetched].map(read));
  const size = sizes.reduce((sum, one) => sum + one.size, 0);
  costs.push({ question, size, requests: fetched.size, seconds, results: found.results.length });
}
process.stdout.write(JSON.stringify(costs));
