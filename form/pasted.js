/** Turns lists that were pasted from a word processor into Markdown lists. */

// The bullets of the first, second and third level, as Word copies them. Some are letters unless a tab follows.
const ENTRY = /^[ \t]*(?:[•·●▪‣][ \t\xa0]*|(o\t|◦)[ \t\xa0]*|(§\t|■)[ \t\xa0]*|(\d+)[.)]\t[ \t\xa0]*)(?=\S)/;

/**
 * The text with Markdown lists: indented by level, after a blank line.
 *
 * @param {string} text
 */
export function withLists(text) {
  let depth = -1;
  let isBlank = true;
  return text
    .split("\n")
    .map((line) => {
      const [found, second, third, number] = line.match(ENTRY) ?? [];
      const apart = depth < 0 && !isBlank;
      isBlank = !line.trim();
      if (found === undefined) {
        if (!isBlank) depth = -1;
        return line;
      }
      depth = Math.min(third ? 2 : second ? 1 : 0, depth + 1);
      return `${apart ? "\n" : ""}${"    ".repeat(depth)}${number ? `${number}.` : "-"} ${line.slice(found.length)}`;
    })
    .join("\n");
}
