/**
 * What the editor does before it saves: it refuses what the checks would find wrong, and what looks personal. On GitHub, that would
 * be public at once, and for ever.
 */

import { FIELDS, ORDERS } from "editor";

import { inWords, isInCalendar } from "./calendar.js";
import { personal } from "./personal.js";

/** @import { AppEventListener } from "@sveltia/cms" */
/** @import { EditorField, When } from "editor" */
/** @typedef {Record<string, any>} Group Fields of a record, or of a group in it */

/**
 * Refuse an entry with a mistake, in the words of the rules. What is only likely to be personal is refused once.
 *
 * @type {AppEventListener["handler"]}
 */
export function beforeSaving({ entry }) {
  const { data, path } = entry.toJS();
  const folder = path.split("/").at(-2) ?? "";
  const ownWords = JSON.parse(document.body.dataset.ownWords ?? "[]");
  const wrong = FIELDS[folder].flatMap((field) => mistakes(field, data));
  const people = Object.entries(data).flatMap(([name, value]) =>
    [...texts(value)].map((text) => [name, personal(text, ownWords)]).filter(([, message]) => message),
  );
  const told = people.map(([name, message]) => `${labelled(name)}: ${message}`).sort();
  const messages = new Set([...wrong, ...told]);
  // The editor shows the cause of an error of this name, and otherwise only that there was one.
  if (messages.size)
    throw new Error("saving_failed", { cause: new Error(["Nothing was saved.", ...messages].join(" ")) });
}

/**
 * The paths of fields in the order of a file. In the editor, they are in that in which people think.
 *
 * @param {string[]} paths Such as "citation.where" or "actions.*.due"
 */
export function inFileOrder(paths) {
  const names = paths.map((path) => path.split(".")[0]);
  const order = ORDERS.find((one) => names.every((name) => one.includes(name))) ?? names;
  // A sort keeps the order of what is alike: the fields of a group.
  return paths.toSorted((one, other) => order.indexOf(one.split(".")[0]) - order.indexOf(other.split(".")[0]));
}

/**
 * The mistakes that concern several fields, or the day. The editor's own widgets look at each field by itself.
 *
 * @param {EditorField} field
 * @param {Group} record
 */
function mistakes(field, record) {
  const { established = "" } = document.body.dataset;
  const today = new Date().toLocaleDateString("sv");
  return groupsAt(record, field.group).flatMap((group) => {
    /** @type {(name: string) => any} */
    const value = (name) => (name in group ? group[name] : record[name]) || undefined;
    const holds = (/** @type {When} */ { name, values }) =>
      values ? values.includes(value(name) ?? null) : value(name) !== undefined;
    const { needed, only, after, toCome, isDate, isOlder, label } = field;
    const own = group[field.name] || undefined;
    const isThere = own !== undefined && String(own) !== "";
    const found = [];
    if (
      needed &&
      !isThere &&
      (!needed.when || holds(needed.when)) &&
      !needed.unless.some((name) => filled(value(name)))
    )
      found.push(needed.message);
    if (only && isThere && !holds(only.when)) found.push(only.message);
    if (isDate && isThere && !isInCalendar(own))
      found.push(`"${own}" is not a date in the calendar. Check the month and the day.`);
    else if (isDate && own > today && !(toCome === true || (toCome && holds(toCome))))
      found.push(`"${own}" is in the future. Check the year and the month.`);
    if (isDate && isThere && !isOlder && isBefore(own, established))
      found.push(`"${own}" is before the network first met (${inWords(established)}). Check the year.`);
    if (after && isThere && filled(value(after.name)) && !filled(value(after.unless))) {
      const message = isBefore(own, value(after.name)) ? after.message : own === value(after.name) ? after.same : "";
      const said = { earlier: inWords(value(after.name)), later: inWords(own) };
      if (message) found.push(filledIn(message, said));
    }
    return found.map((message) => `${label}: ${filledIn(message, { stage: record.stage })}`);
  });
}

/**
 * Whether a date or time is before another, as far as both say.
 *
 * @param {string} one
 * @param {string} other
 */
function isBefore(one, other) {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

/**
 * The groups of fields below a name, or the record itself.
 *
 * @param {Group} record
 * @param {string} name
 * @returns {Group[]}
 */
const groupsAt = (record, name) =>
  name ? [record[name] ?? []].flat().filter((one) => one && typeof one === "object") : [record];

/** @param {unknown} value */
const filled = (value) => (value && typeof value === "object" ? [...texts(value)].some(Boolean) : Boolean(value));

/** @type {(message: string, words: Record<string, string>) => string} */
const filledIn = (message, words) => message.replace(/\{(\w+)\}/g, (whole, name) => words[name] ?? whole);

/**
 * Every text in a value.
 *
 * @param {unknown} value
 * @returns {Generator<string>}
 */
function* texts(value) {
  if (typeof value === "string") yield value;
  else if (value && typeof value === "object") for (const inner of Object.values(value)) yield* texts(inner);
}

/** @param {string} name */
function labelled(name) {
  const words = name === "body" ? "text" : name.replaceAll("_", " ");
  return words[0].toUpperCase() + words.slice(1);
}
