/** The part of a text that shows why it was found. */

import { cut, names } from "./search_words.js";

// In words: the length of an excerpt, and how far before the matches it can begin.
const EXCERPT = 28;
const LEAD = 8;

/**
 * The part of a text with the most different matches, from the start of a sentence if one is near. Pieces with a word
 * that `stems` knows are `found`.
 *
 * @param {string} text
 * @param {Map<string, string>} stems
 */
export function excerpt(text, stems) {
  const words = text.split(" ");
  const matching = words.map((word) => matched(word, stems));
  const first = densest(matching);
  const ends = (/** @type {number} */ place) => /[.!?:]["”’)]?$/.test(words[place]);
  let start = first;
  while (start > 0 && first - start < LEAD && !ends(start - 1)) start--;
  const end = Math.min(words.length, start + EXCERPT);
  /** @type {{ text: string, found?: boolean }[]} */
  const pieces = start > 0 && !ends(start - 1) ? [{ text: "… " }] : [];
  for (let place = start; place < end; place++) {
    // Characters around a word, such as a full stop, are not part of the match.
    const [, before, word = "", after] = words[place].match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u) ?? [];
    if (before) pieces.push({ text: before });
    pieces.push({ text: word, found: matching[place].length > 0 }, { text: `${after} ` });
  }
  if (end < words.length && !ends(end - 1)) pieces.push({ text: "…" });
  return pieces;
}

/**
 * The stems that a piece of text has of those wanted.
 *
 * @param {string} piece
 * @param {Map<string, string>} stems
 */
const matched = (piece, stems) =>
  cut(piece)
    .flatMap(names)
    .flatMap((name) => stems.get(name) ?? []);

/**
 * The place of the first match in the part with the most.
 *
 * @param {string[][]} matching
 */
function densest(matching) {
  let [first, most] = [0, 0];
  for (const [from, here] of matching.entries()) {
    if (!here.length) continue;
    const near = matching.slice(from, from + EXCERPT - LEAD).flat();
    const worth = new Set(near).size + near.length / 100;
    if (worth > most) [first, most] = [from, worth];
  }
  return first;
}
