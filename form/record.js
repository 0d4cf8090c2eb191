/** What is sent: the file of a record, or the lines of a topic, in the one style that macros/records/writing.py writes too. */

import { CONTROL, HIDDEN, LOOKS_TYPED, NEEDS_QUOTES, RESERVED } from "models";

const LINE_ENDS = /\r\n?|[\v\f\x85\u2028\u2029]/g;
// A joiner between two pictures and the tags of a flag belong to an emoji.
const IN_EMOJI = /[\u2190-\u{10ffff}]\u200d(?=[\u2190-\u{10ffff}])|\u{1f3f4}[\u{e0020}-\u{e007f}]+/gu;
// Without it, what was made to read well would read backwards: a rule says so.
const OVERRIDE = /[\u202d\u202e]/;

// Code between two lines of backticks or tildes.
const FENCED = /^(`{3,}|~{3,}) *[\w#.+-]* *\n(?:[^]*?\n)??\1 *$/gm;
const LIST = /^ {0,3}(?:[-*+:>]|\d+[.)]|!!!|\?\?\?|\[\^)/m;
// Both may stand in quotes and in lists.
const NUMBER_SIGN = /^((?:[ \t>]|(?:[-*+]|\d+[.)])[ \t])*)#/gm;
const UNDERLINE = /(?<=[^\n])\n(?=[ >]*(=+|-+) *$)/gm;

/** A text as the reader of records takes it: one kind of line end, and nothing that cannot be seen but what an emoji needs. */
export function clean(text) {
  return except(IN_EMOJI, text.replace(LINE_ENDS, "\n").replace(CONTROL, ""), visible);
}

/** A text that is changed, except for what the pattern finds. */
function except(pattern, text, change) {
  let made = "";
  let from = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    made += change(text.slice(from, index)) + found;
    from = index + found.length;
  }
  return made + change(text.slice(from));
}

const visible = (text) => text.replace(HIDDEN, (sign) => (OVERRIDE.test(sign) ? sign : ""));

/** A text on one line. */
export const fold = (text) => clean(text).trim().replace(/\s+/g, " ");

/**
 * A text under a heading of ours. What would make another heading of a line is made to stand for itself: a number sign gets a
 * backslash, a line of hyphens a place of its own. Code stays as it is.
 */
export const passage = (text) => except(FENCED, clean(text).replace(/^\n+|\s+$/g, ""), withoutHeadings);

function withoutHeadings(text) {
  let isList = false;
  const made = text.split(/(\n(?:[ \t]*\n)+)/).map((block) => {
    // Four spaces make code, but in a list they make the next paragraph of an entry.
    const isIndented = block.split("\n").every((line) => /^(?: {4}|\t)/.test(line));
    if (/^ {0,3}\S/.test(block)) isList = LIST.test(block);
    return isIndented && !isList ? block : block.replace(NUMBER_SIGN, "$1\\#").replace(UNDERLINE, "\n\n");
  });
  return made.join("");
}

/** The name of the file for a record with this title, without .md. */
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

/** The name of the file for a record of this kind. A title without letters of ours gives none, and some names are not to be had. */
export function recordName(kind, title, today) {
  const name = fileName(title);
  if (!name) return `${kind}-${today}`;
  return RESERVED.test(name) ? `${name}-${kind}` : name;
}

/** The file of a record: what was answered, in the order of the model, and the sections. */
export function recordText(values, sections, { order, texts }) {
  const lines = fieldLines(values, order, texts);
  const body = sections.map(([title, text]) => `\n## ${title}\n\n${text}\n`);
  return `---\n${lines.join("\n")}\n---\n${body.join("")}`;
}

/** The lines that make a topic of a meeting. */
export function topicText(values, { order, texts, hasTopics }) {
  const [first, ...rest] = fieldLines(values, order, texts);
  return [...(hasTopics ? [] : ["topics:"]), `  - ${first}`, ...rest.map((line) => `    ${line}`), ""].join("\n");
}

function fieldLines(values, order, texts) {
  return order
    .filter((name) => name in values)
    .flatMap((name) => {
      const value = values[name];
      const write = (one) => scalar(String(one), texts.includes(name));
      return Array.isArray(value) ? [`${name}:`, ...value.map((one) => `  - ${write(one)}`)] : [`${name}: ${write(value)}`];
    });
}

function scalar(text, isText) {
  if (!NEEDS_QUOTES.test(text) && !(isText && LOOKS_TYPED.test(text))) return text;
  return text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}
