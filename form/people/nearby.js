/** The words near a place in a text, like macros/lint/people/sighting.py. */

import { SIGHTING } from "people";

export const BEFORE = 60;
const AFTER = 30;
const WITH_TARGET = 150;

/** @type {(pattern: RegExp, text: string) => boolean} */
export const has = (pattern, text) => text.search(pattern) >= 0;
/** @type {(pattern: RegExp, text: string) => boolean} */
export const isAll = (pattern, text) => new RegExp(`^(?:${pattern.source})$`, "iu").test(text);
/** @type {(pattern: RegExp | undefined, text: string) => number} */
export const endOfLast = (pattern, text) =>
  pattern ? Math.max(-1, ...[...text.matchAll(pattern)].map((match) => match.index + match[0].length)) : -1;

/**
 * The words before and after the part of a text from `start` to `end`.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
export function near(text, start, end) {
  const all = text.slice(Math.max(start - BEFORE, 0), start);
  const before = all.slice(Math.max(endOfLast(SIGHTING.SENTENCE_END, all), 0));
  const after = text
    .slice(end, end + WITH_TARGET)
    .replace(SIGHTING.TARGET, "]")
    .slice(0, AFTER);
  /** @type {(words: RegExp, instead?: RegExp) => boolean} */
  const says = (words, instead) => {
    const [found, other] = [endOfLast(words, before), endOfLast(instead, before)];
    if (found >= 0 || other >= 0) return found >= other;
    const [first, otherFirst] = [after.search(words), instead ? after.search(instead) : -1];
    return first >= 0 && (otherFirst < 0 || first <= otherFirst);
  };
  return { before, after, says };
}
