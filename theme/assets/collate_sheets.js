/**
 * What adds up to what in a published table, and what a reader knows of each number. The same as knowledge.py, limits.py and
 * sums.py in macros/figures/disclosure/, which say why.
 */

import { Circulation, Contradiction } from "./collate_flow.js";

/** @import { Range } from "./collate_flow.js" */
/** @typedef {{ fewest_people: number, smallest_count: number, months_alike: number }} Settings */
/** @typedef {"survey" | "workforce"} Row What the rows of a table count */
/** @typedef {Settings & { row: Row }} Limits */
/** @typedef {Map<string, number | null>} Cells Numbers by what they are about; null for one that is hidden */
/** @typedef {(name: string) => Range} Known */
/** @typedef {{ whose: string, group: string, topic: string, what: string }} Entry */
/** @typedef {{ names: Set<string>, areas: Record<string, string>, row: Row }} Sheet */
/** @typedef {{ period: string[], cells: Cells }} Release A table, with its first and last day */

export const [ASKED, ANSWERED] = ["asked", "answered"];
export const [START, JOINED, MOVED_IN, MOVED_OUT, LEFT, END] = [
  "start",
  "joined",
  "moved-in",
  "moved-out",
  "left",
  "end",
];
/** @type {Record<Row, string[]>} What a whole group is counted in */
const WHOLES = { survey: [ASKED, ANSWERED], workforce: [START, END] };
const [EVERYONE, AREA, SERVICE, ROLE] = ["everyone", "area", "service", "role"];
const DAY_LENGTH = 86_400_000;
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

/**
 * @param {Entry} entry
 * @param {Limits} limits
 */
export const isWhole = ({ topic, what }, { row }) => WHOLES[row].some((one) => one === topic || one === what);

/**
 * The smallest number that may be shown.
 *
 * @param {string} name
 * @param {Limits} limits
 */
export const least = (name, limits) => (isWhole(entryOf(name), limits) ? limits.fewest_people : limits.smallest_count);

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
 * their own cells do not, and `carried` what the release before says of the same number.
 *
 * @param {Cells} cells
 * @param {Limits} limits
 * @param {Map<string, number>} most
 * @param {Map<string, Range>} carried
 * @returns {Known}
 */
export function knowledge(cells, limits, most = new Map(), carried = new Map()) {
  return (name) => {
    const { whose, group, topic } = entryOf(name);
    const own = both(ownKnown(name, cells, limits), carried.get(name) ?? UNKNOWN);
    if (!topic || limits.row !== "survey") {
      return own;
    }
    const answered = ownKnown(entryName(whose, group, "", ANSWERED), cells, limits)[1];
    return both(own, [0, most.get(groupName(whose, group)) ?? answered]);
  };
}

/**
 * The numbers of earlier workforce figures that are of the same people: those at their end are those at the start of these.
 *
 * @param {Release} now
 * @param {Release[]} earlier
 * @param {Limits} limits
 * @returns {{ start: string, cell: number | null, known: Range }[]}
 */
export function carriedOver(now, earlier, limits) {
  /** @param {string[]} period */
  const dayAfter = ([, last]) => new Date(Date.parse(last) + DAY_LENGTH).toISOString().slice(0, 10);
  const before = limits.row === "workforce" ? earlier.filter((one) => dayAfter(one.period) === now.period[0]) : [];
  return before.flatMap(({ cells }) =>
    [...cells].flatMap(([end, cell]) => {
      const { whose, group, topic } = entryOf(end);
      const start = entryName(whose, group, START, "");
      return topic === END ? [{ start, cell, known: ownKnown(end, cells, limits) }] : [];
    }),
  );
}

/**
 * The sheets of a table: that of the round as a whole, then one for each question; or only one.
 *
 * @param {Iterable<string>} names
 * @param {Record<string, string>} areas
 * @param {Limits} limits
 * @returns {Sheet[]}
 */
export function sheets(names, areas, { row }) {
  /** @type {Map<string, Set<string>>} */
  const parts = new Map();
  for (const name of names) {
    const topic = row === "survey" ? entryOf(name).topic : "";
    parts.set(topic, (parts.get(topic) ?? new Set()).add(name));
  }
  return [...parts.keys()].sort().map((topic) => ({ names: parts.get(topic) ?? new Set(), areas, row }));
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
    if (sheet.row === "survey") {
      this.#addQuestion();
    } else {
      this.#addWorkforce();
    }
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

  /**
   * The arc of those who belong to none of `groups`.
   *
   * @param {string} tail
   * @param {string} head
   * @param {string[]} groups
   */
  #others(tail, head, groups) {
    this.circulation.add(tail, head, this.isOpen || !groups.length ? UNKNOWN : [0, 0]);
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
      this.#others(taken, "together", services);
      for (const service of services) {
        this.#number(inArea(sheet.areas[service]), node(SERVICE, service), entryName(SERVICE, service, topic, answer));
      }
      for (const area of groupsOf(sheet, AREA).filter((one) => !ofServices.has(one))) {
        circulation.add(inArea(area), node(AREA, area), UNKNOWN);
      }
    }
  }

  /** Services, each with who comes in and who goes out: who was there, joined or moved in stays, leaves or moves out. */
  #addWorkforce() {
    const { sheet, circulation } = this;
    /** @type {[measure: string, outside: string, isIn: boolean][]} */
    const measures = [
      [START, "apart", true],
      [JOINED, "apart", true],
      [MOVED_IN, "moving", true],
      [END, "together", false],
      [LEFT, "leaving", false],
      [MOVED_OUT, "moving", false],
    ];
    for (const one of measures) {
      this.#addMeasure(...one);
    }
    const found = [...sheet.names].map((name) => entryOf(name).what).filter(Boolean);
    for (const destination of [...new Set(found)].sort()) {
      this.#number("leaving", "together", entryName(EVERYONE, "", LEFT, destination));
    }
    if (!found.length) {
      circulation.add("leaving", "together", UNKNOWN);
    }
    circulation.add("together", "apart", UNKNOWN);
  }

  /**
   * Everyone of a measure, who come from outside, apart by area and service; or, the other way, go there.
   *
   * @param {string} measure
   * @param {string} outside
   * @param {boolean} isIn
   */
  #addMeasure(measure, outside, isIn) {
    const { sheet, circulation } = this;
    const [roles, services] = [groupsOf(sheet, ROLE), groupsOf(sheet, SERVICE)];
    const ofServices = new Set(services.map((one) => sheet.areas[one]));
    const byRole = `${measure} by role`;
    /** @type {(tail: string, head: string) => [string, string]} */
    const way = (tail, head) => (isIn ? [tail, head] : [head, tail]);
    /** @type {(area: string) => string} */
    const inArea = (area) => [measure, AREA, area].join(BETWEEN);
    for (const role of roles) {
      this.#number(...way(outside, byRole), entryName(ROLE, role, measure, ""));
    }
    this.#others(...way(outside, byRole), roles);
    this.#number(...way(byRole, measure), entryName(EVERYONE, "", measure, ""));
    this.#others(...way(measure, EVERYONE), services);
    for (const area of allAreas(sheet)) {
      this.#number(...way(measure, inArea(area)), entryName(AREA, area, measure, ""));
      if (!ofServices.has(area)) {
        circulation.add(...way(inArea(area), groupName(AREA, area)), UNKNOWN);
      }
    }
    for (const service of services) {
      const tail = inArea(sheet.areas[service]);
      this.#number(...way(tail, groupName(SERVICE, service)), entryName(SERVICE, service, measure, ""));
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
