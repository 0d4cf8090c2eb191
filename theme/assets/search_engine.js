/** Answers a question: which documents have its words, in which order, and what each shows. Corrects unknown words. */

import { excerpt } from "./search_excerpt.js";
import * as index from "./search_index.js";
import { nearest } from "./search_spelling.js";
import { cut, isCommon, names, parts } from "./search_words.js";

/** @import { Matches, Page, Scores, Values } from "./search_index.js" */
/** @typedef {{ number: number, score: number, isWhole: boolean, stems: Map<string, string> }} Result */
/** @typedef {Awaited<ReturnType<typeof find>>} Found */
/** @typedef {Awaited<ReturnType<typeof item>>} Item */
/** @typedef {Matches & { written: string, meant: string }} Term A word of a question, as it was written and as it was read. */

// A question can be a whole page that someone pastes. Its first words are enough, counted with their parts.
const MOST_NAMES = 10;
// A page without one of the words is a result if it says this share of what the best result says.
const GOOD_ENOUGH = 0.25;
// How many pages we read to find words beside each other.
const MOST_TO_READ = 20;
// The fewest letters of a word that is corrected.
const FEWEST = 4;
const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu;

export const { restart, start } = index;

/**
 * The results for `text`, the best first, which `item` prepares to show. For no text, all documents.
 *
 * `values` has the documents by filter and value: with `all`, not only by kind. `shown` is the text that was searched for, which can
 * have corrections of words in `asked`. No page has the words in `missing`. `partial` means that no page has all the others.
 * `unread` pages may have the quoted words too. `failed` means that parts of the index did not come. If `quick`, a beginning that
 * many words have need not have all its results: `more` says that there are others.
 *
 * @param {string} text
 */
export async function find(text, { asWritten = false, all = false, quick = false } = {}) {
  const asked = text.trim().replace(/\s+/g, " ");
  const phrases = [...asked.matchAll(QUOTED)].map(([, phrase]) => phrase);
  const quoted = phrases.flatMap(cut);
  // An accent alone has no parts.
  const words = cut(asked)
    .filter((word) => parts(word).length > 0)
    .slice(0, MOST_NAMES);
  while (words.length > 1 && words.flatMap(names).length > MOST_NAMES) words.pop();
  const isUnfinished = /[\p{L}\p{N}]$/u.test(asked);
  const asking = words.map((word, place) => {
    const unfinished = isUnfinished && place === words.length - 1;
    return term(word, { unfinished, quick, asWritten: asWritten || quoted.includes(word) });
  });
  const [settled, values, { size }] = await Promise.all([
    Promise.allSettled(asking),
    index.filters(all),
    index.start(),
  ]);
  const came = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const terms = came.filter(isFound);
  const failed = came.length < words.length;
  if (failed && !terms.length) throw new Error("The index cannot be reached");
  const results = asked ? order(terms, size) : everything(size);
  const found = {
    asked,
    asWritten,
    values,
    results,
    failed,
    shown: came.reduce((shown, { written, meant }) => shown.replace(written, meant), asked),
    missing: came.filter((one) => !isFound(one)).map(({ written }) => written),
    partial: results.length > 0 && !results.some(({ isWhole }) => isWhole),
    more: terms.some(({ more }) => more),
    unread: 0,
  };
  const needed = came.filter(({ written }) => quoted.includes(written));
  return phrases.length ? withPhrases(phrases, needed, found) : found;
}

/**
 * The documents that have a word of a question or, if none has it, the nearest known word. "PHQ-9" is "PHQ" and "9", or "PHQ9".
 *
 * @param {string} written
 * @param {{ unfinished?: boolean, quick?: boolean, asWritten: boolean }} options
 * @returns {Promise<Term>}
 */
async function term(written, { asWritten, ...options }) {
  const each = parts(written);
  const ways = [each.slice(0, MOST_NAMES), names(written).slice(each.length)].filter(({ length }) => length);
  const found = await Promise.all(ways.map((way) => Promise.all(way.map((name) => index.matches(name, options)))));
  const scores = found.map((way) => way.map((one) => one.scores).reduce(both)).reduce(index.either);
  if (!isFound({ scores }) && !asWritten && each.length === 1 && each[0].length >= FEWEST) {
    const meant = await nearest(each[0]);
    if (meant) return { ...(await term(meant, { asWritten: true })), written };
  }
  const all = found.flat();
  return {
    written,
    meant: written,
    scores,
    stems: all.flatMap(({ stems }) => stems),
    more: all.some(({ more }) => more),
  };
}

