/** The answers to questions about minutes. They stay when a file is read again, as long as the question is the same. */

import { find } from "../page.js";

export class Answers {
  /** @param {HTMLElement} list */
  constructor(list) {
    this.list = list;
    /** @type {Map<string, string>} by question */
    this.typed = new Map();
    list.addEventListener("input", () => this.note());
  }

  note() {
    for (const one of this.list.querySelectorAll("li"))
      this.typed.set(find(one, "label").textContent ?? "", find(one, "textarea", HTMLTextAreaElement).value);
  }

  /**
   * The questions, each with a place for its answer.
   *
   * @param {string[]} questions
   */
  entries(questions) {
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

  /** Each answered question with its answer, as text. */
  get texts() {
    return [...this.list.querySelectorAll("li")].flatMap((one) => {
      const answer = find(one, "textarea", HTMLTextAreaElement).value.trim();
      return answer ? [`${find(one, "label").textContent}\n${answer}`] : [];
    });
  }
}
