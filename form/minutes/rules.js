/**
 * What the rules say of the stage and the services that someone types into a record, as far as this page can know: see
 * macros/lint/rules/choice_unknown.py and reference_broken.py.
 */

import { NOT_ONE } from "python:choice_unknown";
import { NONE_CALLED, RENAMED } from "python:reference_broken";

import { alike } from "../record.js";
import { filled } from "./messages.js";
import { didYouMean } from "./nearest.js";
import { strip } from "./text.js";

/** @import { Network } from "./network.js" */

/** @typedef {{ line: number, message: string }} Mistake A mistake in a line, counted from 1. */
/** @typedef {{ line: number, key: string, value: string, isEntry: boolean }} Typed A value, its field, and whether it is an entry of a list. */

const FENCE = "---";
const MOST_CHOICES = 12;
const TOP = /^(\w+):(.*)$/;
const ENTRY = /^\s*-\s+(.*)$/;
const OWNER = /^\s+(?:-\s+)?owner:(.*)$/;
const COMMENT = /(?:^|\s)#.*$/;
const QUOTED = /^(["'])(.*)\1$/;
const BRACKETS = /^\[(.*)\]$/;
const BETWEEN_NAMES = /[,;]/;

/**
 * The mistakes in a record.
 *
 * @param {string} text
 * @param {Network} network
 * @returns {Mistake[]}
 */
export function mistakes(text, network) {
  return typedIn(text).flatMap((one) => {
    const message = one.key === "stage" ? aboutStage(one.value, network) : aboutService(one, network);
    return message ? [{ line: one.line, message }] : [];
  });
}

/**
 * The values in a record that are looked at. What is blank is not.
 *
 * @param {string} text
 */
function typedIn(text) {
  const [first, ...lines] = text.split("\n");
  const end = first.trim() === FENCE ? lines.findIndex((line) => line.trim() === FENCE) : 0;
  /** @type {Typed[]} */
  const found = [];
  let field = "";
  for (const [index, line] of lines.slice(0, Math.max(end, 0)).entries()) {
    const [, name, rest = ""] = TOP.exec(line) ?? [];
    field = name ?? field;
    const add = (/** @type {string} */ key, /** @type {string} */ written, isEntry = false) => {
      const value = plain(written);
      if (value) found.push({ line: index + 2, key, value, isEntry });
    };
    if (name === "stage") add(name, rest);
    else if (name === "attended")
      for (const one of BRACKETS.exec(plain(rest))?.[1].split(",") ?? []) add(name, one, true);
    else if (field === "attended") add(field, ENTRY.exec(line)?.[1] ?? "", true);
    else if (field === "actions") add("owner", OWNER.exec(line)?.[1] ?? "");
  }
  return found;
}

/** @param {string} written */
function plain(written) {
  const value = written.replace(COMMENT, "").trim();
  return QUOTED.exec(value)?.[2] ?? value;
}

/**
 * @param {string} written
 * @param {Network} network
 */
function aboutStage(written, { stages }) {
  const known = stages.map((one) => one.value);
  if (known.includes(written)) return "";
  const plain = strip(written).toLowerCase().replace(/[ _]/g, "-");
  const meant = stages.find((one) => one.also.includes(plain));
  const remedy = meant
    ? ` Did you mean "${meant.value}"? ${meant.description}`
    : didYouMean(written, known) || choices(known);
  return filled(NOT_ONE, { written, name: "stage" }) + remedy;
}

/**
 * @param {Typed} typed
 * @param {Network} network
 */
function aboutService({ value: name, isEntry }, { titles, formerServices, current }) {
  const ids = Object.keys(titles);
  if (ids.includes(name)) return "";
  if (Object.hasOwn(formerServices, name)) return filled(RENAMED, { name, now: formerServices[name] });
  const called = ids.filter((id) => alike(titles[id]) === alike(name));
  const certain = called.length === 1 ? ` Did you mean "${called[0]}"?` : isEntry ? oneALine(name, ids) : "";
  return filled(NONE_CALLED, { kind: "service", name }) + (certain || didYouMean(name, ids) || choices(current));
}

/**
 * How to write several names that are on one line of a list; empty if none of them is known, or there is only one.
 *
 * @param {string} written
 * @param {string[]} known
 */
function oneALine(written, known) {
  const names = written
    .split(BETWEEN_NAMES)
    .map((one) => strip(one))
    .filter(Boolean);
  if (names.length < 2 || !names.some((one) => known.includes(one))) return "";
  return ` Write each name on a line of its own: ${names.map((one) => `"- ${one}"`).join(", ")}.`;
}

/** @param {string[]} words */
function choices(words) {
  const shown = words.slice(0, MOST_CHOICES);
  if (words.length > MOST_CHOICES) return ` Choose ${shown.join(", ")} ....`;
  return ` Choose ${[shown.slice(0, -1).join(", "), ...shown.slice(-1)].filter(Boolean).join(" or ")}.`;
}
