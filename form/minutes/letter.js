/** What goes with a record: the answers, the questions that are still open, and what was left out, each in words. */

import { said } from "./messages.js";
import { wordOf } from "./people.js";

/** @import { Draft } from "./draft.js" */

/** @typedef {{ question: string, answers: string[] }} Answered A question with its answers; with none if it is not answered. */

const A_NAME = "a name";
// These words are in a question, too.
const ASKED = said("asked-about", { text: "" });

/**
 * How a letter starts, with the name of the file that is attached to it.
 *
 * @param {Draft} draft
 * @param {string} file
 */
export const openingOf = ({ values }, file) =>
  `Hello, here are the minutes for the page "${values.title}". I have attached the file ${file}.`;

/**
 * The paragraphs of the letter. In public, no one is named.
 *
 * @param {Draft} draft
 * @param {Answered[]} answered
 */
export function letter({ told, names, unknown }, answered, isPublic = false) {
  const given = answered.filter(({ answers }) => answers.length);
  const open = answered.filter(({ answers }) => !answers.length);
  const parts = [
    ...under(
      "My answers:",
      given.map(({ question, answers }) => `${question}\n> ${answers.join("\n> ")}`),
    ),
    ...under(
      "Not answered yet:",
      open.map(({ question }) => question),
    ),
    ...under("How the file was read, to be checked:", told.assumed),
    ...under(
      "Left out:",
      told.leftOut.filter((one) => !one.endsWith(ASKED)),
    ),
    ...under("For the editor:", told.forEditor),
  ];
  return isPublic ? parts.map((one) => without([...names, ...unknown], one)) : parts;
}

/**
 * @param {string} heading
 * @param {string[]} entries
 */
const under = (heading, entries) => (entries.length ? [[heading, ...entries.map((one) => `- ${one}`)].join("\n")] : []);

/**
 * @param {string[]} names
 * @param {string} text
 */
const without = (names, text) => (names.length ? text.replace(wordOf(names), A_NAME) : text);
