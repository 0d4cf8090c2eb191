/** Counts the answers to a survey in the browser, and offers the files of the round. Nothing is sent, and nothing is kept. */

import { readAnswerFiles, readAnswers } from "./collate_answers.js";
import { choices, inSentence, listOf, made, offer, refused } from "./collate_page.js";
import { protectedTable, roundFiles } from "./collate_round.js";
import { counted, Refusal } from "./collate_text.js";
import { SERVICE } from "./collate_words.js";

/** @import { Answers } from "./collate_answers.js" */
/** @import { Network, QuestionSet } from "./collate_round.js" */
/**
 * @typedef {object} Source A file, or all answer files together
 * @property {string} name
 * @property {File[]} files
 * @property {boolean} isSaved Whether they were saved by the page of a question set
 * @property {{ service: string | null, same: Record<string, string>, leftOut: string[], blankIfUnknown: string[], dayFirst: boolean | null }} decided
 * @property {HTMLElement} said Where the page says what became of it
 */

class Page {
  /** @type {Source[]} */
  #sources = [];

  /**
   * @param {HTMLFormElement} form
   * @param {Network} network
   */
  constructor(form, network) {
    this.form = form;
    this.network = network;
    this.result = /** @type {HTMLElement} */ (document.querySelector(".kb-collate__result"));
    this.#start();
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.form.querySelector(selector));
  }

  #start() {
    const { sets, services } = this.network;
    this.#one("#collate-set").append(...sets.map((one) => made("option", one.title, { value: one.id })));
    const asked = Object.entries(services).map(([id, one]) => {
      const input = made("input", "", {
        type: "number",
        min: "0",
        max: "99999",
        "data-service": id,
        autocomplete: "off",
      });
      return made("label", "", {}, [made("span", one.title), input]);
    });
    this.#one(".kb-collate__services").append(...asked);
    this.#one("#collate-files").addEventListener("change", () => this.#choose());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#count();
    });
    this.form.hidden = false;
  }

  /** Show the files that were chosen, each with what has to be said of it. */
  #choose() {
    const input = /** @type {HTMLInputElement} */ (this.#one("#collate-files"));
    const files = [...(input.files ?? [])];
    const isSaved = /** @type {(file: File) => boolean} */ ((file) => file.name.endsWith(".json"));
    const saved = files.filter(isSaved);
    const others = files.filter((file) => !isSaved(file)).map((file) => [file]);
    this.#sources = (saved.length ? [saved, ...others] : others).map((together) => ({
      name: isSaved(together[0]) ? counted(together.length, "answer file") : together[0].name,
      files: together,
      isSaved: isSaved(together[0]),
      decided: { service: null, same: {}, leftOut: [], blankIfUnknown: [], dayFirst: null },
      said: made("div"),
    }));
    this.#one(".kb-collate__files").replaceChildren(...this.#sources.map((one) => this.#shown(one)));
  }

  /** @param {Source} source */
  #shown(source) {
    const options = Object.entries(this.network.services).map(([id, one]) => made("option", one.title, { value: id }));
    const select = /** @type {HTMLSelectElement} */ (
      made("select", "", {}, [made("option", "Each answer says which service", { value: "" }), ...options])
    );
    select.addEventListener("change", () => {
      source.decided.service = select.value || null;
    });
    const label = made("label", "Everyone in it works in: ", {}, [select]);
    return made("li", "", {}, [made("p", "", {}, [made("strong", source.name)]), label, source.said]);
  }

  async #count() {
    this.result.hidden = true;
    const said = this.#one(".kb-collate__said");
    said.replaceChildren();
    const data = new FormData(this.form);
    const set = /** @type {QuestionSet} */ (this.network.sets.find((one) => one.id === data.get("set")));
    const [opened, closed] = [String(data.get("opened")), String(data.get("closed"))];
    const wrong = !this.#sources.length
      ? "Choose the files with the answers."
      : closed < opened && "The survey closed before it opened. Check both dates.";
    if (wrong) {
      said.append(refused(wrong));
      return;
    }
    /** @type {[Source, Answers][]} */
    const found = [];
    for (const source of this.#sources) {
      const answers = await this.#read(source, set, { ...source.decided, opened, closed });
      if (answers) {
        found.push([source, answers]);
      }
    }
    if (found.length < this.#sources.length) {
      said.append(refused("Nothing was counted yet. Look at the files above."));
      return;
    }
    try {
      const survey = { set, opened, closed, invited: this.#invited() };
      const table = protectedTable(
        found.flatMap(([, one]) => one.people),
        survey,
        this.network,
      );
      const notes = found.map(([one, { notes: told }]) => /** @type {[string, string[]]} */ ([one.name, told]));
      offer(this.result, roundFiles(survey, table, notes, this.network), table);
    } catch (error) {
      said.append(refused(inSentence(error)));
    }
  }

  #invited() {
    /** @type {NodeListOf<HTMLInputElement>} */
    const inputs = this.form.querySelectorAll("[data-service]");
    const given = [...inputs].filter((one) => one.value !== "");
    return Object.fromEntries(given.map((one) => [one.dataset.service ?? "", Number(one.value)]));
  }

  /**
   * The answers in a file, or nothing if it says why not.
   *
   * @param {Source} source
   * @param {QuestionSet} set
   * @param {Source["decided"] & { opened: string, closed: string }} decisions
   */
  async #read(source, set, decisions) {
    try {
      const answers = source.isSaved
        ? readAnswerFiles(
            await Promise.all(source.files.map(async (file) => ({ name: file.name, text: await file.text() }))),
            set.id,
            set.asked,
            decisions,
          )
        : await readAnswers(new Uint8Array(await source.files[0].arrayBuffer()), set.asked, decisions);
      source.said.replaceChildren(listOf(answers.notes));
      return answers;
    } catch (error) {
      const words = refused(inSentence(error));
      source.said.replaceChildren(words, ...this.#choices(source, error));
      return null;
    }
  }

  /**
   * The buttons that decide what a file does not say.
   *
   * @param {Source} source
   * @param {unknown} error
   */
  #choices({ decided }, error) {
    if (!(error instanceof Refusal)) {
      return [];
    }
    const [heading, id] = [String(error.details.heading), String(error.details.id)];
    /** @type {Record<string, [string, () => void][]>} */
    const all = {
      reworded: [
        ["It is the same question", () => Object.assign(decided.same, { [heading]: id })],
        ["Leave the column out", () => decided.leftOut.push(heading)],
      ],
      "unknown-answers": [["Count them as blank", () => decided.blankIfUnknown.push(id)]],
      "unknown-service": [["Leave them out", () => decided.blankIfUnknown.push(SERVICE)]],
      "day-or-month": [
        ["The day comes first", () => Object.assign(decided, { dayFirst: true })],
        ["The month comes first", () => Object.assign(decided, { dayFirst: false })],
      ],
    };
    return choices(all[error.code] ?? [], () => this.#count(), this.form);
  }
}

const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".kb-collate"));
if (form) {
  const response = await fetch(String(form.dataset.network));
  new Page(form, await response.json());
}
