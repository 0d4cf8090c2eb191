/** What was answered about an action, as the values that it then has. */

/** @import { Action } from "./network.js" */
/** @import { Told } from "./outcome.js" */

/**
 * Put the answers about an action into its values.
 *
 * @param {Action} action
 * @param {Told} told
 */
export function answered(action, told) {
  const [owner, due, done] = ["owner", "due", "done"].map((what) => told.answer(what, action.id));
  if (owner) action.owner = owner;
  if (due) action.due = due;
  if (done) action.done = done;
}
