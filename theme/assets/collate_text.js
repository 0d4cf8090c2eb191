/** Words as the command that collates answers compares and says them. */

import { HIDDEN, KINDS_OF, MONTHS, NOTES, REFUSALS } from "./collate_words.js";

/** @typedef {Record<string, string | number>} Details */

const MOST_PLACES = 10;
const [LONGEST_QUOTED, MOST_QUOTED] = [60, 3];

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

/**
 * The places of cells, as a spreadsheet calls them.
 *
 * @param {number} position
 * @param {number[]} numbers
 */
export function places(position, numbers) {
  const letters = columnLetters(position);
  const shown = numbers.slice(0, MOST_PLACES).map((number) => letters + number);
  const more = numbers.length - MOST_PLACES;
  return shown.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/**
 * The first short texts that are a number, or that at least so many people gave.
 *
 * @param {string[]} written
 * @param {number} fewest
 */
export function quoted(written, fewest = 1) {
  /** @type {Map<string, number>} */
  const known = new Map();
  for (const one of written) {
    known.set(one, (known.get(one) ?? 0) + 1);
  }
  const given = [...known].filter(([one, people]) => people >= fewest || /^[0-9]+$/.test(one)).map(([one]) => one);
  const short = given.filter((one) => one && [...one].length <= LONGEST_QUOTED).slice(0, MOST_QUOTED);
  return short.length ? `${short.map((one) => `“${one}”`).join(", ")}: ` : "";
}
