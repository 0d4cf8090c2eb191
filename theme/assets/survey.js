/** Saves the answers of a survey as a file on the device. Nothing is sent, and nothing is kept. */

import { download } from "./download.js";

const FORMAT = "survey-answers/1";

/**
 * What the file says: the question set and the answer to each question that has one. No time and no name.
 * @param {string} set
 * @param {Iterable<[string, unknown]>} chosen
 */
export function answerFile(set, chosen) {
  return `${JSON.stringify({ format: FORMAT, question_set: set, answers: Object.fromEntries(chosen) }, null, 2)}\n`;
}

/** Four letters or so, because the files of several people end up in one folder. */
function anyName() {
  return crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
}

/** @param {HTMLFormElement} form */
function start(form) {
  const end = /** @type {HTMLElement} */ (form.querySelector(".kb-survey__end"));
  const status = /** @type {HTMLElement} */ (end.querySelector("[role=status]"));
  end.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = [...new FormData(form)];
    if (!chosen.length) {
      status.textContent = "You have not chosen any answer yet.";
      return;
    }
    const set = String(form.dataset.set);
    const name = `answers-${set}-${anyName()}.json`;
    download(new Blob([answerFile(set, chosen)], { type: "application/json" }), name);
    status.textContent = `Saved ${name} where your browser keeps downloads. Send it to whoever asked you.`;
  });
  form.addEventListener("reset", () => {
    status.textContent = "Your answers are cleared.";
  });
}

const form = /** @type {HTMLFormElement | null} */ (globalThis.document?.querySelector(".kb-survey"));
if (form) {
  start(form);
}
