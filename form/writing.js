/** Writes text the way records have it, like macros/source/writer.py. */

import { CONTROL, HIDDEN, LOOKS_TYPED, NEEDS_QUOTES } from "models";

const LINE_ENDS = /\r\n?|[\v\f\x85\u2028\u2029]/g;
// A joiner in Farsi, Hindi or another script that needs it, a joiner between two pictures, or the tags of a flag.
const KEPT =
  /[\u0600-\u1cff][\u200c\u200d]|[\u2190-\u{10ffff}]\u200d(?=[\u2190-\u{10ffff}])|\u{1f3f4}[\u{e0020}-\u{e007f}]+/gu;
// Keep these characters: removing them would turn the text round, so a rule reports them.
const OVERRIDE = /[\u202d\u202e]/;

/**
 * The text with one kind of line end, and without invisible characters except those that letters or emoji need.
 *
 * @param {string} text
 */
export function clean(text) {
  return except(KEPT, text.replace(LINE_ENDS, "\n").replace(CONTROL, ""), visible);
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
const visible = (text) => text.replace(HIDDEN, (character) => (OVERRIDE.test(character) ? character : ""));

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
