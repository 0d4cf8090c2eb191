/**
 * What adds up to what in the table of a survey round, and what a reader knows of each number. The same as knowledge.py, limits.py and
 * sums.py in macros/figures/disclosure/, which say why.
 */

import { Circulation, Contradiction } from "./collate_flow.js";

/** @import { Range } from "./collate_flow.js" */
/** @typedef {{ fewest_people: number, smallest_count: number, months_alike: number }} Limits */
/** @typedef {Map<string, number | null>} Cells Numbers by what they are about; null for one that is hidden */
/** @typedef {(name: string) => Range} Known */
/** @typedef {{ whose: string, group: string, topic: string, what: string }} Entry */
/** @typedef {{ names: Set<string>, areas: Record<string, string> }} Sheet */

export const [ASKED, ANSWERED] = ["asked", "answered"];
const [EVERYONE, AREA, SERVICE] = ["everyone", "area", "service"];
/** @type {Range} */
export const UNKNOWN = [0, 10 ** 9];
// The answer of those who were asked and gave none, which no table has.
const SILENT = "no answer";
const ROUNDED_TO = 5;
const SPREAD = Math.floor(ROUNDED_TO / 2);
const BETWEEN = "\0";

/**
 * What a number is about, as one text. Sorted, they are in the order of Python's.
 *
 * @param {string} whose
 * @param {string} group
 * @param {string} topic
 * @param {string} what
 */
export const entryName = (whose, group, topic, what) => [whose, group, topic, what].join(BETWEEN);

/**
 * @param {string} name
 * @returns {Entry}
 */
export function entryOf(name) {
  const [whose, group, topic, what] = name.split(BETWEEN);
  return { whose, group, topic, what };
}

/** @param {number} people */
export const rounded = (people) => Math.floor((people + SPREAD) / ROUNDED_TO) * ROUNDED_TO;

/** @param {Entry} entry */
export const isWhole = ({ topic, what }) => [ASKED, ANSWERED].some((one) => one === topic || one === what);

/**
 * The smallest number that may be shown.
 *
 * @param {string} name
 * @param {Limits} limits
 */
export const least = (name, limits) => (isWhole(entryOf(name)) ? limits.fewest_people : limits.smallest_count);

/**
 * @param {Range} one
 * @param {Range} other
 * @returns {Range}
 */
export const both = (one, other) => [Math.max(one[0], other[0]), Math.min(one[1], other[1])];

/**
 * @param {Range} one
 * @param {number} by
 * @returns {Range}
 */
export const moved = ([low, high], by) => [Math.max(low + by, 0), high + by];

/** @param {Range} range */
export const isEmpty = ([low, high]) => low > high;

/**
 * @param {Range} one
 * @param {Range} other
 */
export const covers = (one, other) => isEmpty(other) || (one[0] <= other[0] && other[1] <= one[1]);

/**
 * What a reader is told of a hidden number.
 *
 * @param {string} name
 * @param {Limits} limits
 * @returns {Range}
 */
export const stated = (name, limits) => [0, least(name, limits) - 1];

/**
 * What a reader knows of a number from its own cell.
 *
 * @param {string} name
 * @param {Cells} cells
 * @param {Limits} limits
 * @returns {Range}
 */
export function ownKnown(name, cells, limits) {
  const cell = cells.get(name);
  return typeof cell === "number" ? [Math.max(least(name, limits), cell - SPREAD), cell + SPREAD] : UNKNOWN;
}

/** @type {(whose: string, group: string) => string} */
export const groupName = (whose, group) => entryName(whose, group, "", "");

/**
 * What a reader knows of a number from its own cell, and from how many answered at all. `most` says the latter of groups by name, where
 * their own cells do not.
 *
 * @param {Cells} cells
 * @param {Limits} limits
 * @param {Map<string, number>} most
 * @returns {Known}
 */
export function knowledge(cells, limits, most = new Map()) {
  return (name) => {
    const { whose, group, topic } = entryOf(name);
    const own = ownKnown(name, cells, limits);
    if (!topic) {
      return own;
    }
    const answered = ownKnown(entryName(whose, group, "", ANSWERED), cells, limits)[1];
    return both(own, [0, most.get(groupName(whose, group)) ?? answered]);
  };
}

/**
 * The sheets of a table: that of the round as a whole, then one for each question.
 *
 * @param {Iterable<string>} names
 * @param {Record<string, string>} areas
 * @returns {Sheet[]}
 */
