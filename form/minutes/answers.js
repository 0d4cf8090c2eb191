/** The answers to questions about minutes. They stay when a file of the same meeting is read again, as long as the question is the same. */

import { find } from "../page.js";

// Explanations follow what is asked.
const QUESTION = /^.*?\?(?= |$)/s;

export class Answers {
  /** @param {HTMLElement} list */
  constructor(list) {
    this.list = list;
    /** The record that they are about. */
    this.path = "";
    /** @type {Map<string, string>} by question */
    this.typed = new Map();
    list.addEventListener("input", () => this.note());
  }

  note() {
    for (const one of this.list.querySelectorAll("li")) this.typed.set(questionOf(one), answerOf(one));
  }

  /**
   * The questions about a record, each with a place for its answer.
   *
   * @param {string[]} questions
   * @param {string} path
   */
  entries(questions, path) {
    if (path !== this.path) this.typed.clear();
    this.path = path;
    return questions.map((words, index) => {
      const made = document.createElement("li");
      const [label, answer] = [document.createElement("label"), document.createElement("textarea")];
      label.textContent = words;
      label.htmlFor = answer.id = `minutes-answer-${index}`;
      answer.rows = 1;
      answer.value = this.typed.get(words) ?? "";
      made.append(label, answer);
      return made;
    });
  }

  /** Each answered question with its answer, as text, without what explains the question. */
  get texts() {
    return [...this.list.querySelectorAll("li")].flatMap((one) => {
      const answer = answerOf(one).trim();
      const [question] = QUESTION.exec(questionOf(one)) ?? [questionOf(one)];
      return answer ? [`${question}\n${answer}`] : [];
    });
  }
}

/** @param {HTMLElement} entry */
const questionOf = (entry) => find(entry, "label").textContent ?? "";

/** @param {HTMLElement} entry */
const answerOf = (entry) => find(entry, "textarea", HTMLTextAreaElement).value;
