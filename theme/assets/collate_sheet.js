/** A table of answers as text, from rows of cells or from a text. The same as sheet.py and plain_table.py in macros/collate/. */

import { Refusal } from "./collate_text.js";
import { LIMITS } from "./collate_words.js";

/** @typedef {{ columns: number[], rows: string[][], numbers: number[] }} Sheet */
/** @typedef {(headings: string[]) => number[]} Chosen */

/**
 * The columns that are chosen by their headings. Cells of others are dropped row by row, and never looked at.
 *
 * @param {Iterable<string[]>} rows
 * @param {Chosen} chosen
 * @returns {Sheet}
 */
export function sheetOf(rows, chosen) {
  /** @type {string[]} */
  let headings = [];
  /** @type {number[]} */
  let columns = [];
  /** @type {string[][]} */
  const kept = [];
  /** @type {number[]} */
  const numbers = [];
  let number = 0;
  for (const row of rows) {
    number += 1;
    if (!headings.length) {
      headings = row.map((cell) => cell.trim());
      while (headings.length && !headings[headings.length - 1]) {
        headings.pop();
      }
      if (headings.length > LIMITS.columns) {
        throw new Refusal("too-wide", { most: LIMITS.columns });
      }
      columns = headings.length ? chosen(headings) : [];
      continue;
    }
    const cells = columns.map((column) => (row[column] ?? "").trim());
    if (cells.some(Boolean)) {
      kept.push(cells);
      numbers.push(number);
    }
    if (kept.length > LIMITS.rows) {
      throw new Refusal("too-long", { most: LIMITS.rows.toLocaleString("en-GB") });
    }
  }
  if (!headings.length) {
    throw new Refusal("empty");
  }
  if (!kept.length) {
    throw new Refusal("no-answers");
  }
  return { columns, rows: kept, numbers };
}

/**
 * The table in a text whose cells are separated by commas, semicolons or tabs.
 *
 * @param {Uint8Array} content
 * @param {Chosen} chosen
 */
export function readTable(content, chosen) {
  let text = decoded(content);
  if (text.trimStart().startsWith("<")) {
    throw new Refusal("web-page");
  }
  const end = text.indexOf("\n");
  const first = (end < 0 ? text : text.slice(0, end)).trim();
  let separator = "";
  if (first.toLowerCase().startsWith("sep=")) {
    separator = first[4] ?? "";
    text = end < 0 ? "" : text.slice(end + 1);
  }
  return sheetOf(cellsOf(text, separator || separatorOf(text)), chosen);
}

// How many rows are looked at to find the separator.
const LOOKED_AT = 20;

/**
 * The separator that gives all rows as many cells as the headings, or the headings most. Questions may have more commas than columns.
 *
 * @param {string} text
 */
function separatorOf(text) {
  const found = [...",;\t"].map((separator) => ({ separator, ...cellsWith(text, separator) }));
  found.sort((one, other) => Number(other.isEven) - Number(one.isEven) || other.number - one.number);
  return found[0].separator;
}

/**
 * Whether a separator gives all rows as many cells as the headings, and how many.
 *
 * @param {string} text
 * @param {string} separator
 */
function cellsWith(text, separator) {
  try {
    const rows = cellsOf(text, separator);
    const numbers = Array.from({ length: LOOKED_AT }, () => rows.next().value?.length ?? 0).filter(Boolean);
    const [number = 0] = numbers;
    return { isEven: number > 1 && numbers.every((other) => other === number), number };
  } catch {
    return { isEven: false, number: 0 };
  }
}

/** @param {Uint8Array} content */
function decoded(content) {
  /** @type {Record<number, string>} */
  const marks = { 65279: "utf-16le", 65534: "utf-16be" };
  const mark = marks[content[0] | (content[1] << 8)];
  if (mark) {
    return new TextDecoder(mark).decode(content);
  }
  if (content.includes(0)) {
    throw new Refusal("not-a-table");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return new TextDecoder("windows-1252").decode(content);
  }
}

// Longer than any answer. Python's reader stops there too.
const LONGEST_CELL = 131072;

/**
 * The rows of a text, in which quotation marks hold a cell together.
 *
 * @param {string} text
 * @param {string} separator
 * @returns {Generator<string[]>}
 */
function* cellsOf(text, separator) {
  /** @type {string[]} */
  let row = [];
  let [cell, isQuoted, isFresh] = ["", false, true];
  const finish = () => {
    if (cell.length > LONGEST_CELL) {
      throw new Refusal("not-a-table");
    }
    row.push(cell);
    [cell, isFresh] = ["", true];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted) {
      if (sign !== '"') {
        cell += sign;
      } else if (text[at + 1] === '"') {
        cell += sign;
        at += 1;
      } else {
        isQuoted = false;
      }
    } else if (sign === '"' && isFresh) {
      [isQuoted, isFresh] = [true, false];
    } else if (sign === separator) {
      finish();
    } else if (sign === "\n" || sign === "\r") {
      finish();
      yield row.length === 1 && !row[0] ? [] : row;
      row = [];
      at += sign === "\r" && text[at + 1] === "\n" ? 1 : 0;
    } else {
      cell += sign;
      isFresh = false;
    }
  }
  if (cell || row.length || isQuoted) {
    finish();
    yield row;
  }
}
