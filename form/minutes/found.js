/** What is found in a file of minutes, in the words that stand there: see macros/minutes/found.py. */

/** @import { Block } from "./blocks.js" */
/** @import { Section } from "./vocabulary.js" */

/** @typedef {{ text: string, where: string }} Said Words, and what they stand beside or under. */
/** @typedef {{ text: string, ref: string, owner: string, due: string, done: string, isStruck: boolean }} FoundAction */
/**
 * A section of the notes. `taken` says of what below it became a decision or an action, and is not among its blocks. `isMarked` says that its
 * heading is only a line that looks like one.
 *
 * @typedef {{ heading: string, level: number, blocks: Block[], taken: Section[], isMarked?: boolean }} Notes
 */

export class Found {
  title = "";
  summary = "";
  page = "";
  /** @type {string[]} */
  dates = [];
  /** @type {string[]} */
  present = [];
  /** @type {string[]} */
  absent = [];
  /** @type {string[]} Those with no mark beside their names. */
  unmarked = [];
  /** @type {Said[]} The marks beside the names of those who may have been there or not. */
  unclear = [];
  /** @type {string[]} */
  decisions = [];
  /** @type {FoundAction[]} */
  actions = [];
  /** @type {Notes[]} */
  notes = [];
  /** @type {Said[]} What a record has no place for. */
  asides = [];
  /** @type {string[]} Words of the form itself. */
  own = [];
  /** @type {string[]} What stands before the form. */
  agenda = [];

  /**
   * Add blocks to the section at hand.
   *
   * @param {Block[]} blocks
   */
  note(blocks) {
    if (!this.notes.length) this.notes.push({ heading: "", level: 0, blocks: [], taken: [] });
    this.notes[this.notes.length - 1].blocks.push(...blocks);
  }
}
