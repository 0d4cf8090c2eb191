/** Search in the dialog: results as you type. The arrow keys move through them. */

import { FIRST, find, restart, start } from "./search_engine.js";
import { KINDS } from "./search_kinds.js";
import { address, element, nothingFound, query, Results, showFailure, tell } from "./search_view.js";

/** @import { Found } from "./search_engine.js" */

const SHORTEST = 3;
const ALL = 8;
const PAUSE = 150;

/** @type {HTMLDialogElement} */
const dialog = query(document, "#kb-search");
/** @type {HTMLInputElement} */
const field = query(dialog, "input");
const status = query(dialog, "[role=status]");
const kinds = query(dialog, ".kb-search__kinds");
const results = new Results(query(dialog, ".kb-search__results"));

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
    const found = await find(words, kind() ? { kind: KINDS[kind()] } : {}, { asWritten });
    clearTimeout(slow);
    if (!isLatest()) return;
    await show(found, words, isLatest);
  } catch {
    restart();
    if (isLatest()) showFailure(status, () => (field.focus(), search()));
  } finally {
    clearTimeout(slow);
  }
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
  const report = () => {
    const failed = found.failed || results.incomplete;
    tell(status, { ...found, failed }, (options) => (field.focus(), search(options)));
  };
  results.take(fresh);
  report();
  count(found.totals.kind);
  query(dialog, ".kb-search__found").scrollTop = 0;
  if (!found.results.length) results.box.append(nothingFound());
  await painted();
  await results.add(found.results.slice(FIRST, ALL), isLatest);
  if (isLatest() && results.incomplete) report();
  if (isLatest() && found.results.length > ALL) results.box.append(allResults(found, words));
}

const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/**
 * @param {Found} found
 * @param {string} words
 */
function allResults(found, words) {
  const link = element("a", "kb-button", `See all ${found.results.length.toLocaleString("en-GB")} results`);
  link.href = address(words, kind() ? [["kind", kind()]] : []).href;
  return element("p", "kb-search__all", link);
}

/**
 * Show the number of results of each kind. The counts are known once a kind has been chosen.
 *
 * @param {Record<string, number>} [counts]
 */
function count(counts) {
  for (const [value, label] of Object.entries(KINDS)) {
    const number = query(kinds, `[value=${value}] + span > span`);
    number.textContent = counts ? ` ${counts[label] ?? 0}` : "";
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
  kinds.hidden = false;
  kinds.addEventListener("change", () => search());
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
