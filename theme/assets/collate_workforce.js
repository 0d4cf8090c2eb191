/**
 * The files of workforce figures, from the counts of all services. The same as workforce.py and workforce_files.py in macros/collate/,
 * which say why.
 */

import { protect } from "./collate_protect.js";
import { groupInWords, REPORT, recordText, report, tableText } from "./collate_report.js";
import { carriedOver, END, entryName, entryOf, JOINED, LEFT, MOVED_IN, MOVED_OUT, START } from "./collate_sheets.js";
import { counted, daysInWords, inWords, note, Refusal } from "./collate_text.js";
import { COUNT_HEADINGS } from "./collate_words.js";

/** @import { Line } from "./collate_headcounts.js" */
/** @import { Groups, Notes, Table } from "./collate_report.js" */
/** @import { Limits, Settings } from "./collate_sheets.js" */
/**
 * @typedef {Groups & { limits: Settings, rules: string[], years: Year[], today: string }} Network What the page knows of the network
 */
/** @typedef {{ title: string, period: string[], cells: [string, number | null][] }} Year Figures that were published */

const COLUMNS = ["area", "service", "role", "measure", "destination", "count"];
const MEASURES = [START, JOINED, MOVED_IN, MOVED_OUT, LEFT, END];
const DESTINATIONS = Object.keys(COUNT_HEADINGS).filter((one) => one.startsWith(`${LEFT}/`));
const FEWEST_SERVICES = 2;

/**
 * The last of the twelve months' days.
 *
 * @param {string} starts
 */
export function lastDay(starts) {
  const [year, month, day] = starts.split("-").map(Number);
  return new Date(Date.UTC(year + 1, month - 1, day - 1)).toISOString().slice(0, 10);
}

/**
 * What may be published of the counts of twelve months, given what was published before.
 *
 * @param {Line[]} lines
 * @param {string} starts
 * @param {Network} network
 */
export function protectedFigures(lines, starts, network) {
  const areas = Object.fromEntries(Object.entries(network.services).map(([id, one]) => [id, one.area]));
  const roles = rolesToShow(lines);
  /** @type {Map<string, number>} */
  const counts = new Map();
  /** @type {(whose: string, group: string, topic: string, what: string, by: number) => void} */
  const add = (whose, group, topic, what, by) => {
    const name = entryName(whose, group, topic, what);
    counts.set(name, (counts.get(name) ?? 0) + by);
  };
  for (const { service, role, counts: own } of lines) {
    /** @type {[whose: string, group: string][]} */
    const groups = [["everyone", ""], ["area", areas[service]], ["service", service]]; // biome-ignore format: pairs
    if (roles.includes(role)) {
      groups.push(["role", role]);
    }
    for (const [whose, group] of groups) {
      for (const measure of MEASURES) {
        add(whose, group, measure, "", own[measure]);
      }
    }
    for (const name of DESTINATIONS) {
      add("everyone", "", LEFT, name.slice(LEFT.length + 1), own[name] ?? 0);
    }
  }
  check(counts, network);
  const period = [starts, lastDay(starts)];
  if (period[1] > network.today) {
    throw new Refusal("still-to-come", { ends: inWords(period[1]) });
  }
  /** @type {Limits} */
  const limits = { ...network.limits, row: "workforce" };
  const [same] = network.years.filter((one) => one.period[0] <= period[1] && starts <= one.period[1]);
  if (same) {
    throw new Refusal("year-exists", { title: same.title });
  }
  const years = network.years.filter((one) => one.period[1] < starts);
  const earlier = years.map(({ title, period: days, cells }) => ({ title, period: days, cells: new Map(cells) }));
  const carried = carriedOver({ period, cells: new Map() }, earlier, limits);
  const title = earlier.map((one) => one.title).pop() ?? "";
  for (const { start, cell, known } of carried.sort(bySize)) {
    const number = counts.get(start);
    if (cell !== null && number !== undefined && !(known[0] <= number && number <= known[1])) {
      const group = groupInWords(start, network);
      throw new Refusal("start-differs", { group, number, title, before: cell });
    }
  }
  return protect(counts, areas, limits, period, earlier);
}

