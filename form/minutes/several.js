/** Several meetings in one file, found by their days: see macros/minutes/several.py. */

import { LEAST_BETWEEN, LONGEST, MINUTES_OF, MOST_BESIDE, OF_A_MEETING, OF_ANOTHER } from "python:several";

import { Paragraph } from "./blocks.js";
import { daysIn } from "./dates.js";
import { labelled } from "./inline.js";
import { starts } from "./match.js";
import { said } from "./messages.js";
import { length, strip } from "./text.js";
import { isOfAnother, plain, section } from "./vocabulary.js";
import { inWords } from "./written_dates.js";

/** @import { Block } from "./blocks.js" */

/** @typedef {{ text: string, isDate: boolean, isHeading: boolean, attendance: string }} Line */

/**
 * What tells that there are several meetings in a file, for a sentence; empty if there is one.
 *
 * @param {Block[]} blocks
 */
export function several(blocks) {
  const lines = ofThisMeeting(blocks.flatMap(linesOf));
  const days = daysOf(lines);
  if (days.length > 1) return days.join(", ");
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const label of farApart(lines)) times.set(label, (times.get(label) ?? 0) + 1);
  const number = Math.max(0, ...times.values());
  const label = [...times.keys()].find((one) => times.get(one) === number) ?? "";
  return number > 1 ? said("label-again", { label, number }) : "";
}

/**
 * The lines, without those below a heading such as "Next meeting".
 *
 * @param {Line[]} lines
 */
function ofThisMeeting(lines) {
  let isOther = false;
  return lines.filter((line) => {
    if (line.isHeading || line.attendance) isOther = isOfAnother(line.text);
    return !isOther;
  });
}

/** @param {Line[]} lines */
function daysOf(lines) {
  /** @type {{ number: number, day: string }[]} */
  const starting = [];
  for (const [number, line] of lines.entries()) {
    const day = dayOf(line);
    const last = starting[starting.length - 1];
    const isNew = !last || (starting.every((one) => one.day !== day) && number - last.number > LEAST_BETWEEN);
    if (day && isNew) starting.push({ number, day });
  }
  return starting.map(({ day }) => day);
}

/**
 * The label of each line that says who was there, without one close to the one before.
 *
 * @param {Line[]} lines
 */
function farApart(lines) {
  let last = -LEAST_BETWEEN - 1;
  return lines.flatMap(({ attendance }, number) => {
    if (!attendance) return [];
    const isFar = number - last > LEAST_BETWEEN;
    last = number;
    return isFar ? [attendance] : [];
  });
}

/**
 * @param {Block} block
 * @returns {Line[]}
 */
function linesOf(block) {
  if (block instanceof Paragraph)
    return block.text
      .split("\n")
      .filter((text) => strip(text))
      .map((text) => lineOf(text, Boolean(block.heading) || block.isMarked));
  const rows = block.rows.map((row) => row.flatMap((cell) => (cell.text && !cell.isRepeated ? [cell.text] : [])));
  // A table for layout.
  if (rows.every((texts) => texts.length <= 1)) return block.cells.flatMap((cell) => cell.blocks.flatMap(linesOf));
  return rows.filter((texts) => texts.length).map((texts) => lineOf(texts.join(": "), false));
}

/**
 * @param {string} text
 * @param {boolean} isHeading
 * @returns {Line}
 */
function lineOf(text, isHeading) {
  const line = labelled(text);
  const isAttendance = (line ? line.section : section(text)) === "present";
  return {
    text,
    isDate: line?.section === "date",
    isHeading,
    attendance: isAttendance ? plain(line?.label ?? text) : "",
  };
}

/**
 * The day of a meeting that a line gives, in words; empty if it gives none.
 *
 * @param {Line} line
 */
function dayOf({ text, isDate, isHeading }) {
  if (length(text) > LONGEST || OF_ANOTHER.test(text) || !(isDate || isHeading || starts(MINUTES_OF, text))) return "";
  const [found, ...others] = daysIn(text);
  if (!found || others.length) return "";
  const beside = strip(text.slice(0, found.start) + text.slice(found.end));
  if (!found.day) {
    // A heading that is a day without a year.
    const isDay = isHeading && !strip(beside, " .,:-–");
    return isDay || starts(MINUTES_OF, text) ? text.slice(found.start, found.end) : "";
  }
  const isOfMeeting = isDate || length(beside) <= MOST_BESIDE || OF_A_MEETING.test(beside);
  return isOfMeeting ? inWords(found.day) : "";
}
