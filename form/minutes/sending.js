/** The ways to send a record in that was made of minutes. Nothing is sent here: each is a file, a text or an address. */

import { download } from "../../theme/assets/download.js";
import { find } from "../page.js";
import { mail, newFile, newIssue } from "../ways.js";
import { letter, openingOf } from "./letter.js";

/** @import { Draft } from "./draft.js" */
/** @import { Answered } from "./letter.js" */

/**
 * What macros/builder/written_pages.py writes into the page: a mailbox, the form for minutes on GitHub, and the addresses to edit files at
 * and to start some, if there are any; words that the check for personal data accepts.
 *
 * @typedef {{ contact: string, issues: string, template: string, edit: string, start: string, ownWords: string[] }} Settings
 */

const BY_HAND = {
  record: 'Open "The record and what would change", select its text, and copy it with your keyboard.',
  answers: "Select the questions above, and copy them with your keyboard.",
};
const PASTE = "Paste here what you have copied.";

export class Sending {
  /**
   * @param {HTMLElement} section
   * @param {Settings} settings
   * @param {() => { draft: Draft, text: string, answers: Answered[] }} current
   */
  constructor(section, settings, current) {
    this.section = section;
    this.settings = settings;
    this.current = current;
    for (const button of section.querySelectorAll("button")) button.addEventListener("click", () => this.act(button));
    // Whoever goes straight to the e-mail has something to paste there.
    const answers = find(section, "[data-way=answers]");
    find(section, "[data-way=mail] a").addEventListener("click", () => {
      if (!answers.hidden) this.act(find(answers, "button", HTMLButtonElement));
    });
  }

  /** Offer what is possible for the record as it is now. */
  refresh() {
    const { draft, text, answers } = this.current();
    const { contact, issues, template, edit, start } = this.settings;
    const name = nameOf(draft.path);
    const isNew = !draft.before;
    for (const one of this.section.querySelectorAll("[data-name]")) one.textContent = name;
    const opening = openingOf(draft, name);
    const subject = `Minutes: ${name}`;
    const whole = mail(contact, subject, [opening, ...letter(draft, answers)].join("\n\n"));
    this.lead("mail", whole || mail(contact, subject, [opening, PASTE].join("\n\n")));
    find(this.section, "[data-way=answers]").hidden = Boolean(whole);
    this.warn(draft.names);
    if (issues) {
      const told = letter(draft, answers, true).join("\n\n");
      const filled = newIssue(issues, [
        ["template", template],
        ["file", told],
      ]);
      this.lead("issue", filled || `${issues}?template=${template}`);
      find(this.section, "[data-way=public]").hidden = Boolean(filled);
    }
    this.lead("edit", edit && !isNew ? edit + draft.path.replace(/^content\//, "") : "");
    this.lead("file", start && isNew ? newFile(start, name, text) || `${start}?filename=${name}` : "");
    for (const one of this.section.querySelectorAll("[role=status]")) one.textContent = "";
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

  /**
   * Save or copy, and say beside the button what came of it.
   *
   * @param {HTMLButtonElement} button
   */
  async act(button) {
    const item = /** @type {HTMLElement} */ (button.closest("[data-way]"));
    const status = find(item, "[role=status]");
    const { draft, text, answers } = this.current();
    const { way } = item.dataset;
    if (way === "save") {
      download(new Blob([text], { type: "text/markdown" }), nameOf(draft.path));
      status.textContent = `Saved as ${nameOf(draft.path)}. Attach this file, not the Word file. You do not have to open it.`;
      return;
    }
    const isRecord = way === "copy";
    try {
      await navigator.clipboard.writeText(isRecord ? text : letter(draft, answers, way === "public").join("\n\n"));
      status.textContent = "Copied.";
    } catch {
      status.textContent = `Your browser does not let us copy it. ${BY_HAND[isRecord ? "record" : "answers"]}`;
    }
  }
}

/** @param {string} path */
const nameOf = (path) => path.slice(path.lastIndexOf("/") + 1);
