/** By which day an action is to be done: see macros/minutes/due.py. */

import { isState } from "./action_words.js";
import { firstWords, oneLine } from "./markdown.js";
import { said } from "./messages.js";
import { strip } from "./text.js";
import { inWords } from "./written_dates.js";

/** @import { ActionDays } from "./action_days.js" */
/** @import { FoundAction } from "./found.js" */
/** @import { Action } from "./network.js" */
/** @import { Told } from "./outcome.js" */
/** @import { People } from "./people.js" */

/**
 * Note in the `values` of an action when it is due. If that is not certain, it is asked, and stays as it was.
 *
 * @param {FoundAction} one
 * @param {Action} values
 * @param {ActionDays} days
 * @param {People} people
 * @param {Told} told
 */
export function setDue(one, values, days, people, told) {
  const { due: before } = values;
  const action = firstWords(one.text);
  const problem = dueProblem(one, before, days);
  if (problem) {
    const stays = before ? said("still-due", { day: inWords(before) }) : said("no-due");
    // What is asked about the owner asks about the day, too.
    if (!told.questions.some(({ kind, about }) => kind === "owner-and-day" && about[0] === values.id))
      told.ask("ask-due", [values.id], { action, problem, stays });
    return;
  }
  const text = written(one, days);
  const [first] = isState(one) ? [] : days.dueIn(text);
  if (!first) return;
  values.due = first.day;
  told.own.push(text);
  if (first.assumed) told.assumed.push(said("assumed-at", { action, assumed: first.assumed }));
  const rest = one.due.includes(one.text) ? "" : days.without(text);
  if (!rest) return;
  const details = { action, text: oneLine(text), day: inWords(first.day) };
  if (text === one.owner || one.due === one.owner || people.service(rest)) told.leftOut.push(said("read-as", details));
  // It may say that this is no longer the day.
  else told.ask("due-besides", [values.id], details);
}

/**
 * A sentence on why it is not clear by which day an action is to be done; empty if it is. `before` is the day so far.
 *
 * @param {FoundAction} one
 * @param {string | undefined} before
 * @param {ActionDays} days
 */
export function dueProblem(one, before, days) {
  const text = written(one, days);
  const found = days.dueIn(text);
  if (isState(one) || (found.length === 1 && found[0].day)) return "";
  if (found.length) {
    const wrong = found.map((day) => day.wrong).filter(Boolean);
    return `${wrong.length ? wrong.join("; ") : said("not-one-day", { text: oneLine(text) })}.`;
  }
  if (strip(one.due) && !one.due.includes(one.text)) return said("due-not-a-day", { text: oneLine(one.due) });
  return before && !text ? said("due-taken-out", { day: inWords(before) }) : "";
}

/**
 * @param {FoundAction} one
 * @param {ActionDays} days
 */
const written = (one, days) => strip(one.due) || (days.dueIn(one.owner).length ? one.owner : "");
