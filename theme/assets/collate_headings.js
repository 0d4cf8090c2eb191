/** Finds the questions of a survey among the columns of a file. The same as macros/collate/headings.py, which says why. */

import { asCompared, columnLetters, Refusal } from "./collate_text.js";
import { FINISHED, PERSONAL, SENT, SERVICE, TECHNICAL } from "./collate_words.js";

/** @typedef {{ id: string, text: string }} Option */
/** @typedef {{ id: string, text: string, before: string[], code: string, options: Option[] }} Question */
/** @typedef {{ title: string, questions: Question[] }} Questionnaire */

const NEARLY = 0.6;
const NUMBERED = /\d{1,2}$/;

/** The columns of a file: which question each has the answers to, by its position. */
export class Columns {
  /** @type {Map<number, Question>} */
  questions = new Map();
  /** @type {number | null} */
  sent = null;
  /** @type {number | null} */
  finished = null;
  /** @type {string[]} */
  personal = [];
  /** @type {string[]} */
  others = [];
  /** @type {[heading: string, text: string][]} */
  former = [];

  /**
   * @param {Questionnaire} asked
   * @param {Record<string, string>} same The question for headings that someone has decided on
   * @param {string[]} leftOut Headings that are no question
   */
  constructor(asked, same = {}, leftOut = []) {
    this.asked = asked;
    this.same = new Map(Object.entries(same).map(([heading, one]) => [asCompared(heading), one]));
    this.leftOut = new Set(leftOut.map(asCompared));
  }

  /**
   * The positions of the columns to read.
   *
   * @param {string[]} headings
   */
  choose(headings) {
    /** @type {[number, string][]} */
    const unknown = [];
    for (const [position, heading] of headings.entries()) {
      const plain = asCompared(heading);
      const found = this.#question(heading, this.same.get(plain));
      if (PERSONAL.includes(plain.replace(NUMBERED, ""))) {
        this.personal.push(heading);
      } else if (SENT.includes(plain)) {
        this.sent ??= position;
        this.finished = FINISHED.includes(plain) ? position : this.finished;
      } else if (found) {
        this.#take(position, found, heading);
      } else if (plain && !TECHNICAL.includes(plain)) {
        unknown.push([position, heading]);
      }
    }
    if (![...this.questions.values()].some((one) => one.id !== SERVICE)) {
      throw new Refusal("no-questions", { title: this.asked.title });
    }
    this.#lookAt(unknown);
    const others = [...new Set([this.sent, this.finished])].filter((one) => one !== null);
    return [...this.questions.keys(), ...others];
  }

  /** The questions without a column. */
  get missing() {
    const found = [...this.questions.values()];
    return this.asked.questions.filter((one) => !found.includes(one));
  }

  /**
   * @param {number} position
   * @param {Question} found
   * @param {string} heading
   */
  #take(position, found, heading) {
    for (const [other, question] of this.questions) {
      if (question === found) {
        const [first, second] = [columnLetters(other), columnLetters(position)];
        throw new Refusal("one-question-twice", { first, second, question: found.text });
      }
    }
    this.questions.set(position, found);
    if (!asCompared(heading).includes(asCompared(found.text)) && !isName(heading, found.id)) {
      this.former.push([heading, found.text]);
    }
  }

  /**
   * @param {string} heading
   * @param {string | undefined} decided
   */
  #question(heading, decided) {
    if (decided !== undefined) {
      return this.asked.questions.find((one) => one.id === decided);
    }
    for (const form of forms(heading)) {
      const plain = wordsOf(form).join(" ");
      const found = this.asked.questions.find(
        (one) =>
          [one.text, ...one.before].some((words) => wordsOf(words).join(" ") === plain) ||
          isName(form, one.id) ||
          form.toLowerCase() === one.code,
      );
      if (found) {
        return found;
      }
    }
    return undefined;
  }

  /** @param {[number, string][]} unknown */
  #lookAt(unknown) {
    for (const [position, heading] of unknown) {
      const near = this.missing.find((one) => isNearly(heading, one));
      if (near && !this.leftOut.has(asCompared(heading))) {
        const said = { column: columnLetters(position), heading: heading.slice(0, 200) };
        throw new Refusal("reworded", { ...said, question: near.text, id: near.id });
      }
      this.others.push(heading);
    }
  }
}

/**
 * A heading, and what of it may be the question.
 *
 * @param {string} heading
 */
function* forms(heading) {
  yield heading;
  const bracketed = /\[([^[\]]+)\]\s*$/.exec(heading);
  if (bracketed) {
    yield bracketed[1];
  }
  if (heading.includes("/")) {
    yield heading.slice(heading.lastIndexOf("/") + 1);
  }
  const at = heading.indexOf(". ");
  if (/^[\p{L}\p{N}]+$/u.test(heading.slice(0, Math.max(at, 0)))) {
    yield heading.slice(at + 2);
  }
  if (NUMBERED.test(heading)) {
    yield heading.replace(NUMBERED, "");
  }
}

/**
 * Whether a heading is the short name of a question.
 *
 * @param {string} heading
 * @param {string} name
 */
const isName = (heading, name) =>
  heading.trim().toLowerCase().replaceAll("_", "-").replace(/^q-/, "") === name.replace(/^q-/, "");

/**
 * @param {string} heading
 * @param {Question} question
 */
const isNearly = (heading, { text, before }) => [text, ...before].some((words) => likeness(heading, words) >= NEARLY);

/**
 * The words of a heading or a question.
 *
 * @param {string} text
 */
const wordsOf = (text) => asCompared(text).match(/[\p{L}\p{N}_]+/gu) ?? [];

/**
 * How many of their words two wordings share, of all that they have.
 *
 * @param {string} one
 * @param {string} other
 */
function likeness(one, other) {
  const [first, second] = [one, other].map((words) => new Set(wordsOf(words)));
  const shared = [...first].filter((word) => second.has(word)).length;
  return first.size && second.size ? (2 * shared) / (first.size + second.size) : 0;
}
