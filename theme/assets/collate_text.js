/** Words as the command that collates answers compares and says them. */

import { HIDDEN, KINDS_OF, MONTHS, NOTES, REFUSALS } from "./collate_words.js";

/** @typedef {Record<string, string | number>} Details */

const NOT_SEEN = new RegExp(HIDDEN, "gu");
const KINDS = Object.entries(KINDS_OF).map(([plain, kinds]) => ({ plain, kinds: new RegExp(`[${kinds}]`, "gu") }));

/** A file cannot be used, or a decision is needed first. */
export class Refusal extends Error {
  /**
   * @param {string} code
   * @param {Details} details
   */
  constructor(code, details = {}) {
    super(filled(REFUSALS[code], details));
    this.code = code;
    this.details = details;
  }
}

/**
 * What was done with a file.
 *
 * @param {string} code
 * @param {Details} details
 */
export const note = (code, details = {}) => filled(NOTES[code], details);

/**
 * @param {string} words
 * @param {Details} details
 */
const filled = (words, details) => words.replace(/\{(\w+)\}/g, (_, name) => String(details[name]));

/**
 * A question or an answer as it is compared with others: the same for two that readers can hardly tell apart.
 *
 * @param {string} words
 */
export function asCompared(words) {
  const plain = KINDS.reduce((text, one) => text.replace(one.kinds, one.plain), words).normalize("NFKC");
  const seen = plain.toLowerCase().normalize("NFKC").replace(NOT_SEEN, "");
  return seen
    .trim()
    .split(/\s+/u)
    .join(" ")
    .replace(/[ .:;]+$/u, "");
}

/**
 * A number with its noun: "1 answer", "3 answers".
 *
 * @param {number} number
 * @param {string} one
 */
export const counted = (number, one, many = `${one}s`) =>
  `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;

/**
 * What a sentence on a number of people needs.
 *
 * @param {number} number
 */
export const counting = (number) => ({ people: counted(number, "person", "people"), are: number === 1 ? "is" : "are" });

/**
 * A day in words: "6 August 2018".
 *
 * @param {string} day
 */
export function inWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/**
 * The days from the first to the last: "6 to 7 August 2018", "31 July to 1 August 2018".
 *
 * @param {string} first
 * @param {string} last
 */
export function daysInWords(first, last) {
  const [day, month, year] = inWords(first).split(" ");
  if (first === last) {
    return inWords(last);
  }
  const isSameYear = first.slice(0, 4) === last.slice(0, 4);
  const since = first.slice(0, 7) === last.slice(0, 7) ? [day] : isSameYear ? [day, month] : [day, month, year];
  return `${since.join(" ")} to ${inWords(last)}`;
}

/**
 * What a spreadsheet calls a column, counted from 0.
 *
 * @param {number} position
 * @returns {string}
 */
export function columnLetters(position) {
  const before = Math.floor(position / 26);
  return (before ? columnLetters(before - 1) : "") + String.fromCharCode(65 + (position % 26));
}
