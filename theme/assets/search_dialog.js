/** Search in the dialog: results as you type. The arrow keys move through them. */

import { counts, find, narrowed, restart, start } from "./search_engine.js";
import { KINDS } from "./search_kinds.js";
import { connect } from "./search_shortcut.js";
import {
  address,
  element,
  grouped,
  linkToEverything,
  nothingFound,
  query,
  Results,
  showFailure,
  tell,
} from "./search_view.js";

/** @typedef {Awaited<ReturnType<typeof ask>>} Found */

const SHORTEST = 3;
// The best results are shown before the others are fetched.
const FIRST = 3;
const ALL = 8;
const PAUSE = 150;

/** @type {HTMLDialogElement} */
const dialog = query(document, "#kb-search");
/** @type {HTMLInputElement} */
const field = query(dialog, "input");
const status = query(dialog, "[role=status]");
const box = query(dialog, ".kb-search__found");
const kinds = element("div", "kb-search__kinds");
const results = new Results(element("div", "kb-search__results"));

let latest = 0;
let lastKey = 0;
/** @type {number} */
let waiting;

const kind = () => {
  /** @type {HTMLInputElement | null} */
  const chosen = kinds.querySelector(":checked");
  return chosen?.value ?? "";
};

/** Search for the text in the field. Shows only the latest search, however long each takes. */
async function search({ asWritten = false } = {}) {
  const number = ++latest;
  const isLatest = () => number === latest;
  const words = field.value;
  if (words.trim().length < SHORTEST) {
    results.clear();
    status.textContent = "";
    return;
  }
  const slow = setTimeout(() => {
    if (isLatest()) status.textContent = "Searching…";
  }, 500);
  try {
    const found = await ask(words, asWritten, true);
    clearTimeout(slow);
    if (!isLatest()) return;
    await show(found, words, isLatest);
    if (found.more && isLatest()) await complete(found, await ask(words, asWritten, false), words, isLatest);
  } catch {
    restart();
    if (isLatest()) showFailure(status, () => (field.focus(), search()));
  } finally {
    clearTimeout(slow);
  }
}

/**
 * The results of the chosen kind, with the number of each kind.
 *
 * @param {string} words
 * @param {boolean} asWritten
 * @param {boolean} quick
 */
async function ask(words, asWritten, quick) {
  const found = await find(words, { asWritten, quick });
  return { ...narrowed(found, kind() ? { kind: [KINDS[kind()]] } : {}), ofKinds: counts(found).kind };
}

/**
 * @param {Found} found
 * @param {string} words
 * @param {() => boolean} isLatest
 */
async function show(found, words, isLatest) {
  // Show the best ones first, then the rest.
  const fresh = new Results(element("div"));
  await fresh.add(found.results.slice(0, FIRST), isLatest);
  if (!isLatest()) return;
  results.take(fresh);
  report(found);
  box.scrollTop = 0;
  if (!found.results.length) results.box.append(nothingFound());
  await painted();
  await results.add(found.results.slice(FIRST, ALL), isLatest);
  if (isLatest()) finish(found, words);
}

/**
 * Show how many results there are once all have come. Those that the reader sees stay where they are, and others can only come
 * below them.
 *
 * @param {Found} first
 * @param {Found} found
 * @param {string} words
 * @param {() => boolean} isLatest
 */
async function complete(first, found, words, isLatest) {
  const shown = first.results.slice(0, ALL).map(({ number }) => number);
  const others = found.results.filter(({ number }) => !shown.includes(number));
  await results.add(others.slice(0, ALL - shown.length), isLatest);
  if (!isLatest()) return;
  if (!shown.length && others.length) query(results.box, ".kb-empty").remove();
  report(found);
  finish(found, words);
}

/** @param {Found} found */
function report(found) {
  const failed = found.failed || results.incomplete;
  tell(status, { ...found, failed }, (options) => (field.focus(), search(options)));
  count(found.ofKinds);
}

/**
 * What stands below the results.
 *
 * @param {Found} found
 * @param {string} words
 */
function finish(found, words) {
  if (results.incomplete) report(found);
  results.box.querySelector(".kb-search__all")?.remove();
  if (found.results.length > ALL) results.box.append(allResults(found, words));
}

const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/**
 * @param {Found} found
 * @param {string} words
 */
function allResults(found, words) {
  const link = element("a", "kb-button", `See all ${grouped(found.results.length)} results`);
  link.href = address(words, kind() ? [["kind", kind()]] : []).href;
  return element("p", "kb-search__all", link);
}

/**
 * Show the number of results of each kind. The counts are known once a kind has been chosen.
 *
 * @param {Record<string, number>} ofKinds
 */
function count(ofKinds) {
  for (const [value, label] of Object.entries(KINDS)) {
    const number = query(kinds, `[value=${value}] + span > span`);
    number.textContent = ` ${ofKinds[label] ?? 0}`;
  }
}

function makeKinds() {
  const options = [["", "All"], ...Object.entries(KINDS)].map(([value, label]) => {
    const input = element("input");
    Object.assign(input, { type: "radio", name: "kb-search-kind", value, checked: !value });
    return element("label", "", input, element("span", "", label, element("span")));
  });
  const group = element("fieldset", "", element("legend", "kb-hidden", "Kind of page"), ...options);
  kinds.append(group);
  kinds.addEventListener("change", () => search());
}

/** The button in the field, which shows all results as the Enter key does. */
function makeGo() {
  const go = element("button", "kb-search__go");
  go.ariaLabel = dialog.ariaLabel;
  go.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="10" cy="10" r="6.5"/><path d="m15 15 6 6"/></svg>`;
  return go;
}

/** What stands at the foot of the dialog. */
function makeFoot() {
  const key = (/** @type {string} */ name) => element("kbd", "", name);
  const keys = [key("↑"), " ", key("↓"), " to move, ", key("Enter"), " for all results, ", key("Esc"), " to close"];
  const shortcut = element("input");
  shortcut.type = "checkbox";
  connect(shortcut);
  const foot = element("p", "kb-search__foot", element("span", "kb-search__keys", ...keys), " ");
  foot.append(element("label", "kb-shortcut", shortcut, " Open search with the / key"));
  const everything = linkToEverything("A to Z of everything");
  if (everything) foot.prepend(everything, " ");
  foot.lang = "en";
  return foot;
}

/** @param {KeyboardEvent} event */
function moveThrough(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  /** @type {HTMLElement[]} */
  const stops = [field, ...results.box.querySelectorAll("a")];
  const place = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  if (!step || place < 0) return;
  const next = stops[place + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

makeKinds();
field.after(makeGo());
box.prepend(kinds);
box.append(results.box);
dialog.append(makeFoot());
field.addEventListener("input", ({ timeStamp }) => {
  clearTimeout(waiting);
  // Search at once for the first key after a pause. Of keys in a row, only the last counts.
  waiting = window.setTimeout(search, timeStamp - lastKey > 2 * PAUSE ? 0 : PAUSE);
  lastKey = timeStamp;
});
dialog.addEventListener("keydown", moveThrough);
query(dialog, "form").addEventListener("submit", (event) => {
  event.preventDefault();
  if (field.value.trim()) location.href = address(field.value.trim(), kind() ? [["kind", kind()]] : []).href;
});
addEventListener("online", () => dialog.open && search());
start().catch(() => {});
search();
