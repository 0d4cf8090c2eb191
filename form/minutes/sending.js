/** The ways to send a record in that was made of minutes. Nothing is sent here: each is a file, a text or an address. */

import { download } from "../../theme/assets/download.js";
import { find } from "../page.js";
import { mail, newFile } from "../ways.js";

/** @import { Draft } from "./draft.js" */

/**
 * What macros/builder/written_pages.py writes into the page: a mailbox, and the addresses to edit files at and to start some, if there are
 * any; words that the check for personal data accepts.
 *
 * @typedef {{ contact: string, edit: string, start: string, ownWords: string[] }} Settings
 */

const ANSWERS = "My answers:";
const IN_LETTER = "The e-mail has them already. Paste them if you send it in another way.";
const BY_HAND = {
  record: 'Open "For the editor", select the text of the record, and copy it with your keyboard.',
  answers: "Select them above, and copy them with your keyboard.",
};
const TOO_LONG = "They are too long for the e-mail: copy them, and paste them into it.";

export class Sending {
  /**
   * @param {HTMLElement} section
   * @param {Settings} settings
   * @param {() => { draft: Draft, text: string, answers: string[] }} current
   */
  constructor(section, settings, current) {
    this.section = section;
    this.settings = settings;
    this.current = current;
    this.status = find(section, ".kb-minutes__status");
    const button = (/** @type {string} */ way) => find(section, `[data-way=${way}] button`);
    button("save").addEventListener("click", () => this.save());
    button("copy").addEventListener("click", () => this.copy(this.current().text, "record"));
    button("answers").addEventListener("click", () => this.copy(this.current().answers.join("\n\n"), "answers"));
  }

  /** Offer what is possible for the record as it is now. */
  refresh() {
    const { draft, text, answers } = this.current();
    const { contact, edit, start } = this.settings;
    const name = nameOf(draft.path);
    const isNew = !draft.before;
    const letter = [
      `Hello, here are the minutes for the page "${draft.values.title}". The file ${name} is attached.`,
      ...(answers.length ? [ANSWERS, ...answers] : []),
    ];
    // Without the answers, if a mail program could not take them all.
    const [whole, short] = [letter, [letter[0], ANSWERS]].map((parts) =>
      mail(contact, `Minutes: ${name}`, parts.join("\n\n")),
    );
    this.lead("mail", whole || short);
    this.warn(draft.names);
    const copying = find(this.section, "[data-way=answers]");
    copying.hidden = !answers.length;
    find(copying, "span").textContent = whole ? IN_LETTER : TOO_LONG;
    this.lead("edit", edit && !isNew ? edit + draft.path.replace(/^content\//, "") : "");
    this.lead("file", start && isNew ? newFile(start, name, text) || `${start}?filename=${name}` : "");
    this.status.textContent = "";
  }

  /**
   * Say which names of people are in the file, before someone attaches it where anyone can read it.
   *
   * @param {string[]} names
   */
  warn(names) {
    const warning = this.section.querySelector("[data-way=names]");
    if (!(warning instanceof HTMLElement)) return;
    warning.hidden = !names.length;
    const [last, ...others] = names.toReversed();
    const listed = others.length ? `${others.toReversed().join(", ")} and ${last}` : last;
    warning.textContent = `Your Word file names ${listed}. Take ${others.length ? "them" : "it"} out before you attach the file: anyone can read what you send there.`;
  }

  /**
   * Set the address of a way to send, or hide it if there is none.
   *
   * @param {string} way
   * @param {string} address
   */
  lead(way, address) {
    const item = this.section.querySelector(`[data-way=${way}]`);
    if (!(item instanceof HTMLElement)) return;
    item.hidden = !address;
    if (address) find(item, "a", HTMLAnchorElement).href = address;
  }

  save() {
    const { draft, text } = this.current();
    download(new Blob([text], { type: "text/markdown" }), nameOf(draft.path));
    this.status.textContent = `Saved as ${nameOf(draft.path)}.`;
  }

  /**
   * @param {string} text
   * @param {keyof typeof BY_HAND} what
   */
  async copy(text, what) {
    try {
      await navigator.clipboard.writeText(text);
      this.status.textContent = "Copied.";
    } catch {
      this.status.textContent = `Your browser does not let us copy it. ${BY_HAND[what]}`;
    }
  }
}

/** @param {string} path */
const nameOf = (path) => path.slice(path.lastIndexOf("/") + 1);
