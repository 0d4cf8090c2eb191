/** The last look: no word of a file may be in neither the record nor the list of what was left out: see macros/minutes/remainder.py. */

import { WORD } from "python:remainder";

import { Paragraph } from "./blocks.js";
import { clean } from "./markdown.js";
import { matches } from "./match.js";
import { said } from "./messages.js";
import { folded, once } from "./text.js";

/** @import { Block, WordFile } from "./blocks.js" */

/**
 * A line for each paragraph or cell that has a word which is not in a text.
 *
 * @param {WordFile} file
 * @param {string} known
 */
export function remainder(file, known) {
  const words = new Set(wordsOf(known));
  const missing = textsOf(file.blocks).filter((text) => wordsOf(text).some((word) => !words.has(word)));
  return once(missing).map((text) => said("not-understood", { text: folded(clean(text)) }));
}

/**
 * The words of a text, in small letters and without the signs around them.
 *
 * @param {string} text
 */
export const wordsOf = (text) => matches(WORD, clean(text).toUpperCase().toLowerCase()).map(([word]) => word);

/**
 * @param {Block[]} blocks
 * @returns {string[]}
 */
const textsOf = (blocks) =>
  blocks.flatMap((block) =>
    block instanceof Paragraph ? [block.text] : block.cells.flatMap((cell) => textsOf(cell.blocks)),
  );
