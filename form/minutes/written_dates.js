/** Dates as people write them, and days as records have them, such as "2026-12-10": see macros/schema/written_dates.py. */

import { DATES, MONTH_NUMBER, MONTHS, SCHOOL_YEAR, WEEKDAYS } from "python:written_dates";

import { whole } from "./match.js";
import { folded } from "./text.js";

/**
 * A date such as "1 September 2025" or "March 2019" as "2025-09-01" or "2019-03". Nothing if the text can mean several dates, or none of
 * the calendar, or its weekday is that of another day.
 *
 * @param {string} text
 */
export const writtenDate = (text) => (dayDespiteWeekday(text) ? "" : withoutWeekday(text));

/**
 * The day that a text gives, if it names a weekday that is not that of this day.
 *
 * @param {string} text
 */
export function dayDespiteWeekday(text) {
  const weekday = found(text)?.weekday;
  const day = weekday ? withoutWeekday(text) : "";
  return day && WEEKDAYS.indexOf(weekday) !== (weekdayOf(day) + 6) % 7 ? day : "";
}

/** @param {string} text */
function withoutWeekday(text) {
  const given = found(text);
  if (!given) return "";
  const month = MONTH_NUMBER[given.name ?? ""] ?? given.month;
  const parts = [given.year, month, given.day].filter((one) => one !== undefined).map(Number);
  return calendar(parts);
}

/** @param {string} text */
function found(text) {
  const plain = folded(text.toLowerCase());
  const [, first, second] = whole(SCHOOL_YEAR, plain) ?? [];
  if (first && (Number(first) + 1) % 100 === Number(second)) return undefined;
  for (const form of DATES) {
    const match = whole(form, plain);
    if (match) return match.groups;
  }
  return undefined;
}

/**
 * The year, month or day in the form that records have; empty if there is none.
 *
 * @param {number[]} parts
 */
function calendar([year, month, day]) {
  const made = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  const isThere = year >= 100 && made.getUTCMonth() === (month ?? 1) - 1 && made.getUTCDate() === (day ?? 1);
  const parts = [month, day].filter((one) => one !== undefined);
  return isThere ? [String(year).padStart(4, "0"), ...parts.map((one) => String(one).padStart(2, "0"))].join("-") : "";
}

/** @param {string} day */
const weekdayOf = (day) => new Date(`${day}T00:00Z`).getUTCDay();

/**
 * The name of a day of the week.
 *
 * @param {string} day
 */
export const weekdayName = (day) =>
  ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"][weekdayOf(day)];

/**
 * A day or a month in words: "6 August 2018", "October 2016".
 *
 * @param {string} when
 */
export function inWords(when) {
  const [year, month, day] = when.split("-").map(Number);
  return [...(day ? [day] : []), MONTHS[month - 1], year].join(" ");
}
