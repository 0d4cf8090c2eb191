/** The search page: all results, narrowed down by a reader's choices. Words and choices are in the address. */

import { counts, find, narrowed, restart } from "./search_engine.js";
import { KINDS } from "./search_kinds.js";
import { connect } from "./search_shortcut.js";
import { address, element, grouped, nothingFound, query, Results, showFailure, tell } from "./search_view.js";

/** @import { Found, Result } from "./search_engine.js" */

const OF_EACH_KIND = 4;
const MORE = 10;
const PAUSE = 200;

const page = query(document, "#kb-search-page");
const words = query(page, "form");
/** @type {HTMLInputElement} */
const field = query(words, "input");
const status = query(page, "[role=status]");
/** @type {HTMLDetailsElement} */
const fold = query(page, ".kb-search-page__fold");
const choices = query(fold, "form");
/** @type {NodeListOf<HTMLInputElement>} */
const inputs = choices.querySelectorAll("[type=checkbox]");
const boxes = [...inputs];
const results = new Results(query(page, ".kb-search__results"));
// As in search_page.css.
const WIDE = matchMedia("(min-width: 60em)");
const { title } = document;

let latest = 0;
/** @type {number} */
let waiting;

const chosen = () => boxes.filter((box) => box.checked);
const label = (/** @type {Element} */ box) => box.nextElementSibling?.textContent ?? "";

/**
 * The filters for the index: any of the chosen answers to each question.
 *
 * @param {(question: string) => boolean} isAsked
 */
function filters(isAsked = () => true) {
  /** @type {Record<string, string[]>} */
  const made = {};
  for (const box of chosen()) if (isAsked(box.name)) made[box.name] = [...(made[box.name] ?? []), label(box)];
  return made;
}

function restore() {
  const given = new URLSearchParams(location.search);
  field.value = given.get("find") ?? "";
  for (const box of boxes) box.checked = given.getAll(box.name).includes(box.value);
  return search();
}

/** @param {"pushState" | "replaceState"} how */
function save(how) {
  const made = address(
    field.value.trim(),
    chosen().map((box) => [box.name, box.value]),
  );
  if (made.href !== location.href) history[how](null, "", made);
}

/** Put the words into the title of the page, which the browser's history shows. */
function nameThePage() {
  const asked = field.value.trim();
  document.title = asked ? `${asked} - ${title}` : title;
}

/** Search for the words and choices. Shows only the latest search, however long each takes. */
async function search(options = {}) {
  const number = ++latest;
  const isLatest = () => number === latest;
  const asked = field.value;
  tellChoices();
  nameThePage();
  if (!asked.trim() && !chosen().length) {
    results.clear();
    fold.hidden = true;
    status.textContent = "";
    return;
  }
  const slow = setTimeout(() => {
    if (isLatest()) status.textContent = "Searching…";
  }, 500);
  try {
    const all = await find(asked, { ...options, all: true });
    clearTimeout(slow);
    if (!isLatest()) return;
    const found = narrowed(all, filters());
    await show(found, isLatest);
    if (!isLatest()) return;
    tell(status, { ...found, failed: found.failed || results.incomplete }, search);
    count(all);
  } catch {
    restart();
    if (isLatest()) showFailure(status, () => search(options));
  } finally {
    clearTimeout(slow);
  }
}

/**
 * Show the best results of each kind or, if there is only one kind, as many as the reader wants.
 *
 * @param {Found} found
 * @param {() => boolean} isLatest
 */
async function show(found, isLatest) {
  const fresh = new Results(element("div"));
  const kinds = Object.values(KINDS)
    .map((kind) => ({ kind, all: narrowed(found, { kind: [kind] }).results }))
    .filter(({ all }) => all.length)
    .sort((one, other) => other.all[0].score - one.all[0].score);
  const most = kinds.length > 1 ? OF_EACH_KIND : MORE;
  await Promise.all(
    kinds.map(({ kind, all }) => {
      fresh.group(kind, all.length);
      return fresh.add(all.slice(0, most), isLatest);
    }),
  );
  for (const { kind, all } of kinds)
    if (kinds.length > 1 && all.length > most) fresh.group(kind).after(allOfKind(kind, all.length));
  if (!isLatest()) return;
  results.take(fresh);
  if (!found.results.length) results.box.append(nothingFound());
  if (kinds.length < 2) offerMore(found.results.slice(MORE), isLatest);
}

/**
 * @param {string} text
 * @param {() => void} act
 */
function button(text, act) {
  const made = element("button", "kb-button", text);
  made.type = "button";
  made.addEventListener("click", act);
  return element("p", "kb-search__all", made);
}

/**
 * @param {string} kind
 * @param {number} number
 */
function allOfKind(kind, number) {
  return button(`Show all ${grouped(number)} in ${kind}`, () => {
    for (const box of boxes) if (box.name === "kind") box.checked = label(box) === kind;
    save("pushState");
    status.focus();
    search();
  });
}

/**
 * @param {Result[]} rest
 * @param {() => boolean} isLatest
 */
function offerMore(rest, isLatest) {
  if (!rest.length) return;
  const offer = button(`Show ${Math.min(MORE, rest.length)} more of ${grouped(rest.length)}`, async () => {
    try {
      const first = await results.add(rest.slice(0, MORE), isLatest);
      offer.remove();
      first?.focus();
      if (first) offerMore(rest.slice(MORE), isLatest);
    } catch {
      restart();
      showFailure(status, () => search());
    }
  });
  results.box.append(offer);
}

/**
 * Show the number of results for each answer. Choices within the same question do not count.
 *
 * @param {Found} all
 */
function count(all) {
  for (const question of new Set(boxes.map((box) => box.name))) {
    const others = filters((name) => name !== question);
    const numbers = counts(narrowed(all, others))[question];
    for (const box of boxes.filter((one) => one.name === question)) {
      const number = numbers?.[label(box)] ?? 0;
      const option = /** @type {HTMLElement} */ (box.parentElement);
      query(option, ":scope > :last-child").textContent = grouped(number);
      option.hidden = !number && !box.checked;
    }
  }
  /** @type {NodeListOf<HTMLElement>} */
  const facets = choices.querySelectorAll(".kb-facet");
  for (const facet of facets) facet.hidden = !facet.querySelector("label:not([hidden])");
  fold.hidden = !choices.querySelector(".kb-facet:not([hidden])");
}

function tellChoices() {
  const number = chosen().length;
  const shown = query(fold, ".kb-count");
  shown.textContent = `${number}`;
  shown.hidden = query(fold, ".kb-clear").hidden = !number;
}

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => (save("replaceState"), search()), PAUSE);
});
words.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  save("pushState");
  search();
});
query(fold, ".kb-skip").addEventListener("click", () => status.focus());
choices.addEventListener("change", () => (save("pushState"), search()));
// On a phone the choices push the results off the screen: the button at their end leads back.
choices.addEventListener("submit", (event) => {
  event.preventDefault();
  fold.open = WIDE.matches;
  status.focus();
});
// The boxes are cleared only after this event.
choices.addEventListener("reset", () => setTimeout(() => (save("pushState"), search())));
addEventListener("popstate", restore);
WIDE.addEventListener("change", () => (fold.open = WIDE.matches));
fold.open = WIDE.matches;
connect(query(document, ".kb-shortcut input"));
query(document, ".kb-shortcut").hidden = false;
// A reader on a slow connection may have begun to type before this script arrived: that stays.
if (document.activeElement === field && field.value) {
  save("replaceState");
  search();
} else restore();
