/**
 * Reads the first sheet of a workbook (.xlsx) that is not empty. A workbook is a ZIP file of XML. The same as
 * macros/collate/workbook.py, which has a library for it.
 */

import { sheetOf } from "./collate_sheet.js";
import { Refusal } from "./collate_text.js";
import { LIMITS } from "./collate_words.js";
import { entriesOf, inflated, Unreadable } from "./unzip.js";

/** @import { Chosen } from "./collate_sheet.js" */

const MOST_BYTES = 200_000_000;
const WORKBOOK = "xl/workbook.xml";
const READ = /^(xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml)$/;
/** @type {Record<string, string>} */
const OTHERS = {
  "word/document.xml": "word",
  "ppt/presentation.xml": "presentation",
  "content.xml": "open-document",
  "xl/workbook.bin": "binary-workbook",
};
const FORMULA = /<(?:\w+:)?f[\s/>]/;
const ROW_PLACE = /<(?:\w+:)?row\s[^>]*?\br="([0-9]+)"/g;
const CELL_PLACE = /<(?:\w+:)?c\s[^>]*?\br="([A-Z]+)([0-9]+)"/g;
// The formats of days and times that every workbook knows by number.
const OF_DAYS = [[14, 22], [27, 36], [45, 47], [50, 58]]; // biome-ignore format: pairs
const DAY_LENGTH = 86_400_000;

/**
 * @param {Uint8Array} content
 * @param {Chosen} chosen
 * @param {boolean} formulas Whether there may be any
 */
export async function readWorkbook(content, chosen, formulas) {
  const parts = await unpacked(content, formulas).catch((error) => {
    throw error instanceof Unreadable ? new Refusal(error.code) : error;
  });
  let rows;
  try {
    rows = firstRows(parts);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("damaged");
  }
  return sheetOf(rows, chosen);
}

/**
 * The rows of the first sheet that is not empty.
 *
 * @param {Map<string, string>} parts
 */
function firstRows(parts) {
  const names = relations(parts.get("xl/_rels/workbook.xml.rels") ?? "");
  const workbook = parts.get(WORKBOOK) ?? "";
  const strings = sharedStrings(parts.get("xl/sharedStrings.xml") ?? "");
  const days = dayStyles(parts.get("xl/styles.xml") ?? "");
  const isFrom1904 = /<(?:\w+:)?workbookPr\s[^>]*\bdate1904="(1|true)"/.test(workbook);
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)];
  const texts = sheets.map(([, attributes]) => parts.get(names.get(attribute(attributes, "r:id")) ?? ""));
  if (!texts.length || texts.includes(undefined)) {
    throw new Refusal("damaged");
  }
  for (const text of texts) {
    const rows = rowsOf(text ?? "", { strings, days, isFrom1904 });
    if (rows.some((row) => row.some(Boolean))) {
      return rows;
    }
  }
  throw new Refusal("empty");
}

/**
 * The parts of a workbook that are read, by name.
 *
 * @param {Uint8Array} content
 * @param {boolean} formulas
 */
async function unpacked(content, formulas) {
  const entries = entriesOf(content);
  const names = entries.map((one) => one.name);
  if (!names.includes(WORKBOOK)) {
    throw new Refusal(Object.entries(OTHERS).find(([name]) => names.includes(name))?.[1] ?? "zip");
  }
  /** @type {Map<string, string>} */
  const parts = new Map();
  let left = MOST_BYTES;
  for (const entry of entries.filter(({ name }) => READ.test(name))) {
    if (entry.isEncrypted) {
      throw new Refusal("password");
    }
    const part = await inflated(content, entry, left);
    left -= part.length;
    const text = new TextDecoder().decode(part);
    if (entry.name.startsWith("xl/worksheets/")) {
      checkCells(text, formulas);
    }
    parts.set(entry.name, text);
  }
  return parts;
}

/**
 * @param {string} sheet
 * @param {boolean} formulas
 */
function checkCells(sheet, formulas) {
  const formula = formulas ? null : FORMULA.exec(sheet);
  if (formula) {
    const [, letters, number] = [...sheet.slice(0, formula.index).matchAll(CELL_PLACE)].pop() ?? ["", "", ""];
    throw new Refusal("formula", { cell: letters + number });
  }
  for (const [, letters, number] of sheet.matchAll(CELL_PLACE)) {
    checkPlace(letters, number);
  }
  for (const [, number] of sheet.matchAll(ROW_PLACE)) {
    checkPlace("A", number);
  }
}

