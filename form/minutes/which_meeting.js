/** Which meeting a file is the minutes of, and on which day that was: see macros/minutes/which_meeting.py. */

import { DEMONSTRATION } from "python:which_meeting";
import { TITLE } from "python:word_form";

import { alike } from "../record.js";
import { targetsOf } from "./blocks.js";
import { daysIn } from "./dates.js";
import { oneLine } from "./markdown.js";
import { inWords } from "./written_dates.js";

/** @import { WordFile } from "./blocks.js" */
/** @import { Found } from "./found.js" */
/** @import { KnownMeeting, Network } from "./network.js" */
/** @import { Told } from "./outcome.js" */

/**
 * The day that a file gives for the meeting; empty if it gives none.
 *
 * @param {Found} found
 * @param {boolean} monthsFirst
 * @param {Told} told
 */
export function dayWritten(found, monthsFirst, told) {
  for (const text of found.dates) {
    const days = daysIn(text, { monthsFirst });
    const usable = days.filter((one) => one.day);
    if (usable.length === 1) {
      told.own.push(...days.map(({ start, end }) => text.slice(start, end)));
      return usable[0].day;
    }
    const wrong = days.flatMap((one) => (one.wrong ? [one.wrong] : [])).join("; ") || oneLine(text);
    if (days.length) told.ask("which-day", [], { wrong });
  }
  return "";
}

/**
 * The meeting that these are the minutes of, if it has a record: linked, or of this day or title.
 *
 * @param {WordFile} file
 * @param {Found} found
 * @param {Network} network
 * @param {string} written
 */
export function meetingOf(file, found, network, written) {
  const linked = linkedIn(file, found, network);
  if (linked) return linked;
  const title = found.title.startsWith(TITLE) ? found.title.slice(TITLE.length) : found.title;
  const byTitle = network.meetings.filter((one) => alike(one.title) === alike(title));
  const byDay = network.meetings.filter((one) => written && one.date === written);
  const known = byDay.length === 1 ? byDay : byTitle;
  return known.length === 1 ? known[0] : null;
}

/**
 * Ask if it is the right file, if it links to a meeting of the demonstration that is below the site.
 *
 * @param {WordFile} file
 * @param {Found} found
 * @param {Network} network
 * @param {Told} told
 */
export function askIfOfDemonstration(file, { page }, { pages }, told) {
  const madeUp = pages.replace(/[^/]+\/$/, (folder) => DEMONSTRATION + folder);
  if (pages && [...targetsOf(file), page].some((one) => one.includes(madeUp))) told.askFirst("of-demonstration");
}

/**
 * The meeting that the form links to or, if that is gone, that of the last link of the file: an agenda links to others too.
 *
 * @param {WordFile} file
 * @param {Found} found
 * @param {Network} network
 */
function linkedIn(file, found, { pages, aliases, meetings }) {
  const byId = new Map(meetings.map((one) => [one.id, one]));
  const linked = [...targetsOf(file), found.page].flatMap((text) => {
    const at = pages ? text.indexOf(pages) : -1;
    const name = text.slice(at + pages.length).split(/[/\s]/u)[0];
    const meeting = at < 0 ? undefined : (byId.get(name) ?? byId.get(aliases[name]));
    return meeting ? [meeting] : [];
  });
  return linked[linked.length - 1] ?? null;
}

/**
 * The day to count from: that of the record, the one that is `written`, or today.
 *
 * @param {KnownMeeting | null} meeting
 * @param {string} written
 * @param {string} today
 * @param {Told} told
 */
export function dayOf(meeting, written, today, told) {
  // Of some only the month is known.
  if (meeting && meeting.date.length === today.length) {
    if (written && written !== meeting.date)
      told.ask("two-days", [], { written: inWords(written), known: inWords(meeting.date) });
    return meeting.date;
  }
  if (!written) told.ask(meeting ? "no-day" : "no-day-new");
  return written || today;
}
