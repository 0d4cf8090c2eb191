/** Reads a sheet of counts, one row for each service and role. The same as macros/collate/headcounts.py, which says why. */

import { readSheet } from "./collate_any_sheet.js";
import { asCompared, columnLetters, counted, note, places, quoted, Refusal } from "./collate_text.js";
import { COUNT_HEADINGS, PERSONAL, TOTALS } from "./collate_words.js";

/** @import { Groups } from "./collate_report.js" */
/** @import { Sheet } from "./collate_sheet.js" */
/** @typedef {{ service: string | null, leavesOutUnknown: boolean, hasNoRoleIfUnknown: boolean }} Choices */
/** @typedef {{ service: string, role: string, counts: Record<string, number> }} Line */
/** @typedef {{ lines: Line[], notes: string[] }} Headcounts */

const [SERVICE, ROLE, LEFT] = ["service", "role", "left"];
const COUNTS = Object.keys(COUNT_HEADINGS).filter((one) => one !== SERVICE && one !== ROLE);
const DESTINATIONS = COUNTS.filter((one) => one.startsWith(`${LEFT}/`));
const COUNT = /^(\d{1,6}|\d{1,3},\d{3})(?:\.0+)?$/;

/** @param {string} words */
const plain = (words) =>
  asCompared(words)
    .split(/[ :_-]+/)
    .join(" ")
    .trim();

/** The columns of a sheet, by their ids. */
class Columns {
  /** @type {Map<string, number>} */
  at = new Map();
  /** @type {string[]} */
  personal = [];
  /** @type {string[]} */
  others = [];

  /**
   * The positions of the columns to read.
   *
   * @param {string[]} headings
   */
  choose(headings) {
    for (const [position, heading] of headings.entries()) {
      const words = plain(heading);
      const [found] = Object.entries(COUNT_HEADINGS).find(([, all]) => all.some((one) => plain(one) === words)) ?? [];
      if (found === undefined) {
        if (words) {
          (PERSONAL.includes(asCompared(heading)) ? this.personal : this.others).push(heading);
        }
      } else if (this.at.has(found)) {
        const [first, second] = [this.at.get(found) ?? 0, position].map(columnLetters);
        throw new Refusal("column-twice", { first, second, heading: COUNT_HEADINGS[found][0] });
      } else {
        this.at.set(found, position);
      }
    }
    const wanted = COUNTS.filter((one) => one !== LEFT && !DESTINATIONS.includes(one));
    const missing = wanted.filter((one) => !this.at.has(one));
    if (!this.at.has(LEFT) && !this.saysWhere) {
      missing.push(LEFT);
    }
    if (missing.length) {
      throw new Refusal("missing-counts", { columns: missing.map((one) => COUNT_HEADINGS[one][0]).join("; ") });
    }
    return [...this.at.values()];
  }

  get saysWhere() {
    return DESTINATIONS.some((one) => this.at.has(one));
  }
}

/** A row of a sheet: the text of each column by its id. Its service and role are found later. */
class Row {
  service = "";
  role = "";

  /**
   * @param {Sheet} sheet
   * @param {number} index
   * @param {Columns} columns
   */
  constructor(sheet, index, columns) {
    const entries = [...columns.at].map(([name, position]) => [
      name,
      sheet.rows[index][sheet.columns.indexOf(position)],
    ]);
    /** @type {Record<string, string>} */
    this.texts = Object.fromEntries(entries);
    this.number = sheet.numbers[index];
    this.columns = columns;
  }

  /** The numbers as they are written. */
  get written() {
    return Object.keys(this.texts)
      .filter((name) => name !== SERVICE && name !== ROLE)
      .map((name) => this.texts[name]);
  }

