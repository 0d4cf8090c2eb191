/**
 * What a reader learns from one survey to the next, who knows that one person at most has come or gone. The same as
 * macros/figures/disclosure/earlier.py, which says why.
 */

import { Contradiction } from "./collate_flow.js";
import {
  ANSWERED,
  both,
  covers,
  entryOf,
  groupName,
  groupsOf,
  isEmpty,
  knowledge,
  moved,
  settled,
  stated,
} from "./collate_sheets.js";

/** @import { Range } from "./collate_flow.js" */
/** @import { Cells, Limits, Release, Sheet } from "./collate_sheets.js" */
/** @typedef {{ groups: Set<string>, answer: string, by: number }} Change */
/** @typedef {{ name: string, through: string[], reason: string }} Narrowed */
/** @typedef {Map<string, Range>} Ranges */

const [EVERYONE, AREA, SERVICE, ROLE] = ["everyone", "area", "service", "role"];
export const EARLIER_RELEASE = "EARLIER_RELEASE";
/** @type {Change} */
const NO_CHANGE = { groups: new Set(), answer: "", by: 0 };

/** @param {string} name */
const groupOf = (name) => groupName(entryOf(name).whose, entryOf(name).group);

/**
 * The numbers, hidden now or before, of which a reader can work out more who compares a sheet with earlier releases.
 *
 * @param {Sheet} sheet
 * @param {Release} now
 * @param {Release[]} earlier
 * @param {Limits} limits
 * @returns {Generator<Narrowed>}
 */
export function* narrowedSince(sheet, now, earlier, limits) {
  const services = groupsOf(sheet, SERVICE).map((one) => groupName(SERVICE, one));
  for (const before of sheet.row === "survey" ? earlier : []) {
    if (![...sheet.names].some((name) => before.cells.has(name)) || !isLike(before, now, limits.months_alike)) {
      continue;
    }
    const link = new Link(sheet, now.cells, before.cells, limits);
    for (const group of services.length ? services : [groupName(EVERYONE, "")]) {
      yield* link.narrowedInGroup(group);
    }
    if (services.length) {
      yield* link.narrowedInNetwork();
    }
  }
}

/**
 * Whether fewer than so many months are between two releases.
 *
 * @param {Release} before
 * @param {Release} later
 * @param {number} months
 */
function isLike(before, later, months) {
  /** @param {string} day */
  const month = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return month(later.period[0]) - month(before.period[1]) < months;
}

/** A sheet in two releases. */
class Link {
  /**
   * @param {Sheet} sheet
   * @param {Cells} now
   * @param {Cells} before
   * @param {Limits} limits
   */
  constructor(sheet, now, before, limits) {
    this.sheet = sheet;
    this.now = now;
    this.before = before;
    this.limits = limits;
    this.past = knowledge(before, limits);
    this.today = knowledge(now, limits);
    const answers = [...new Set([...sheet.names].map((name) => entryOf(name).what))].filter((one) => one !== ANSWERED);
    this.answers = answers.length ? answers.sort() : [ANSWERED];
    this.linked = [...sheet.names].filter((name) => before.has(name)).sort();
  }

  /**
   * The numbers of a group that are narrowed if one person's difference is supposed in it.
   *
   * @param {string} group
   * @returns {Generator<Narrowed>}
   */
  *narrowedInGroup(group) {
    const names = this.linked.filter((name) => groupOf(name) === group);
    if (!this.#isSame(names)) {
      const changes = [NO_CHANGE, ...this.#people(new Set([group]))];
      yield* this.#told(
        names,
        this.#possible(changes, (change) => sums(this.#ranges(names, change))),
      );
    }
  }

  /**
   * The numbers that are narrowed if one person's difference is supposed in the whole network.
   *
   * @returns {Generator<Narrowed>}
   */
  *narrowedInNetwork() {
    const names = this.linked.filter((name) => entryOf(name).whose !== ROLE);
    if (this.#isSame(names)) {
      return;
    }
    const differing = names.filter((name) => isEmpty(both(this.today(name), this.past(name))));
    const changed = [...new Set(differing.map(groupOf))];
    const paths = groupsOf(this.sheet, SERVICE).map(
      (one) => new Set([groupName(EVERYONE, ""), groupName(AREA, this.sheet.areas[one]), groupName(SERVICE, one)]),
    );
    const changes = paths
      .filter((path) => changed.every((group) => path.has(group)))
      .flatMap((path) => this.#people(path));
    const all = changed.length ? changes : [...changes, NO_CHANGE];
    yield* this.#told(
      names,
      this.#possible(all, (change) => this.#flows(names, change)),
    );
  }

