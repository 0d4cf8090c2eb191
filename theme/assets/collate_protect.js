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
  ownKnown,
  rounded,
  settled,
  sheets,
  stated,
  UNKNOWN,
} from "./collate_sheets.js";

/** @import { Cells, Limits, Sheet } from "./collate_sheets.js" */
/** @import { Narrowed, Release } from "./collate_earlier.js" */

const FEWEST_SHOWN = 2;
const PROTECTING = new Set(["WORKED_OUT", "EARLIER_RELEASE"]);
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
  /** @type {Map<string, number>} */
  let most = new Map();
  /** @param {Sheet} sheet */
  const next = (sheet) => nextToHide(sheet, { period, cells }, limits, earlier, most);
  /** @param {Sheet} sheet */
  const hideWhatTells = (sheet) => {
    hideTogether([...sheet.names]);
    for (let choice = next(sheet); choice; choice = next(sheet)) {
      hide(...choice);
      hideTogether([...sheet.names]);
    }
  };
  /** @param {Sheet} sheet */
  const showWhatTellsNothing = (sheet) => {
    /** @param {string} name */
    const count = (name) => counts.get(name) ?? 0;
    const again = [...sheet.names].filter((name) => PROTECTING.has(reasons.get(name) ?? ""));
    again.sort((one, other) => count(other) - count(one) || (one < other ? -1 : 1));
    for (const name of again.filter((one) => count(one) >= least(one, limits))) {
      cells.set(name, rounded(count(name)));
      if (!hiddenByOthers([...sheet.names], cells).next().done || next(sheet)) {
        cells.set(name, null);
      } else {
        reasons.delete(name);
      }
    }
  };
  const [first, ...others] = sheets(cells.keys(), areas);
  const hiddenInFirst = () => [...first.names].filter((name) => reasons.has(name)).length;
  hideWhatTells(first);
  showWhatTellsNothing(first);
  for (let isSettled = false; !isSettled; hideWhatTells(first)) {
    const hidden = hiddenInFirst();
    most = mostWhoAnswered(first, cells, limits);
    for (const sheet of others) {
      hideWhatTells(sheet);
      showWhatTellsNothing(sheet);
    }
    isSettled = hiddenInFirst() === hidden;
  }
  return { cells, reasons };
}

/**
 * How many can have answered at all, where that is hidden.
 *
 * @param {Sheet} sheet That of the round as a whole
 * @param {Cells} cells
 * @param {Limits} limits
 * @returns {Map<string, number>}
 */
function mostWhoAnswered(sheet, cells, limits) {
  const hidden = [...sheet.names].filter((name) => isOfRound(name) && cells.get(name) === null);
  if (!hidden.length) {
    return new Map();
  }
  const made = settled(sheet, knowledge(cells, limits));
  for (const name of hidden) {
    made.circulation.stretch(/** @type {number} */ (made.arcs.get(name)), UNKNOWN);
  }
  return new Map(hidden.map((name) => [name, made.seen(name)[1]]));
}

/** @param {string} name */
const isOfRound = (name) => entryOf(name).topic === "" && entryOf(name).what === ANSWERED;

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
 * @param {Map<string, number>} most How many can have answered at all
 * @returns {[name: string, reason: string] | null}
 */
function nextToHide(sheet, now, limits, earlier, most) {
  const { cells } = now;
  for (const { through, reason } of narrowed(sheet, now, limits, earlier, most)) {
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
 * @param {Map<string, number>} most How many can have answered at all
 * @returns {Generator<Narrowed>}
 */
function* narrowed(sheet, now, limits, earlier, most) {
  const { cells } = now;
  const known = knowledge(cells, limits, most);
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
  yield* narrowedByBlanks(sheet, cells, limits);
  yield* narrowedSince(sheet, now, earlier, limits);
}

/**
 * The hidden numbers of people who answered a question that can be narrowed because few left it blank.
 *
 * @param {Sheet} sheet
 * @param {Cells} cells
 * @param {Limits} limits
 * @returns {Generator<Narrowed>}
 */
function* narrowedByBlanks(sheet, cells, limits) {
  /** @param {string} name */
  const known = (name) => ownKnown(name, cells, limits);
  for (const name of [...sheet.names].filter((one) => cells.get(one) === null).sort()) {
    const { whose, group, topic, what } = entryOf(name);
    if (topic && what === ANSWERED) {
      const parents = [["everyone", ""], ...(whose === "service" ? [["area", sheet.areas[group]]] : [])];
      for (const [above, parent] of parents) {
        const own = entryName(whose, group, "", ANSWERED);
        const all = entryName(above, parent, "", ANSWERED);
        const there = entryName(above, parent, topic, ANSWERED);
        if (known(own)[0] - (known(all)[1] - known(there)[0]) > 0) {
          yield { name, through: [own, all, there], reason: "WORKED_OUT" };
        }
      }
    }
  }
}
