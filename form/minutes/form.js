/** The form of ours in a file: see macros/minutes/form.py. */

import { AGENDA, HOW_TO, HOW_TO_SEND, OWN, TITLE } from "python:form";

import { Paragraph, paragraphsOf } from "./blocks.js";

/** @import { Block } from "./blocks.js" */

/**
 * Whether a paragraph is one of ours, which says how to fill the form in or where to send it.
 *
 * @param {string} text
 */
export const isOwn = (text) => OWN.includes(text) || [HOW_TO, HOW_TO_SEND].some((start) => text.startsWith(start));

/**
 * The index of the heading of our form, below the agenda; 0 if there is none.
 *
 * @param {Block[]} blocks
 */
function startOf(blocks) {
  const texts = blocks.map((one) => (one instanceof Paragraph ? one.text.toLowerCase() : ""));
  const agenda = texts.findIndex((text) => text.startsWith(AGENDA));
  const start = texts.findIndex((text, index) => text.startsWith(TITLE.toLowerCase()) && agenda >= 0 && agenda < index);
  return Math.max(start, 0);
}

/**
 * The blocks from the heading of our form on; all of them if it is not there.
 *
 * @param {Block[]} blocks
 */
export const withoutAgenda = (blocks) => blocks.slice(startOf(blocks));

/**
 * The words before our form, by paragraph.
 *
 * @param {Block[]} blocks
 */
export const agendaOf = (blocks) =>
  paragraphsOf(blocks.slice(0, startOf(blocks)))
    .map((one) => one.text)
    .filter(Boolean);
