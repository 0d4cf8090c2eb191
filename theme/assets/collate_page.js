/** What the pages that collate in a browser have in common. Nothing is sent, and nothing is kept. */

import { counted, Refusal } from "./collate_text.js";
import { download } from "./download.js";

/** @import { Table } from "./collate_report.js" */
/**
 * @typedef {object} Source A file, or several that are read together
 * @property {string} name
 * @property {{ service: string | null }} decided
 * @property {HTMLElement} said Where the page says what became of it
 */
/**
 * @template {Source} S
 * @template {{ notes: string[] }} A What is read of a source
 * @typedef {object} Counting What a page counts
 * @property {string} none What to say if no file was chosen
 * @property {string} each What to choose for a file that is not all from one service
 * @property {(files: File[]) => S[]} sources
 * @property {(data: FormData) => string} wrong What is wrong with the rest of the form; empty if nothing is
 * @property {(source: S, data: FormData, before: A[]) => Promise<A>} read
 * @property {(source: S, refusal: Refusal) => [label: string, decide: () => void][] | undefined} choices
 * @property {(found: [S, A][], data: FormData) => [files: [name: string, text: string][], table: Table]} result
 */

/**
 * Begin to count: show the files that are chosen, count when asked to, and offer what came of it.
 *
 * @template N, S, A
 * @param {(form: HTMLFormElement, network: N & { services: Record<string, { title: string }> }) => Counting<S & Source, A & { notes: string[] }>} made
 */
export async function count(made) {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".kb-collate"));
  if (!form) {
    return;
  }
  try {
    const response = await fetch(String(form.dataset.network));
    const network = await response.json();
    new Page(form, network.services, made(form, network));
  } catch {
    form.before(refused("This page could not load what it needs. Check your connection, then load the page again."));
  }
}

/**
 * @template {Source} S
 * @template {{ notes: string[] }} A
 */
class Page {
  /** @type {S[]} */
  #sources = [];

  /**
   * @param {HTMLFormElement} form
   * @param {Record<string, { title: string }>} services
   * @param {Counting<S, A>} counting
   */
  constructor(form, services, counting) {
    this.form = form;
    this.services = services;
    this.counting = counting;
    this.result = /** @type {HTMLElement} */ (document.querySelector(".kb-collate__result"));
    const input = /** @type {HTMLInputElement} */ (this.#one("#collate-files"));
    input.addEventListener("change", () => this.#choose([...(input.files ?? [])]));
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

  /**
   * Show the files that were chosen, each with what has to be said of it.
   *
   * @param {File[]} files
   */
  #choose(files) {
    this.#sources = this.counting.sources(files);
    this.#one(".kb-collate__files").replaceChildren(...this.#sources.map((one) => this.#shown(one)));
  }

  /** @param {S} source */
  #shown({ name, decided, said }) {
    const options = Object.entries(this.services).map(([id, one]) => made("option", one.title, { value: id }));
    const select = /** @type {HTMLSelectElement} */ (
      made("select", "", {}, [made("option", this.counting.each, { value: "" }), ...options])
    );
    select.addEventListener("change", () => {
      decided.service = select.value || null;
    });
    const label = made("label", "Everyone in it works in: ", {}, [select]);
    return made("li", "", {}, [made("p", "", {}, [made("strong", name)]), label, said]);
  }

  async #count() {
    this.result.hidden = true;
    const said = this.#one(".kb-collate__said");
    said.replaceChildren();
    const data = new FormData(this.form);
    const wrong = this.#sources.length ? this.counting.wrong(data) : this.counting.none;
    if (wrong) {
      said.append(refused(wrong));
      return;
    }
    /** @type {[S, A][]} */
    const found = [];
    for (const source of this.#sources) {
      const before = found.map(([, one]) => one);
      const read = await this.#read(source, data, before);
      if (read) {
        found.push([source, read]);
      }
    }
    if (found.length < this.#sources.length) {
      said.append(refused("Nothing was counted yet. Look at the files above."));
      return;
    }
    try {
      offer(this.result, ...this.counting.result(found, data));
    } catch (error) {
      said.append(refused(inSentence(error)));
    }
  }

  /**
   * What is in a source, or nothing if it says why not.
   *
   * @param {S} source
   * @param {FormData} data
   * @param {A[]} before What was read of other sources
   */
  async #read(source, data, before) {
    try {
      const read = await this.counting.read(source, data, before);
      source.said.replaceChildren(listOf(read.notes));
      return read;
    } catch (error) {
      const all = error instanceof Refusal ? this.counting.choices(source, error) : undefined;
      source.said.replaceChildren(refused(inSentence(error)), ...(all ? this.#choices(all) : []));
      return null;
    }
  }

  /**
   * The buttons that decide what a file does not say.
   *
   * @param {[label: string, decide: () => void][]} all
   */
  #choices(all) {
    const buttons = all.map(([label, decide]) => {
      const button = made("button", label, { type: "button", class: "kb-button" });
      button.addEventListener("click", async () => {
        decide();
        await this.#count();
        this.#goToNext();
      });
      return button;
    });
    return [made("p", "", { class: "kb-collate__choices" }, buttons)];
  }

  /** Whoever decided with the keyboard goes on at the next question: the button that they pressed is gone. */
  #goToNext() {
    /** @type {HTMLElement | null} */
    const next = this.form.querySelector(".kb-collate__refused");
    next?.setAttribute("tabindex", "-1");
    next?.focus();
  }
}

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
const listOf = (lines) =>
  made(
    "ul",
    "",
    {},
    lines.map((one) => made("li", one)),
  );

/** @param {string} words */
const refused = (words) => made("p", words, { class: "kb-collate__refused" });

/**
 * Offer the files to save.
 *
 * @param {HTMLElement} result
 * @param {[name: string, text: string][]} files
 * @param {Table} table
 */
function offer(result, files, { reasons, cells }) {
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
const inSentence = (error) =>
  error instanceof Refusal
    ? error.message
    : "This page has a fault: it cannot go on. Please tell whoever looks after it.";
