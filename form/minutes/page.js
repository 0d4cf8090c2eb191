/** The page that reads minutes: shows what became of a file, lets people change it, and offers ways to send it in. */

import { MOST_BYTES } from "python:archive";

import { find } from "../page.js";
import { personal, sightings } from "../personal.js";
import { Answers } from "./answers.js";
import { difference } from "./difference.js";
import { drafted, fileOf } from "./draft.js";
import { Refused, said } from "./messages.js";
import { mistakes } from "./rules.js";
import { Sending } from "./sending.js";
import { showPage } from "./shown.js";

/** @import { WordFile } from "./blocks.js" */
/** @import { Draft } from "./draft.js" */
/** @import { Network } from "./network.js" */
/** @import { Settings } from "./sending.js" */

const WORD = /\.do[ct][xm]$/i;
const OTHERS = /\.(?:doc|odt|pages|rtf|txt)$/i;
const CHANGED = "You have changed the record. Your changes would be lost. Go on?";
// What a browser says of a file that was written, moved or deleted after it was chosen.
const UNREADABLE = ["NotReadableError", "NotFoundError"];
const OUTDATED = "The file has changed since you chose it. Choose it again.";
// How many lines are read out after an answer.
const MOST_TOLD = 3;
const FAULT = "This page has a fault: it cannot go on. Please tell whoever looks after it.";

