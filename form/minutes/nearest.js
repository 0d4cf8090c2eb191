/** The word that was most likely meant: see `nearest` in macros/lint/diagnostics.py, which has Python compare them. */

const LEAST = 0.65;

/**
 * " Did you mean "Apple service"?", or empty if no known word is near.
 *
 * @param {string} written
 * @param {string[]} known
 */
export function didYouMean(written, known) {
  const near = nearest(written, known);
  return near ? ` Did you mean "${near}"?` : "";
}

/**
 * @param {string} written
 * @param {string[]} known
 */
function nearest(written, known) {
  const byLower = new Map(known.map((word) => [word.toLowerCase(), word]));
  const words = [...byLower.keys()];
  const lower = written.toLowerCase();
  const found = closest(lower.replace(/[_ ]/g, "-"), words) ?? closest(lower, words);
  return found === undefined ? "" : byLower.get(found);
}

/**
 * @param {string} word
 * @param {string[]} others
 * @returns {string | undefined}
 */
function closest(word, others) {
  const characters = [...word];
  const scored = others
    .map((other) => ({ other, score: likeness([...other], characters) }))
    .filter(({ score }) => score >= LEAST);
  return scored.sort((one, two) => two.score - one.score || (one.other < two.other ? 1 : -1))[0]?.other;
}

/**
 * How much of two texts is the same, from 0 to 1.
 *
 * @param {string[]} one
 * @param {string[]} other
 */
function likeness(one, other) {
  const length = one.length + other.length;
  return length ? (2 * same(one, other)) / length : 1;
}

/**
 * How many characters are in the longest part that both have, in what is before it, and in what is after it.
 *
 * @param {string[]} one
 * @param {string[]} other
 * @returns {number}
 */
function same(one, other) {
  let [size, start, at] = [0, 0, 0];
  /** @type {number[]} The length of what is the same up to each place, for the character before. */
  let before = [];
  for (const [first, character] of one.entries()) {
    /** @type {number[]} */
    const lengths = [];
    for (const [second, compared] of other.entries()) {
      if (character !== compared) continue;
      lengths[second] = (before[second - 1] ?? 0) + 1;
      if (lengths[second] > size) [size, start, at] = [lengths[second], first, second];
    }
    before = lengths;
  }
  if (!size) return 0;
  const left = same(one.slice(0, start - size + 1), other.slice(0, at - size + 1));
  return size + left + same(one.slice(start + 1), other.slice(at + 1));
}
