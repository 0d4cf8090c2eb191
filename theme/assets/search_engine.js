/** Finds: asks Pagefind, notices words that nobody has written, and says what a result shows. */

/** @import { Answer, Filters, Page, Pagefind, Result } from "../../types/pagefind" */
/** @typedef {Awaited<ReturnType<typeof find>>} Found */
/** @typedef {Awaited<ReturnType<typeof item>>} Item */
/** @typedef {(words: string) => Promise<Answer>} Search */

const INDEX = new URL("../pagefind/", import.meta.url).href;
// A name counts for more than a theme, and that for more than a fact.
const RANKING = {
  metaWeights: { title: 5, names: 5, themes: 2, facts: 0.5, also: 0.5, kind: 0.2, stage: 0.2 },
};
// In words: how long an excerpt is, and how far before the words that are found it may begin.
const EXCERPT = 28;
const LEAD = 8;
/** How many results are shown before the others are fetched. */
export const FIRST = 3;

/** @type {Promise<Pagefind> | undefined} */
let engine;
let starts = 0;

/** Pagefind, fetched and set up when it is first asked for. */
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
  // A second try must not be given what the browser has kept of the first.
  const tag = starts++ ? Date.now() : Math.round(performance.timeOrigin);
  const pagefind = await import(`${INDEX}pagefind.js${starts > 1 ? `?${tag}` : ""}`);
  // A worker would be 12 kB and a round trip more.
  await pagefind.options({ noWorker: true, metaCacheTag: `${tag}`, ranking: RANKING });
  await pagefind.init();
  return pagefind;
}

/**
 * Fetch what results are narrowed down by, and at the same time what is needed to search for `text`.
 *
 * @param {string} text
 */
export async function fetchFilters(text) {
  const pagefind = await start();
  await Promise.all([pagefind.filters(), pagefind.preload(text)]);
}

/** Forget everything: what was fetched is incomplete, or of a site that has changed since. */
export async function restart() {
  const old = await engine?.catch(() => null);
  engine = undefined;
  await old?.destroy();
}

/**
 * What is found for `text`: `results`, of which `item` makes something to show, `counts` by filter and value of those
 * filters that have been fetched, and `totals`, the same if nothing were chosen.
 *
 * `shown` is what was searched for, in which some words of `asked` may be read as others. `partial` says that no page has
 * all words.
 *
 * @param {string} text
 * @param {Filters} filters
 */
export async function find(text, filters = {}, { asWritten = false } = {}) {
  const pagefind = await start();
  const search = (/** @type {string | null} */ words) => pagefind.search(words, { filters });
  // Pagefind finds every page for null, and none for an empty text.
  const asked = text.trim().replace(/\s+/g, " ") || null;
  const found = await search(asked);
  // These are shown in any case: ask for all at once.
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
 * The text with words that nobody has written replaced by the nearest known ones, and without those that are `missing`.
 *
 * @param {Pagefind} pagefind
 * @param {string} text
 * @param {Filters} filters
 * @param {Answer} found
 */
async function readAs(pagefind, text, filters, found) {
  const any = Object.keys(filters).length ? await pagefind.search(text) : found;
  const said = await wordsOf(any.results[0]);
  /** @type {string[]} */
  const missing = [];
  for (const word of new Set(text.match(/[\p{L}\p{M}]{4,}/gu))) {
    // What is typed may be the beginning of a word. Where it is none, Pagefind takes the longest beginning that is one.
    const begins =
      (letters = word.length) =>
      (/** @type {string} */ one) =>
        one.startsWith(fold(word).slice(0, letters));
    if (said.some(begins()) || (await pagefind.search(`"${word}"`)).results.length) continue;
    const alone = await wordsOf((await pagefind.search(word)).results[0]);
    if (alone.some(begins())) continue;
    const { nearest } = await import("./search_spelling.js");
    const better = await nearest(fold(word));
    // It is on the list because a page has it, which the index would have found.
    if (better === fold(word)) throw new Error(`A part of the index is missing: nothing has ${word}`);
    if (better) text = text.replace(word, better);
    // A page that has most of its beginning may have another form of it.
    else if (!alone.some(begins(Math.max(4, Math.ceil(word.length * 0.7))))) missing.push(word);
  }
  const kept = text.split(/\s+/).filter((part) => !missing.some((word) => part.includes(word)));
  return { read: kept.join(" "), missing };
}

/**
 * Pages that have some of the words, those with most of them first.
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
 * Letters as they are compared: small, and without accents.
 *
 * @param {string} text
 */
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/**
 * What a result shows: its title, address, kind, facts, and an excerpt in pieces, some of which are `found`.
 *
 * @param {Result} result
 */
export async function item(result) {
  const data = await result.data();
  const { title, kind, stage, facts } = data.meta;
  return { title, kind, stage, facts, url: data.url, excerpt: excerpt(data) };
}

/**
 * The part of a text that has most of the words, from the beginning of a sentence if one is near.
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
    // What stands around a word, such as a full stop, is not found.
    const [, before, word = "", after] = words[place].match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u) ?? [];
    if (before) pieces.push({ text: before });
    pieces.push({ text: word, found: found.has(place) }, { text: `${after} ` });
  }
  if (end < words.length && !ends(end - 1)) pieces.push({ text: "…" });
  return pieces;
}