/**
 * Services first, whose lead can say what is wrong.
 *
 * @param {{ start: string }} one
 * @param {{ start: string }} other
 */
function bySize(one, other) {
  const [first, second] = [one, other].map(({ start }) => Number(entryOf(start).whose !== "service"));
  return first - second || (one.start < other.start ? -1 : 1);
}

/**
 * The roles that several services have.
 *
 * @param {Line[]} lines
 */
function rolesToShow(lines) {
  const roles = [...new Set(lines.map((line) => line.role).filter(Boolean))].sort();
  return roles.filter(
    (role) => new Set(lines.filter((line) => line.role === role).map((line) => line.service)).size >= FEWEST_SERVICES,
  );
}

/**
 * What is to be said of all files together.
 *
 * @param {Line[]} lines
 * @param {Groups} groups
 * @returns {Notes}
 */
export function notesOnAll(lines, { roles }) {
  const shown = rolesToShow(lines);
  const alone = [...new Set(lines.map((line) => line.role))].filter((one) => one && !shown.includes(one)).sort();
  const said = { roles: alone.map((one) => roles[one]).join(", ") };
  return alone.length ? [["All files", [note("roles-of-one-service", said)]]] : [];
}

/**
 * @param {Map<string, number>} counts
 * @param {Network} network
 */
function check(counts, network) {
  /** @type {(whose: string, group: string, measure: string) => number} */
  const count = (whose, group, measure) => counts.get(entryName(whose, group, measure, "")) ?? 0;
  const services = [...counts.keys()].map(entryOf).filter((one) => one.whose === "service");
  for (const group of [...new Set(services.map((one) => one.group))].sort()) {
    const [start, joined, movedIn, movedOut, left, end] = MEASURES.map((one) => count("service", group, one));
    const [came, went] = [joined + movedIn, movedOut + left];
    if (start + came - went !== end) {
      const service = network.services[group].title;
      throw new Refusal("no-balance", { service, start, came, went, makes: start + came - went, end });
    }
  }
  const [came, went] = [MOVED_IN, MOVED_OUT].map((one) => count("everyone", "", one));
  if (came !== went) {
    throw new Refusal("moves-differ", { came, went });
  }
}

/**
 * The text of each file by its name. Only the report is not for publishing.
 *
 * @param {Line[]} lines
 * @param {string} starts
 * @param {Table} table
 * @param {Notes} notes
 * @param {Network} network
 * @returns {[name: string, text: string][]}
 */
export function workforceFiles(lines, starts, table, notes, network) {
  const ends = lastDay(starts);
  const services = [...new Set(lines.map((line) => line.service))].sort();
  const [first, last] = [starts.slice(0, 4), ends.slice(0, 4)];
  const name = last > first ? `${first}-${last.slice(2)}` : first;
  const title = `Workforce, ${daysInWords(starts, ends)}`;
  const between = `between ${inWords(starts)} and ${inWords(ends)}`;
  const summary = `Who joined, moved and left in ${counted(services.length, "service")} ${between}.`;
  /** @type {(name: string) => [string, string]} */
  const about = (one) => {
    const { topic, what } = entryOf(one);
    const [heading] = COUNT_HEADINGS[what ? `${topic}/${what}` : topic];
    return [groupInWords(one, network), heading[0].toLowerCase() + heading.slice(1)];
  };
  return [
    [`${name}.md`, recordText({ title, summary, added: network.today, starts, ends, services })],
    [`${name}.csv`, tableText(table.cells, COLUMNS, (topic, what) => ({ measure: topic, destination: what }))],
    [REPORT, report(title, table, notes, network.rules, about)],
  ];
}