export function sheets(names, areas) {
  /** @type {Map<string, Set<string>>} */
  const parts = new Map();
  for (const name of names) {
    const { topic } = entryOf(name);
    parts.set(topic, (parts.get(topic) ?? new Set()).add(name));
  }
  return [...parts.keys()].sort().map((topic) => ({ names: parts.get(topic) ?? new Set(), areas }));
}

/**
 * The groups of one sort that a sheet has numbers of, in their order.
 *
 * @param {Sheet} sheet
 * @param {string} whose
 */
export function groupsOf(sheet, whose) {
  const found = [...sheet.names].map(entryOf).filter((entry) => entry.whose === whose);
  return [...new Set(found.map((entry) => entry.group))].sort();
}

/**
 * The areas that a sheet has numbers of, and those that its services are in.
 *
 * @param {Sheet} sheet
 */
export function allAreas(sheet) {
  const ofServices = groupsOf(sheet, SERVICE).map((one) => sheet.areas[one]);
  return [...new Set([...groupsOf(sheet, AREA), ...ofServices])].sort();
}

/** A sheet as a circulation, with the arc of each number. */
export class Flows {
  circulation = new Circulation();
  /** @type {Map<string, number>} */
  arcs = new Map();

  /**
   * @param {Sheet} sheet
   * @param {Known} known
   * @param {boolean} isOpen Whether people may belong to none of the groups
   */
  constructor(sheet, known, isOpen) {
    this.sheet = sheet;
    this.known = known;
    this.isOpen = isOpen;
    this.#addQuestion();
    this.circulation.settle();
  }

  /**
   * The range over which a number has been seen so far.
   *
   * @param {string} name
   */
  seen(name) {
    return this.circulation.seen(/** @type {number} */ (this.arcs.get(name)));
  }

  /**
   * @param {string} tail
   * @param {string} head
   * @param {string} name
   */
  #number(tail, head, name) {
    const known = this.sheet.names.has(name) ? this.known(name) : UNKNOWN;
    this.arcs.set(name, this.circulation.add(tail, head, known));
  }

  /** Everyone, apart by answer, area and service, and together again. */
  #addQuestion() {
    const { sheet, circulation } = this;
    const { topic } = entryOf([...sheet.names][0]);
    // In the round as a whole, those who were asked answered or did not.
    const whole = topic ? ANSWERED : ASKED;
    const found = [...sheet.names].map((name) => entryOf(name).what).filter((one) => one !== whole);
    const answers = [...new Set(topic ? found : [...found, SILENT])].sort();
    const services = groupsOf(sheet, SERVICE);
    const ofServices = new Set(services.map((one) => sheet.areas[one]));
    /** @type {(whose: string, group: string) => string} */
    const node = (whose, group) => [whose, group].join(BETWEEN);
    this.#number("together", "apart", entryName(EVERYONE, "", topic, whole));
    for (const area of allAreas(sheet)) {
      this.#number(node(AREA, area), "together", entryName(AREA, area, topic, whole));
    }
    for (const service of services) {
      const inside = node(AREA, sheet.areas[service]);
      this.#number(node(SERVICE, service), inside, entryName(SERVICE, service, topic, whole));
    }
    for (const answer of answers) {
      const [given, taken] = [node("given", answer), node("taken", answer)];
      const inArea = /** @type {(area: string) => string} */ ((area) => node(node(AREA, area), answer));
      circulation.add("apart", given, UNKNOWN);
      this.#number(given, taken, entryName(EVERYONE, "", topic, answer));
      for (const area of allAreas(sheet)) {
        this.#number(taken, inArea(area), entryName(AREA, area, topic, answer));
      }
      circulation.add(taken, "together", this.isOpen || !services.length ? UNKNOWN : [0, 0]);
      for (const service of services) {
        this.#number(inArea(sheet.areas[service]), node(SERVICE, service), entryName(SERVICE, service, topic, answer));
      }
      for (const area of groupsOf(sheet, AREA).filter((one) => !ofServices.has(one))) {
        circulation.add(inArea(area), node(AREA, area), UNKNOWN);
      }
    }
  }
}

/**
 * A sheet as a reader sees it, who first supposes that everyone belongs to one of the groups.
 *
 * @param {Sheet} sheet
 * @param {Known} known
 */
export function settled(sheet, known) {
  try {
    return new Flows(sheet, known, false);
  } catch (error) {
    if (!(error instanceof Contradiction)) {
      throw error;
    }
    return new Flows(sheet, known, true);
  }
}
