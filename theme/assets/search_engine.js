/** Answers a question: which documents have its words, in which order, and what each shows. Corrects unknown words. */

import { excerpt } from "./search_excerpt.js";
import * as index from "./search_index.js";
import { cut, isCommon, joined, names, parts } from "./search_words.js";

/** @import { Counts, Filters, Matches } from "./search_index.js" */
/** @typedef {{ number: number, score: number, words: Set<string> }} Result */
/** @typedef {Awaited<ReturnType<typeof find>>} Found */
/** @typedef {Awaited<ReturnType<typeof item>>} Item */
/** @typedef {{ written: string, matches: Matches }} Term */

/** The number of results to show before fetching the others. */
export const FIRST = 3;
// A question can be a whole page that someone pastes. Its first words are enough, counted with their parts.
const MOST_NAMES = 12;
// A page without one of the words is a result if it says this share of what the best result says.
const GOOD_ENOUGH = 0.25;
// How many pages we read to find words beside each other.
const MOST_TO_READ = 50;
const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu;

export const { start, restart } = index;

/** @type {{ key: string, ranked: ReturnType<typeof rank> } | undefined} */
let last;

/**
 * The results for `text`: `results`, which `item` prepares to show, `counts` by filter and value, and `totals`, the same without
 * any choices. With `all`, there are more filters than that for the kind.
 *
 * `shown` is the text that was searched for, which can have corrections of words in `asked`. No page has the words in `missing`.
 * `partial` means that no page has all the others. `unread` pages may have the quoted words too. `failed` means that parts of the
 * index did not come. If `quick`, a beginning that many words have need not have all its results: `more` says that there are others.
 *
 * @param {string} text
 * @param {Filters} filters
 */
export async function find(text, filters = {}, { asWritten = false, all = false, quick = false } = {}) {
  const asked = text.trim().replace(/\s+/g, " ");
  const key = `${asWritten} ${quick} ${asked}`;
  if (last?.key !== key) last = { key, ranked: rank(asked, asWritten, quick) };
  const mine = last;
  const { results, ...answer } = await mine.ranked.catch((error) => {
    last = undefined;
    throw error;
  });
  if (answer.failed && last === mine) last = undefined;
  const values = await index.filters(all);
  const kept = results.filter(({ number }) =>
    Object.entries(filters).every(([name, wanted]) => {
      const any = typeof wanted === "string" ? [wanted] : wanted.any;
      return any.some((value) => values[name].get(value)?.has(number));
    }),
  );
  return {
    ...answer,
    asked,
    asWritten,
    all,
    results: kept,
    counts: count(kept, values),
    totals: count(results, values),
  };
}

/**
 * @param {Result[]} results
 * @param {Record<string, Map<string, Set<number>>>} values
 * @returns {Counts}
 */
function count(results, values) {
  const number = (/** @type {Set<number>} */ numbers) => results.filter((one) => numbers.has(one.number)).length;
  const each = (/** @type {Map<string, Set<number>>} */ of) =>
    Object.fromEntries([...of].map(([value, numbers]) => [value, number(numbers)]));
  return Object.fromEntries(Object.entries(values).map(([name, of]) => [name, each(of)]));
}

/**
 * The documents for a question in order, the best first. For no question, all of them.
 *
 * @param {string} asked
 * @param {boolean} asWritten
 * @param {boolean} quick
 */
async function rank(asked, asWritten, quick) {
  /** @type {string[]} */
  const missing = [];
  const told = { shown: asked, missing, partial: false, unread: 0, failed: false, more: false };
  if (!asked) {
    const { size } = await index.start();
    return { ...told, results: Array.from({ length: size }, (_, number) => ({ number, score: 0, words: new Set() })) };
  }
  const phrases = [...asked.matchAll(QUOTED)].map(([, phrase]) => phrase);
  const quotedWords = enough(phrases.flatMap(cut), 0);
  const loose = enough(cut(asked.replace(QUOTED, " ")), quotedWords.flatMap(names).length);
  const isUnfinished = /[\p{L}\p{N}]$/u.test(asked);
  const terms = await Promise.all(
    loose.map((word, place) => term(word, { unfinished: isUnfinished && place === loose.length - 1, quick })),
  );
  const quoted = await Promise.all(quotedWords.map((word) => term(word, { quick })));
  if (!asWritten) await correct(terms, told);
  const all = [...terms.filter(({ written }) => !told.missing.includes(written)), ...quoted];
  told.failed = all.some(({ matches }) => matches.failed);
  told.more = all.some(({ matches }) => matches.more);
  const came = all.filter(({ matches }) => !matches.failed);
  if (told.failed && came.every(({ matches }) => !matches.docs.size)) throw new Error("The index cannot be reached");
  const words = new Set(telling(came).flatMap(({ matches }) => [...matches.words]));
  const results = order(came, told).map(([number, score]) => ({ number, score, words }));
  return phrases.length ? withPhrases(phrases, quoted, results, told) : { ...told, results };
}

/**
 * The first of the words, as many as a question may have if it has `before` names already.
 *
 * @param {string[]} words
 * @param {number} before
 */
function enough(words, before) {
  let sum = before;
  return words.filter((word) => {
    const fits = sum < MOST_NAMES;
    sum += names(word).length;
    return fits;
  });
}

