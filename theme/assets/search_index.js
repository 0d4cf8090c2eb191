/** The search index: fetches the parts of it that a question needs. macros/search/index.py makes it. */

import { stem, unpacked, ZERO } from "./search_words.js";

/** @typedef {Float64Array} Scores The score of each document: 0 where the page only shows a word, less where there is none. */
/** @typedef {{ scores: Scores, stems: [form: string, stem: string][], more: boolean }} Matches The documents with a word, and the forms that were found. `more` says that there are others. */
/** @typedef {{ url: string, title: string, kind: string, stage?: string, facts?: string, text: string, more: string }} Page */
/** @typedef {[own: string, entry: [documents: string, impacts: string, ...forms: string[]]]} Entry */
/** @typedef {Record<string, Record<string, Set<number>>>} Values The documents by filter and value. */
/** @typedef {{ version: string, size: number, shards: string[], filters: Record<string, Record<string, string>> }} Contents */

const FOLDER = new URL("../search-index/", import.meta.url).href;
// One more than the most that a word can say about a document.
const MOST = 64;
// The fewest letters that are taken for the beginning of a word: while a reader types it, and of a word that no page has.
const UNFINISHED = 3;
const UNKNOWN = 4;
// Words with a beginning can be in several files. So many are enough for first results within half a second on a slow line.
const ENOUGH = 4;
// The word itself counts more than those that only begin with it.
const BEGINNING = 0.5;

/** @type {Map<string, Promise<any>>} */
const fetched = new Map();
// A page asks for the contents of the day it was opened, even if the browser has kept others. The first address is that in search.js.
let tag = Math.round(performance.timeOrigin);

/**
 * A file of the index, which is fetched once.
 *
 * @param {string} path
 */
function file(path) {
  const promise = fetched.get(path) ?? fetchJson(`${FOLDER}${path}`);
  fetched.set(path, promise);
  promise.catch(() => fetched.delete(path));
  return promise;
}

/** @param {string} url */
async function fetchJson(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  return response.json();
}

/**
 * What is in the index.
 *
 * @returns {Promise<Contents>}
 */
export const start = () => file(`index.json?${tag}`);

/** Forget what the index has: the site may have changed since. */
export function restart() {
  tag = Date.now();
}

/**
 * A file of this version of the index.
 *
 * @param {string} name
 */
export const part = async (name) => file(`${(await start()).version}/${name}.json`);

// As macros/search/index.py places words in the order of the alphabet.
const place = (/** @type {string} */ word) =>
  Array.from(new TextEncoder().encode(word), (byte) => byte.toString(16)).join("");

/**
 * The documents that have a word or, if it is `unfinished`, one that begins with it. If `quick`, those of the first files will do.
 *
 * @param {string} word
 * @param {{ unfinished?: boolean, quick?: boolean }} [options]
 * @returns {Promise<Matches>}
 */
export async function matches(word, { unfinished = false, quick = false } = {}) {
  const { shards, size } = await start();
  const own = stem(word);
  const holder = (/** @type {string} */ one, at = place(one)) => shards.findLast((first) => first <= at) ?? "";
  const isLong = word.length >= (unfinished ? UNFINISHED : UNKNOWN);
  const beginnings = isLong && unfinished ? [holder(word), ...shards.filter((one) => one.startsWith(place(word)))] : [];
  const files = [...new Set([holder(own), ...beginnings])];
  const some = files.slice(0, quick ? ENOUGH : files.length);
  const entries = await load(some);
  const same = entries.filter(([stem]) => stem === own);
  const begins = (/** @type {Entry} */ [, [, , ...forms]]) => forms.some((form) => form.startsWith(word));
  const longer = isLong && (unfinished || !same.length) ? entries.filter(begins) : [];
  const elsewhere = longer.filter(([, [documents]]) => !documents).map(([own]) => holder(own));
  longer.push(...(await load(elsewhere)).filter(begins));
  return {
    scores: either(scores(same, size, 1), scores(longer, size, BEGINNING)),
    stems: [...longer, ...same].flatMap(([own, [, , ...forms]]) => forms.map((form) => [form, own])),
    more: some.length < files.length,
  };
}

/**
 * The entries in files. Those without documents have them elsewhere.
 *
 * @param {string[]} starts
 * @returns {Promise<Entry[]>}
 */
async function load(starts) {
  const loaded = await Promise.all(starts.map((one) => part(`w-${one}`)));
  return loaded.flatMap(Object.entries);
}

/**
 * The documents of entries, which count as one word. A rare word says more than a frequent one.
 *
 * @param {Entry[]} entries
 * @param {number} size
 * @param {number} share
 * @returns {Scores}
 */
function scores(entries, size, share) {
  const impacts = new Int8Array(size).fill(-1);
  for (const [, [documents, how]] of entries)
    unpacked(documents).forEach((number, place) => {
      impacts[number] = Math.max(impacts[number], how.charCodeAt(place) - ZERO);
    });
  const having = impacts.filter((impact) => impact > 0).length;
  const rarity = Math.log(1 + (size - having + 0.5) / (having + 0.5));
  return Float64Array.from(impacts, (impact) => (impact < 0 ? -Infinity : (share * rarity * impact) / MOST));
}

/**
 * The better score of each document.
 *
 * @param {Scores} one
 * @param {Scores} other
 */
export const either = (one, other) => one.map((score, number) => Math.max(score, other[number]));

/**
 * The page of a result.
 *
 * @param {number} number
 * @returns {Promise<Page>}
 */
export async function page(number) {
  const found = await part(`${number}`);
  return { ...found, url: new URL(`..${found.url}`, FOLDER).href };
}

/**
 * The documents for each value of each filter: for the kind or, if `all`, the others too.
 *
 * @param {boolean} all
 * @returns {Promise<Values>}
 */
export async function filters(all) {
  const packed = { ...(await start()).filters, ...(all ? await part("filters") : {}) };
  return mapped(packed, (values) => mapped(values, (numbers) => new Set(unpacked(numbers))));
}

/**
 * The same with each value changed.
 *
 * @template Value, Changed
 * @param {Record<string, Value>} all
 * @param {(value: Value) => Changed} change
 */
export const mapped = (all, change) =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, change(value)]));
