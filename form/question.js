/** One question of the form: what is answered, and what is said of it. */

import { passage } from "./record.js";
import { DATE, inWords, isoDate } from "./words.js";
import { fold } from "./writing.js";

export class Question {
  constructor(box) {
    const { name, sort, shownAt, neededAt, needed, section } = box.dataset;
    Object.assign(this, { box, name, sort, isSection: section !== undefined, isNeeded: needed !== undefined });
    this.shownAt = shownAt?.split(" ");
    this.neededAt = neededAt?.split(" ");
    this.label = box.querySelector(".kb-field__label").textContent;
    this.hint = box.querySelector(".kb-field__hint").textContent;
    this.optional = box.querySelector(".kb-field__optional");
    this.error = box.querySelector(".kb-field__error");
    this.inputs = [...box.querySelectorAll("input, textarea, select")];
    // Choices are of no use without a script: see propose.html.j2.
    for (const one of [box, ...this.inputs]) one.disabled = false;
    this.described = box.matches("fieldset") ? box : this.inputs[0];
  }

  get isTicked() {
    return this.sort === "boxes" || this.sort === "radios";
  }

  /** Whether it is answered by a choice, and not in writing. */
  get isChoice() {
    return this.isTicked || this.sort === "select";
  }

  /** What is in the form: a text, or the names of the options that are chosen. */
  get raw() {
    if (this.sort === "select") return this.inputs[0].selectedOptions[0].dataset.id ?? "";
    return this.isTicked ? this.inputs.filter((one) => one.checked).map((one) => one.dataset.id) : this.inputs[0].value;
  }

  set raw(given) {
    if (this.isTicked) for (const input of this.inputs) input.checked = given.includes(input.dataset.id);
    else if (this.sort === "select")
      for (const option of this.inputs[0]) option.selected = (option.dataset.id ?? "") === given;
    else this.inputs[0].value = given;
  }

  /** The answer as a record has it; nothing if there is none. */
  get value() {
    const { raw, sort } = this;
    if (this.isSection) return passage(raw) || undefined;
    if (sort === "radios") return raw[0];
    if (sort === "boxes") return raw.length ? raw : undefined;
    const text = fold(raw);
    if (sort === "number" && /^\d+$/.test(text)) return Number(text);
    return (sort === "date" ? isoDate(text) : text) || undefined;
  }

  /** The answer in words. */
  get words() {
    if (this.isTicked)
      return this.inputs
        .filter((one) => one.checked)
        .map((one) => one.value)
        .join(", ");
    if (this.sort === "date" && DATE.test(this.value)) return inWords(this.value);
    return this.sort === "select" ? this.inputs[0].value : String(this.value ?? "");
  }

  /** Ask it only where it has a meaning, and say whether it may be left out. */
  fitTo(stage) {
    this.box.hidden = this.shownAt !== undefined && !this.shownAt.includes(stage);
    this.isNeededNow = this.isNeeded || (this.neededAt?.includes(stage) ?? false);
    if (this.optional) this.optional.hidden = this.isNeededNow;
  }

  /** Say what is wrong beside the question, and which page shows why if one does; or take back what was said. */
  tell(message, page) {
    const hint = `propose-${this.name}-hint`;
    const said = document.createElement("span");
    said.className = "kb-hidden";
    said.textContent = "Error: ";
    this.error.replaceChildren(...(message ? [said, message] : []));
    if (page) {
      const link = document.createElement("a");
      Object.assign(link, {
        href: page,
        target: "_blank",
        rel: "noopener",
        textContent: "See that page in a new tab.",
      });
      this.error.append(" ", link);
    }
    this.error.hidden = !message;
    this.described.setAttribute("aria-describedby", message ? `${hint} ${this.error.id}` : hint);
    for (const one of this.sort === "radios" ? [this.box] : this.inputs)
      if (message) one.setAttribute("aria-invalid", "true");
      else one.removeAttribute("aria-invalid");
    if (message) this.box.closest("details")?.setAttribute("open", "");
  }
}
