/**
 * Narrows down a list to what a reader chooses.
 *
 * The page contains everything: a form with a box for each answer to a question, hidden until this script runs, and the whole
 * list. Each entry gives the numbers of its boxes: data-answers="0 5 12". The choices are in the address, which readers can
 * share, and Back works.
 */

// As in filter.css.
const WIDE = matchMedia("(min-width: 60em)");

/** @typedef {{ label: string, answers: Answer[] }} Question */
/**
 * @typedef {object} Answer
 * @property {Question} question
 * @property {HTMLInputElement} input
 * @property {string} label
 * @property {Element} number The element that shows the count
 * @property {number} count
 * @property {boolean} isChosen
 */
/** @typedef {{ element: HTMLElement, answers: Answer[], fits: boolean }} Entry */

/**
 * The elements that a selector finds.
 *
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
const all = (root, selector) => [...root.querySelectorAll(/** @type {"div"} */ (selector))];

/**
 * The first element that a selector finds. The templates make sure there is one.
 *
 * @template {HTMLElement} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 */
const first = (root, selector) => /** @type {E} */ (root.querySelector(selector));

/** A list with its form. Looks up the elements of the page once. */
class List {
  /**
   * @param {HTMLElement} form
   * @param {HTMLElement} page
   */
  constructor(form, page) {
    this.form = form;
    /** @type {HTMLDetailsElement} */
    this.fold = first(page, ".kb-filters__fold");
    this.summary = first(this.fold, "summary");
    this.number = first(this.summary, ".kb-count");
    this.status = first(page, ".kb-total");
    this.fullStatus = this.status.textContent;
    this.chosen = first(page, ".kb-chosen");
    this.chips = first(page, ".kb-chosen ul");
    /** @type {HTMLTemplateElement} */
    this.template = first(page, "template");
    this.nothing = first(page, ".kb-empty");
    this.answers = all(form, ".kb-facet").flatMap((box) => question(box).answers);
    const links = all(page, ".kb-jump li");
    this.groups = all(page, ".kb-group").map((element, place) => ({
      parts: links.length ? [element, links[place]] : [element],
      entries: all(element, ".kb-entry").map((entry) => ({
        element: entry,
        answers: (entry.dataset.answers?.split(" ") ?? []).map((number) => this.answers[Number(number)]),
        fits: true,
      })),
    }));
    this.entries = this.groups.flatMap((one) => one.entries);
  }

  /** Read the choices from the address. Other parameters are not ours. */
  restore() {
    const given = new URLSearchParams(location.search);
    for (const { input } of this.answers) input.checked = given.getAll(input.name).includes(input.value);
    this.show();
  }

  /** Write the choices into the address. */
  save() {
    const address = new URL(location.href);
    address.hash = "";
    for (const { input } of this.answers) address.searchParams.delete(input.name);
    for (const { input } of this.answers) if (input.checked) address.searchParams.append(input.name, input.value);
    history.pushState(null, "", address);
    tellUnknown();
    this.show();
  }

  /** Show the entries that fit, and the count for each answer. */
  show() {
    for (const one of this.answers) one.isChosen = one.input.checked;
    const chosen = this.answers.filter((one) => one.isChosen);
    const asked = [...new Set(chosen.map((one) => one.question))];
    this.count(asked);
    for (const { element, fits } of this.entries) if (element.hidden === fits) element.hidden = !fits;
    for (const { parts, entries } of this.groups) {
      const left = entries.filter((one) => one.fits);
      for (const part of parts) {
        part.hidden = !left.length;
        write(first(part, "span"), left.length.toLocaleString("en-GB")); // the first in either is its number
      }
    }
    for (const { input, number, count } of this.answers) {
      write(number, count);
      input.parentElement?.classList.toggle("kb-option--none", !count);
    }
    this.tell(
      chosen,
      this.entries.filter((one) => one.fits),
    );
  }

  /**
   * Count the entries that each answer would show. An entry that fits counts for all of its answers. An entry that misses a
   * single question counts for its answers to that question: choosing any of them would bring it in.
   *
   * @param {Question[]} asked
   */
  count(asked) {
    for (const answer of this.answers) answer.count = 0;
    for (const entry of this.entries) {
      const missed = asked.filter((one) => !entry.answers.some((answer) => answer.isChosen && answer.question === one));
      entry.fits = !missed.length;
      if (missed.length > 1) continue;
      for (const answer of entry.answers) if (entry.fits || answer.question === missed[0]) answer.count++;
    }
  }