const isThere = (/** @type {number} */ score) => score >= 0;
const isFound = (/** @type {{ scores: Scores }} */ { scores }) => scores.some(isThere);

/**
 * The scores of documents with both: the parts of a word say what they say together.
 *
 * @param {Scores} one
 * @param {Scores} other
 */
const both = (one, other) => one.map((score, number) => score + other[number]);

/**
 * The documents with the words, the best first: what counts is how much the words say about a document, and how many it has. A
 * word such as "the" need not be there, unless there are only such words. Those that only show the words come last.
 *
 * @param {Term[]} terms
 * @param {number} size
 * @returns {Result[]}
 */
function order(terms, size) {
  const telling = terms.filter(({ written }) => !isCommon(written));
  const needed = telling.length ? telling : terms;
  const stems = new Map(needed.flatMap((one) => one.stems));
  /** @type {Result[]} */
  const results = [];
  for (let number = 0; number < size; number++) {
    const said = needed.map(({ scores }) => scores[number]);
    if (!said.some(isThere)) continue;
    const sum = terms.reduce((before, { scores }) => before + Math.max(scores[number], 0), 0);
    const about = said.filter((score) => score > 0).length;
    results.push({ number, score: (sum * about) / needed.length, isWhole: said.every(isThere), stems });
  }
  results.sort((one, other) => other.score - one.score || one.number - other.number);
  return results.filter(({ isWhole, score }) => isWhole || score > results[0].score * GOOD_ENOUGH);
}

/**
 * @param {number} size
 * @returns {Result[]}
 */
const everything = (size) =>
  Array.from({ length: size }, (_, number) => ({ number, score: 0, isWhole: true, stems: new Map() }));

/**
 * Only the results that have all phrases, word by word. They have the words that are `needed`.
 *
 * @template {{ results: Result[], failed: boolean, unread: number }} Any
 * @param {string[]} phrases
 * @param {Term[]} needed
 * @param {Any} found
 * @returns {Promise<Any>}
 */
async function withPhrases(phrases, needed, found) {
  const line = (/** @type {string | undefined} */ text = "") => ` ${cut(text).flatMap(parts).join(" ")} `;
  const has = (/** @type {Page} */ { title, text, facts, more }) => {
    const said = [title, text, facts, more].map(line).join();
    return phrases.every((phrase) => said.includes(line(phrase)));
  };
  const able = found.results.filter(({ number }) => needed.every(({ scores }) => isThere(scores[number])));
  const read = able.slice(0, MOST_TO_READ);
  const pages = await Promise.allSettled(read.map(({ number }) => index.page(number)));
  const results = read.filter((_, place) => pages[place].status === "fulfilled" && has(pages[place].value));
  const failed = found.failed || pages.some(({ status }) => status === "rejected");
  return { ...found, results, failed, unread: able.length - read.length };
}

/**
 * The same with the results that have, for each filter, any of the values.
 *
 * @template {{ results: Result[], values: Values }} Any
 * @param {Any} found
 * @param {Record<string, string[]>} filters
 * @returns {Any}
 */
export function narrowed(found, filters) {
  const wanted = Object.entries(filters);
  const isKept = (/** @type {Result} */ { number }) =>
    wanted.every(([name, any]) => any.some((value) => found.values[name]?.[value]?.has(number)));
  return { ...found, results: found.results.filter(isKept) };
}

/**
 * The number of results by filter and value.
 *
 * @param {{ results: Result[], values: Values }} found
 */
export function counts({ results, values }) {
  const number = (/** @type {Set<number>} */ numbers) => results.filter((one) => numbers.has(one.number)).length;
  return index.mapped(values, (of) => index.mapped(of, number));
}

/**
 * A result to show: its page, and an excerpt in pieces. Those with matches are `found`.
 *
 * @param {Result} result
 */
export async function item({ number, stems }) {
  const page = await index.page(number);
  return { ...page, excerpt: excerpt(page.text, stems) };
}
