/** Adds the decisions and actions to what was found that lines of minutes say: see macros/minutes/entries.py. */

import { Paragraph } from "./blocks.js";
import { actionAndOwner, decisionLine, isOnlyOwner, saysNothing } from "./inline.js";
import { strip } from "./text.js";
import { withoutSign } from "./typed.js";

/** @import { Block } from "./blocks.js" */
/** @import { Found } from "./found.js" */
/** @import { Section } from "./vocabulary.js" */

/**
 * Add a decision. `within` is the part of minutes at hand, and `block` what its `text` stands in.
 *
 * @param {Found} found
 * @param {Section | null} within
 * @param {string} text
 * @param {Block} block
 */
export function takeDecision(found, within, text, block) {
  const own = block instanceof Paragraph ? withoutSign(block) : text;
  const words = text.includes(own) ? own : text;
  if (saysNothing(words)) found.own.push(words);
  else decide(found, within, decisionLine(words) || words, words);
}

/**
 * Add a decision that all the `words` of a line are, but for what says that it is one.
 *
 * @param {Found} found
 * @param {Section | null} within
 * @param {string} decision
 * @param {string} words
 */
export function decide(found, within, decision, words) {
  found.decisions.push(decision);
  found.own.push(words.endsWith(decision) ? words.slice(0, words.length - decision.length) : words);
  took(found, within, "decisions");
}

/**
 * Add the actions that a paragraph says, or the `text` behind its label.
 *
 * @param {Found} found
 * @param {Section | null} within
 * @param {Paragraph} block
 */
export function takeActions(found, within, block, text = "") {
  const words = text || withoutSign(block);
  if (saysNothing(words)) {
    found.own.push(words);
    return;
  }
  if (isOnlyOwner(words)) {
    found.note([block]);
    return;
  }
  const lines = words.split("\n").filter((line) => strip(line));
  // Lines that each name who does what.
  const isSeveral = lines.length > 1 && lines.every((line) => actionAndOwner(line)[1]);
  for (const line of isSeveral ? lines : [words]) {
    const [what, owner] = actionAndOwner(line);
    found.actions.push({ text: what, ref: "", owner, due: line, done: "", isStruck: block.isStruck });
  }
  took(found, within, "actions");
}

/**
 * Note that words below a heading of the notes became an entry of another part.
 *
 * @param {Found} found
 * @param {Section | null} within
 * @param {Section} part
 */
function took(found, within, part) {
  if (!within) found.notes[found.notes.length - 1]?.taken.push(part);
}
