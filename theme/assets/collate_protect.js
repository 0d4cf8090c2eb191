/**
 * Protects the table of a survey round: what is small is hidden, the rest is rounded, and what would give a hidden number away is hidden
 * too. The same as protect.py and together.py in macros/figures/disclosure/, which say why.
 */

import { narrowedSince } from "./collate_earlier.js";
import {
  ANSWERED,
  ASKED,
  both,
  covers,
  entryName,
  entryOf,
  isWhole,
  knowledge,
  least,
  rounded,
  settled,
  sheets,
  stated,
} from "./collate_sheets.js";

/** @import { Cells, Limits, Sheet } from "./collate_sheets.js" */
/** @import { Narrowed, Release } from "./collate_earlier.js" */

const FEWEST_SHOWN = 2;
/** @type {Record<string, number>} What a number is worth that is about such a group */
const WORTH = { service: 1, area: 4, everyone: 16 };

/**
 * What may be published of true numbers, given what was published earlier, and why each hidden number is hidden.
 *
 * @param {Map<string, number>} counts
 * @param {Record<string, string>} areas The area of every service
 * @param {Limits} limits
 * @param {string[]} period The first and the last day
 * @param {Release[]} earlier
 */
export function protect(counts, areas, limits, period, earlier) {
  /** @type {Cells} */
  const cells = new Map([...counts.keys()].sort().map((name) => [name, rounded(counts.get(name) ?? 0)]));
  /** @type {Map<string, string>} */
  const reasons = new Map();
  /** @type {(name: string, reason: string) => void} */
  const hide = (name, reason) => {
    cells.set(name, null);
    if (!reasons.has(name)) {
      reasons.set(name, reason);
    }
  };
  /** @param {string[]} names */
  const hideTogether = (names) => {
    for (;;) {
      const found = [...hiddenByOthers(names, cells)];
      if (!found.length) {
        return;
      }
      for (const [name, whole] of found) {
        hide(name, whole === null ? "HARDLY_ANY_SHOWN" : (reasons.get(whole) ?? ""));
      }
    }
  };
  for (const [name, count] of counts) {
    if (count < least(name, limits)) {
      hide(name, isWhole(entryOf(name)) ? "SMALL_GROUP" : "SMALL_COUNT");
    }
  }
  hideTogether([...cells.keys()]);
  for (const sheet of sheets(cells.keys(), areas)) {
    for (;;) {
      const choice = nextToHide(sheet, { period, cells }, limits, earlier);
      if (!choice) {
        break;
      }
      hide(...choice);
      hideTogether([...sheet.names]);
    }
  }
  return { cells, reasons };
}

/**
 * The numbers that count the whole group of which a number is a part.
 *
 * @param {string} name
 */
function wholes(name) {
  const { whose, group, topic, what } = entryOf(name);
  if (!topic) {
    return what === ANSWERED ? [entryName(whose, group, "", ASKED)] : [];
  }
  const asAWhole = entryName(whose, group, "", ANSWERED);
  return what === ANSWERED ? [asAWhole] : [asAWhole, entryName(whose, group, topic, ANSWERED)];
}

/**
 * The shown numbers that must be hidden as well, each with the hidden one that asks for it; null if hardly any answers are shown.
 *
 * @param {string[]} names
 * @param {Cells} cells
 * @returns {Generator<[string, string | null]>}
 */
function* hiddenByOthers(names, cells) {
  /** @type {Map<string, string[]>} */
  const answers = new Map();
  for (const name of names) {
    const whole = wholes(name).find((one) => cells.get(one) === null);
    const { whose, group, topic, what } = entryOf(name);
    if (whole !== undefined && cells.get(name) !== null) {
      yield [name, whole];
    } else if (topic && what !== ANSWERED) {
      const key = entryName(whose, group, topic, "");
      answers.set(key, [...(answers.get(key) ?? []), name]);
    }
  }
  for (const parts of answers.values()) {
    const left = parts.filter((name) => cells.get(name) !== null);
    if (left.length < Math.min(FEWEST_SHOWN, parts.length)) {
      yield* left.map((name) => /** @type {[string, null]} */ ([name, null]));
    }
  }
}

/**
 * The least useful number of those that give another away, if any does.
 *
 * @param {Sheet} sheet
 * @param {Release} now
 * @param {Limits} limits
 * @param {Release[]} earlier
 * @returns {[name: string, reason: string] | null}
 */
function nextToHide(sheet, now, limits, earlier) {
  const { cells } = now;
  for (const { through, reason } of narrowed(sheet, now, limits, earlier)) {
    const shown = through.filter((name) => typeof cells.get(name) === "number");
    /** @param {string} name */
    const cost = (name) => WORTH[entryOf(name).whose] * (cells.get(name) ?? 0);
    shown.sort((one, other) => cost(one) - cost(other) || (one < other ? -1 : 1));
    if (shown.length) {
      return [shown[0], reason];
    }
  }
  return null;
}

/**
 * The hidden numbers of a sheet that a reader can narrow.
 *
 * @param {Sheet} sheet
 * @param {Release} now
 * @param {Limits} limits
 * @param {Release[]} earlier
 * @returns {Generator<Narrowed>}
 */
function* narrowed(sheet, now, limits, earlier) {
  const { cells } = now;
  const known = knowledge(cells, limits);
  const made = settled(sheet, known);
  const names = new Map([...made.arcs].map(([name, arc]) => [arc, name]));
  for (const name of [...sheet.names].filter((one) => cells.get(one) === null).sort()) {
    const wanted = both(stated(name, limits), known(name));
    const blocking = made.circulation.stretch(/** @type {number} */ (made.arcs.get(name)), wanted);
    if (!covers(made.seen(name), wanted)) {
      const through = blocking.flatMap((arc) => names.get(arc) ?? []);
      yield { name, through, reason: "WORKED_OUT" };
    }
  }
  yield* narrowedSince(sheet, now, earlier, limits);
}
