/** What a person has to hear of a file of minutes: see macros/minutes/outcome.py. */

export class Told {
  /** @type {string[]} */
  understood = [];
  /** @type {string[]} What the file did not say, and how it was read. */
  assumed = [];
  /** @type {string[]} */
  questions = [];
  /** @type {string[]} Words of the file that are not in the record, and why. */
  leftOut = [];
  /** @type {string[]} Words that are part of the form or the agenda, which no one misses. */
  own = [];

  /** Everything, as one text. */
  get words() {
    return [...this.understood, ...this.assumed, ...this.questions, ...this.leftOut, ...this.own].join("\n");
  }
}
