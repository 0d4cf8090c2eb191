/** The days that actions are read against, and those that are written beside them: see macros/minutes/action_days.py. */

import { AROUND, BEFORE_DAY } from "python:action_days";

import { daysIn, withoutDays } from "./dates.js";
import { strip } from "./text.js";

export class ActionDays {
  /**
   * @param {string} day of the meeting
   * @param {string} today
   * @param {boolean} monthsFirst how days in figures are written in the file
   */
  constructor(day, today, monthsFirst) {
    this.day = day;
    this.monthsFirst = monthsFirst;
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
    return daysIn(text, { meeting: this.day, monthsFirst: this.monthsFirst });
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
