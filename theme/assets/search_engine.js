/** Searches with Pagefind, corrects unknown words, and prepares results to show. */

/** @import { Answer, Filters, Page, Pagefind, Result } from "../../types/pagefind" */
/** @typedef {Awaited<ReturnType<typeof find>>} Found */
/** @typedef {Awaited<ReturnType<typeof item>>} Item */
/** @typedef {(words: string) => Promise<Answer>} Search */

const INDEX = new URL("../pagefind/", import.meta.url).href;
// A title counts for more than a theme, and a theme for more than a fact.
const RANKING = {
  metaWeights: { title: 5, names: 5, themes: 2, facts: 0.5, also: 0.5, kind: 0.2, stage: 0.2 },
};
// In words: the length of an excerpt, and how far before the matches it can begin.
const EXCERPT = 28;
const LEAD = 8;
/** The number of results to show before fetching the others. */
export const FIRST = 3;

/** @type {Promise<Pagefind> | undefined} */
let engine;
let starts = 0;

/** Pagefind, loaded at the first call. */
export async function start() {
  try {
    engine ??= load();
    return await engine;
  } catch (error) {
    engine = undefined;
    throw error;
  }
}

/** @returns {Promise<Pagefind>} */
async function load() {
  // A second try must not get the cached files of the first.
  const tag = starts++ ? Date.now() : Math.round(performance.timeOrigin);
  const pagefind = await import(`${INDEX}pagefind.js${starts > 1 ? `?${tag}` : ""}`);
  // A worker would cost 12 kB and a round trip.
  await pagefind.options({ noWorker: true, metaCacheTag: `${tag}`, ranking: RANKING });
  await pagefind.init();
  return pagefind;
}

/**
 * Fetch the filters and, at the same time, the part of the index for `text`.
 *
 * @param {string} text
 */
export async function fetchFilters(text) {
  const pagefind = await start();
  await Promise.all([pagefind.filters(), pagefind.preload(text)]);
}

/** Forget what was fetched: it is incomplete, or the site has changed since. */
export async function restart() {
  const old = await engine?.catch(() => null);
  engine = undefined;
  await old?.destroy();
}

/**
 * The matches for `text`: `results`, which `item` prepares to show, `counts` by filter and value for the filters that have been
 * fetched, and `totals`, the same without any choices.
 *
 * `shown` is the text that was searched for, which can have corrections of words in `asked`. `partial` means that no page has
 * all the words.
 *
 * @param {string} text
 * @param {Filters} filters
 */
export async function find(text, filters = {}, { asWritten = false } = {}) {
  const pagefind = await start();
  const search = (/** @type {string | null} */ words) => pagefind.search(words, { filters });
  // Pagefind finds every page for null, but none for an empty text.
  const asked = text.trim().replace(/\s+/g, " ") || null;
  const found = await search(asked);
  // These are always shown: fetch them all at once.
  for (const result of found.results.slice(0, FIRST)) result.data().catch(() => {});
  if (!asked || asWritten || asked.includes('"')) return answer(found, asked, asked);
  const { read, missing } = await readAs(pagefind, asked, filters, found);
  const nothing = { ...found, results: [] };
  const better = read === asked ? found : read ? await search(read) : nothing;
  if (better.results.length) return answer(better, asked, read, missing.length > 0);
  const words = read.split(/\s+/).filter((word) => word.length > 1);
  const results = words.length > 1 ? await someOf(words, search) : [];
  return answer({ ...better, results }, asked, read || asked, results.length > 0);
}

/**
 * @param {Answer} found
 * @param {string | null} asked
 * @param {string | null} shown
 */
function answer({ results, filters, totalFilters }, asked, shown, partial = false) {
  return { results, counts: filters, totals: totalFilters, asked, shown, partial };
}

/**
 * The text with the nearest known word for each unknown one, and without the `missing` words, which have none.
 *
 * @param {Pagefind} pagefind
 * @param {string} text
 * @param {Filters} filters
 * @param {Answer} found
 */
