/** What a person has to hear of a file of minutes: see macros/minutes/outcome.py. */

import { said } from "./messages.js";

/** @typedef {{ text: string, kind: string, about: string[] }} Question A question, what kind of question it is, and what it is about. */

export class Told {
  /** @type {string[]} */
  understood = [];
  /** @type {string[]} What the file did not say, and how it was read. */
  assumed = [];
  /** @type {Question[]} */
  questions = [];
  /** @type {string[]} Words of the file that are not in the record, and why. */
  leftOut = [];
  /** @type {string[]} What else has to be done, in other records. */
  forEditor = [];
  /** @type {string[]} Words that are part of the form or the agenda, which no one misses. */
  own = [];

  /** @param {Map<string, string>} answers that were given so far: see `keyOf` */
  constructor(answers) {
    this.answers = answers;
  }

  /**
   * Ask a question of some kind.
   *
   * @param {string} kind
   * @param {string[]} about
   * @param {Record<string, string | number>} details
   */
  ask(kind, about = [], details = {}) {
    this.questions.push({ text: said(kind, details), kind, about });
  }

  /**
   * Ask a question of some kind before all others.
   *
   * @param {string} kind
   */
  askFirst(kind) {
    this.questions.unshift({ text: said(kind), kind, about: [] });
  }

  /**
   * What was answered so far; empty if it was not.
   *
   * @param {string} what
   * @param {string} about
   */
  answer(what, about = "") {
    return this.answers.get(keyOf(what, about)) ?? "";
  }

  /** Everything but the questions, as one text. */
  get known() {
    return [...this.understood, ...this.assumed, ...this.leftOut, ...this.own].join("\n");
  }
}

/**
 * What an answer is kept under.
 *
 * @param {string} what
 * @param {string} about
 */
export const keyOf = (what, about) => `${what} ${about}`;
