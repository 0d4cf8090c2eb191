/** Turns lists that were typed with other signs, or pasted from a word processor, into Markdown lists. */

import { DASHES, ENTRY, SECOND, THIRD } from "models";

/**
 * The text with Markdown lists, indented by level, as macros/source/typed_lists.py makes them.
 *
 * @param {string} text
 */
export function withLists(text) {
  /** @type {number[]} */
  let levels = [];
  return text
    .split(/(\n(?:[ \t]*\n)+)/)
    .map((paragraph) => {
      const lines = paragraph.split("\n");
      const signs = lines.map((line) => line.match(ENTRY)?.[0]);
      const isDash = DASHES.includes(signs.join("").trim());
      return lines
        .map((line, index) => {
          const sign = signs[index];
          if (isDash || !sign) {
            if (line.trim()) levels = [];
            return line;
          }
          const first = sign.trim()[0];
          const level = THIRD.includes(first) ? 2 : SECOND.includes(first) || sign.startsWith("  ") ? 1 : 0;
          levels = levels.filter((one) => one < level);
          const number = sign.match(/\d+/);
          return `${"    ".repeat(levels.push(level) - 1)}${number ? `${number}.` : "-"} ${line.slice(sign.length)}`;
        })
        .join("\n");
    })
    .join("");
}