/**
 * The documents that have a word of a question: all its parts, or the word as one.
 *
 * @param {string} written
 * @param {{ unfinished?: boolean, quick: boolean }} options
 * @returns {Promise<Term>}
 */
async function term(written, { unfinished, quick }) {
  const each = parts(written).slice(0, MOST_NAMES);
  const whole = joined(each);
  const [one, ...all] = await Promise.all([
    whole && index.matches(whole, { unfinished, quick }),
    ...each.map((part, place) => index.matches(part, { unfinished: unfinished && place === each.length - 1, quick })),
  ]);
  const found = all.reduce((sum, part) => joint(sum, part, false));
  return { written, matches: one ? joint(found, one, true) : found };
}

/**
 * The documents of both or, if `any`, of either: a word of two parts says what they say together, and one way to write it as much
 * as the other.
 *
 * @param {Matches} one
 * @param {Matches} other
 * @param {boolean} any
 * @returns {Matches}
 */
function joint(one, other, any) {
  const numbers = any
    ? [...one.docs.keys(), ...other.docs.keys()]
    : [...one.docs.keys()].filter((key) => other.docs.has(key));
  const scores = (/** @type {number} */ number) => [one.docs.get(number) ?? 0, other.docs.get(number) ?? 0];
  const score = (/** @type {number[]} */ [first, second]) => (any ? Math.max(first, second) : first + second);
  const docs = new Map(numbers.map((number) => [number, score(scores(number))]));
  return {
    docs,
    words: new Set([...one.words, ...other.words]),
    failed: one.failed || other.failed,
    more: one.more || other.more,
  };
}

/**
 * Take the nearest known word for each unknown one.
 *
 * @param {Term[]} terms
 * @param {{ shown: string, missing: string[] }} told
 */
async function correct(terms, told) {
  for (const one of terms) {
    if (one.matches.docs.size || one.matches.failed) continue;
    const [word, ...others] = parts(one.written);
    const { nearest } = await import("./search_spelling.js");
    const better = others.length || word.length < 4 ? undefined : await nearest(word);
    if (better) {
      one.matches = await index.matches(better);
      told.shown = told.shown.replace(one.written, better);
    } else told.missing.push(one.written);
  }
}

/**
 * The words that are not as common as "the", or all if all are.
 *
 * @param {Term[]} terms
 */
function telling(terms) {
  const found = terms.filter(({ written }) => !isCommon(written.toLowerCase()));
  return found.length ? found : terms;
}

/**
 * The documents with the words, the best first: what counts is how much the words say about a document, and how many it has. A
 * word such as "the" need not be there. Those that only show the words come last.
 *
 * @param {Term[]} terms
 * @param {{ partial: boolean }} told
 * @returns {[number, number][]}
 */
function order(terms, told) {
  const needed = telling(terms);
  /** @type {Map<number, number>} */
  const scores = new Map();
  /** @type {Map<number, { shown: number, about: number }>} */
  const has = new Map();
  for (const one of terms)
    for (const [number, score] of one.matches.docs) {
      scores.set(number, (scores.get(number) ?? 0) + score);
      if (!needed.includes(one)) continue;
      const { shown, about } = has.get(number) ?? { shown: 0, about: 0 };
      has.set(number, { shown: shown + 1, about: about + (score ? 1 : 0) });
    }
  const ordered = [...has]
    .map(([number, { shown, about }]) => ({
      number,
      shown,
      score: ((scores.get(number) ?? 0) * about) / needed.length,
    }))
    .sort((one, other) => other.score - one.score || one.number - other.number);
  told.partial = ordered.length > 0 && ordered.every(({ shown }) => shown < needed.length);
  return ordered
    .filter(({ shown, score }) => shown === needed.length || score > ordered[0].score * GOOD_ENOUGH)
    .map(({ number, score }) => [number, score]);
}

/**
 * The results that have all phrases, word by word.
 *
 * @template {{ failed: boolean, unread: number }} Told
 * @param {string[]} phrases
 * @param {Term[]} quoted
 * @param {Result[]} results
 * @param {Told} told
 */
async function withPhrases(phrases, quoted, results, told) {
  const line = (/** @type {string} */ text) => ` ${cut(text).flatMap(parts).join(" ")} `;
  const wanted = phrases.map(line);
  const able = results.filter(({ number }) =>
    quoted.every(({ matches }) => matches.failed || matches.docs.has(number)),
  );
  const pages = await Promise.allSettled(able.slice(0, MOST_TO_READ).map(({ number }) => index.page(number)));
  const have = pages.map((page) => {
    if (page.status === "rejected") return false;
    const { title, text, facts, more } = page.value;
    const said = [title, text, facts ?? "", more].map(line);
    return wanted.every((one) => said.some((whole) => whole.includes(one)));
  });
  const failed = told.failed || pages.some(({ status }) => status === "rejected");
  return {
    ...told,
    failed,
    unread: Math.max(0, able.length - MOST_TO_READ),
    results: able.filter((_, place) => have[place]),
  };
}

/**
 * A result to show: title, address, kind, facts, and an excerpt in pieces. Those with matches are `found`.
 *
 * @param {Result} result
 */
export async function item({ number, words }) {
  const { title, kind, stage, facts, url, text } = await index.page(number);
  return { title, kind, stage, facts, url, excerpt: excerpt(text, words) };
}
