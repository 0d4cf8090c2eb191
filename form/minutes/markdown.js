/** What stands in a file as GitHub Flavored Markdown: see macros/minutes/markdown.py. */

import { AT_START, IN_ADDRESS, INDENT, MOST_TO_KNOW, SCHEMES, SPECIAL, STARTS, TAG, TEMPLATE } from "python:markdown";
import { CONTROL, HIDDEN, MEANT, NEEDED } from "models";

import { except } from "../writing.js";
import { Paragraph, Table } from "./blocks.js";
import { replaced } from "./match.js";
import { folded, length, strip, stripEnd, stripStart } from "./text.js";
import { typedEntry } from "./typed.js";

/** @import { Block, Words } from "./blocks.js" */

const LINE_ENDS = /[\v\f\x85\u2028\u2029]/g;
const ADDRESS = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)/i;
const IN_NUMBERS = /^(?:[^@[\]]*@)?\[[0-9a-f:.]+\](?::\d*)?$/i;
const PLAIN = /^[\t\n\r -~]*$/;

/**
 * A text of a file as a record may have it: without characters that cannot be seen, and with spaces for tabs and the like.
 *
 * @param {string} text
 */
export function clean(text) {
  let seen = text;
  if (!PLAIN.test(text)) {
    const lines = text.replace(LINE_ENDS, "\n").replace(CONTROL, "");
    const some = except(NEEDED, lines, (part) => part.replace(HIDDEN, (sign) => (MEANT.test(sign) ? sign : "")));
    seen = except(NEEDED, some, (part) => part.replace(HIDDEN, ""));
  }
  return replaced(TEMPLATE, seen, " ");
}

/**
 * A text as the value of a field, in which nothing may look like HTML.
 *
 * @param {string} text
 */
export const oneLine = (text) => folded(replaced(TAG, clean(text), "< "));

/**
 * The start of a text, by which people know it when they see it.
 *
 * @param {string} text
 */
export function firstWords(text) {
  const line = oneLine(text);
  if (length(line) <= MOST_TO_KNOW) return line;
  const start = [...line].slice(0, MOST_TO_KNOW).join("");
  return `${start.slice(0, Math.max(start.lastIndexOf(" "), 0)) || start}…`;
}

/**
 * Words as Markdown that shows them as they are. Not for the start of a line.
 *
 * @param {string} text
 */
export const escaped = (text) => replaced(SPECIAL, clean(text), (sign) => `\\${sign}`);

/**
 * Whether a record may link to this.
 *
 * @param {string} target
 */
export function withLink(target) {
  const [, scheme, host = "", rest] = ADDRESS.exec(target.replace(/^[^!-\u{10ffff}]+|[\t\n\r]/gu, "")) ?? [];
  if (!scheme || !SCHEMES.includes(scheme.toLowerCase())) return false;
  return Boolean(host || rest) && (!/[[\]]/.test(host) || IN_NUMBERS.test(host));
}

/**
 * Blocks as Markdown. Headings in them are bold lines: whoever calls this writes the headings.
 *
 * @param {Block[]} blocks
 */
export function markdown(blocks) {
  /** @type {string[]} */
  const parts = [];
  /** @type {string[]} */
  let listed = [];
  /** @type {{ number: number, isNumbered: boolean }[]} */
  let counts = [];
  for (const block of blocks) {
    const found = block instanceof Paragraph ? typedEntry(block) : null;
    if (found) {
      const { isNumbered } = found.entry;
      const level = Math.min(found.entry.level, counts.length);
      const goesOn = counts[level]?.isNumbered === isNumbered;
      const number = goesOn ? counts[level].number + 1 : 1;
      counts = [...counts.slice(0, level), { number, isNumbered }];
      const words = line(found.paragraph).replaceAll("\n", `\n${INDENT.repeat(level + 1)}`);
      listed.push(`${INDENT.repeat(level)}${isNumbered ? `${number}.` : "-"} ${words}`);
      continue;
    }
    if (block instanceof Paragraph && !block.text) continue;
    if (listed.length) parts.push(listed.join("\n"));
    [listed, counts] = [[], []];
    parts.push(block instanceof Table ? table(block) : line(block));
  }
  return [...parts, listed.join("\n")].filter((part) => strip(part)).join("\n\n");
}

/**
 * A paragraph, with a backslash at the end of each line but the last.
 *
 * @param {Paragraph} paragraph
 */
const line = ({ words }) =>
  linesOf(words)
    .map((one) => strip(inline(one)))
    .filter(Boolean)
    .map((one) => (STARTS.includes(one[0]) ? one.replace(AT_START, withBackslash) : one))
    .join("\\\n");

/** @type {(sign: string, place: number) => string} */
const withBackslash = (sign, place) => {
  if (place) return sign;
  return /^\p{Nd}/u.test(sign) ? `${sign}\\` : `\\${sign}`;
};

/**
 * The words of each line.
 *
 * @param {Words[]} words
 */
function linesOf(words) {
  /** @type {Words[][]} */
  const lines = [[]];
  for (const one of words)
    for (const [index, text] of one.text.replace(LINE_ENDS, "\n").split("\n").entries()) {
      if (index) lines.push([]);
      lines[lines.length - 1].push({ ...one, text: text.replace(/[ \t]+/g, " ") });
    }
  return lines;
}

/** @param {Words[]} words */
const inline = (words) =>
  words
    .map((one, index) => {
      const inner = strip(one.text);
      const before = one.text.slice(0, one.text.length - stripStart(one.text).length);
      const after = inner ? one.text.slice(stripEnd(one.text).length) : "";
      const plain = escaped(inner);
      const made = inner && one.target && withLink(one.target) ? `[${plain}](${address(one.target)})` : plain;
      const left = index && !before ? lastOf(words[index - 1].text) : " ";
      const right = index + 1 < words.length && !after ? [...words[index + 1].text].slice(0, 1).join("") : " ";
      // Inside a word, and beside other marks, the signs would be shown as they are.
      const isMarked = made && !strip(left + right);
      const signs = isMarked ? `${one.bold ? "**" : ""}${one.italic ? "*" : ""}` : "";
      const strike = isMarked && one.struck ? "~~" : "";
      return `${before}${strike}${signs}${made}${signs}${strike}${after}`;
    })
    .join("");

/** @param {string} text */
const lastOf = (text) => [...text].slice(-1).join("");

/** @param {string} target */
const address = (target) => [...target].map((sign) => IN_ADDRESS[sign] ?? sign).join("");

/** @param {Table} table */
function table({ rows }) {
  const texts = rows.map((row) => row.map((cell) => folded(escaped(cell.text)))).filter((row) => row.some(Boolean));
  if (!texts.length) return "";
  const kept = texts[0].flatMap((_, column) => (texts.some((row) => row[column]) ? [column] : []));
  const [first, ...others] = texts.map((row) => `| ${kept.map((column) => row[column]).join(" | ")} |`);
  return [first, `|${" --- |".repeat(kept.length)}`, ...others].join("\n");
}
