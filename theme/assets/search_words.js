/** Words: how a text is cut into them, and which of them count as one. macros/search/words.py does the same for the index. */

import { COMMON, LETTERS, stemmer } from "../search-index/language.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
// What each digit stands for, by its character code.
const VALUES = new Uint8Array(128);
for (const [value, digit] of [...DIGITS].entries()) VALUES[digit.charCodeAt(0)] = value;
const MORE = 32;
/** @type {Record<string, string>} */
const SPELT = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ς: "σ" };
const TAKEN_APART = new RegExp(`[${Object.keys(SPELT).join("")}]`, "g");
const MOST_PARTS = 4;
const INVISIBLE = "\\u00ad\\u200c-\\u200f\\u2060\\ufeff";
const ranges = unpacked(LETTERS).map((code) => `\\u{${code.toString(16)}}`);
const letters = ranges.map((code, place) => (place % 2 ? `-${code}` : code)).join("");
const PART = new RegExp(`[${letters}]+`, "gu");
const WORD = new RegExp(`[${letters}${INVISIBLE}]+(?:[\\-'’‘ʼ＇‐‑.,:/&_@][${letters}${INVISIBLE}]+)*`, "gu");
const DROPPED = new RegExp(`[${INVISIBLE}\\u0300-\\u036f]`, "gu");
// The stemmer counts these letters as two, in Python as one.
const RARE_LETTER = /[\u{10000}-\u{10ffff}]/u;
const VOWEL = /[^b-df-hj-np-tv-xz0-9]/;
/** @type {Map<string, string>} */
const stems = new Map();

/**
 * The number that a digit in a text stands for.
 *
 * @param {string} text
 * @param {number} place
 */
export function digitAt(text, place) {
  return VALUES[text.charCodeAt(place)];
}

/**
 * The rising numbers that a text holds.
 *
 * @param {string} text
 */
export function unpacked(text) {
  const numbers = [];
  let [number, step, bits] = [0, 0, 0];
  for (let place = 0; place < text.length; place++) {
    const digit = digitAt(text, place);
    step += (digit % MORE) * 2 ** bits;
    bits += 5;
    if (digit >= MORE) continue;
    number += step;
    numbers.push(number);
    step = bits = 0;
  }
  return numbers;
}

/**
 * A text in lower case, without accents, ligatures and invisible characters.
 *
 * @param {string} text
 */
export const fold = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(DROPPED, "")
    .replace(TAKEN_APART, (letter) => SPELT[letter]);

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
 * A word of several parts as one, unless it has so many that it is an address.
 *
 * @param {string[]} parts
 */
export const joined = (parts) => (parts.length > 1 && parts.length <= MOST_PARTS ? parts.join("") : "");

/**
 * Everything that finds a word from `cut`.
 *
 * @param {string} word
 */
export const names = (word) => [...parts(word), joined(parts(word))].filter(Boolean);

/**
 * The stem of a folded part of a word. An abbreviation has no vowels, and only loses its plural.
 *
 * @param {string} word
 */
export function stem(word) {
  if (!stemmer || RARE_LETTER.test(word)) return word;
  let found = stems.get(word);
  if (found === undefined) {
    found = VOWEL.test(word) ? stemmer.stemWord(word) : word.replace(/(?<=.)s$/, "");
    stems.set(word, found);
  }
  return found;
}

/**
 * Whether a question can do without this word, such as "the".
 *
 * @param {string} word
 */
export const isCommon = (word) => COMMON.includes(fold(word).replace("’", "'"));
