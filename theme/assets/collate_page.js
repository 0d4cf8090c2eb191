/** What the pages that collate in a browser have in common. */

import { counted, Refusal } from "./collate_text.js";
import { download } from "./download.js";

/** @import { Table } from "./collate_report.js" */

/**
 * An element with text and children.
 *
 * @param {string} tag
 * @param {string} text
 * @param {Record<string, string>} attributes
 * @param {HTMLElement[]} children
 */
export function made(tag, text = "", attributes = {}, children = []) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** @param {string[]} lines */
export const listOf = (lines) =>
  made(
    "ul",
    "",
    {},
    lines.map((one) => made("li", one)),
  );

/** @param {string} words */
export const refused = (words) => made("p", words, { class: "kb-collate__refused" });

/**
 * The buttons that decide what a file does not say.
 *
 * @param {[label: string, decide: () => void][]} all
 * @param {() => Promise<void>} count
 * @param {HTMLFormElement} form
 */
export function choices(all, count, form) {
  const buttons = all.map(([label, decide]) => {
    const button = made("button", label, { type: "button", class: "kb-button" });
    button.addEventListener("click", async () => {
      decide();
      await count();
      goToNext(form);
    });
    return button;
  });
  return [made("p", "", { class: "kb-collate__choices" }, buttons)];
}

/**
 * Whoever decided with the keyboard goes on at the next question: the button that they pressed is gone.
 *
 * @param {HTMLFormElement} form
 */
function goToNext(form) {
  /** @type {HTMLElement | null} */
  const next = form.querySelector(".kb-collate__refused");
  next?.setAttribute("tabindex", "-1");
  next?.focus();
}

/**
 * Offer the files to save.
 *
 * @param {HTMLElement} result
 * @param {[name: string, text: string][]} files
 * @param {Table} table
 */
export function offer(result, files, { reasons, cells }) {
  const rows = files.map(([name, text]) => {
    const button = made("button", `Save ${name}`, { type: "button", class: "kb-button" });
    button.addEventListener("click", () => download(new Blob([text], { type: "text/plain" }), name));
    const what = name.endsWith(".txt") ? "Keep this one to yourself." : "To publish.";
    return made("li", "", {}, [button, made("span", ` ${what}`)]);
  });
  const part = /** @type {(name: string) => HTMLElement} */ (
    (name) => /** @type {HTMLElement} */ (result.querySelector(`.kb-collate__${name}`))
  );
  part("summary").textContent =
    `${counted(reasons.size, "number")} of ${cells.size.toLocaleString("en-GB")} are hidden, so that no one can be recognised.`;
  part("downloads").replaceChildren(...rows);
  part("report").textContent = files[files.length - 1][1];
  result.hidden = false;
  document.getElementById("collate-result")?.focus();
}

/** @param {unknown} error */
export const inSentence = (error) =>
  error instanceof Refusal
    ? error.message
    : "This page has a fault: it cannot go on. Please tell whoever looks after it.";
