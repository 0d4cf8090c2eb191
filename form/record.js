/** The file of a record, or the lines of an entry in one, in the same style as macros/source/writer.py. */

/** @import { Answer, Pairs, Settings, Values } from "./types" */

import { HIDDEN, KINDS_OF, NO_NAMES, RESERVED, SECTIONS } from "models";

import { withLists } from "./pasted.js";
import { clean, except, fold, scalar } from "./writing.js";

// Fenced code.
const FENCED = /^[ \t]*(`{3,}|~{3,})[^`\n]*\n(?:[\s\S]*?\n)??[ \t]*\1 *$/gm;
const LIST = /^ {0,3}(?:[-*+:>]|\d+[.)]|!!!|\?\?\?|\[\^)/m;
// Both can be in quotes and lists.
const NUMBER_SIGN = /^((?:[ \t>]|(?:[-*+]|\d+[.)])[ \t])*)#/;
const UNDERLINE = /(?<=[^\n])\n(?=[ >]*(=+|-+) *$)/gm;

// A heading that may stand in an answer, below the heading of its section or beside it.
const HEADING = /^ {0,3}#{2,3} +(\S.*)/;

/**
 * A text to put under one of our headings. It must not make others of the largest or smallest sizes, or of our sections: a number
 * sign gets a backslash, a line of hyphens a blank line above it. Code stays as it is.
 *
 * @param {string} text
 */
export const passage = (text) =>
  except(FENCED, clean(text).replace(/^\n+|\s+$/g, ""), (part) => withoutHeadings(withLists(part)));

/** @param {string} text */
function withoutHeadings(text) {
  let isList = false;
  const made = text.split(/(\n(?:[ \t]*\n)+)/).map((block) => {
    // Four spaces make code, but in a list they make another paragraph of an entry.
    const isIndented = block.split("\n").every((line) => /^(?: {4}|\t)/.test(line));
    if (/^ {0,3}\S/.test(block)) isList = LIST.test(block);
    return isIndented && !isList ? block : block.split("\n").map(withoutHeading).join("\n").replace(UNDERLINE, "\n\n");
  });
  return made.join("");
}

/** @param {string} line */
function withoutHeading(line) {
  const [, words] = line.match(HEADING) ?? [];
  return words && !SECTIONS.includes(words.trim().toLowerCase()) ? line : line.replace(NUMBER_SIGN, "$1\\#");
}

/**
 * The file name for a title, without .md.
 *
 * @param {string} title
 */
export function fileName(title) {
  return title
    .replace(/['\u2019]/g, "")
    .normalize("NFKD")
    .replace(/[^\0-\x7f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
}

/**
 * The file name for a record, without .md. A title without Latin letters gives none, and some names are reserved.
 *
 * @param {string} kind
 * @param {string} title
 * @param {string} [today]
 */
export function recordName(kind, title, today) {
  const name = fileName(title);
  if (!name) return `${kind}-${today}`;
  return RESERVED.test(name) ? `${name}-${kind}` : name;
}

/**
 * A name as it is compared with others: see macros/source/likeness.py.
 *
 * @param {string} name
 */
export const alike = (name) =>
  fold(
    KINDS_OF.reduce((text, [plain, kinds]) => text.replace(kinds, plain), name)
      .normalize("NFKC")
      .toUpperCase()
      .toLowerCase()
      .replace(HIDDEN, ""),
  );

/**
 * Whether an answer means that there is no name, such as "none" or a hyphen.
 *
 * @param {string} text
 */
export const namesNothing = (text) => !/[\p{L}\p{N}]/u.test(text) || NO_NAMES.includes(fileName(text));

/**
 * The service with this name: the id only if we have it, under a present or former name; the name and a new id if not; nothing if
 * no service was named. Keep this the same as macros/propose/record_from_issue.py.
 *
 * @param {string} name
 * @param {Record<string, string>} there
 * @returns {{ name?: string, id?: string }}
 */
export function unlistedService(name, there) {
  if (namesNothing(name)) return {};
  const known = new Map(Object.entries(there));
  let id = fileName(name) && recordName("service", name);
  const found = known.get(alike(name)) ?? known.get(id);
  if (found) return { id: found };
  id ||= "service";
  for (let number = 2; known.has(id); number++) id = `service-${number}`;
  return { name, id };
}

/**
 * The file of a record: the answers in the order of the model, then the sections.
 *
 * @param {Values} values
 * @param {Pairs} sections
 * @param {Pick<Settings, "order" | "texts">} settings
 */
export function recordText(values, sections, { order, texts }) {
  const lines = fieldLines(values, order, texts);
  return `---\n${lines.join("\n")}\n---\n${bodyText(sections)}`;
}

/**
 * The text below the fields of a record.
 *
 * @param {Pairs} sections
 */
export const bodyText = (sections) => sections.map(([title, text]) => `\n## ${title}\n\n${text}\n`).join("");

/**
 * The lines of an entry of the list `name`, or of the whole list if the record has none.
 *
 * @param {Values} values
 * @param {Pick<Settings, "order" | "texts">} settings
 * @param {string} name
 * @param {boolean} hasList
 */
export function entryText(values, { order, texts }, name, hasList) {
  const [first, ...rest] = fieldLines(values, order, texts);
  return [...(hasList ? [] : [`${name}:`]), `  - ${first}`, ...rest.map((line) => `    ${line}`), ""].join("\n");
}

/**
 * @param {Values} values
 * @param {string[]} order
 * @param {string[]} texts
 */
function fieldLines(values, order, texts) {
  return order
    .filter((name) => name in values)
    .flatMap((name) => {
      const value = values[name];
      const write = (/** @type {Answer | undefined} */ one) => scalar(String(one), texts.includes(name));
      return Array.isArray(value)
        ? [`${name}:`, ...value.map((one) => `  - ${write(one)}`)]
        : [`${name}: ${write(value)}`];
    });
}
