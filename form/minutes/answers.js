/** The answers to questions about minutes. They stay when a file of the same meeting is read again, as long as the question is the same. */

import { forget, keep, kept } from "../draft.js";
import { find } from "../page.js";

// Explanations follow what is asked.
const QUESTION = /^.*?\?(?= |$)/s;

export class Answers {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.list = find(section, "ol");
    this.box = find(section, "#minutes-keep", HTMLInputElement);
    this.forgetting = find(section, "[data-do=forget]");
    this.status = find(section, "[role=status]");
    /** The record that they are about. */
    this.path = "";
    /** @type {Map<string, string>} by question */
    this.typed = new Map();
    this.list.addEventListener("input", () => this.note());
    this.box.addEventListener("change", () => (this.box.checked ? this.save() : this.drop()));
    this.forgetting.addEventListener("click", () => {
      this.box.checked = false;
      this.drop();
      this.box.focus();
    });
    this.restore();
  }

  /** Whether they are still there after the page is closed. */
  get areKept() {
    return this.box.checked && !this.status.textContent;
  }

  note() {
    for (const one of this.list.querySelectorAll("li")) this.typed.set(questionOf(one), answerOf(one));
    if (this.box.checked) this.save();
  }

  save() {
    const isKept = keep({ path: this.path, questions: [...this.typed.keys()], answers: [...this.typed.values()] });
    this.status.textContent = isKept ? "" : "Your browser does not let us save anything.";
    this.forgetting.hidden = false;
  }

  drop() {
    forget();
    this.forgetting.hidden = true;
    this.status.textContent = "Nothing is saved any more.";
  }

  /** Take up what was saved, if anything was. What cannot be is forgotten. */
  restore() {
    try {
      const { path, questions, answers } = kept() ?? {};
      if (typeof path !== "string" || !Array.isArray(questions) || !Array.isArray(answers)) return;
      this.path = path;
      this.typed = new Map(questions.map((question, index) => [question, answers[index]]));
      this.box.checked = true;
      this.forgetting.hidden = false;
    } catch {
      forget();
    }
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