  /** The numbers, also of all who left. */
  counts() {
    const names = Object.keys(this.texts).filter((name) => name !== SERVICE && name !== ROLE);
    /** @type {Record<string, number>} */
    const found = Object.fromEntries(names.map((name) => [name, this.#count(name)]));
    const where = DESTINATIONS.filter((name) => name in found);
    const sum = where.reduce((all, name) => all + found[name], 0);
    if (where.length && LEFT in found && found[LEFT] !== sum) {
      throw new Refusal("left-differs", { row: this.number, left: found[LEFT], sum });
    }
    return where.length ? { ...found, [LEFT]: sum } : { ...found, [`${LEFT}/not-known`]: found[LEFT] };
  }

  /** @param {string} name */
  #count(name) {
    const text = asCompared(this.texts[name]);
    if (text === "" || text === "-") {
      return 0;
    }
    const match = COUNT.exec(text);
    if (!match) {
      throw new Refusal("not-a-count", { cell: `${columnLetters(this.columns.at.get(name) ?? 0)}${this.number}` });
    }
    return Number(match[1].replace(",", ""));
  }
}

/**
 * The counts in a file.
 *
 * @param {Uint8Array} content
 * @param {Groups} known
 * @param {Choices} choices
 * @returns {Promise<Headcounts>}
 */
export async function readHeadcounts(content, known, choices) {
  const columns = new Columns();
  const sheet = await readSheet(content, (headings) => columns.choose(headings), { formulas: true });
  const rows = sheet.rows.map((_, index) => new Row(sheet, index, columns));
  const filled = rows.filter((row) => row.written.some(Boolean));
  const totals = filled.filter((row) => TOTALS.includes(plain(row.texts[SERVICE] ?? "")));
  const others = filled.filter((row) => !totals.includes(row));
  const ofServices = rowsOfServices(others, columns, known, choices);
  const leftOut = others.filter((row) => !ofServices.includes(row));
  const moreTotals = totalsOfServices(ofServices);
  const rest = ofServices.filter((row) => !moreTotals.includes(row));
  if (!rest.length) {
    throw new Refusal("no-counts");
  }
  findRoles(rest, columns, known, choices);
  const lines = rest.map((row) => ({ service: row.service, role: row.role, counts: row.counts() }));
  const blank = rest.flatMap((row) => row.written).filter((text) => !text).length;
  const without = rest.filter((row) => !row.role);
  const notes = [note("rows", { rows: counted(rest.length, "row") })];
  if (totals.length || moreTotals.length) {
    notes.push(note("totals", { rows: numbersOf([...totals, ...moreTotals]) }));
  }
  if (leftOut.length) {
    notes.push(note("other-services", { rows: numbersOf(leftOut) }));
  }
  if (without.length) {
    notes.push(note("without-role", { rows: numbersOf(without) }));
  }
  if (blank) {
    notes.push(note("blank-counts", { cells: counted(blank, "cell") }));
  }
  if (!columns.saysWhere) {
    notes.push(note("nowhere"));
  }
  if (columns.personal.length) {
    notes.push(note("dropped", { columns: columns.personal.join(", ") }));
  }
  if (columns.others.length) {
    notes.push(note("left-out", { columns: columns.others.map((one) => one.slice(0, 80)).join("; ") }));
  }
  return { lines, notes };
}

/**
 * The rows of the network's services.
 *
 * @param {Row[]} rows
 * @param {Columns} columns
 * @param {Groups} known
 * @param {Choices} choices
 */
function rowsOfServices(rows, columns, known, { service, leavesOutUnknown }) {
  if (service === null && !columns.at.has(SERVICE)) {
    throw new Refusal("no-service-column");
  }
  const services = byName(Object.entries(known.services).map(([id, one]) => [id, one.title]));
  for (const row of rows) {
    row.service = service ?? services.get(plain(row.texts[SERVICE])) ?? "";
  }
  const unknown = rows.filter((row) => !row.service);
  if (unknown.length && !leavesOutUnknown) {
    throw new Refusal("unknown-service-row", { where: whereIn(unknown, SERVICE) });
  }
  return rows.filter((row) => row.service);
}

/**
 * The rows that add up the other rows of their service.
 *
 * @param {Row[]} rows
 */
function totalsOfServices(rows) {
  const totals = rows.filter((row) => TOTALS.includes(plain(row.texts[ROLE] ?? "")));
  const byRole = new Set(rows.filter((row) => !totals.includes(row)).map((row) => row.service));
  return totals.filter((row) => byRole.has(row.service));
}

/**
 * Give each row its role.
 *
 * @param {Row[]} rows
 * @param {Columns} columns
 * @param {Groups} known
 * @param {Choices} choices
 */
function findRoles(rows, columns, { roles }, { hasNoRoleIfUnknown }) {
  const names = byName(Object.entries(roles));
  /** @type {Row[]} */
  const unknown = [];
  for (const row of columns.at.has(ROLE) ? rows : []) {
    const text = plain(row.texts[ROLE]);
    row.role = names.get(text) ?? "";
    const isAlone = rows.filter((one) => one.service === row.service).length === 1;
    if (!row.role && !(isAlone && (!text || TOTALS.includes(text)))) {
      unknown.push(row);
    }
  }
  if (unknown.length && !hasNoRoleIfUnknown) {
    const where = whereIn(unknown, ROLE);
    throw new Refusal("unknown-role", { where, known: Object.values(roles).join(", ") });
  }
}

/**
 * @param {Row[]} rows
 * @param {string} name
 */
function whereIn(rows, name) {
  const at = rows[0].columns.at.get(name) ?? 0;
  return (
    quoted(rows.map((row) => row.texts[name])) +
    places(
      at,
      rows.map((row) => row.number),
    )
  );
}

/** @param {Row[]} rows */
const numbersOf = (rows) =>
  rows
    .map((row) => row.number)
    .sort((one, other) => one - other)
    .join(", ");

/** @param {[id: string, title: string][]} titles */
const byName = (titles) => new Map(titles.flatMap(([id, title]) => [id, title].map((words) => [plain(words), id])));
