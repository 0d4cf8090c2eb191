/**
 * What a reader learns from one survey to the next, who knows that one person at most has come or gone. The same as
 * macros/figures/disclosure/earlier.py, which says why.
 */

import { Contradiction } from "./collate_flow.js";
import {
  ANSWERED,
  allAreas,
  both,
  covers,
  entryName,
  entryOf,
  groupsOf,
  isEmpty,
  knowledge,
  moved,
  settled,
  stated,
} from "./collate_sheets.js";

/** @import { Range } from "./collate_flow.js" */
/** @import { Cells, Flows, Limits, Sheet } from "./collate_sheets.js" */
/** @typedef {{ groups: Set<string>, answer: string, by: number }} Change */
/** @typedef {{ name: string, through: string[], reason: string }} Narrowed */

const [EVERYONE, AREA, SERVICE] = ["everyone", "area", "service"];
export const EARLIER_RELEASE = "EARLIER_RELEASE";

/** @type {(whose: string, group: string) => string} */
const groupName = (whose, group) => entryName(whose, group, "", "");
/** @param {string} name */
const groupOf = (name) => groupName(entryOf(name).whose, entryOf(name).group);

/**
 * The numbers, hidden now or before, of which a reader can work out more who compares a sheet with earlier releases.
 *
 * @param {Sheet} sheet
 * @param {Cells} now
 * @param {Cells[]} earlier
 * @param {Limits} limits
 * @returns {Generator<Narrowed>}
 */
export function* narrowedSince(sheet, now, earlier, limits) {
  for (const before of earlier) {
    const linked = [...sheet.names].filter((name) => before.has(name)).sort();
    for (const [groups, changes] of suppositions(sheet)) {
      const names = linked.filter((name) => groups.has(groupOf(name)));
      if (names.some((name) => now.get(name) !== before.get(name))) {
        yield* linkNarrowed(sheet, names, now, before, limits, changes);
      }
    }
  }
}

/**
 * @param {Sheet} sheet
 * @returns {Generator<[Set<string>, Change[]]>}
 */
function* suppositions(sheet) {
  const services = groupsOf(sheet, SERVICE);
  for (const service of services) {
    const group = new Set([groupName(SERVICE, service)]);
    yield [group, changesOf(sheet, [group])];
  }
  const everyone = groupName(EVERYONE, "");
  const paths = services.map((one) => new Set([everyone, groupName(AREA, sheet.areas[one]), groupName(SERVICE, one)]));
  const all = [
    everyone,
    ...allAreas(sheet).map((one) => groupName(AREA, one)),
    ...services.map((one) => groupName(SERVICE, one)),
  ];
  yield [new Set(all), changesOf(sheet, paths.length ? paths : [new Set([everyone])])];
}

/**
 * @param {Sheet} sheet
 * @param {Set<string>[]} paths
 * @returns {Change[]}
 */
function changesOf(sheet, paths) {
  const found = [...new Set([...sheet.names].map((name) => entryOf(name).what))].filter((one) => one !== ANSWERED);
  const answers = found.length ? found.sort() : [ANSWERED];
  const some = paths.flatMap((groups) => answers.flatMap((answer) => [1, -1].map((by) => ({ groups, answer, by }))));
  return [{ groups: new Set(), answer: "", by: 0 }, ...some];
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
 * @param {Sheet} sheet
 * @param {string[]} names
 * @param {Cells} now
 * @param {Cells} before
 * @param {Limits} limits
 * @param {Change[]} changes
 * @returns {Generator<Narrowed>}
 */
function* linkNarrowed(sheet, names, now, before, limits, changes) {
  const [then, today] = [knowledge(before, limits), knowledge(now, limits)];
  /** @type {[Change, Flows][]} */
  const possible = [];
  for (const change of changes) {
    const ranges = new Map(names.map((name) => [name, both(today(name), moved(then(name), changed(change, name)))]));
    if (![...ranges.values()].some(isEmpty)) {
      const made = attempt(sheet, (name) => ranges.get(name) ?? today(name));
      if (made) {
        possible.push([change, made]);
      }
    }
  }
  if (!possible.length) {
    return;
  }
  for (const name of names) {
    if (before.get(name) === null) {
      yield* compared(name, stated(name, limits), possible, true);
    }
    if (now.get(name) === null) {
      const [down, up] = [moved(then(name), -1), moved(then(name), 1)];
      /** @type {Range} */
      const told = [Math.min(down[0], up[0]), Math.max(down[1], up[1])];
      yield* compared(name, both(stated(name, limits), told), possible, false);
    }
  }
}

/**
 * @param {Sheet} sheet
 * @param {(name: string) => Range} known
 */
function attempt(sheet, known) {
  try {
    return settled(sheet, known);
  } catch (error) {
    if (!(error instanceof Contradiction)) {
      throw error;
    }
    return null;
  }
}

/**
 * @param {string} name
 * @param {Range} wanted
 * @param {[Change, Flows][]} possible
 * @param {boolean} isBefore
 * @returns {Generator<Narrowed>}
 */
function* compared(name, wanted, possible, isBefore) {
  /** @type {Range[]} */
  const found = [];
  /** @type {Set<string>} */
  const through = new Set();
  for (const [change, made] of possible) {
    const by = isBefore ? changed(change, name) : 0;
    const names = new Map([...made.arcs].map(([one, arc]) => [arc, one]));
    const arc = /** @type {number} */ (made.arcs.get(name));
    for (const one of made.circulation.stretch(arc, [wanted[0] + by, wanted[1] + by])) {
      const blocking = names.get(one);
      if (blocking !== undefined) {
        through.add(blocking);
      }
    }
    found.push(moved(made.seen(name), -by));
  }
  /** @type {Range} */
  const all = [Math.min(...found.map(([low]) => low)), Math.max(...found.map(([, high]) => high))];
  if (!covers(all, wanted)) {
    yield { name, through: [...through].sort(), reason: EARLIER_RELEASE };
  }
}