  /**
   * Show the choices and the number of entries left.
   *
   * @param {Answer[]} chosen
   * @param {Entry[]} left
   */
  tell(chosen, left) {
    const number = left.length;
    const narrowed = this.status.dataset.narrowed?.replace("#", `${number}`) ?? "";
    write(this.status, chosen.length ? narrowed : this.fullStatus);
    write(this.number, chosen.length);
    this.number.hidden = this.chosen.hidden = !chosen.length;
    this.nothing.hidden = number > 0;
    this.chips.replaceChildren(this.template, ...chosen.map((one) => this.chip(one)));
  }

  /** @param {Answer} answer */
  chip({ input, label, question }) {
    const made = /** @type {DocumentFragment} */ (this.template.content.cloneNode(true));
    const chip = first(made, "li");
    const button = first(chip, "button");
    first(button, ":scope > :last-child").textContent = `${question.label}: ${label}`;
    button.addEventListener("click", () => {
      const place = [...this.chips.children].indexOf(chip);
      input.checked = false;
      this.save();
      const next = this.chips.children[place] ?? this.chips.lastElementChild;
      (next?.querySelector("button") ?? this.summary).focus();
    });
    return chip;
  }

  clear() {
    for (const { input } of this.answers) input.checked = false;
    this.save();
    this.summary.focus();
  }
}

/**
 * A question with its answers.
 *
 * @param {HTMLElement} box
 */
function question(box) {
  /** @type {Question} */
  const made = { label: first(box, "legend").textContent, answers: [] };
  made.answers = [...box.querySelectorAll("input")].map((input) => ({
    question: made,
    input,
    label: input.nextElementSibling?.textContent ?? "",
    number: /** @type {Element} */ (input.parentElement?.lastElementChild),
    count: 0,
    isChosen: false,
  }));
  return made;
}

/**
 * Change a text only if it differs: any change makes the browser lay out again, and screen readers speak again.
 *
 * @param {Element} element
 * @param {string | number} text
 */
function write(element, text) {
  if (element.textContent !== String(text)) element.textContent = String(text);
}

/**
 * The list of the current page.
 *
 * @type {List | undefined}
 */
let list;

function start() {
  tellUnknown();
  /** @type {HTMLElement | null} */
  const form = document.querySelector(".kb-filters[hidden]");
  const page = form?.parentElement;
  if (!form || !page) return;
  const made = new List(form, page);
  list = made;
  list.restore();
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const inner = form.querySelectorAll("details details");
  for (const box of inner) box.open = box.querySelector(":checked") !== null || (box.open && WIDE.matches);
  fold();
  form.hidden = false;
  form.addEventListener("change", () => made.save());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    fold();
    made.status.focus();
  });
  for (const button of all(page, ".kb-clear")) button.addEventListener("click", () => made.clear());
}

/**
 * Say what the address asks for and nothing in the list has. Answers that all entries give have no box, and fit. Names that
 * are no question of this list are not ours.
 */
function tellUnknown() {
  /** @type {HTMLElement | null} */
  const note = document.querySelector(".kb-unknown");
  if (!note) return;
  const { asked = "", alike = "" } = note.dataset;
  const unknown = [...new URLSearchParams(location.search)].filter(
    ([name, value]) =>
      asked.split(" ").includes(name) &&
      !alike.split(" ").includes(`${name}=${value}`) &&
      !document.querySelector(`.kb-option input[name="${name}"][value="${CSS.escape(value)}"]`),
  );
  first(note, "b").textContent = unknown.map((pair) => pair.join(": ")).join(", ");
  note.hidden = !unknown.length;
}

/** Open the form if it is beside the list, close it if it is above. */
function fold() {
  if (list) list.fold.open = WIDE.matches;
}

WIDE.addEventListener("change", fold);
addEventListener("popstate", () => {
  tellUnknown();
  list?.restore();
});
// With instant loading, Material for MkDocs reports each new page.
if (window.document$) window.document$.subscribe(start);
else start();
