/** Shows what became of minutes as a page that anyone can read. */

import { element } from "../preview.js";
import { render } from "../rendered.js";
import { inWords } from "./written_dates.js";

/** @import { Draft } from "./draft.js" */
/** @import { Action } from "./network.js" */

/**
 * Show the draft in a box.
 *
 * @param {HTMLElement} box
 * @param {Draft} draft
 * @param {Record<string, string>} titles of services, by id
 */
export function showPage(box, { values, body, isPlanned }, titles) {
  const title = (/** @type {string} */ id) => titles[id] ?? id;
  const notes = element("div", "kb-preview__text", body);
  box.replaceChildren(
    element("h3", "", values.title ?? ""),
    element("p", "", values.date ? inWords(values.date) : "The day is not known."),
    ...(values.summary && !isPlanned ? [element("p", "kb-lead", values.summary)] : []),
    ...(isPlanned ? [element("p", "kb-empty", "What happened is not said yet: see the questions.")] : []),
    ...section("Services present", (values.attended ?? []).map(title)),
    ...section("Decisions", values.decisions ?? []),
    ...section(
      "Actions",
      (values.actions ?? []).map((one) => `${one.text} (${title(one.owner)}${due(one)}; ${state(one)})`),
    ),
    element("h4", "", "Notes"),
    body ? notes : empty(),
  );
  if (body) render(notes, body);
}

/**
 * @param {string} heading
 * @param {string[]} entries
 */
const section = (heading, entries) => [
  element("h4", "", heading),
  entries.length ? element("ul", "", ...entries.map((one) => element("li", "", one))) : empty(),
];

const empty = () => element("p", "kb-empty", "Nothing was found.");

/** @param {Action} action */
const due = (action) => (action.due ? `; by ${inWords(action.due)}` : "");

/** @param {Action} action */
function state({ done, dropped, why }) {
  if (done) return `done on ${inWords(done)}`;
  return dropped ? `dropped on ${inWords(dropped)}: ${why}` : "still open";
}
