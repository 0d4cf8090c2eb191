/** How an action stands after a meeting: see macros/minutes/progress.py. */

import { CARRIED, ONLY_OPEN, REASON, SHORTEST } from "python:progress";

import { stateOf } from "./action_words.js";
import { firstWords, oneLine } from "./markdown.js";
import { starts, whole } from "./match.js";
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
  if (!how && isCarried(strip(written), values, days, told)) return;
  let on = days.day;
  if (how === "done" && first) {
    if (found.length > 1 || !first.day || first.day > days.last) {
      told.ask("done-on", [values.id], { said: oneLine(written), action });
      return;
    }
    [on, rest] = [first.day, days.without(rest)];
    if (agreed && on < agreed) {
      told.ask("done-before", [values.id], { day: inWords(on), agreed: inWords(agreed), action });
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
  } else if (how === "open") {
    if (!whole(ONLY_OPEN, strip(written))) told.leftOut.push(said("open-besides", { action, text: oneLine(written) }));
  } else if (how === "dropped") told.ask("why-dropped", [values.id], { action });
  else told.ask("is-it-done", [values.id], { said: oneLine(written), action });
}

/**
 * Whether it says that an action goes on until another day, which is then the one it is due.
 *
 * @param {string} written
 * @param {Action} values
 * @param {ActionDays} days
 * @param {Told} told
 */
function isCarried(written, values, days, told) {
  const [words] = starts(CARRIED, written) ?? [""];
  const rest = words && written.slice(words.length);
  const [first, ...others] = days.dueIn(rest);
  if (!first?.day || others.length || days.without(rest)) return false;
  values.due = first.day;
  told.own.push(written);
  told.assumed.push(said("carried", { action: firstWords(values.text), day: inWords(first.day) }));
  return true;
}
