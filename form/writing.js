/** Writes text the way records have it, like macros/source/writer.py. */

import { CONTROL, HIDDEN, LOOKS_TYPED, MEANT, NEEDED, NEEDS_QUOTES } from "models";

const LINE_ENDS = /\r\n?|[\v\f\x85\u2028\u2029]/g;

/**
 * The text with one kind of line end, and without invisible characters except those that letters or emoji need, and those that
 * only their writer can take out, which `isUnseen` tells: see macros/source/invisible.py.
 *
 * @param {string} text
 */
export function clean(text) {
  return except(NEEDED, text.replace(LINE_ENDS, "\n").replace(CONTROL, ""), visible);
}

/**
 * The text after `change`, which leaves out what the pattern matches.
 *
 * @param {RegExp} pattern
 * @param {string} text
 * @param {(part: string) => string} change
 */
export function except(pattern, text, change) {
  let made = "";
  let from = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    made += change(text.slice(from, index)) + found;
    from = index + found.length;
  }
  return made + change(text.slice(from));
}

/** @param {string} text */
const visible = (text) => text.replace(HIDDEN, (character) => (MEANT.test(character) ? character : ""));

/**
 * Whether a clean text has a character that cannot be seen.
 *
 * @param {string} text
 */
export const isUnseen = (text) => MEANT.test(text.replace(NEEDED, ""));

/**
 * The text on one line.
 *
 * @param {string} text
 */
export const fold = (text) => clean(text).trim().replace(/\s+/g, " ");

/**
 * A value in YAML, quoted if needed. Text that looks like a number or a boolean needs quotes too.
 *
 * @param {string} text
 */
export function scalar(text, isText = true) {
  if (!NEEDS_QUOTES.test(text) && !(isText && LOOKS_TYPED.test(text))) return text;
  return text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}
