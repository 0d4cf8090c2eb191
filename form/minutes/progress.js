/** How an action stands after a meeting: see macros/minutes/progress.py. */

import { REASON, SHORTEST } from "python:progress";

import { stateOf } from "./action_words.js";
import { firstWords, oneLine } from "./markdown.js";
import { said } from "./messages.js";
import { length, strip } from "./text.js";
import { standing } from "./vocabulary.js";
import { inWords } from "./written_dates.js";

/** @import { ActionDays } from "./action_days.js" */
/** @import { FoundAction } from "./found.js" */
/** @import { Action } from "./network.js" */
/** @import { Told } from "./outcome.js" */

/**
 * Note in the `values` of an action how it stands. If that is not certain, it is asked, and the action stays open. `agreed` is the day or
 * month of the meeting that agreed it, if that is not the one at hand.
 *
 * @param {FoundAction} one
 * @param {Action} values
 * @param {ActionDays} days
 * @param {string | undefined} agreed
 * @param {Told} told
 */
export function setProgress(one, values, days, agreed, told) {
  const written = stateOf(one);
  let [how, rest] = standing(written);
  const action = firstWords(values.text);
  const found = days.doneIn(written);
  const [first] = found;
  if (!how && found.length === 1 && first.day && !days.without(written)) [how, rest] = ["done", written];
  let on = days.day;
  if (how === "done" && first) {
    if (found.length > 1 || !first.day || first.day > days.last) {
      told.questions.push(said("done-on", { said: oneLine(written), action }));
      return;
    }
    [on, rest] = [first.day, days.without(rest)];
    if (agreed && on < agreed) {
      told.questions.push(said("done-before", { day: inWords(on), agreed: inWords(agreed), action }));
      return;
    }
    if (first.assumed) told.assumed.push(said("assumed-at", { action, assumed: first.assumed }));
  }
  const reason = strip(oneLine(rest), `${REASON})`);
  if (how === "done") {
    values.done = on;
    if (!first) told.assumed.push(said("done-at-meeting", { action }));
    told.own.push(written);
    if (rest) told.leftOut.push(said("done-besides", { action, text: oneLine(written) }));
  } else if (how === "dropped" && length(reason) >= SHORTEST) {
    Object.assign(values, { dropped: days.day, why: reason });
    told.own.push(written);
  } else if (how === "open") told.own.push(written);
  else if (how === "dropped") told.questions.push(said("why-dropped", { action }));
  else told.questions.push(said("is-it-done", { said: oneLine(written), action }));
}
