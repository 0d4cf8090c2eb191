/** What a file of minutes consists of: see macros/minutes/blocks.py. */

import { folded, strip } from "./text.js";

/** @typedef {{ text: string, bold: boolean, italic: boolean, struck: boolean, underlined: boolean, target: string }} Words */
/** @typedef {{ level: number, isNumbered: boolean }} Entry The place of a paragraph in a list. */
/** @typedef {Paragraph | Table} Block */
/** @typedef {{ where: string, text: string }} Aside Words beside the text. */
/** @typedef {{ blocks: Block[], asides: Aside[], unread: string[], saved: string }} WordFile `saved` is when, if it says so. */

/** A paragraph. `heading` is the level of a heading, 0 for any other paragraph. */
export class Paragraph {
  /**
   * @param {Words[]} words
   * @param {number} heading
   * @param {Entry | null} entry
   */
  constructor(words, heading = 0, entry = null) {
    this.words = words;
    this.heading = heading;
    this.entry = entry;
    this.text = strip(words.map((one) => one.text).join(""));
  }

  get isStruck() {
    return this.#areAll(({ struck }) => struck);
  }

  get isMarked() {
    return this.#areAll(({ bold }) => bold) || this.#areAll(({ underlined, target }) => underlined && !target);
  }

  /** @param {(words: Words) => boolean} test */
  #areAll(test) {
    const written = this.words.filter((one) => strip(one.text));
    return written.length > 0 && written.every(test);
  }
}

/** A cell. One that is merged with that above it has the blocks of that, and `isRepeated`. */
export class Cell {
  /** @param {Block[]} blocks */
  constructor(blocks, isRepeated = false) {
    this.blocks = blocks;
    this.isRepeated = isRepeated;
    this.paragraphs = paragraphsOf(blocks).filter((one) => one.text);
    this.text = folded(this.paragraphs.map((one) => one.text).join(" "));
  }
}

/** A table: the cells of each row, as many in each as the widest row has. */
export class Table {
  /** @param {Cell[][]} rows */
  constructor(rows) {
    this.rows = rows;
  }

  /** All its cells, row by row. */
  get cells() {
    return this.rows.flat();
  }
}

/**
 * The paragraphs of blocks and of their tables, each once.
 *
 * @param {Block[]} blocks
 * @returns {Paragraph[]}
 */
export const paragraphsOf = (blocks) =>
  blocks.flatMap((block) =>
    block instanceof Table
      ? block.cells.filter((cell) => !cell.isRepeated).flatMap((cell) => paragraphsOf(cell.blocks))
      : [block],
  );

/**
 * What the links of a file lead to.
 *
 * @param {WordFile} file
 */
export const targetsOf = (file) =>
  paragraphsOf(file.blocks)
    .flatMap((one) => one.words)
    .map((one) => one.target)
    .filter(Boolean);