async function readAs(pagefind, text, filters, found) {
  const any = Object.keys(filters).length ? await pagefind.search(text) : found;
  const matches = await wordsOf(any.results[0]);
  /** @type {string[]} */
  const missing = [];
  for (const word of new Set(text.match(/[\p{L}\p{M}]{4,}/gu))) {
    // The text can end in an incomplete word. If no word begins with it, Pagefind uses its longest beginning that some word has.
    const begins =
      (letters = word.length) =>
      (/** @type {string} */ one) =>
        one.startsWith(fold(word).slice(0, letters));
    if (matches.some(begins()) || (await pagefind.search(`"${word}"`)).results.length) continue;
    const alone = await wordsOf((await pagefind.search(word)).results[0]);
    if (alone.some(begins())) continue;
    const { nearest } = await import("./search_spelling.js");
    const better = await nearest(fold(word));
    // The word is on the list, so a page has it and the index should have found it.
    if (better === fold(word)) throw new Error(`A part of the index is missing: nothing has ${word}`);
    if (better) text = text.replace(word, better);
    // A page with most of its beginning can have another form of the word.
    else if (!alone.some(begins(Math.max(4, Math.ceil(word.length * 0.7))))) missing.push(word);
  }
  const kept = text.split(/\s+/).filter((part) => !missing.some((word) => part.includes(word)));
  return { read: kept.join(" "), missing };
}

/**
 * Pages with some of the words, those with the most first.
 *
 * @param {string[]} words
 * @param {Search} search
 */
async function someOf(words, search) {
  const pages = new Map();
  for (const word of words) {
    for (const result of (await search(word)).results) {
      const before = pages.get(result.id);
      pages.set(result.id, { ...result, words: (before?.words ?? 0) + 1, score: (before?.score ?? 0) + result.score });
    }
  }
  return [...pages.values()].sort((one, other) => other.words - one.words || other.score - one.score);
}

/**
 * @param {Result | undefined} result
 * @returns {Promise<string[]>}
 */
async function wordsOf(result) {
  if (!result) return [];
  const { content, meta } = await result.data();
  return fold([content, ...Object.values(meta)].join(" ")).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * A text in lower case and without accents, to compare.
 *
 * @param {string} text
 */
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/**
 * A result to show: title, address, kind, facts, and an excerpt in pieces. Those with matches are `found`.
 *
 * @param {Result} result
 */
export async function item(result) {
  const data = await result.data();
  const { title, kind, stage, facts } = data.meta;
  return { title, kind, stage, facts, url: data.url, excerpt: excerpt(data) };
}

/**
 * The part of a text with the most matches, from the start of a sentence if one is near.
 *
 * @param {Page} page
 */
function excerpt({ content, weighted_locations: places }) {
  const words = content.split(" ");
  const ends = (/** @type {number} */ place) => /[.!?:]["”’)]?$/.test(words[place]);
  let first = 0;
  let most = 0;
  for (const { location: from } of places.slice(0, 100)) {
    let score = 0;
    for (const { location, balanced_score } of places)
      if (location >= from && location < from + EXCERPT - LEAD) score += balanced_score;
    if (score > most) [first, most] = [from, score];
  }
  let start = first;
  while (start > 0 && first - start < LEAD && !ends(start - 1)) start--;
  const end = Math.min(words.length, start + EXCERPT);
  const found = new Set(places.map((one) => one.location));
  /** @type {{ text: string, found?: boolean }[]} */
  const pieces = start > 0 && !ends(start - 1) ? [{ text: "… " }] : [];
  for (let place = start; place < end; place++) {
    // Characters around a word, such as a full stop, are not part of the match.
    const [, before, word = "", after] = words[place].match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u) ?? [];
    if (before) pieces.push({ text: before });
    pieces.push({ text: word, found: found.has(place) }, { text: `${after} ` });
  }
  if (end < words.length && !ends(end - 1)) pieces.push({ text: "…" });
  return pieces;
}
