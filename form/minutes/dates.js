/** Days as people write them in minutes, read strictly: see macros/minutes/dates.py. */

import {
  AMERICAN,
  BEFORE,
  DAY,
  DAY_FIRST,
  EITHER_FIRST,
  MONTH_FIRST,
  NOT_THE_DAY,
  TWO_DIGITS,
  WITHOUT_YEAR,
} from "python:dates";

import { matches, replaced } from "./match.js";
import { said } from "./messages.js";
import { folded, stripEnd } from "./text.js";
import { dayDespiteWeekday, inWords, weekdayName, writtenDate } from "./written_dates.js";

/**
 * A day in a text. `assumed` says what the text did not; `wrong` says why it is no day.
 *
 * @typedef {{ start: number, end: number, day: string, assumed: string, wrong: string }} WrittenDay
 */
/** @typedef {{ meeting?: string, monthsFirst?: boolean, isPast?: boolean }} Around What is known of a text: see `daysIn`. */

const FULL_LENGTH = "2026-01-01".length;

/**
 * Whether a file seems to write the month first, as Americans do: it has 3/25/26, or "March 25, 2026" and no 25/3/26.
 *
 * @param {string} text
 */
export const hasMonthsFirst = (text) => MONTH_FIRST.test(text) || (AMERICAN.test(text) && !DAY_FIRST.test(text));

/**
 * The days in a text: 3/4/26 is 3 April, or no day if the file may have `monthsFirst`. One without a year is the next such day on or after that of the
 * meeting, if this is known; if it `isPast`, the last on or before it.
 *
 * @param {string} text
 * @param {Around} around
 */
export function daysIn(text, { meeting = "", monthsFirst = false, isPast = false } = {}) {
  const full = matches(DAY, text);
  const taken = full.map(placeOf);
  const short = matches(WITHOUT_YEAR, text).filter((match) => {
    const place = placeOf(match);
    return !taken.some((one) => place.start < one.end && one.start < place.end);
  });
  const read = (/** @type {RegExpMatchArray} */ match, /** @type {boolean} */ hasYear) => {
    const [written] = match;
    if (NOT_THE_DAY.test(before(text, match.index ?? 0))) return no(placeOf(match), "not-one-day", written);
    if (monthsFirst && EITHER_FIRST.test(written)) return no(placeOf(match), "day-or-month", written);
    return dayOf(match, meeting, hasYear, isPast);
  };
  const found = [...full.map((match) => read(match, true)), ...short.map((match) => read(match, false))];
  return found.sort((one, other) => one.start - other.start);
}

/**
 * The characters before a place that may change what a day means.
 *
 * @param {string} text
 * @param {number} start
 */
const before = (text, start) => [...text.slice(0, start)].slice(-BEFORE).join("");

/** @param {RegExpMatchArray} match */
const placeOf = (match) => ({ start: match.index ?? 0, end: (match.index ?? 0) + match[0].length });

/**
 * @param {{ start: number, end: number }} place
 * @param {string} code
 * @param {string} text
 * @returns {WrittenDay}
 */
const no = (place, code, text, details = {}) => ({
  ...place,
  day: "",
  assumed: "",
  wrong: said(code, { text, ...details }),
});

/**
 * @param {RegExpMatchArray} match
 * @param {string} meeting
 * @param {boolean} hasYear
 * @param {boolean} isPast
 * @returns {WrittenDay}
 */
function dayOf(match, meeting, hasYear, isPast) {
  const text = stripEnd(folded(match[0]).replace(/[\u2010\u2011]/g, "-"), ".,");
  if (hasYear) {
    const full = /20\p{Nd}\p{Nd}/u.test(text) ? text : text.replace(TWO_DIGITS, "20$1");
    return of(match, full.replace(/(?<=[a-z])\./gi, " "));
  }
  if (!meeting) return no(placeOf(match), "no-year", match[0]);
  const separator = text.includes("/") ? "/" : " ";
  const year = Number(meeting.slice(0, 4));
  const tried = [year, isPast ? year - 1 : year + 1].map((one) => of(match, `${text}${separator}${one}`));
  const near = tried.find(({ day }) => day && (isPast ? day <= meeting : day >= meeting));
  if (!near) return tried.find((one) => one.wrong) ?? tried[0];
  return { ...near, assumed: said("year-assumed", { text: match[0], day: inWords(near.day) }) };
}

/**
 * @param {RegExpMatchArray} match
 * @param {string} text
 * @returns {WrittenDay}
 */
function of(match, text) {
  const place = placeOf(match);
  const found = writtenDate(text);
  if (found.length === FULL_LENGTH) return { ...place, day: found, assumed: "", wrong: "" };
  const other = dayDespiteWeekday(text);
  return other
    ? no(place, "other-weekday", match[0], { day: inWords(other), weekday: weekdayName(other) })
    : no(place, "not-in-calendar", match[0]);
}

/**
 * A text without the days in it, and without the words before each that belong to it.
 *
 * @param {string} text
 * @param {WrittenDay[]} days
 * @param {RegExp} words
 */
export const withoutDays = (text, days, words) =>
  days.reduceRight((left, { start, end }) => replaced(words, left.slice(0, start), "") + left.slice(end), text);
