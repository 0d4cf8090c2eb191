/** A preview of the page. What people write is never taken for HTML. */

import { bodyText } from "./record.js";
import { render } from "./rendered.js";

/**
 * @param {string} name
 * @param {string} classes
 * @param {(Node | string)[]} children
 */
export function element(name, classes, ...children) {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  made.append(...children);
  return made;
}

/**
 * Show the answers so far. `shown` has the labels of questions with the words of their answers.
 *
 * @param {Element} box
 * @param {{
 *   title?: string,
 *   summary?: string,
 *   stage?: { value: string, label: string },
 *   shown: import("./types").Pairs,
 *   sections: import("./types").Pairs,
 * }} answers
 */
export function preview(box, { title, summary, stage, shown, sections }) {
  const made = [];
  if (stage) made.push(element("p", "kb-kind", element("span", `kb-badge kb-badge--${stage.value}`, stage.label)));
  if (title) made.push(element("h3", "", title));
  if (summary) made.push(element("p", "kb-lead", summary));
  const facts = shown.map(([label, words]) => element("div", "", element("dt", "", label), element("dd", "", words)));
  if (facts.length) made.push(element("dl", "kb-facts", ...facts));
  if (sections.length) made.push(story(sections));
  if (!made.length) made.push(element("p", "kb-empty", "What you write appears here."));
  box.replaceChildren(...made);
}

/**
 * The sections as the page will show them, all in one: the notes of all come at the end. Until what reads them has come, and if it
 * does not, they are shown as they are written.
 *
 * @param {import("./types").Pairs} sections
 */
function story(sections) {
  const raw = sections.flatMap(([heading, text]) => [
    element("h4", "", heading),
    element("p", "kb-preview__text", text),
  ]);
  const made = element("div", "", ...raw);
  render(made, bodyText(sections));
  return made;
}
