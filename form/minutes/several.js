/** Several meetings in one file, found by their days: see macros/minutes/several.py. */

import { DAY, WITHOUT_YEAR } from "python:dates";
import {
  AROUND,
  LEAST_ALONE,
  LEAST_BETWEEN,
  LONGEST,
  MINUTES_OF,
  MOST_BESIDE,
  NUMBERED,
  OF_A_MEETING,
  OF_ANOTHER,
} from "python:several";

import { Paragraph } from "./blocks.js";
import { daysIn, isEither } from "./dates.js";
import { labelled } from "./inline.js";
import { starts, whole } from "./match.js";
import { said } from "./messages.js";
import { length, strip } from "./text.js";
import { isOfAnother, plain, section } from "./vocabulary.js";
import { inWords } from "./written_dates.js";

/** @import { Block } from "./blocks.js" */

/** @typedef {{ text: string, isDate: boolean, isHeading: boolean, attendance: string }} Line */

/**
 * What tells that there are several meetings in a file, for a sentence; empty if there is one. `monthsFirst` says how the file may write days in
 * figures. Those that may be two days are named as they are written.
 *
 * @param {Block[]} blocks
 * @param {boolean} monthsFirst
 */
export function several(blocks, monthsFirst) {
  const lines = ofThisMeeting(blocks.flatMap(linesOf));
  const [days, alone] = [daysOf(lines, monthsFirst), daysAlone(lines)];
  if (days.length > 1) return days.join(", ");
  // Where the meeting has its day, those alone are of something else, such as dates for the diary.
  if (!days.length && alone.length >= LEAST_ALONE) return alone.join(", ");
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

/**
 * @param {Line[]} lines
 * @param {boolean} monthsFirst
 */
function daysOf(lines, monthsFirst) {
  /** @type {{ number: number, day: string }[]} */
  const starting = [];
  for (const [number, line] of lines.entries()) {
    const day = dayOf(line, monthsFirst);
    const last = starting[starting.length - 1];
    const isNew = !last || (starting.every((one) => one.day !== day) && number - last.number > LEAST_BETWEEN);
    if (day && isNew) starting.push({ number, day });
  }
  return starting.map(({ day }) => day);
}

/**
 * The lines that are no more than a day, each of which has words below.
 *
 * @param {Line[]} lines
 */
function daysAlone(lines) {
  const texts = lines.map(({ text }) => strip(text, AROUND));
  const areDays = [...texts.map((text) => (whole(DAY, text) ?? whole(WITHOUT_YEAR, text)) !== null), true];
  return texts.filter((_, index) => areDays[index] && !areDays[index + 1]);
}

/**
 * The label of each line that says who was there, without one close to the one before unless a meeting starts between them.
 *
 * @param {Line[]} lines
 */
function farApart(lines) {
  let last = -LEAST_BETWEEN - 1;
  return lines.flatMap(({ attendance }, number) => {
    if (!attendance) return [];
    const before = lines[number - 1]?.text ?? "";
    const isNew = starts(DAY, before) || starts(NUMBERED, before) || number - last > LEAST_BETWEEN;
    last = number;
    return isNew ? [attendance] : [];
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
  const head = block.rows[0].map((cell) => section(cell.text));
  if (head.includes("date") && head.includes("present"))
    // A log, with a meeting in each row.
    return block.rows
      .slice(1)
      .map((row) => ({ text: row[head.indexOf("date")].text, isDate: true, isHeading: false, attendance: "" }));
  const rows = block.rows.map((row) => row.flatMap((cell) => (cell.text && !cell.isRepeated ? [cell.text] : [])));
  if (rows.every((texts) => texts.length <= 1)) {
    // A table for layout, or a form.
    const lines = block.cells.flatMap((cell) => cell.blocks.flatMap(linesOf));
    return block.rows[0].length === 1 ? lines : lines.map((line) => ({ ...line, attendance: "" }));
  }
  // A label without its answer, in a form that was not filled in, is of no meeting.
  return rows.filter((texts) => texts.length).map((texts) => lineOf(texts.join(": "), false, texts.length === 1));
}

/**
 * @param {string} text
 * @param {boolean} isHeading
 * @returns {Line}
 */
function lineOf(text, isHeading, isEmpty = false) {
  const line = labelled(text);
  const isAttendance = !isEmpty && (line ? line.section : section(text)) === "present";
  return {
    text,
    isDate: line?.section === "date",
    isHeading,
    attendance: isAttendance ? plain(line?.label ?? text) : "",
  };
}

/**
 * The day of a meeting that a line gives, in words or as it is written; empty if it gives none.
 *
 * @param {Line} line
 * @param {boolean} monthsFirst
 */
function dayOf({ text, isDate, isHeading }, monthsFirst) {
  if (length(text) > LONGEST || OF_ANOTHER.test(text) || !(isDate || isHeading || starts(MINUTES_OF, text))) return "";
  const [found, ...others] = daysIn(text, { monthsFirst });
  if (!found || others.length) return "";
  const beside = strip(text.slice(0, found.start) + text.slice(found.end));
  const written = text.slice(found.start, found.end);
  const isInDoubt = isEither(written) && whole(DAY, written) !== null;
  if (!found.day && !isInDoubt) {
    // A heading that is a day without a year.
    const isDay = isHeading && !strip(beside, AROUND);
    return isDay || starts(MINUTES_OF, text) ? written : "";
  }
  const isOfMeeting = isDate || length(beside) <= MOST_BESIDE || OF_A_MEETING.test(beside);
  if (!isOfMeeting) return "";
  return isInDoubt ? written : inWords(found.day);
}
