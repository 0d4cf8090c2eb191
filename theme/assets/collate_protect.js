/**
 * Protects a table: what is small is hidden, the rest is rounded, and what would give a hidden number away is hidden
 * too. The same as protect.py and together.py in macros/figures/disclosure/, which say why.
 */

import { EARLIER_RELEASE, narrowedSince } from "./collate_earlier.js";
import {
  ANSWERED,
  ASKED,
  both,
  carriedOver,
  covers,
  END,
  entryName,
  entryOf,
  groupName,
  isWhole,
  knowledge,
  least,
  ownKnown,
  rounded,
  START,
  settled,
  sheets,
  stated,
  UNKNOWN,
} from "./collate_sheets.js";

/** @import { Cells, Limits, Release, Row, Sheet } from "./collate_sheets.js" */
/** @import { Narrowed } from "./collate_earlier.js" */

const FEWEST_SHOWN = 2;
const WORKED_OUT = "WORKED_OUT";
const AGAIN = [WORKED_OUT, EARLIER_RELEASE];
/** @type {Record<string, number>} What a number is worth that is about such a group */
const WORTH = { service: 1, role: 2, area: 4, everyone: 16 };

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
  const protection = new Protection(counts, areas, limits, period, earlier);
  const { cells, reasons } = protection;
  protection.hideSmall();
  const [first, ...others] = sheets(cells.keys(), areas, limits);
  const hidden = () => [...first.names].filter((name) => reasons.has(name)).length;
  protection.hideWhatTells(first);
  protection.showWhatTellsNothing(first);
  for (let isSettled = false; !isSettled; ) {
    const before = hidden();
    protection.most = mostWhoAnswered(cells, areas, limits);
    for (const sheet of others) {
      protection.hideWhatTells(sheet);
      protection.showWhatTellsNothing(sheet);
    }
    // A question can give away how many answered at all, on which all questions depend.
    isSettled = hidden() === before;
    protection.hideWhatTells(first);
  }
  return { cells, reasons };
}

/** A table on its way out: the true numbers, what may be published so far, and the reason for each hidden number. */
class Protection {
  /** @type {Map<string, string>} */
  reasons = new Map();
  /** @type {Map<string, number>} */
  most = new Map();

