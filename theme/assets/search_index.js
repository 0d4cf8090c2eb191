/** The search index: fetches the parts of it that a question needs. macros/search/index.py makes it. */

import { stem, unpacked } from "./search_words.js";

/** @typedef {{ docs: Map<number, number>, words: Set<string>, failed: boolean }} Matches The documents with a word, each with its score. */
/** @typedef {{ url: string, title: string, kind: string, stage?: string, facts?: string, text: string, more: string }} Page */
/** @typedef {Record<string, Record<string, number>>} Counts The number of results by filter and value. */
/** @typedef {Record<string, string | { any: string[] }>} Filters For each filter a value, or any of several. */
/** @typedef {[forms: string, documents: string, impacts: string]} Entry */

const FOLDER = new URL("../search-index/", import.meta.url).href;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
// The fewest letters that are taken for the beginning of a word: while a reader types it, and of a word that no page has.
const UNFINISHED = 3;
const UNKNOWN = 4;
// Words with a beginning are in several files. This is how many we fetch at once, and how many characters are enough.
const AT_ONCE = 12;
const ENOUGH = 100_000;
// The word itself counts more than those that only begin with it.
const BEGINNING = 0.5;

/** @type {Promise<Contents> | undefined} */
let contents;
let starts = 0;
/** @type {Map<string, Promise<any>>} */
const fetched = new Map();

/**
 * @typedef {object} Contents
 * @property {string} folder The folder of this version of the index.
 * @property {Record<string, Record<string, string>>} filters The documents of each kind.
 * @property {string[]} shards How the words in each file begin.
 * @property {number} size The number of documents.
 */

/** What is in the index. */
export async function start() {
  contents ??= fetchContents().catch((error) => {
    contents = undefined;
    throw error;
  });
  return contents;
}

/** Forget what the index has: the site may have changed since. */
export function restart() {
  contents = undefined;
}

/** @returns {Promise<Contents>} */
async function fetchContents() {
  // A page asks for the contents of the day it was opened, even if the browser has kept others. The first address is that in search.js.
  const tag = starts++ ? Date.now() : Math.round(performance.timeOrigin);
  const { version, shards, ...others } = await fetchJson(`${FOLDER}index.json?${tag}`);
  return { folder: `${FOLDER}${version}/`, shards: shards.split(" "), ...others };
}

/** @param {string} url */
async function fetchJson(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  return response.json();
}

/**
 * A file of the index, which is fetched once.
 *
 * @param {string} name
 */
async function file(name) {
  const url = `${(await start()).folder}${name}.json`;
  let promise = fetched.get(url);
  if (!promise) {
    promise = fetchJson(url);
    promise.catch(() => fetched.delete(url));
    fetched.set(url, promise);
  }
  return promise;
}

/**
 * A file with words.
 *
 * @param {string} beginning
 * @returns {Promise<Record<string, Entry>>}
 */
const shard = (beginning) =>
  file(`w-${beginning.replace(/[^a-z0-9]/gu, (one) => `_${one.codePointAt(0)?.toString(16)}`)}`);

/**
 * The documents that have a word or, if `unfinished`, one that begins with it.
 *
 * @param {string} word
 * @param {{ unfinished: boolean }} options
 * @returns {Promise<Matches>}
 */
export async function matches(word, { unfinished }) {
  /** @type {Matches} */
  const found = { docs: new Map(), words: new Set(), failed: false };
  const { shards, size } = await start();
  const own = stem(word);
  const home = shards.filter((one) => own.startsWith(one)).pop();
  const ended = shards.filter((one) => word.startsWith(one) && one !== home);
  const begun = shards.filter((one) => one.startsWith(word) && one !== home);
  try {
    const entry = home && (await shard(home))[own];
    if (entry) take(found, [[own, entry]], size, 1);
    if (unfinished ? word.length >= UNFINISHED : !entry && word.length >= UNKNOWN)
      take(found, await beginning(word, [...(home ? [home] : []), ...ended, ...begun]), size, BEGINNING);
  } catch {
    found.failed = true;
  }
  return found;
}

/**
 * The entries of the words that begin with `start`.
 *
 * @param {string} start
 * @param {string[]} names
 */
async function beginning(start, names) {
  /** @type {[string, Entry][]} */
  const entries = [];
  let size = 0;
  for (let from = 0; from < names.length && size < ENOUGH; from += AT_ONCE) {
    for (const words of await Promise.all(names.slice(from, from + AT_ONCE).map(shard))) {
      for (const [own, entry] of Object.entries(words)) {
        size += entry[1].length + entry[2].length;
        if ((entry[0] || own).split(" ").some((form) => form.startsWith(start))) entries.push([own, entry]);
      }
    }
  }
  return entries;
}

/**
 * Add the documents of entries, which count as one word. A rare word says more than a frequent one.
 *
 * @param {Matches} found
 * @param {[string, Entry][]} entries
 * @param {number} size
 * @param {number} share
 */
function take(found, entries, size, share) {
  /** @type {Map<number, number>} */
  const impacts = new Map();
  for (const [own, [, documents, how]] of entries) {
    found.words.add(own);
    for (const [place, number] of unpacked(documents).entries())
      impacts.set(number, Math.max(impacts.get(number) ?? 0, DIGITS.indexOf(how[place]) + 1));
  }
  const rarity = Math.log(1 + (size - impacts.size + 0.5) / (impacts.size + 0.5));
  for (const [number, impact] of impacts)
    found.docs.set(number, Math.max(found.docs.get(number) ?? 0, (share * rarity * impact) / DIGITS.length));
}

/**
 * The page of a result.
 *
 * @param {number} number
 * @returns {Promise<Page>}
 */
export async function page(number) {
  const found = await file(`${number}`);
  return { ...found, url: new URL(`..${found.url}`, FOLDER).href };
}

/**
 * The numbers of the documents for each value of each filter: for the kind or, if `all`, the others too.
 *
 * @param {boolean} all
 * @returns {Promise<Record<string, Map<string, Set<number>>>>}
 */
export async function filters(all) {
  const packed = { ...(await start()).filters, ...(all ? await file("filters") : {}) };
  const numbers = (/** @type {[string, string]} */ [value, text]) =>
    /** @type {const} */ ([value, new Set(unpacked(text))]);
  return Object.fromEntries(
    Object.entries(packed).map(([name, values]) => [name, new Map(Object.entries(values).map(numbers))]),
  );
}
