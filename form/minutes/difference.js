/** What would change in a text, line by line. */

/** @typedef {{ sign: " " | "-" | "+" | "…", text: string }} Line A line that stays, goes or comes, or a gap between these. */

const AROUND = 2;

/**
 * The lines that differ, each with some around it.
 *
 * @param {string} before
 * @param {string} after
 */
export function difference(before, after) {
  const lines = compared(before.split("\n"), after.split("\n"));
  const isNear = (/** @type {number} */ at) =>
    lines.slice(Math.max(at - AROUND, 0), at + AROUND + 1).some(({ sign }) => sign !== " ");
  /** @type {Line[]} */
  const shown = [];
  for (const [at, line] of lines.entries())
    if (isNear(at)) shown.push(line);
    else if (shown[shown.length - 1]?.sign !== "…") shown.push({ sign: "…", text: "" });
  return shown;
}

/**
 * All lines of both texts, with as many as possible that stay.
 *
 * @param {string[]} before
 * @param {string[]} after
 * @returns {Line[]}
 */
function compared(before, after) {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  const [left, right] = [before.slice(start), after.slice(start)];
  // How many lines can stay from each place on, in both.
  const most = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (let one = left.length - 1; one >= 0; one -= 1)
    for (let other = right.length - 1; other >= 0; other -= 1)
      most[one][other] =
        left[one] === right[other]
          ? most[one + 1][other + 1] + 1
          : Math.max(most[one + 1][other], most[one][other + 1]);
  /** @type {Line[]} */
  const lines = before.slice(0, start).map((text) => ({ sign: " ", text }));
  let [one, other] = [0, 0];
  while (one < left.length || other < right.length)
    if (one < left.length && left[one] === right[other]) {
      lines.push({ sign: " ", text: left[one] });
      one += 1;
      other += 1;
    } else if (other === right.length || (one < left.length && most[one + 1][other] >= most[one][other + 1])) {
      lines.push({ sign: "-", text: left[one] });
      one += 1;
    } else {
      lines.push({ sign: "+", text: right[other] });
      other += 1;
    }
  return lines;
}
