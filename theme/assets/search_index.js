/** The search index: fetches the parts of it that a question needs. macros/search/index.py makes it. */

import { digitAt, stem, unpacked } from "./search_words.js";

/** @typedef {{ docs: Map<number, number>, words: Set<string>, failed: boolean, more: boolean }} Matches The documents with a word, each with its score: 0 where the page only shows it. */
/** @typedef {{ url: string, title: string, kind: string, stage?: string, facts?: string, text: string, more: string }} Page */
/** @typedef {Record<string, Record<string, number>>} Counts The number of results by filter and value. */
/** @typedef {Record<string, string | { any: string[] }>} Filters For each filter a value, or any of several. */
/** @typedef {[forms: string, documents: string, impacts: string, shown?: string]} Entry */
/** @typedef {Record<string, Entry> & { ""?: Record<string, string> }} Shard Entries by their stem. By "", the stems of words that would stand here, but have theirs elsewhere. */

const FOLDER = new URL("../search-index/", import.meta.url).href;
// One more than the most that a word can say about a document.
const MOST = 64;
// The fewest letters that are taken for the beginning of a word: while a reader types it, and of a word that no page has.
const UNFINISHED = 3;
const UNKNOWN = 4;
// Words with a beginning can be in several files. So many are enough for first results: browsers fetch six at once.
const ENOUGH = 6;
// And for a word that no page has, in the middle of a question: there may be a dozen.
const ENOUGH_FOR_UNKNOWN = 1;
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
 * @returns {Promise<Shard>}
 */
const shard = (beginning) =>
  file(`w-${beginning.replace(/[^a-z0-9]/gu, (one) => `_${one.codePointAt(0)?.toString(16)}`)}`);

/**
 * The documents that have a word or, if `unfinished`, one that begins with it. If `quick`, those of the first files will do:
 * `more` says that there are others.
 *
 * @param {string} word
 * @param {{ unfinished?: boolean, quick?: boolean }} [options]
 * @returns {Promise<Matches>}
 */
export async function matches(word, { unfinished = false, quick = false } = {}) {
  /** @type {Matches} */
  const found = { docs: new Map(), words: new Set(), failed: false, more: false };
  const { shards, size } = await start();
  const own = stem(word);
  const home = holder(own, shards);
  const all = [...new Set([home, holder(word, shards), ...shards.filter((one) => one.startsWith(place(word)))])];
  const some = unfinished ? all.slice(0, quick ? ENOUGH : undefined) : all.slice(0, ENOUGH_FOR_UNKNOWN);
  let isBeginning = unfinished && word.length >= UNFINISHED;
  let loaded = await words(isBeginning ? some : [home], found);
  const entry = loaded.entries.get(own);
  if (!entry && !unfinished && word.length >= UNKNOWN) {
    isBeginning = true;
    loaded = await words(some, found);
  }
  if (isBeginning) {
    take(found, await beginning(word, loaded, found), size, BEGINNING);
    found.more = unfinished && some.length < all.length;
  }
  if (entry) {
    take(found, [[own, entry]], size, 1);
    for (const number of inRows(entry[3] ?? "")) if (!found.docs.has(number)) found.docs.set(number, 0);
  }
  return found;
}

// As macros/search/index.py places words.
const place = (/** @type {string} */ word) => word.replace(/[\u{10000}-\u{10ffff}]/gu, "\uffff");

/**
 * The file that has a word, if any has.
 *
 * @param {string} word
 * @param {string[]} shards
 */
const holder = (word, shards) => shards.filter((one) => one <= place(word)).pop() ?? "";

/**
 * The words of files by their stems, as far as they come, and the stems of words that are `elsewhere`.
 *
 * @param {string[]} names
 * @param {Matches} found
 */
async function words(names, found) {
  const loaded = await Promise.allSettled(names.map(shard));
  found.failed ||= loaded.some(({ status }) => status === "rejected");
  const came = loaded.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const elsewhere = came.flatMap((one) => Object.entries(one[""] ?? {}));
  return { entries: new Map(came.flatMap(Object.entries).filter(([own]) => own)), elsewhere };
}

/**
 * The entries of the words among `loaded` ones that begin with `letters`.
 *
 * @param {string} letters
 * @param {Awaited<ReturnType<typeof words>>} loaded
 * @param {Matches} found
 */
async function beginning(letters, { entries, elsewhere }, found) {
  const { shards } = await start();
  const begins = (/** @type {string} */ form) => form.startsWith(letters);
  const missing = elsewhere.filter(([form, own]) => begins(form) && !entries.has(own));
  const others = await words([...new Set(missing.map(([, own]) => holder(own, shards)))], found);
  return [...others.entries, ...entries].filter(([own, [forms]]) => (forms || own).split(" ").some(begins));
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
  const impacts = new Uint8Array(size);
  for (const [own, [, documents, how]] of entries) {
    found.words.add(own);
    for (const [place, number] of unpacked(documents).entries())
      impacts[number] = Math.max(impacts[number], digitAt(how, place) + 1);
  }
  const having = impacts.reduce((sum, impact) => sum + (impact ? 1 : 0), 0);
  const rarity = Math.log(1 + (size - having + 0.5) / (having + 0.5));
  for (const [number, impact] of impacts.entries())
    if (impact) found.docs.set(number, Math.max(found.docs.get(number) ?? 0, (share * rarity * impact) / MOST));
}

/**
 * The numbers in rows, of which a text has the first and the first after it.
 *
 * @param {string} text
 */
function inRows(text) {
  const ends = unpacked(text);
  return ends.flatMap((end, place) =>
    place % 2 ? Array.from({ length: end - ends[place - 1] }, (_, step) => ends[place - 1] + step) : [],
  );
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
