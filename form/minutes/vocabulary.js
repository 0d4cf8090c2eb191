/** What people call the parts of minutes: see macros/minutes/vocabulary.py. */

import {
  BY,
  COLUMNS,
  CROSSES,
  DONE,
  DOUBTFUL,
  DROPPED,
  HEADINGS,
  IN_BRACKETS,
  ITEMS,
  LIKE,
  LIKE_COLUMNS,
  MOST_WORDS,
  MOST_WORDS_OF_COLUMN,
  NUMBER,
  OPEN,
  OTHER_MEETING,
  OUTER,
  TICKS,
} from "python:vocabulary";

import { alike } from "../record.js";
import { replaced, starts } from "./match.js";
import { split, strip, stripEnd } from "./text.js";

/** @typedef {"present" | "absent" | "decisions" | "actions" | "date" | "aside"} Section */
/** @typedef {"ref" | "action" | "owner" | "due" | "owner and due" | "done" | "decision" | "service" | "present" | "absent"} Column */

const SECTIONS = /** @type {Section[]} */ (Object.keys(HEADINGS));
/** @type {Map<string, Section>} */
const BY_HEADING = new Map(SECTIONS.flatMap((one) => HEADINGS[one].map((/** @type {string} */ name) => [name, one])));

/**
 * A heading or a label as it is compared: without its number, what is in brackets at its end, and its colon.
 *
 * @param {string} text
 */
export const plain = (text) =>
  strip(alike(replaced(IN_BRACKETS, stripEnd(replaced(NUMBER, strip(text), ""), OUTER), "")), OUTER);

/**
 * The part of minutes that a heading or a label names; null if it is another.
 *
 * @param {string} heading
 * @returns {Section | null}
 */
export function section(heading) {
  const name = plain(heading);
  const found = BY_HEADING.get(name) ?? null;
  if (found || split(name).length > MOST_WORDS || isOfAnother(name)) return found;
  return /** @type {Section} */ (Object.keys(LIKE).find((one) => LIKE[one].test(name)) ?? null);
}

/**
 * Whether a heading is about another meeting: the last one or the next.
 *
 * @param {string} heading
 * @returns {boolean}
 */
export const isOfAnother = (heading) => OTHER_MEETING.test(heading);

/**
 * What each column of a table holds, by the cells of its first row. Each is there once at most.
 *
 * @param {string[]} names
 * @param {boolean} isKnown whether the table is known to be one of actions, so that a single column of them is enough
 */
export function columns(names, isKnown) {
  /** @type {(Column | null)[]} */
  const found = [];
  const compared = names.map((name) => strip(alike(replaced(IN_BRACKETS, name, "")), OUTER) || strip(name));
  for (const name of compared) {
    const isFree = (/** @type {string} */ one) => !found.includes(/** @type {Column} */ (one));
    const ofName = Object.keys(COLUMNS).find((one) => COLUMNS[one].includes(name) && isFree(one));
    const isShort = split(name).length <= MOST_WORDS_OF_COLUMN;
    const like = Object.keys(LIKE_COLUMNS).find((one) => isFree(one) && LIKE_COLUMNS[one].test(name));
    found.push(/** @type {Column} */ (ofName ?? (isShort && !isOfAnother(name) ? (like ?? null) : null)));
  }
  if (isKnown && !found.includes("action") && found.includes("owner")) {
    // Under a heading that says actions, anything that has an owner is one.
    const item = compared.findIndex((name, index) => ITEMS.includes(name) && !found[index]);
    if (item >= 0) found[item] = "action";
  }
  if (found.includes("action") || isKnown) {
    compared.forEach((name, index) => {
      if (!BY.includes(name) && name !== "date") return;
      const wanted = found.includes("owner") || name === "date" ? "due" : "owner";
      if (!found.includes(wanted)) found[index] = wanted;
    });
    if (found.includes("service") && !found.includes("owner")) found[found.indexOf("service")] = "owner";
  } else if (found.includes("owner") && !found.includes("service")) {
    // "Name" may be who was there, too.
    found[found.indexOf("owner")] = "service";
  }
  return found;
}

/**
 * Whether a cell is ticked; null if that cannot be said.
 *
 * @param {string} text
 */
export function ticked(text) {
  const name = strip(alike(text), " .");
  if (TICKS.includes(name) || TICKS.includes(strip(name, "()[]"))) return true;
  return !name || CROSSES.includes(name) ? false : null;
}

/**
 * Whether what is written beside a service leaves open if it was there.
 *
 * @param {string} text
 * @returns {boolean}
 */
export const isDoubtful = (text) => DOUBTFUL.test(strip(text));

/**
 * How an action stands, "done", "dropped" or "open" (empty if that cannot be said), and what else is written there.
 *
 * @param {string} text
 * @returns {[how: string, rest: string]}
 */
export function standing(text) {
  const name = strip(alike(text), " .");
  const written = strip(text);
  if (!name || OPEN.includes(name)) return ["open", ""];
  const dropped = starts(DROPPED, written);
  if (dropped) return ["dropped", strip(written.slice(dropped[0].length))];
  const done = starts(DONE, written);
  return done ? ["done", strip(written.slice(done[0].length))] : ["", written];
}