/**
 * @param {string} letters
 * @param {string} number
 */
function checkPlace(letters, number) {
  if (columnOf(letters.slice(0, 4)) >= LIMITS.columns || number.length > 7 || Number(number) > LIMITS.rows + 1) {
    throw new Refusal("far-cell", { cell: letters.slice(0, 4) + number.slice(0, 8) });
  }
}

/** @param {string} letters */
const columnOf = (letters) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/**
 * @param {string} attributes
 * @param {string} name
 */
const attribute = (attributes, name) => unescaped(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? "");

/** @param {string} text */
function unescaped(text) {
  /** @type {Record<string, string>} */
  const named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return name ? (named[name] ?? whole) : code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * A text without the codes for characters that XML has no other way to keep, such as _x000D_ for the carriage return that Windows puts
 * before a new line.
 *
 * @param {string} text
 */
const decoded = (text) =>
  unescaped(text).replace(/_x(?!d[89a-f])([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/** @param {string} text */
function relations(text) {
  const all = [...text.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)].map(([, one]) => one);
  return new Map(
    all.map((one) => {
      const target = attribute(one, "Target");
      return [attribute(one, "Id"), target.startsWith("/") ? target.slice(1) : `xl/${target}`];
    }),
  );
}

/**
 * The words in a text of a workbook, without how they are pronounced.
 *
 * @param {string} text
 */
function wordsIn(text) {
  const said = text.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, "");
  const runs = said.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?t>)/g);
  return [...runs].map(([, one]) => decoded(one ?? "")).join("");
}

/** @param {string} text */
const sharedStrings = (text) =>
  [...text.matchAll(/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)].map(([, one]) =>
    wordsIn(one ?? ""),
  );

/**
 * Whether the numbers of each style are days.
 *
 * @param {string} text
 */
function dayStyles(text) {
  /** @type {Map<number, boolean>} */
  const own = new Map();
  for (const [, one] of text.matchAll(/<(?:\w+:)?numFmt\s([^>]*)>/g)) {
    const code = attribute(one, "formatCode").replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
    own.set(
      Number(attribute(one, "numFmtId")),
      ["y", "m", "d", "h", "s"].some((one) => code.toLowerCase().includes(one)),
    );
  }
  const formats = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(text)?.[0] ?? "";
  return [...formats.matchAll(/<(?:\w+:)?xf\s([^>]*)>/g)].map(([, one]) => {
    const format = Number(attribute(one, "numFmtId"));
    return own.get(format) ?? OF_DAYS.some(([first, last]) => first <= format && format <= last);
  });
}

/** @typedef {{ strings: string[], days: boolean[], isFrom1904: boolean }} Book */

/**
 * @param {string} sheet
 * @param {Book} book
 */
function rowsOf(sheet, book) {
  /** @type {string[][]} */
  const rows = [];
  let number = 0;
  for (const [, start, inside] of sheet.matchAll(/<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g)) {
    number = Number(attribute(start, "r")) || number + 1;
    /** @type {string[]} */
    const cells = [];
    for (const [, about, value] of (inside ?? "").matchAll(/<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g)) {
      const place = attribute(about, "r").replace(/\d+$/, "");
      cells[place ? columnOf(place) : cells.length] = textOf(about, value ?? "", book);
    }
    rows[number - 1] = Array.from(cells, (cell) => cell ?? "");
  }
  return Array.from(rows, (row) => row ?? []);
}

/**
 * A cell as it is compared.
 *
 * @param {string} about
 * @param {string} inside
 * @param {Book} book
 */
function textOf(about, inside, { strings, days, isFrom1904 }) {
  const type = attribute(about, "t");
  const value = unescaped(/<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(inside)?.[1] ?? "");
  if (type === "s") {
    return strings[Number(value)] ?? "";
  }
  if (type === "inlineStr") {
    return wordsIn(inside);
  }
  if (type === "b") {
    return value === "1" ? "TRUE" : value && "FALSE";
  }
  if (type && type !== "n") {
    return decoded(value);
  }
  if (value && days[Number(attribute(about, "s"))]) {
    const day = Math.round((Number(value) - 25569 + (isFrom1904 ? 1462 : 0)) * DAY_LENGTH);
    return new Date(day).toISOString().slice(0, 19).replace("T", " ");
  }
  return value && String(Number(value));
}
