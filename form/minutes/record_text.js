/** The file of a record, in the same style as macros/source/writer.py. */

import { scalar } from "../writing.js";
import { folded } from "./text.js";

/** @import { RecordValues, Style, Value } from "./network.js" */

/** @type {Style} */
const UNKNOWN = { isText: true, unsaid: "", parts: [] };
const INDENT = "  ";

/**
 * The file of a record.
 *
 * @param {Style[]} fields
 * @param {RecordValues} values
 * @param {string} body
 */
export function recordText(fields, values, body) {
  const text = body.replace(/^\n+|\n+$/g, "");
  return ["---", ...fieldLines(fields, values), "---", ...(text ? ["", text] : []), ""].join("\n");
}

/**
 * The lines of front matter, without its fences. Fields that are not known come last, in the order given.
 *
 * @param {Style[]} fields
 * @param {Record<string, Value>} values
 * @returns {string[]}
 */
export function fieldLines(fields, values) {
  const known = fields.filter(({ name = "" }) => name in values);
  const others = Object.keys(values).filter((name) => !fields.some((one) => one.name === name));
  return [...known, ...others.map((name) => ({ ...UNKNOWN, name }))].flatMap((style) =>
    fieldOf(style, values[style.name ?? ""]),
  );
}

/**
 * @param {Style} style
 * @param {Value} value
 * @returns {string[]}
 */
function fieldOf(style, value) {
  const { name, isText, unsaid } = style;
  if (typeof value === "string") {
    const text = folded(value);
    return text === unsaid ? [] : [`${name}: ${scalar(text, isText)}`];
  }
  const lines = linesOf(style, value);
  return lines.length ? [`${name}:`, ...lines.map((one) => INDENT + one)] : [];
}

/**
 * The lines of a value; none if it is blank.
 *
 * @param {Style} style
 * @param {Value} value
 * @returns {string[]}
 */
function linesOf(style, value) {
  if (typeof value === "string") return folded(value) ? [scalar(folded(value), style.isText)] : [];
  if (Array.isArray(value)) return value.flatMap((one) => entryOf(linesOf(style, one)));
  return fieldLines(style.parts, value);
}

/** @param {string[]} lines */
const entryOf = ([first, ...others]) =>
  first === undefined ? [] : [`- ${first}`, ...others.map((one) => INDENT + one)];
