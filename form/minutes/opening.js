/** What the first lines of minutes say: see macros/minutes/opening.py. */

import { DAY } from "python:dates";
import { FIRST_LINES } from "python:opening";

import { paragraphsOf } from "./blocks.js";
import { headingLevel } from "./headings.js";
import { labelled } from "./inline.js";
import { folded } from "./text.js";
import { isOfAnother, section } from "./vocabulary.js";

/** @import { Block } from "./blocks.js" */
/** @import { Found } from "./found.js" */

/**
 * Note the title and the days. The title is the first heading or, if there is none, the first line unless it has a label.
 *
 * @param {Block[]} blocks
 * @param {Found} found
 */
export function readOpening(blocks, found) {
  const first = paragraphsOf(blocks.slice(0, FIRST_LINES * 2))
    .filter((one) => one.text)
    .slice(0, FIRST_LINES);
  const heading = first.find((one) => headingLevel(one) && !section(one.text));
  const title = heading ?? (first.length && !labelled(first[0].text) ? first[0] : null);
  found.title = title ? folded(title.text) : "";
  for (const { text } of first.slice(0, FIRST_LINES / 2)) {
    if (isOfAnother(text)) break;
    if (DAY.test(text) && !labelled(text)) found.dates.push(text);
  }
}
