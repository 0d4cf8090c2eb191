/** Words: how a text is cut into them, and which of them count as one. macros/search/words.py does the same for the index. */

import { COMMON, INVISIBLE, JOINERS, LETTERS, SPELT, stemmer } from "../search-index/language.js";

/** The character code that stands for 0 where numbers are a text. */
export const ZERO = "#".charCodeAt(0);
const MOST_PARTS = 4;
const codes = unpacked(LETTERS).map((code) => String.fromCodePoint(code));
const letters = codes.map((code, place) => (place % 2 ? `-${code}` : code)).join("");
const seen = `[${letters}${INVISIBLE}]+`;
const WORD = new RegExp(`${seen}(?:[${JOINERS}]${seen})*`, "gu");
const PART = new RegExp(`[${letters}]+`, "gu");
const DROPPED = new RegExp(`[${INVISIBLE}\\u0300-\\u036f]`, "gu");
// The stemmer counts these letters as two, in Python as one.
const RARE_LETTER = /[\u{10000}-\u{10ffff}]/u;
const VOWEL = /[^b-df-hj-np-tv-xz0-9]/;
/** @type {Map<string, string>} */
const stems = new Map();

/**
 * The rising numbers that a text holds.
 *
 * @param {string} text
 */
export function unpacked(text) {
  /** @type {number[]} */
  const numbers = [];
  let number = 0;
  for (const step of text) {
    number += /** @type {number} */ (step.codePointAt(0)) - ZERO;
    numbers.push(number);
  }
  return numbers;
}

/**
 * A text in lower case, without accents, ligatures and invisible characters.
 *
 * @param {string} text
 */
const fold = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(DROPPED, "")
    .replace(/\P{ASCII}/gu, (letter) => SPELT[letter] ?? letter);

/**
 * The words of a text as they are written, with what joins their parts.
 *
 * @param {string} text
 * @returns {string[]}
 */
export const cut = (text) => text.match(WORD) ?? [];

/**
 * The parts of a word from `cut`, folded.
 *
 * @param {string} word
 * @returns {string[]}
 */
export const parts = (word) => fold(word).match(PART) ?? [];

/**
 * Everything that finds a word from `cut`: its parts and, unless it has so many that it is an address, all of it.
 *
 * @param {string} word
 */
export function names(word) {
  const found = parts(word);
  return found.length > 1 && found.length <= MOST_PARTS ? [...found, found.join("")] : found;
}

/**
 * The stem of a folded part of a word. An abbreviation has no vowels, and only loses its plural.
 *
 * @param {string} word
 */
export function stem(word) {
  if (!stemmer || RARE_LETTER.test(word)) return word;
  const found = stems.get(word) ?? (VOWEL.test(word) ? stemmer.stemWord(word) : word.replace(/(?<=.)s$/, ""));
  stems.set(word, found);
  return found;
}

/**
 * Whether a question can do without this word, such as "the".
 *
 * @param {string} word
 */
export const isCommon = (word) => COMMON.includes(fold(word).replace("’", "'"));
