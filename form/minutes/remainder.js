/** The last look: no word of a file may be in neither the record nor the list of what was left out: see macros/minutes/remainder.py. */

import { NUMBER, WORD } from "python:remainder";

import { Paragraph } from "./blocks.js";
import { clean } from "./markdown.js";
import { matches, replaced } from "./match.js";
import { said } from "./messages.js";
import { folded, once } from "./text.js";

/** @import { Block, WordFile } from "./blocks.js" */

/**
 * A line for each paragraph or cell that has a word which is not in the `known` text. Some of these words are `asked` about.
 *
 * @param {WordFile} file
 * @param {string} known
 * @param {string} asked
 */
export function remainder(file, known, asked) {
  const words = new Set(wordsOf(known));
  const orAsked = new Set([...words, ...wordsOf(asked)]);
  return once(textsOf(file.blocks)).flatMap((text) => {
    const ofText = wordsOf(replaced(NUMBER, text, ""));
    if (ofText.every((word) => words.has(word))) return [];
    const code = ofText.every((word) => orAsked.has(word)) ? "asked-about" : "not-understood";
    return [said(code, { text: folded(clean(text)) })];
  });
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
