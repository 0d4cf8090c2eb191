/** The notes of a meeting as the text of its record: see macros/minutes/notes_text.py. */

import { DEEPEST, LONGEST_EMPTY, NOTES_ON } from "python:notes_text";

import { alike } from "../record.js";
import { clean, escaped, markdown, oneLine } from "./markdown.js";
import { said } from "./messages.js";
import { once, split } from "./text.js";

/** @import { Found, Notes } from "./found.js" */
/** @import { Told } from "./outcome.js" */

/**
 * The text. `kept` has what became no decision or action, by the name of the heading below which it stays.
 *
 * @param {Found} found
 * @param {Record<string, string[]>} kept
 * @param {Told} told
 */
export function notesText({ notes, title }, kept, told) {
  /** @type {string[]} */
  const parts = [];
  /** @type {{ section: Notes, isWritten: boolean }[]} The headings around the section at hand: those without words below are not written. */
  let above = [];
  for (const section of notes) {
    // The heading of the whole file is none.
    const isTitle = section.heading === title;
    const level = isTitle ? 0 : section.level;
    above = above.filter((one) => one.section.level < level);
    if (section.heading && !isTitle) {
      above.push({ section, isWritten: false });
      if (!section.isMarked || split(section.heading).length <= LONGEST_EMPTY) told.own.push(section.heading);
    }
    const text = markdown(section.blocks) || (above.length ? instead(section) : "");
    if (!text) continue;
    for (const [depth, one] of above.entries())
      if (!one.isWritten) parts.push(`${"#".repeat(Math.min(depth + 2, DEEPEST))} ${headingOf(one.section)}`);
    above = above.map((one) => ({ ...one, isWritten: true }));
    parts.push(text);
  }
  for (const [code, entries] of Object.entries(kept)) {
    const listed = once(entries).map((one) => `- ${escaped(oneLine(one))}`);
    if (listed.length) parts.push(`## ${said(code)}\n\n${listed.join("\n")}`);
  }
  return clean(parts.join("\n\n"));
}

/**
 * What stands below a heading if all of it became decisions or actions; empty if there was nothing.
 *
 * @param {Notes} section
 */
function instead({ taken }) {
  if (!taken.length) return "";
  return said(once(taken).length > 1 ? "see-both" : taken[0] === "decisions" ? "see-decisions" : "see-actions");
}

/** @param {Notes} section */
const headingOf = ({ heading }) => {
  const name = alike(heading);
  return Object.hasOwn(NOTES_ON, name) ? said(NOTES_ON[name]) : escaped(oneLine(heading));
};
