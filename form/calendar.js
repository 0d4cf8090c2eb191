/** Dates as people and records write them. */

export const DATE = /^\d{4}(-\d\d){0,2}$/;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * The ISO form of a date such as "3 March 2025", "Monday 3/3/2025", "March 2025" or "2025/3". Any other text stays as it is, and
 * so does a date with the weekday of another: see macros/schema/written_dates.py.
 *
 * @param {string} text
 */
export function isoDate(text) {
  if (DATE.test(text)) return text;
  // "2011/12" may be a school year.
  const british = text.replace(/^(\d{4})(?:[ .-]|[ ./-](?=.+[ ./-]))(\d\d?)(?:[ ./-](\d\d?))?$/, "$3 $2 $1").trim();
  const [, weekday, day, name, year] =
    british.match(
      /^(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]*[., ]+(?=\d))?(?:(\d\d?)(?:st|nd|rd|th)?(?: of |[ ./-]))?([a-z]{3,9}|\d\d?)[ .,/-]+(\d{4})$/i,
    ) ?? [];
  const month = MONTHS.indexOf(name?.slice(0, 3).toLowerCase()) + 1 || Number(name);
  const parts = [year, month, ...(day ? [day] : [])];
  const date = parts.map((part) => `${part}`.padStart(2, "0")).join("-");
  return month < 13 && (!weekday || isOn(weekday, date)) ? date : text;
}

/** @type {(weekday: string, date: string) => boolean} */
const isOn = (weekday, date) =>
  new Date(date).toLocaleDateString("en-GB", { weekday: "short", timeZone: "UTC" }).toLowerCase() ===
  weekday.toLowerCase();

/**
 * An ISO date in words. One that is in no calendar, which Date would move to the next month, stays as it is.
 *
 * @param {string} date
 */
export function inWords(date) {
  if (!isInCalendar(date)) return date;
  const [year, month, day] = date.split("-").map(Number);
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = { ...(day && { day: "numeric" }), ...(month && { month: "long" }), year: "numeric" };
  return new Date(year, (month ?? 1) - 1, day ?? 1).toLocaleDateString("en-GB", parts);
}

/**
 * Whether an ISO date is in the calendar.
 *
 * @param {string} date
 */
export function isInCalendar(date) {
  const [year, month = 1, day = 1] = date.split("-").map(Number);
  const made = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}