  /**
   * @param {Change[]} changes
   * @param {(change: Change) => Ranges | null} found
   */
  #possible(changes, found) {
    return changes.flatMap((change) => {
      const ranges = found(change);
      return ranges?.size ? [/** @type {[Change, Ranges]} */ ([change, ranges])] : [];
    });
  }

  /** @param {string[]} names */
  #isSame(names) {
    return names.every((name) => this.now.get(name) === this.before.get(name));
  }

  /**
   * Each way in which one person in these groups can have come or left.
   *
   * @param {Set<string>} groups
   */
  #people(groups) {
    return this.answers.flatMap((answer) => [1, -1].map((by) => ({ groups, answer, by })));
  }

  /**
   * What both releases together say of each number after a change; null if it does not fit.
   *
   * @param {string[]} names
   * @param {Change} change
   * @returns {Ranges | null}
   */
  #ranges(names, change) {
    /** @type {Ranges} */
    const ranges = new Map();
    for (const name of names) {
      const range = both(this.today(name), moved(this.past(name), changed(change, name)));
      if (isEmpty(range)) {
        return null;
      }
      ranges.set(name, range);
    }
    return ranges;
  }

  /**
   * All that a reader can work out of each number after a change in the network; null if it does not fit.
   *
   * @param {string[]} names
   * @param {Change} change
   * @returns {Ranges | null}
   */
  #flows(names, change) {
    const ranges = this.#ranges(names, change);
    if (!ranges) {
      return null;
    }
    try {
      const made = settled(this.sheet, (name) => ranges.get(name) ?? this.today(name));
      for (const name of names) {
        const [low, high] = stated(name, this.limits);
        made.circulation.stretch(/** @type {number} */ (made.arcs.get(name)), [low - 1, high + 1]);
      }
      return new Map(names.map((name) => [name, made.seen(name)]));
    } catch (error) {
      if (!(error instanceof Contradiction)) {
        throw error;
      }
      return null;
    }
  }

  /**
   * The numbers that are not possible over all of their stated range, after any of the changes.
   *
   * @param {string[]} names
   * @param {[Change, Ranges][]} possible
   * @returns {Generator<Narrowed>}
   */
  *#told(names, possible) {
    if (!possible.length) {
      return;
    }
    /** @type {(name: string, change: Change, ranges: Ranges) => Range} */
    const seen = (name, change, ranges) => moved(/** @type {Range} */ (ranges.get(name)), -changed(change, name));
    for (const name of names) {
      const wanted = stated(name, this.limits);
      if (this.now.get(name) === null) {
        const told = both(wanted, hull([moved(this.past(name), -1), moved(this.past(name), 1)]));
        if (!covers(hull(possible.map(([, ranges]) => seen(name, NO_CHANGE, ranges))), told)) {
          yield { name, through: names, reason: EARLIER_RELEASE };
        }
      }
      if (this.before.get(name) === null) {
        if (!covers(hull(possible.map(([change, ranges]) => seen(name, change, ranges))), wanted)) {
          const isShown = this.now.get(name) !== null;
          yield { name, through: isShown ? [name] : names, reason: EARLIER_RELEASE };
        }
      }
    }
  }
}

/**
 * By how much a change changes a number.
 *
 * @param {Change} change
 * @param {string} name
 */
function changed({ groups, answer, by }, name) {
  const { what } = entryOf(name);
  return groups.has(groupOf(name)) && (what === answer || what === ANSWERED) ? by : 0;
}

/**
 * @param {Range[]} ranges
 * @returns {Range}
 */
const hull = (ranges) => [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))];

/**
 * What can be worked out of the answers of one group, which add up to those who answered; null if they cannot.
 *
 * @param {Ranges | null} ranges
 * @returns {Ranges | null}
 */
function sums(ranges) {
  const entries = [...(ranges ?? [])];
  const [, whole] = entries.find(([name]) => entryOf(name).topic && entryOf(name).what === ANSWERED) ?? [];
  if (!ranges || !whole) {
    return ranges;
  }
  const parts = entries.filter(([name]) => entryOf(name).what !== ANSWERED);
  const low = parts.reduce((sum, [, one]) => sum + one[0], 0);
  const high = parts.reduce((sum, [, one]) => sum + one[1], 0);
  if (isEmpty(both(whole, [low, high]))) {
    return null;
  }
  const left = parts.map(([name, one]) => {
    /** @type {Range} */
    const rest = [whole[0] - (high - one[1]), whole[1] - (low - one[0])];
    return /** @type {[string, Range]} */ ([name, both(one, rest)]);
  });
  return new Map([...ranges, ...left]);
}
