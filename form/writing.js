/** What people wrote, as it stands in a record: macros/source/writer.py writes it so too. */

import { CONTROL, HIDDEN, LOOKS_TYPED, NEEDS_QUOTES } from "models";

const LINE_ENDS = /\r\n?|[\v\f\x85\u2028\u2029]/g;
// A joiner between two pictures and the tags of a flag belong to an emoji.
const IN_EMOJI = /[\u2190-\u{10ffff}]\u200d(?=[\u2190-\u{10ffff}])|\u{1f3f4}[\u{e0020}-\u{e007f}]+/gu;
// Without it, what was made to read well would read backwards: a rule says so.
const OVERRIDE = /[\u202d\u202e]/;

/**
 * A text as the reader of records takes it: one kind of line end, and nothing that cannot be seen but what an emoji needs.
 *
 * @param {string} text
 */
export function clean(text) {
  return except(IN_EMOJI, text.replace(LINE_ENDS, "\n").replace(CONTROL, ""), visible);
}

/**
 * A text that is changed, except for what the pattern finds.
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
const visible = (text) => text.replace(HIDDEN, (sign) => (OVERRIDE.test(sign) ? sign : ""));

/**
 * A text on one line.
 *
 * @param {string} text
 */
export const fold = (text) => clean(text).trim().replace(/\s+/g, " ");

/**
 * A value with the quotation marks that it needs. Text that looks like a number or a truth value needs them too.
 *
 * @param {string} text
 */
export function scalar(text, isText = true) {
  if (!NEEDS_QUOTES.test(text) && !(isText && LOOKS_TYPED.test(text))) return text;
  return text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}
