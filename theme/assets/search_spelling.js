/** Suggests a word that the reader may have meant, among those that matter on this site. */

import { part } from "./search_index.js";

/**
 * The nearest known word, or undefined if none is near.
 *
 * @param {string} word
 * @returns {Promise<string | undefined>}
 */
export async function nearest(word) {
  // One letter in four may be wrong.
  const most = Math.min(3, Math.floor(word.length / 4));
  let best;
  let fewest = most + 1;
  for (const one of await part("words")) {
    if (one.length < word.length - most) continue;
    // People rarely get the first letter wrong.
    const wrong = distance(word, one) + (one[0] === word[0] ? 0 : 0.3);
    if (wrong < fewest) [best, fewest] = [one, wrong];
  }
  return best;
}

/**
 * The number of letters to add, drop, change or swap with a neighbour, and a little more for a longer word.
 *
 * @param {string} word
 * @param {string} other
 */
function distance(word, other) {
  // A table with a row for each letter of `word`. We keep the last two: `above` and, above that, `before`.
  /** @type {number[]} */
  let before = [];
  let above = [...other, ""].map((_, place) => place);
  for (let i = 1; i <= word.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = above[j - 1] + (word[i - 1] === other[j - 1] ? 0 : 1);
      const isSwapped = word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1];
      row[j] = Math.min(changed, above[j] + 1, row[j - 1] + 1, isSwapped ? before[j - 2] + 1 : Infinity);
    }
    [before, above] = [above, row];
  }
  // The reader may still be typing.
  const unfinished = Math.min(...above) + 0.5 + (other.length - word.length) / 100;
  return Math.min(above[other.length], unfinished);
}
