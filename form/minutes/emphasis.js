/** Bold that marks nothing, because nearly all of a file has it: see macros/minutes/emphasis.py. */

import { MOST_PERCENT } from "python:emphasis";

import { Cell, Paragraph, paragraphsOf, Table } from "./blocks.js";
import { length } from "./text.js";

/** @import { Block, Words } from "./blocks.js" */

/**
 * The blocks as they are or, if nearly all of their words are bold, with none that is.
 *
 * @param {Block[]} blocks
 */
export function withoutIdleBold(blocks) {
  const words = paragraphsOf(blocks).flatMap((paragraph) => paragraph.words);
  const bold = lengthOf(words.filter((one) => one.bold));
  return bold * 100 <= lengthOf(words) * MOST_PERCENT ? blocks : blocks.map(plain);
}

/** @param {Words[]} words */
const lengthOf = (words) => words.reduce((sum, one) => sum + length(one.text), 0);

/**
 * @param {Block} block
 * @returns {Block}
 */
function plain(block) {
  if (block instanceof Table)
    return new Table(block.rows.map((row) => row.map((cell) => new Cell(cell.blocks.map(plain), cell.isRepeated))));
  return new Paragraph(
    block.words.map((one) => ({ ...one, bold: false })),
    block.heading,
    block.entry,
  );
}
