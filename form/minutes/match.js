/** Patterns as Python uses them: at the start of a text, for the whole of it, or for all of it that matches. */

/** @type {Map<RegExp, Record<string, RegExp>>} */
const MADE = new Map();

/**
 * A pattern with other flags, made once.
 *
 * @param {RegExp} pattern
 * @param {string} name
 * @param {() => RegExp} make
 */
function made(pattern, name, make) {
  const known = MADE.get(pattern) ?? {};
  MADE.set(pattern, known);
  known[name] ??= make();
  known[name].lastIndex = 0;
  return known[name];
}

/**
 * What matches at the start of a text.
 *
 * @param {RegExp} pattern
 * @param {string} text
 */
export const starts = (pattern, text) =>
  made(pattern, "start", () => new RegExp(pattern.source, `${pattern.flags}y`)).exec(text);

/**
 * Whether all of a text matches.
 *
 * @param {RegExp} pattern
 * @param {string} text
 */
export const whole = (pattern, text) =>
  made(pattern, "whole", () => new RegExp(`^(?:${pattern.source})$`, pattern.flags)).exec(text);

/**
 * Everything in a text that matches.
 *
 * @param {RegExp} pattern
 * @param {string} text
 */
export const matches = (pattern, text) => [...text.matchAll(everywhere(pattern))];

/**
 * A text with something else for each match.
 *
 * @param {RegExp} pattern
 * @param {string} text
 * @param {string | ((...match: any[]) => string)} other
 */
export const replaced = (pattern, text, other) =>
  typeof other === "string" ? text.replace(everywhere(pattern), other) : text.replace(everywhere(pattern), other);

/** @param {RegExp} pattern */
const everywhere = (pattern) => made(pattern, "all", () => new RegExp(pattern.source, `${pattern.flags}g`));

/**
 * Words as a pattern that matches them and nothing else.
 *
 * @param {string} words
 */
export const literally = (words) => words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
