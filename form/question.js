/** One question of the form, with its answer and its error message. */

import { DATE, inWords, isoDate } from "./calendar.js";
import { find } from "./page.js";
import { passage } from "./record.js";
import { fold } from "./writing.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Input */

export class Question {
  /** @param {HTMLElement} box */
  constructor(box) {
    const { name = "", sort = "", shownAt, neededAt, needed, section } = box.dataset;
    this.box = box;
    this.name = name;
    this.sort = sort;
    this.isSection = section !== undefined;
    this.isNeeded = needed !== undefined;
    this.isNeededNow = this.isNeeded;
    this.shownAt = shownAt?.split(" ");
    this.neededAt = neededAt?.split(" ");
    this.label = find(box, ".kb-field__label").textContent;
    this.hint = find(box, ".kb-field__hint").textContent;
    this.error = find(box, ".kb-field__error");
    /** @type {HTMLElement | null} */
    this.optional = box.querySelector(".kb-field__optional");
    /** @type {Input[]} */
    this.inputs = [...box.querySelectorAll(/** @type {"input"} */ ("input, textarea, select"))];
    // Choices do not work without a script, so propose.html.j2 disables them.
    for (const one of [box, ...this.inputs]) if ("disabled" in one) one.disabled = false;
    this.described = box.matches("fieldset") ? box : this.inputs[0];
  }

  get isTicked() {
    return this.sort === "boxes" || this.sort === "radios";
  }

  /** Whether the person chooses the answer rather than writing it. */
  get isChoice() {
    return this.isTicked || this.sort === "select";
  }

  /** The boxes or radio buttons that are ticked. */
  get ticked() {
    return this.inputs.filter((one) => "checked" in one && one.checked);
  }

  /** The text, or the name of the selected option. */
  get written() {
    const [input] = this.inputs;
    return "selectedOptions" in input ? (input.selectedOptions[0].dataset.id ?? "") : input.value;
  }

  /** The answer as it is in the form: a text, or the names of the chosen options. */
  get raw() {
    return this.isTicked ? this.ticked.map((one) => one.dataset.id ?? "") : this.written;
  }

  set raw(given) {
    const [input] = this.inputs;
    if (this.isTicked) {
      for (const one of this.inputs) if ("checked" in one) one.checked = given.includes(one.dataset.id ?? "");
    } else if ("selectedOptions" in input) {
      for (const option of input) option.selected = (option.dataset.id ?? "") === given;
    } else {
      input.value = String(given);
    }
  }

  /**
   * The answer as a record has it, if there is one.
   *
   * @returns {string | number | string[] | undefined}
   */
  get value() {
    const { raw, sort } = this;
    if (typeof raw !== "string") return sort === "radios" ? raw[0] : raw.length ? raw : undefined;
    if (this.isSection) return passage(raw) || undefined;
    const text = fold(raw);
    if (sort === "number" && /^\d+$/.test(text)) return Number(text);
    return (sort === "date" ? isoDate(text) : text) || undefined;
  }

  /** The answer in words. */
  get words() {
    if (this.isTicked) return this.ticked.map((one) => one.value).join(", ");
    if (this.sort === "select") return this.inputs[0].value;
    const words = String(this.value ?? "");
    return this.sort === "date" && DATE.test(words) ? inWords(words) : words;
  }

  /**
   * Show the question only in the stages it is for, and mark it as optional if it is.
   *
   * @param {string} [stage]
   */
  fitTo(stage = "") {
    this.box.hidden = this.shownAt !== undefined && !this.shownAt.includes(stage);
    this.isNeededNow = this.isNeeded || (this.neededAt?.includes(stage) ?? false);
    if (this.optional) this.optional.hidden = this.isNeededNow;
  }

  /**
   * Show an error message beside the question, with a link to `page` if there is one. An empty message removes it.
   *
   * @param {string} message
   * @param {string} [page]
   */
  tell(message, page) {
    const hint = `propose-${this.name}-hint`;
    const prefix = document.createElement("span");
    prefix.className = "kb-hidden";
    prefix.textContent = "Error: ";
    this.error.replaceChildren(...(message ? [prefix, message] : []));
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
