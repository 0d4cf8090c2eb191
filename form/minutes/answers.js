/** The answers to questions about minutes. They stay when a file of the same meeting is read again, even if a question has other words. */

import { forget, keep, kept } from "../draft.js";
import { find } from "../page.js";
import { answerIn, controls } from "./controls.js";
import { keyOf } from "./outcome.js";

/** @import { Network } from "./network.js" */
/** @import { Question } from "./outcome.js" */

export class Answers {
  /**
   * @param {HTMLElement} section
   * @param {Network} network
   */
  constructor(section, network) {
    this.network = network;
    this.list = find(section, "ol");
    this.box = find(section, "#minutes-keep", HTMLInputElement);
    this.forgetting = find(section, "[data-do=forget]");
    this.status = find(section, "[role=status]");
    /** The record that they are about. */
    this.path = "";
    /** @type {Map<string, string>} by what they are about */
    this.given = new Map();
    /** @type {Question[]} */
    this.questions = [];
    this.list.addEventListener("input", (event) => this.note(event.target));
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

  /** @param {EventTarget | null} target */
  note(target) {
    const answer = target instanceof Element ? target.closest("[data-answer]") : null;
    if (!(answer instanceof HTMLElement)) return;
    this.given.set(answer.dataset.answer ?? "", answerIn(answer));
    if (this.box.checked) this.save();
  }

  save() {
    const isKept = keep({ path: this.path, questions: [...this.given.keys()], answers: [...this.given.values()] });
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
      this.given = new Map(questions.map((question, index) => [question, answers[index]]));
      this.box.checked = true;
      this.forgetting.hidden = false;
    } catch {
      forget();
    }
  }

  /**
   * Forget the answers about another record than this.
   *
   * @param {string} path
   */
  startWith(path) {
    if (path !== this.path) this.given.clear();
    this.path = path;
    this.list.replaceChildren();
  }

  /**
   * Show the questions. Those that are there already stay as they are, because someone may be answering them.
   *
   * @param {Question[]} questions
   */
  show(questions) {
    this.questions = questions;
    const wanted = new Map(questions.map((one) => [nameOf(one), one]));
    for (const entry of [...this.list.children])
      if (entry instanceof HTMLElement && !wanted.delete(entry.dataset.question ?? "")) entry.remove();
    for (const [name, question] of wanted) {
      const entry = document.createElement("li");
      entry.dataset.question = name;
      entry.append(...controls(question, this.given, this.network));
      const at = questions.findIndex((one) => nameOf(one) === name);
      this.list.insertBefore(entry, this.list.children[at] ?? null);
    }
  }

  /** Each question with its answers, as text; with none if it is not answered. */
  get texts() {
    return this.questions.map((one) => {
      const entry = [...this.list.children].find(
        (other) => other instanceof HTMLElement && other.dataset.question === nameOf(one),
      );
      const answers = [...(entry?.querySelectorAll("[data-answer]") ?? [])].flatMap((answer) =>
        answer instanceof HTMLElement ? wordsOf(answer) : [],
      );
      return { question: one.text, answers };
    });
  }
}

/** @param {Question} question */
const nameOf = ({ kind, about }) => keyOf(kind, about.join("; "));

/** @param {HTMLElement} answer */
function wordsOf(answer) {
  const value = answerIn(answer);
  if (!value) return [];
  const chosen = answer.querySelector("option:checked")?.textContent ?? value;
  return [answer.dataset.label ? `${answer.dataset.label}: ${chosen}` : chosen];
}
