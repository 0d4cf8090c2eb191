/** Adds up the counts of who stays and who leaves in the browser. Nothing is sent, and nothing is kept. */

import { readHeadcounts } from "./collate_headcounts.js";
import { choices, inSentence, listOf, made, offer, refused } from "./collate_page.js";
import { Refusal } from "./collate_text.js";
import { notesOnAll, protectedFigures, workforceFiles } from "./collate_workforce.js";

/** @import { Choices, Headcounts } from "./collate_headcounts.js" */
/** @import { Network } from "./collate_workforce.js" */
/** @typedef {{ file: File, chosen: Choices, said: HTMLElement }} Source A sheet, and where the page says what became of it */

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
    this.#one("#collate-files").addEventListener("change", () => this.#choose());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#count();
    });
    form.hidden = false;
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.form.querySelector(selector));
  }

  /** Show the files that were chosen, each with what has to be said of it. */
  #choose() {
    const input = /** @type {HTMLInputElement} */ (this.#one("#collate-files"));
    this.#sources = [...(input.files ?? [])].map((file) => ({
      file,
      chosen: { service: null, leavesOutUnknown: false, hasNoRoleIfUnknown: false },
      said: made("div"),
    }));
    this.#one(".kb-collate__files").replaceChildren(...this.#sources.map((one) => this.#shown(one)));
  }

  /** @param {Source} source */
  #shown({ file, chosen, said }) {
    const options = Object.entries(this.network.services).map(([id, one]) => made("option", one.title, { value: id }));
    const select = /** @type {HTMLSelectElement} */ (
      made("select", "", {}, [made("option", "Each row says which service", { value: "" }), ...options])
    );
    select.addEventListener("change", () => {
      chosen.service = select.value || null;
    });
    const label = made("label", "Everyone in it works in: ", {}, [select]);
    return made("li", "", {}, [made("p", "", {}, [made("strong", file.name)]), label, said]);
  }

  async #count() {
    this.result.hidden = true;
    const said = this.#one(".kb-collate__said");
    said.replaceChildren();
    const starts = String(new FormData(this.form).get("starts"));
    if (!this.#sources.length) {
      said.append(refused("Choose the files with the counts."));
      return;
    }
    /** @type {[Source, Headcounts][]} */
    const found = [];
    for (const source of this.#sources) {
      const counts = await this.#read(
        source,
        found.flatMap(([, one]) => one.lines.map((line) => line.service)),
      );
      if (counts) {
        found.push([source, counts]);
      }
    }
    if (found.length < this.#sources.length) {
      said.append(refused("Nothing was counted yet. Look at the files above."));
      return;
    }
    try {
      const lines = found.flatMap(([, one]) => one.lines);
      const table = protectedFigures(lines, starts, this.network);
      const notes = found.map(([{ file }, one]) => /** @type {[string, string[]]} */ ([file.name, one.notes]));
      const all = [...notes, ...notesOnAll(lines, this.network)];
      offer(this.result, workforceFiles(lines, starts, table, all, this.network), table);
    } catch (error) {
      said.append(refused(inSentence(error)));
    }
  }

  /**
   * The counts in a file, or nothing if it says why not.
   *
   * @param {Source} source
   * @param {string[]} before The services that other files have counts of
   */
  async #read(source, before) {
    try {
      const content = new Uint8Array(await source.file.arrayBuffer());
      const counts = await readHeadcounts(content, this.network, source.chosen);
      const [twice] = counts.lines
        .map((line) => line.service)
        .filter((one) => before.includes(one))
        .sort();
      if (twice) {
        throw new Refusal("service-twice", { service: this.network.services[twice].title });
      }
      source.said.replaceChildren(listOf(counts.notes));
      return counts;
    } catch (error) {
      const code = error instanceof Refusal ? error.code : "";
      /** @type {Record<string, [string, () => void][]>} */
      const all = {
        "unknown-service-row": [
          ["Leave these rows out", () => Object.assign(source.chosen, { leavesOutUnknown: true })],
        ],
        "unknown-role": [
          ["Count them without a role", () => Object.assign(source.chosen, { hasNoRoleIfUnknown: true })],
        ],
      };
      const buttons = all[code] ? choices(all[code], () => this.#count(), this.form) : [];
      source.said.replaceChildren(refused(inSentence(error)), ...buttons);
      return null;
    }
  }
}

const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".kb-collate"));
if (form) {
  const response = await fetch(String(form.dataset.network));
  new Page(form, await response.json());
}
