/** The words of an action that was found in a file, whatever becomes of it: see macros/minutes/action_words.py. */

import { STATE } from "python:action_words";

import { oneLine } from "./markdown.js";
import { starts } from "./match.js";
import { said } from "./messages.js";
import { strip } from "./text.js";
import { standing } from "./vocabulary.js";

/** @import { FoundAction } from "./found.js" */

/**
 * Whether a word in the column of days says how an action stands.
 *
 * @param {FoundAction} one
 */
export function isState({ text, due, done }) {
  const written = strip(due);
  return !strip(done) && !written.includes(text) && Boolean(starts(STATE, written)) && Boolean(standing(written)[0]);
}

/**
 * What is written of how an action stands.
 *
 * @param {FoundAction} one
 */
export const stateOf = (one) => (isState(one) ? one.due : one.done);

/**
 * Whether an action is struck through and no word says how it ended.
 *
 * @param {FoundAction} one
 */
export const isOnlyStruck = (one) => one.isStruck && standing(stateOf(one))[0] === "open";

/**
 * All that an action says, in one line.
 *
 * @param {FoundAction} one
 */
export function wholeOf(one) {
  // A line of its own has its owner and its day in it.
  const isLine = one.due.includes(one.text);
  const text = oneLine(isLine ? one.due : one.text);
  const parts = Object.entries(isLine ? {} : { Ref: one.ref, Owner: one.owner, Due: one.due, Done: one.done })
    .filter(([, words]) => strip(words) && !text.includes(words))
    .map(([name, words]) => `${name}: ${oneLine(words)}`);
  if (one.isStruck) parts.push(said("is-struck"));
  return parts.length ? `${text} (${parts.join("; ")})` : text;
}
