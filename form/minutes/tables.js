/** What the tables of minutes hold: see macros/minutes/tables.py. */

import {
  BESIDE_ACTIONS,
  CERTAINLY,
  LONGEST_NAME,
  MOST_LABELLED,
  MOST_TITLE_ROWS,
  NAME,
  NUMBER,
  OF_ENTRIES,
} from "python:tables";

import { labelled, saysNothing } from "./inline.js";
import { replaced, starts, whole } from "./match.js";
import { length, strip } from "./text.js";
import { columns, isDoubtful, section, ticked } from "./vocabulary.js";

/** @import { Cell, Paragraph, Table } from "./blocks.js" */
/** @import { FoundAction } from "./found.js" */
/** @import { Column, Section } from "./vocabulary.js" */

/** @typedef {Partial<Record<Column, Cell>>} Cells */
/** @typedef {{ cells: Cells, others: Cell[] }} Row A row that says something: its cells by column, and others. */
/** @typedef {"present" | "absent" | "unsaid" | "unclear"} Presence */
/** @typedef {{ name: string, presence: Presence, marks: string }} Attended */

/** A table with names above its columns. `head` is the index of the row that has them. */
export class NamedTable {
  /**
   * @param {Table} table
   * @param {number} head
   * @param {(Column | null)[]} names
   */
  constructor(table, head, names) {
    this.table = table;
    this.head = head;
    this.names = names;
    /** @type {Row[]} */
    this.rows = table.rows
      .slice(head + 1)
      .map((row) => ({
        cells: Object.fromEntries(names.flatMap((name, at) => (name && row[at] ? [[name, row[at]]] : []))),
        others: names.flatMap((name, at) => (!name && row[at]?.text ? [row[at]] : [])),
        isEmpty: !row.some((cell) => cell.text),
      }))
      .filter(({ isEmpty }) => !isEmpty);
  }

  /** Whether its column of names is called what those are who were there. */
  get namesAttendees() {
    const at = this.names.indexOf("service");
    return at >= 0 && section(this.table.rows[this.head][at].text) === "present";
  }

  /** Whether what seems to be the name of its column of names is a label with its answer beside it, as others are. */
  get isOfLabels() {
    if (!this.namesAttendees) return false;
    const [above, [head, ...below]] = [this.table.rows.slice(0, this.head), this.table.rows.slice(this.head)];
    const at = this.names.indexOf("service");
    const names = below.map((row) => row[at].text).filter(Boolean);
    const isWritten = (/** @type {Cell} */ cell) => cell.text !== "";
    return (
      !below.some((row) => row.some(isWritten)) ||
      (names.length > 0 && [head[at].text, ...names].every((name) => name.endsWith(":"))) ||
      names.some((name) => section(name)) ||
      above.some((row) => row.filter(isWritten).length > 1)
    );
  }

  /** Whether a column that is not known has words. */
  get hasOthers() {
    return this.rows.some(({ others }) => others.length);
  }
}

/**
 * The table with its columns, if one of its first rows names them. `within` is the part of minutes it stands in.
 *
 * @param {Table} table
 * @param {Section | null} within
 */
export function named(table, within) {
  for (const [index, row] of table.rows.slice(0, MOST_TITLE_ROWS).entries()) {
    const found = columns(
      row.map((cell) => cell.text),
      within === "actions",
    );
    if (row.some((cell) => cell.text) && found.some(Boolean)) return new NamedTable(table, index, found);
  }
  return null;
}

/**
 * Whether it is a table of actions.
 *
 * @param {NamedTable} table
 * @param {Section | null} within
 */
export function holdsActions({ table, head, names }, within) {
  const at = names.indexOf("action");
  if (at < 0) return false;
  const isSure = names.some((name) => BESIDE_ACTIONS.includes(name));
  return within === "actions" || isSure || starts(CERTAINLY, strip(table.rows[head][at].text)) !== null;
}

/**
 * Whether it is a table of decisions.
 *
 * @param {NamedTable} table
 */
export const holdsDecisions = ({ names }) => names.includes("decision");

/**
 * Whether it is a table of who was there.
 *
 * @param {NamedTable} table
 * @param {Section | null} within
 */
export const holdsAttendance = (table, within) =>
  table.names.includes("service") &&
  !table.isOfLabels &&
  (within === "present" ||
    within === "absent" ||
    table.namesAttendees ||
    table.names.includes("present") ||
    table.names.includes("absent"));

/**
 * The actions in a table, several to a cell if each stands in a paragraph of its own.
 *
 * @param {NamedTable} table
 * @returns {FoundAction[]}
 */
export function actions({ rows }) {
  const isTurned = isOtherWayRound(rows);
  return rows.flatMap(({ cells }) =>
    actionsOf(isTurned ? { ...cells, action: cells.owner, owner: cells.action } : cells),
  );
}

/**
 * @param {Cells} cells
 * @returns {FoundAction[]}
 */
