/** First names that stand alone in minutes: see macros/minutes/first_names.py. */

import {
  ALONE,
  ALSO_WORDS,
  BEFORE,
  FIRST_NAMES,
  IN_TEXT,
  MONTH,
  NO_ONE,
  PARTS,
  ROLE_WORDS,
  START,
  WORD,
} from "python:first_names";

import { alike } from "../record.js";
import { matches, whole } from "./match.js";
import { once, split, strip } from "./text.js";

/** @import { Found } from "./found.js" */
/** @import { People } from "./people.js" */

const FIRST = new Set(FIRST_NAMES);
const ROLES = new Set(ROLE_WORDS);
const LETTERS = /(?:(?![\p{Nd}_])[\p{L}\p{N}_])+/u;

/**
 * First names in a text, and words that may be some: what a name is for certain is on a list and is no other word of the text.
 *
 * @param {Found} found
 * @param {string} text
 * @param {People} people
 */
export function aloneIn(found, text, people) {
  const words = wordsIn(text);
  const known = new Set(people.current.flatMap((one) => split(alike(people.title(one)))));
  const isOpen = (/** @type {string} */ word) => {
    const name = word.toLowerCase();
    const isAnother = known.has(name) || ROLES.has(name) || whole(NO_ONE, word);
    return !isAnother && !people.service(word) && !people.meant(word);
  };
  const listed = candidates(found, text).filter((word) => FIRST.has(word.toLowerCase()));
  const sure = once(listed.filter((word) => isOpen(word) && !words.has(word.toLowerCase())));
  const owners = found.actions.filter((one) => !one.due.includes(one.text)).map((one) => one.owner);
  const cells = [...owners, ...found.present].map((one) => strip(one)).filter((one) => whole(WORD, one));
  const others = [...listed, ...cells, ...anywhere(text).filter((word) => !words.has(word.toLowerCase()))];
  return { sure, others: once(others).filter((one) => isOpen(one) && !sure.includes(one)) };
}

/**
 * The first names on our list that stand alone in a text, wherever that is.
 *
 * @param {string} text
 */
const anywhere = (text) =>
  matches(ALONE, text).flatMap(({ 0: run, 1: word, index = 0 }) => {
    const before = text.slice(Math.max(index - BEFORE, 0), index);
    const isAnother = whole(MONTH, word) || (whole(ALSO_WORDS, word) && START.test(before));
    return run === word && FIRST.has(word.toLowerCase()) && !isAnother ? [word] : [];
  });

/**
 * The words in a text, with their capitals.
 *
 * @param {string} text
 */
export const wordsIn = (text) => new Set(matches(LETTERS, text).map(([word]) => word));

/**
 * @param {Found} found
 * @param {string} text
 */
function candidates({ actions, present, absent }, text) {
  const cells = [...actions.map((one) => one.owner), ...present, ...absent];
  const parts = cells.flatMap((cell) => cell.split(PARTS).map((part) => strip(part)));
  const inText = IN_TEXT.flatMap((/** @type {RegExp} */ pattern) => matches(pattern, text).map((match) => match[1]));
  return [...parts.filter((part) => whole(WORD, part)), ...inText];
}