  /**
   * @param {Map<string, number>} counts
   * @param {Record<string, string>} areas
   * @param {Limits} limits
   * @param {string[]} period
   * @param {Release[]} earlier
   */
  constructor(counts, areas, limits, period, earlier) {
    this.counts = counts;
    this.areas = areas;
    this.limits = limits;
    this.earlier = earlier;
    /** @type {Cells} */
    this.cells = new Map([...counts.keys()].sort().map((name) => [name, rounded(this.#count(name))]));
    this.release = { period, cells: this.cells };
  }

  /** @param {string} name */
  #count(name) {
    return this.counts.get(name) ?? 0;
  }

  /** Hide small groups and small counts. */
  hideSmall() {
    for (const name of this.cells.keys()) {
      if (this.#count(name) < least(name, this.limits)) {
        this.#hide(name, isWhole(entryOf(name), this.limits) ? "SMALL_GROUP" : "SMALL_COUNT");
      }
    }
    // They are the same people.
    for (const { start, cell } of carriedOver(this.release, this.earlier, this.limits)) {
      if (cell === null && this.cells.has(start)) {
        this.#hide(start, EARLIER_RELEASE);
      }
    }
    this.#hideTogether([...this.cells.keys()]);
  }

  /**
   * Hide one number of a sheet after the other until no hidden one can be narrowed.
   *
   * @param {Sheet} sheet
   */
  hideWhatTells(sheet) {
    const names = [...sheet.names];
    this.#hideTogether(names);
    for (let choice = this.#nextToHide(sheet); choice; choice = this.#nextToHide(sheet)) {
      this.#hide(...choice);
      this.#hideTogether(names);
    }
  }

  /**
   * Show numbers again that other hidden ones have made harmless, the largest first.
   *
   * @param {Sheet} sheet
   */
  showWhatTellsNothing(sheet) {
    const again = [...sheet.names].filter((name) => AGAIN.includes(this.reasons.get(name) ?? ""));
    again.sort((one, other) => this.#count(other) - this.#count(one) || (one < other ? -1 : 1));
    for (const name of again.filter((one) => this.#count(one) >= least(one, this.limits))) {
      this.cells.set(name, rounded(this.#count(name)));
      if (hiddenByOthers([...sheet.names], this.cells, this.limits.row).next().done && !this.#nextToHide(sheet)) {
        this.reasons.delete(name);
      } else {
        this.cells.set(name, null);
      }
    }
  }

  /**
   * The least useful number of those that give another away, if any does.
   *
   * @param {Sheet} sheet
   * @returns {[name: string, reason: string] | null}
   */
  #nextToHide(sheet) {
    /** @param {string} name */
    const cost = (name) => WORTH[entryOf(name).whose] * (this.cells.get(name) ?? 0);
    for (const { through, reason } of narrowed(sheet, this.release, this.limits, this.earlier, this.most)) {
      const shown = through.filter((name) => typeof this.cells.get(name) === "number");
      shown.sort((one, other) => cost(one) - cost(other) || (one < other ? -1 : 1));
      if (shown.length) {
        return [shown[0], reason];
      }
    }
    return null;
  }

  /**
   * @param {string} name
   * @param {string} reason
   */
  #hide(name, reason) {
    this.cells.set(name, null);
    if (!this.reasons.has(name)) {
      this.reasons.set(name, reason);
    }
  }

  /** @param {string[]} names */
  #hideTogether(names) {
    const next = () => [...hiddenByOthers(names, this.cells, this.limits.row)];
    for (let found = next(); found.length; found = next()) {
      for (const [name, whole] of found) {
        this.#hide(name, whole === null ? "HARDLY_ANY_SHOWN" : (this.reasons.get(whole) ?? ""));
      }
    }
  }
}

/**
 * The numbers that count the whole group of which a number is a part.
 *
 * @param {string} name
 * @param {Row} row
 */
function wholes(name, row) {
  const { whose, group, topic, what } = entryOf(name);
  if (row === "workforce") {
    const ofLeft = what ? [entryName(whose, group, topic, "")] : [];
    return [...ofLeft, entryName(whose, group, START, ""), entryName(whose, group, END, "")];
  }
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
 * @param {Row} row
 * @returns {Generator<[string, string | null]>}
 */
function* hiddenByOthers(names, cells, row) {
  /** @type {Map<string, string[]>} */
  const answers = new Map();
  for (const name of names) {
    const whole = wholes(name, row).find((one) => cells.get(one) === null);
    const { whose, group, topic, what } = entryOf(name);
    if (whole !== undefined && cells.get(name) !== null) {
      yield [name, whole];
    } else if (topic && what && what !== ANSWERED) {
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
 * How many people of each group can have answered at all, where that is hidden.
 *
 * @param {Cells} cells
 * @param {Record<string, string>} areas
 * @param {Limits} limits
 * @returns {Map<string, number>}
 */
function mostWhoAnswered(cells, areas, limits) {
  const hidden = [...cells.keys()].filter((name) => {
    const { topic, what } = entryOf(name);
    return !topic && what === ANSWERED && cells.get(name) === null;
  });
  if (!hidden.length) {
    return new Map();
  }
  const made = settled(sheets(cells.keys(), areas, limits)[0], knowledge(cells, limits));
  for (const name of hidden) {
    made.circulation.stretch(/** @type {number} */ (made.arcs.get(name)), UNKNOWN);
  }
  return new Map(
    hidden.map((name) => {
      const { whose, group } = entryOf(name);
      return [groupName(whose, group), made.seen(name)[1]];
    }),
  );
}

/**
 * The hidden numbers of a sheet that a reader can narrow.
 *
 * @param {Sheet} sheet
 * @param {Release} now
 * @param {Limits} limits
 * @param {Release[]} earlier
 * @param {Map<string, number>} most
 * @returns {Generator<Narrowed>}
 */
function* narrowed(sheet, now, limits, earlier, most) {
  const { cells } = now;
  const carried = new Map(carriedOver(now, earlier, limits).map((one) => [one.start, one.known]));
  const known = knowledge(cells, limits, most, carried);
  const made = settled(sheet, known);
  const names = new Map([...made.arcs].map(([name, arc]) => [arc, name]));
  const hidden = [...sheet.names].filter((one) => cells.get(one) === null).sort();
  for (const name of hidden) {
    const wanted = both(stated(name, limits), known(name));
    const blocking = made.circulation.stretch(/** @type {number} */ (made.arcs.get(name)), wanted);
    if (!covers(made.seen(name), wanted)) {
      const through = blocking.flatMap((arc) => names.get(arc) ?? []);
      yield { name, through, reason: WORKED_OUT };
    }
  }
  yield* narrowedByBlanks(hidden, sheet, cells, limits);
  yield* narrowedSince(sheet, now, earlier, limits);
}

/**
 * The hidden numbers of people who answered a question that can be narrowed because few left it blank.
 *
 * @param {string[]} hidden
 * @param {Sheet} sheet
 * @param {Cells} cells
 * @param {Limits} limits
 * @returns {Generator<Narrowed>}
 */
function* narrowedByBlanks(hidden, sheet, cells, limits) {
  /** @param {string} name */
  const known = (name) => ownKnown(name, cells, limits);
  for (const name of hidden) {
    const { whose, group, topic, what } = entryOf(name);
    const parents =
      whose === "service"
        ? [
            ["everyone", ""],
            ["area", sheet.areas[group]],
          ]
        : [["everyone", ""]];
    for (const [above, parent] of topic && what === ANSWERED ? parents : []) {
      const own = entryName(whose, group, "", ANSWERED);
      const all = entryName(above, parent, "", ANSWERED);
      const there = entryName(above, parent, topic, ANSWERED);
      if (known(own)[0] - (known(all)[1] - known(there)[0]) > 0) {
        yield { name, through: [own, all, there], reason: WORKED_OUT };
      }
    }
  }
}
