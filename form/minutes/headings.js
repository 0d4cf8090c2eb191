/** Headings of minutes, whether they are set as such or only look like it: see macros/minutes/headings.py. */

import { ENDS, ITEM, LONGEST_HEADING, MARKED_LEVEL, WITH_CONTENT } from "python:headings";

import { labelled } from "./inline.js";
import { starts } from "./match.js";
import { length } from "./text.js";
import { section } from "./vocabulary.js";

/** @import { Paragraph } from "./blocks.js" */

/**
 * The level of a heading; 0 if a paragraph is none.
 *
 * @param {Paragraph} block
 * @returns {number}
 */
export function headingLevel(block) {
  if (block.heading) return block.heading;
  const { text } = block;
  if (length(text) > LONGEST_HEADING || text.includes("\n") || ENDS.test(text)) return 0;
  if (starts(ITEM, text)) return MARKED_LEVEL;
  if (block.isMarked && (!block.entry || text.endsWith(":")) && !labelled(text)) return MARKED_LEVEL;
  return WITH_CONTENT.includes(section(text)) && (text.endsWith(":") || isUpper(text)) ? MARKED_LEVEL : 0;
}

/** @param {string} text */
const isUpper = (text) => /\p{Lu}/u.test(text) && !/[\p{Ll}\p{Lt}]/u.test(text);
