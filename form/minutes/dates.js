/** Days as people write them in minutes, read strictly: see macros/minutes/dates.py. */

import {
  AMERICAN,
  BEFORE,
  DAY,
  DAY_FIRST,
  EITHER_FIRST,
  IN_FIGURES,
  MONTH_FIRST,
  MOST_AFTER,
  MOST_BEFORE,
  NOT_THE_DAY,
  NUMBERED,
  TO_ANOTHER,
  TURNED,
  TWO_DIGITS,
  WITHOUT_YEAR,
} from "python:dates";

import { matches, replaced, starts } from "./match.js";
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
 * Whether a file seems to write the month first, as Americans do: it has 3/25/26, or "March 25, 2026" and no 25/3/26. Or its first day such as
 * 3/4/26 is one of the week before it was `saved`, a time such as 2026-03-05T09:30:00Z, only with the month first.
 *
 * @param {string} text
 * @param {string} saved
 */
export function hasMonthsFirst(text, saved) {
  if (MONTH_FIRST.test(text) || DAY_FIRST.test(text)) return MONTH_FIRST.test(text);
  if (AMERICAN.test(text)) return true;
  const day = writtenDate(saved.slice(0, FULL_LENGTH));
  const match = matches(IN_FIGURES, text).find(([, first, second]) => Number(first) !== Number(second));
  if (!match || day.length < FULL_LENGTH) return false;
  const [first, second, year] = match.slice(1).map(Number);
  return isJustBefore(2000 + year, first, second, day) && !isJustBefore(2000 + year, second, first, day);
}

/**
 * @param {number} year
 * @param {number} month
 * @param {number} day
 * @param {string} saved
 */
function isJustBefore(year, month, day, saved) {
  const days = (Date.parse(saved) - Date.UTC(year, month - 1, day)) / 86_400_000;
  return -MOST_BEFORE <= days && days <= MOST_AFTER;
}

/**
 * Whether a day in figures is another one if the month is first.
 *
 * @param {string} day
 */
export function isEither(day) {
  const [, first, second] = EITHER_FIRST.exec(day) ?? [];
  return Number(first) !== Number(second) && first !== undefined;
}

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
    const { start } = placeOf(match);
    const early = before(text, start);
    if ((NOT_THE_DAY.test(early) && !NUMBERED.test(early)) || starts(TO_ANOTHER, text.slice(start)))
      return no(placeOf(match), "not-one-day", written);
    if (monthsFirst && isEither(written)) return no(placeOf(match), "day-or-month", written);
    return dayOf(match, meeting, hasYear, { isPast, monthsFirst });
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
 * @param {{ isPast: boolean, monthsFirst: boolean }} how
 * @returns {WrittenDay}
 */
function dayOf(match, meeting, hasYear, { isPast, monthsFirst }) {
  const text = stripEnd(folded(match[0]).replace(/[\u2010\u2011]/g, "-"), ".,");
  if (hasYear) {
    const full = /20\p{Nd}\p{Nd}/u.test(text) ? text : text.replace(TWO_DIGITS, "20$1");
    return of(match, full.replace(/(?<=[a-z])\./gi, " "), monthsFirst);
  }
  if (!meeting) return no(placeOf(match), "no-year", match[0]);
  const separator = text.includes("/") ? "/" : " ";
  const year = Number(meeting.slice(0, 4));
  const tried = [year, isPast ? year - 1 : year + 1].map((one) => of(match, `${text}${separator}${one}`, monthsFirst));
  const near = tried.find(({ day }) => day && (isPast ? day <= meeting : day >= meeting));
  if (!near) return tried.find((one) => one.wrong) ?? tried[0];
  return { ...near, assumed: said("year-assumed", { text: match[0], day: inWords(near.day) }) };
}

/**
 * @param {RegExpMatchArray} match
 * @param {string} written
 * @param {boolean} monthsFirst
 * @returns {WrittenDay}
 */
function of(match, written, monthsFirst) {
  const place = placeOf(match);
  const text = monthsFirst ? replaced(TURNED, written, "$3$2$1") : written;
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
