/** What a question is answered with: a choice of services, a day, yes or no, boxes to tick, or words. */

import { LONGEST_SUMMARY, SHORTEST_SUMMARY } from "python:word_form";

import { keyOf } from "./outcome.js";

/** @import { Network } from "./network.js" */
/** @import { Question } from "./outcome.js" */

/** @typedef {{ what: string, about: string, label: string, type: "service" | "day" | "done" | "yes" | "boxes" | "words" }} Control */

const SUMMARY = `In a sentence of ${SHORTEST_SUMMARY} to ${LONGEST_SUMMARY} characters`;
// The questions whose answer changes the record at once, and of what type the answer is.
/** @type {Record<string, (question: Question) => Omit<Control, "about">[]>} */
const OF_KIND = {
  "which-owner": () => [{ what: "owner", label: "Service", type: "service" }],
  "owner-and-day": () => [
    { what: "owner", label: "Service", type: "service" },
    { what: "due", label: "Day", type: "day" },
  ],
  "ask-due": () => [{ what: "due", label: "Day", type: "day" }],
  "due-besides": () => [{ what: "due", label: "Day", type: "day" }],
  "to-come": () => [{ what: "held", label: "", type: "yes" }],
  unclear: () => [{ what: "there", label: "", type: "yes" }],
  "maybe-people": () => [{ what: "maybe-people", label: "", type: "boxes" }],
  topics: () => [{ what: "topics", label: "", type: "boxes" }],
  "summary-planned": () => [{ what: "summary", label: SUMMARY, type: "words" }],
  "summary-length": () => [{ what: "summary", label: SUMMARY, type: "words" }],
};
for (const kind of ["not-mentioned", "is-it-done", "done-on", "done-before", "struck"])
  OF_KIND[kind] = () => [{ what: "done", label: "Done on", type: "done" }];
const ALONE = new Set(["words", "service", "day"]);
let number = 0;

/**
 * The controls of a question.
 *
 * @param {Question} question
 * @returns {Control[]}
 */
function controlsOf(question) {
  const [first = ""] = question.about;
  if (question.kind === "names-there")
    return question.about.map((name) => ({ what: "from", about: name, label: name, type: "service" }));
  const known = OF_KIND[question.kind]?.(question);
  if (known)
    return known.map((one) => ({
      ...one,
      about: ["topics", "summary", "maybe-people"].includes(one.what) ? "" : first,
    }));
  return [{ what: question.kind, about: question.about.join("; "), label: "", type: "words" }];
}

/**
 * A question with what it is answered with. Several answers make a group.
 *
 * @param {Question} question
 * @param {Map<string, string>} given
 * @param {Network} network
 * @returns {HTMLElement[]}
 */
export function controls(question, given, network) {
  const all = controlsOf(question);
  const [one] = all;
  // Then the question labels its answer. A name that was found needs to be seen beside its service.
  const isAlone = all.length === 1 && ALONE.has(one.type) && question.kind !== "names-there";
  const made = all.map((one) => answerOf(one, question, given.get(keyOf(one.what, one.about)) ?? "", network, isAlone));
  if (isAlone) {
    const [answer] = made;
    const field = answer.querySelector("textarea, select, input");
    const label = element("label", question.text);
    label.htmlFor = field?.id ?? "";
    return [label, answer];
  }
  const group = element("div", "");
  const words = element("p", one.type === "boxes" ? question.text.replace(/\?.*$/s, "?") : question.text);
  number += 1;
  words.id = `minutes-question-${number}`;
  group.setAttribute("role", "group");
  group.setAttribute("aria-labelledby", words.id);
  group.append(words, ...made);
  return [group];
}

/**
 * What was chosen or typed; empty if nothing was.
 *
 * @param {HTMLElement} answer
 */
export function answerIn(answer) {
  const boxes = [...answer.querySelectorAll("input[type=checkbox]")];
  if (boxes.length)
    return boxes.flatMap((one) => (one instanceof HTMLInputElement && one.checked ? [one.value] : [])).join("; ");
  const radio = answer.querySelector("input[type=radio]:checked");
  if (radio instanceof HTMLInputElement) return radio.value;
  const field = answer.querySelector("select, textarea, input:not([type=radio])");
  return field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement
    ? field.value
    : "";
}

/**
 * @param {Control} control
 * @param {Question} question
 * @param {string} value
 * @param {Network} network
 * @param {boolean} isAlone
 */
function answerOf({ what, about, label, type }, question, value, { current, titles }, isAlone) {
  const answer = element("div", "");
  answer.className = "kb-minutes__answer";
  answer.dataset.answer = keyOf(what, about);
  answer.dataset.label = label === SUMMARY ? "" : label;
  number += 1;
  const id = `minutes-answer-${number}`;
  if (type === "yes" || type === "boxes") {
    const choices = type === "yes" ? ["yes", "no"] : question.about;
    for (const choice of choices) {
      const box = element("input", "");
      box.type = type === "yes" ? "radio" : "checkbox";
      box.name = id;
      box.value = choice;
      box.checked = type === "yes" ? value === choice : value.split("; ").includes(choice);
      const line = element("label", "");
      line.append(box, ` ${type === "yes" ? choice[0].toUpperCase() + choice.slice(1) : choice}`);
      answer.append(line);
    }
    return answer;
  }
  const field =
    type === "service" ? element("select", "") : type === "words" ? element("textarea", "") : element("input", "");
  field.id = id;
  if (field instanceof HTMLSelectElement) {
    field.append(new Option("Not answered", ""), ...current.map((one) => new Option(titles[one] ?? one, one)));
  } else if (field instanceof HTMLTextAreaElement) field.rows = 1;
  else field.type = "date";
  field.value = value;
  if (label === SUMMARY) field.setAttribute("aria-description", label);
  if (!isAlone) {
    const name = element("label", type === "done" ? `${label} (leave it blank if it is still open)` : label);
    name.htmlFor = id;
    answer.append(name);
  }
  answer.append(field);
  return answer;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} text
 */
function element(name, text) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  return made;
}