function actionsOf(cells) {
  const what = cells.action;
  if (!what || what.isRepeated || !what.text || saysNothing(what.text)) return [];
  const both = linesOf(cells["owner and due"]);
  const [owners, days] = [cells.owner, cells.due].map((cell) => {
    const lines = linesOf(cell);
    return lines.length ? lines : both;
  });
  const lines = what.paragraphs;
  const isSeveral =
    lines.length > 1 &&
    (lines.length === owners.length || lines.length === days.length || lines.every((one) => one.entry));
  const at = (/** @type {string[]} */ found, /** @type {number} */ index) =>
    isSeveral && found.length === lines.length ? found[index] : found.join("; ");
  /** @type {(Paragraph | null)[]} */
  const each = isSeveral ? lines : [null];
  return each.map((line, index) => ({
    text: line ? line.text : what.text,
    ref: cells.ref?.text ?? "",
    owner: at(owners, index),
    due: at(days, index),
    done: cells.done?.text ?? "",
    isStruck: (line ? [line] : lines).every((one) => one.isStruck),
  }));
}

/**
 * Whether the actions are in the column of owners, and names in that of actions, whatever stands above them.
 *
 * @param {Row[]} rows
 */
function isOtherWayRound(rows) {
  const pairs = rows.map(({ cells }) => [cells.action?.text ?? "", cells.owner?.text ?? ""]);
  const full = pairs.filter((pair) => pair.every(Boolean));
  const areNames = full.length > 1 && full.every(([action]) => whole(NAME, action));
  return areNames && !full.some(([, owner]) => whole(NAME, owner));
}

/** @param {Cell | undefined} cell */
const linesOf = (cell) =>
  (cell?.paragraphs ?? [])
    .flatMap((one) => one.text.split("\n"))
    .map((line) => strip(line))
    .filter(Boolean);

/**
 * The decisions in a table: a row is one, or each entry of a list in it, set or typed.
 *
 * @param {NamedTable} table
 * @returns {string[]}
 */
export const decisions = ({ rows }) =>
  rows.flatMap(({ cells: { decision } }) => {
    if (!decision || decision.isRepeated || saysNothing(decision.text)) return [];
    const { paragraphs } = decision;
    const texts = paragraphs.map((one) => one.text);
    if (texts.length > 1 && texts.slice(1).every((text) => NUMBER.test(text)))
      return texts.map((text) => replaced(NUMBER, text, ""));
    return paragraphs.every((one) => one.entry) ? texts : [decision.text];
  });

/**
 * Who was there and who was not, by the rows of a table.
 *
 * @param {NamedTable} table
 * @param {Section | null} within
 * @returns {Attended[]}
 */
export function attendance(table, within) {
  const isMarked = table.rows.some(({ cells: { present, absent } }) => present?.text || absent?.text);
  // If no one signed, the names are those of who was there.
  const isUnsigned = table.namesAttendees && !isMarked;
  return table.rows.flatMap(({ cells: { service, ...cells }, others }) => {
    if (!service?.text || service.isRepeated) return [];
    const [here, away] = isUnsigned ? [] : [cells.present, cells.absent];
    const marks = [here, away, ...others].flatMap((cell) => (cell?.text ? [cell.text] : [])).join(" ");
    return [{ name: service.text, presence: presence(here, away, within), marks }];
  });
}

/**
 * @param {Cell | undefined} here
 * @param {Cell | undefined} away
 * @param {Section | null} within
 * @returns {Presence}
 */
function presence(here, away, within) {
  if (!here && !away) return within === "absent" ? "absent" : "present";
  if ([here, away].some((cell) => cell && isDoubtful(cell.text))) return "unclear";
  // Who writes names or a number there says who came, or who did not.
  const isPresent = here && ticked(here.text) !== false;
  const isAbsent = away && ticked(away.text) !== false;
  if (isPresent && isAbsent) return "unclear";
  if (isPresent) return "present";
  if (isAbsent || here?.text) return "absent";
  return here ? "unsaid" : "present";
}

/**
 * The labels of a table that are known, and the cell beside each. A wide table has columns instead.
 *
 * @param {Table} table
 * @returns {{ section: Section, label: string, cell: Cell }[]}
 */
export function labels(table) {
  if (Math.max(...table.rows.map((row) => row.filter((cell) => cell.text).length)) > MOST_LABELLED) return [];
  return table.rows.flatMap((row) =>
    row.slice(0, -1).flatMap((label, index) => {
      // The answer may be in the same cell.
      if (labelled(label.text)?.rest) return [];
      const [found, cell] = [section(label.text), row[index + 1]];
      const isColumn = OF_ENTRIES.includes(found) && isHead(row);
      return found && !section(cell.text) && !isColumn ? [{ section: found, label: label.text, cell }] : [];
    }),
  );
}

/**
 * Whether the cells of a row name columns.
 *
 * @param {Cell[]} row
 */
const isHead = (row) =>
  columns(
    row.map((cell) => cell.text),
    false,
  ).filter(Boolean).length > 1;

/**
 * Whether a table below a heading for those who were there may have their names: it has no label for them and no sentence.
 *
 * @param {Table} table
 */
export function areNames(table) {
  if (labels(table).some((one) => one.section === "present" || one.section === "absent")) return false;
  const texts = table.cells.flatMap((cell) => cell.paragraphs.map((one) => one.text));
  return texts.every((text) => length(text) <= LONGEST_NAME || text.includes(","));
}

/**
 * Whether a table only says where on the page its words are: it has one row or column, or labels with their answers in each cell.
 *
 * @param {Table} table
 */
export const isLayout = (table) =>
  table.rows.length === 1 ||
  table.rows[0].length === 1 ||
  table.cells.filter((cell) => cell.text).every((cell) => labelled(cell.text)?.rest);
