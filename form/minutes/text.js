/** Texts as Python treats them: what is a space, how long they are, and what is at their ends. */

import { SPACE } from "python:javascript";

const SPACES = new RegExp(`[${SPACE}]+`, "gu");
const AT_START = new RegExp(`^[${SPACE}]+`, "u");
const AT_END = new RegExp(`(?<![${SPACE}])[${SPACE}]+$`, "u");

/**
 * The text without spaces, or without any of `signs`, around it.
 *
 * @param {string} text
 */
export const strip = (text, signs = "") => stripEnd(stripStart(text, signs), signs);

/** @param {string} text */
export function stripStart(text, signs = "") {
  if (!signs) return text.replace(AT_START, "");
  let start = 0;
  while (start < text.length && signs.includes(text[start])) start += 1;
  return text.slice(start);
}

/** @param {string} text */
export function stripEnd(text, signs = "") {
  if (!signs) return text.replace(AT_END, "");
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1])) end -= 1;
  return text.slice(0, end);
}

/**
 * The words between spaces.
 *
 * @param {string} text
 */
export const split = (text) => text.split(SPACES).filter(Boolean);

/**
 * The text with one space for several, and none around it.
 *
 * @param {string} text
 */
export const folded = (text) => split(text).join(" ");

/**
 * How many characters it has.
 *
 * @param {string} text
 */
export const length = (text) => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/**
 * Each entry once, at its first place.
 *
 * @template Entry
 * @param {Iterable<Entry>} entries
 */
export const once = (entries) => [...new Set(entries)];
