/** What was typed into the agenda above the form: see macros/minutes/agenda_part.py. */

import { PRINTED_ON } from "python:agenda_part";

import { agendaOf } from "./form.js";
import { said } from "./messages.js";
import { wordsOf } from "./remainder.js";
import { folded, once } from "./text.js";

/** @import { Block } from "./blocks.js" */

/**
 * A line for each paragraph before our form that has a word which was not printed. If it is not known what was, there is none.
 *
 * @param {Block[]} blocks
 * @param {string[]} printed
 */
export function typedIntoAgenda(blocks, printed) {
  const known = new Set(printed);
  const isTyped = (/** @type {string} */ text) =>
    !text.startsWith(PRINTED_ON) && wordsOf(text).some((word) => !known.has(word));
  return known.size
    ? once(agendaOf(blocks))
        .filter(isTyped)
        .map((text) => said("in-agenda", { text: folded(text) }))
    : [];
}
