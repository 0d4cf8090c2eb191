/** The days that actions are read against, and those that are written beside them: see macros/minutes/action_days.py. */

import { AROUND, BEFORE_DAY, NEXT_MEETING } from "python:action_days";

import { daysIn, withoutDays } from "./dates.js";
import { whole } from "./match.js";
import { said } from "./messages.js";
import { strip } from "./text.js";
import { inWords } from "./written_dates.js";

export class ActionDays {
  /**
   * @param {string} day of the meeting
   * @param {string} today
   * @param {string} nextMeeting the day of the meeting that follows; empty if that is not known
   * @param {boolean} monthsFirst how the file may write days in figures
   */
  constructor(day, today, nextMeeting, monthsFirst) {
    this.day = day;
    this.monthsFirst = monthsFirst;
    this.nextMeeting = nextMeeting;
    const [, last] = [today, day].toSorted();
    /** The last day on which something may have been done: the file may be tried out before the meeting. */
    this.last = last;
  }

  /**
   * The days in a text, by which something is to be done.
   *
   * @param {string} text
   */
  dueIn(text) {
    const day = this.nextMeeting;
    if (!day || !whole(NEXT_MEETING, text)) return daysIn(text, { meeting: this.day, monthsFirst: this.monthsFirst });
    const assumed = said("read-so", { text: strip(text), day: inWords(day) });
    return [{ start: 0, end: text.length, day, assumed, wrong: "" }];
  }

  /**
   * The days in a text, on which something was done.
   *
   * @param {string} text
   */
  doneIn(text) {
    return daysIn(text, { meeting: this.last, monthsFirst: this.monthsFirst, isPast: true });
  }

  /**
   * The text without the days in it.
   *
   * @param {string} text
   */
  without(text) {
    return strip(withoutDays(text, this.dueIn(text), BEFORE_DAY), AROUND);
  }
}
