/** What one line of minutes says: see macros/minutes/inline.py. */

import {
  ABOUT,
  ACTION,
  ALL,
  ALL_BUT,
  DECIDED,
  DECISION,
  EACH,
  INSIDE,
  LABEL,
  LISTED,
  NO_OWNER,
  NONE,
  ONLY_OWNER,
  OWNER_FIRST,
  OWNER_LAST,
  OWNER_TO,
  VERB,
} from "python:inline";

import { starts, whole } from "./match.js";
import { folded, strip, stripStart } from "./text.js";
import { section } from "./vocabulary.js";

/** @import { Section } from "./vocabulary.js" */

/** @typedef {{ section: Section, label: string, rest: string }} LabelledLine */

const IN_BRACKETS = /\([^()]*\)/g;
// Stands for a comma that belongs to a name.
const HIDDEN_COMMA = "\ufffc";

/**
 * The lines of a paragraph. What says that it is an action or a decision starts one of its own.
 *
 * @param {string} text
 */
export const linesOf = (text) =>
  text
    .split("\n")
    .flatMap((one) => one.split(INSIDE))
    .map((one) => strip(one))
    .filter(Boolean);

/**
 * What a line with a label says; null if it has none that is known.
 *
 * @param {string} line
 * @returns {LabelledLine | null}
 */
export function labelled(line) {
  const { label = "", rest = "" } = starts(LABEL, line)?.groups ?? {};
  const found = label ? section(label) : null;
  // Some write a dash after the colon.
  return found && { section: found, label: strip(label), rest: strip(stripStart(rest, " \t–—-")) };
}

/**
 * What lines say of which the first has a label. One without a label goes on with what is above.
 *
 * @param {string[]} lines
 */
export function labelledLines(lines) {
  /** @type {LabelledLine[]} */
  const found = [];
  for (const line of lines) {
    const own = labelled(line);
    if (own) found.push(own);
    else found[found.length - 1].rest += `\n${line}`;
  }
  return found;
}

/**
 * The words and the owner of a line that says it is an action.
 *
 * @param {string} line
 * @returns {[text: string, owner: string] | null}
 */
export function actionLine(line) {
  const { text = "", owner = "" } = starts(ACTION, line)?.groups ?? {};
  return text ? [strip(text), strip(owner)] : null;
}

/**
 * The words of a line that says it is a decision.
 *
 * @param {string} line
 * @returns {string | null}
 */
export function decisionLine(line) {
  const text = starts(DECISION, line)?.groups?.text;
  return text === undefined ? null : strip(text);
}

/**
 * A text that is a single sentence such as "It was decided that we meet again": as it is, because all of it is the decision.
 *
 * @param {string} text
 */
export const decisionSentence = (text) => (whole(DECIDED, text) ? strip(text) : null);

/**
 * The words of an action, and who does it as far as the words say: "Apple service to count the trees".
 *
 * @param {string} text
 * @returns {[text: string, owner: string]}
 */
function withOwner(text) {
  const words = strip(text);
  for (const pattern of [OWNER_TO, OWNER_FIRST, OWNER_LAST]) {
    const found = starts(pattern, words)?.groups;
    if (found && isOwner(found.owner) && !whole(LISTED, found.text))
      return [strip(found.text), strip(found.owner, " ,")];
  }
  return [words, ""];
}

/** @param {string} words */
const isOwner = (words) => !starts(NO_OWNER, words) && !whole(VERB, words);

/**
 * The names in a list of who was there, without those that say that there are none.
 *
 * @param {string} text
 */
export const names = (text) =>
  text
    .replace(/ +/g, " ")
    .replace(IN_BRACKETS, (found) => found.replaceAll(",", HIDDEN_COMMA))
    .split(EACH)
    .map((one) => strip(folded(one), " .*•-–—\t"))
    .filter((one) => one && !starts(NONE, one))
    .map((one) => one.replaceAll(HIDDEN_COMMA, ","));

/**
 * Whether a text only says that there is nothing.
 *
 * @param {string} text
 */
export const saysNothing = (text) => starts(NONE, strip(text)) !== null;

/**
 * Who was missing, if the text says that all but these were there; empty if it says that all were; null if it says neither.
 *
 * @param {string} text
 */
export function allBut(text) {
  const words = strip(text);
  if (starts(ALL, words)) return "";
  const but = starts(ALL_BUT, words)?.groups?.but;
  return but === undefined ? null : strip(but, " .");
}

/**
 * The words of an action and who does it, whether or not the line says that it is one.
 *
 * @param {string} text
 */
export function actionAndOwner(text) {
  const [words, owner] = actionLine(text) ?? [text, ""];
  return owner ? /** @type {[string, string]} */ ([words, owner]) : withOwner(words);
}

/**
 * Whether a line says something about the actions that follow, and is none.
 *
 * @param {string} text
 */
export const isAboutActions = (text) => text.endsWith(":") || starts(ABOUT, text) !== null;

/**
 * Whether a line has a name, and nothing that the person does: "Apple service –".
 *
 * @param {string} text
 */
export const isOnlyOwner = (text) => starts(ONLY_OWNER, strip(text)) !== null;