class Page {
  /**
   * @param {HTMLElement} page
   * @param {Network} network
   */
  constructor(page, network) {
    this.network = network;
    /** @type {Settings} */
    this.settings = JSON.parse(page.dataset.settings ?? "");
    const form = find(page, "form", HTMLFormElement);
    this.file = find(form, "#minutes-file", HTMLInputElement);
    this.told = find(form, ".kb-minutes__said");
    this.result = find(page, ".kb-minutes__result");
    this.heading = find(this.result, "#minutes-result");
    this.text = find(this.result, "#minutes-text", HTMLTextAreaElement);
    this.warning = find(this.result, "#minutes-personal");
    this.preview = find(this.result, ".kb-preview");
    this.heard = find(this.result, ".kb-minutes__heard");
    /** @type {string[]} What the page said when this was last told. */
    this.saying = [];
    this.send = find(this.result, ".kb-minutes__send");
    /** @type {Draft | null} */
    this.draft = null;
    this.answers = new Answers(find(this.result, "[data-list=questions]"), network);
    /** @type {WordFile | null} */
    this.word = null;
    // Whether there is something typed that was neither saved nor sent.
    this.isUnsaved = false;
    this.sending = new Sending(this.send, this.settings, () => this.current());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.read();
    });
    this.file.addEventListener("change", () => {
      this.result.hidden = true;
      this.told.textContent = "";
    });
    this.result.addEventListener("input", (event) => {
      this.isUnsaved ||= event.target === this.text || !this.answers.areKept;
      if (event.target instanceof Element && event.target.closest("[data-answer]")) this.answer();
      else this.refresh();
    });
    this.result.addEventListener("change", (event) => {
      if (event.target instanceof Element && event.target.closest("[data-answer]")) this.tell();
    });
    this.send.addEventListener("click", (event) => {
      const way = event.target instanceof Element ? event.target.closest("[data-way]") : null;
      // The file that is saved has no answers in it.
      if (way && !(way.matches("[data-way=save]") && this.answers.given.size)) this.isUnsaved = false;
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.isUnsaved) event.preventDefault();
    });
    find(this.result, "[data-do=again]").addEventListener("click", () => {
      if (this.mayReplace()) this.startAgain();
    });
    page.hidden = false;
  }

  async read() {
    const [file] = this.file.files ?? [];
    const wasHidden = this.result.hidden;
    this.result.hidden = !this.draft;
    if (!this.mayReplace()) return;
    this.result.hidden = true;
    this.told.textContent = "";
    try {
      this.draft = await this.drafted(file);
      this.show(this.draft);
    } catch (error) {
      if (error instanceof DOMException && UNREADABLE.includes(error.name)) {
        this.result.hidden = wasHidden;
        this.told.textContent = OUTDATED;
        return;
      }
      this.draft = null;
      this.told.textContent = error instanceof Refused ? error.message : FAULT;
    }
  }

  /** @param {File} file */
  async drafted(file) {
    const [ending] = OTHERS.exec(file.name) ?? [];
    if (ending) throw new Refused(said("other-format", { ending }));
    if (!WORD.test(file.name)) throw new Refused(said("no-document"));
    if (file.size > MOST_BYTES) throw new Refused(said("too-large"));
    this.word = await fileOf(new Uint8Array(await file.arrayBuffer()));
    this.answers.startWith(drafted(this.word, this.network, this.today).path);
    return drafted(this.word, this.network, this.today, this.answers.given);
  }

  get today() {
    const { day, zone } = this.network;
    return day || new Date().toLocaleDateString("sv", { timeZone: zone });
  }

  /** Put the answers that were given into the record, unless someone has changed it by hand. */
  answer() {
    if (!this.draft || !this.word) return;
    const isChanged = this.text.value !== this.draft.text;
    this.draft = drafted(this.word, this.network, this.today, this.answers.given);
    this.showDraft(this.draft);
    if (!isChanged) this.text.value = this.draft.text;
    this.refresh();
  }

  /** Say what an answer changed to those who do not see the page. */
  tell() {
    const before = this.saying;
    this.saying = linesIn(this.preview);
    const added = this.saying.filter((line) => !before.includes(line));
    const isOther = added.length || before.length !== this.saying.length;
    this.heard.textContent = isOther ? `The page below has changed. ${added.slice(0, MOST_TOLD).join(" ")}` : "";
  }

  /** @param {Draft} draft */
  show(draft) {
    const { before, values } = draft;
    find(this.result, ".kb-minutes__path").textContent = before
      ? `These are the minutes for the page "${values.title}".`
      : `The site has no page for this meeting yet, so this is a new one: "${values.title}".`;
    this.showDraft(draft);
    this.saying = linesIn(this.preview);
    this.heard.textContent = "";
    this.result.hidden = false;
    this.startAgain();
    this.heading.focus({ preventScroll: true });
    this.heading.scrollIntoView();
  }

  /** @param {Draft} draft */
  showDraft(draft) {
    const { told } = draft;
    showPage(this.preview, draft, this.network.titles);
    this.answers.show(told.questions);
    find(this.result, "[data-list=questions]").hidden = !told.questions.length;
    this.list("understood", told.understood.map(entry));
    this.list("assumed", told.assumed.map(entry));
    this.list("left_out", told.leftOut.map(entry));
    this.list("for_editor", told.forEditor.map(entry));
  }

  /**
   * Say what comes next.
   *
   * @param {number} number of questions
   * @param {boolean} isPersonal
   */
  lead(number, isPersonal) {
    const [questions, send] = this.result.querySelectorAll(".kb-minutes__next a");
    const last = isPersonal ? "take out what looks personal" : "send it in";
    find(this.result, ".kb-minutes__next > span").hidden = !number;
    questions.textContent = number === 1 ? "Answer 1 question" : `Answer ${number} questions`;
    questions.toggleAttribute("hidden", !number);
    send.textContent = number ? last : last[0].toUpperCase() + last.slice(1);
    send.setAttribute("href", isPersonal ? "#minutes-personal" : "#minutes-send");
  }

  /**
   * @param {string} name
   * @param {HTMLElement[]} entries
   */
  list(name, entries) {
    const list = find(this.result, `[data-list=${name}]`);
    list.hidden = !entries.length;
    find(list, "ul").replaceChildren(...entries);
  }

  /** Whether there are no changes to the record, or they may be lost. */
  mayReplace() {
    const isChanged = this.draft && this.text.value !== this.draft.text;
    return !isChanged || confirm(CHANGED);
  }

  startAgain() {
    this.text.value = this.draft?.text ?? "";
    this.refresh();
  }

  /** Show what follows from the text as it is now. */
  refresh() {
    const { draft, text } = this.current();
    find(this.result, ".kb-minutes__changed").hidden = text === draft.text;
    const change = find(this.result, ".kb-minutes__change");
    change.hidden = !draft.before;
    if (draft.before) find(change, "pre").replaceChildren(...difference(draft.before, text).map(lineOf));
    const { ownWords } = this.settings;
    const hasPersonal = (/** @type {string} */ one) => sightings(one, ownWords).some(({ isCertain }) => isCertain);
    const isPersonal = hasPersonal(text);
    this.lead(draft.told.questions.length, isPersonal);
    find(this.result, ".kb-minutes__wrong ul").replaceChildren(
      ...mistakes(text, this.network).map(({ line, message }) => entry(`Line ${line}: ${message}`)),
    );
    this.warning.textContent = personal(text, ownWords);
    // What is certainly personal is not to leave this page.
    this.send.hidden = isPersonal;
    const line = isPersonal && text.split("\n").find(hasPersonal)?.trim();
    if (line) this.warning.append(` It is in this line: "${line}".`);
    if (isPersonal)
      this.warning.append(" Correct the Word file and choose it again. Then you can send the minutes in.");
    if (!isPersonal) this.sending.refresh();
  }

  current() {
    if (!this.draft) throw new Error("no draft");
    return { draft: this.draft, text: this.text.value, answers: this.answers.texts };
  }
}

/**
 * The lines of a page that answers change, without its notes.
 *
 * @param {HTMLElement} preview
 */
const linesIn = (preview) =>
  [...preview.querySelectorAll(":scope > p, :scope > ul > li")].map((one) => one.textContent ?? "");

/**
 * @param {string} words
 * @returns {HTMLElement}
 */
function entry(words) {
  const made = document.createElement("li");
  made.textContent = words;
  return made;
}

/** @param {import("./difference.js").Line} line */
function lineOf({ sign, text }) {
  const made = document.createElement(sign === "+" ? "ins" : sign === "-" ? "del" : "span");
  made.textContent = `${sign} ${text}\n`;
  return made;
}

const page = document.querySelector(".kb-minutes");
if (page instanceof HTMLElement) {
  const response = await fetch(String(page.dataset.network));
  new Page(page, await response.json());
}
