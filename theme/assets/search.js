/** Opens search, with the button or the / key. Fetches what it needs only then, all at once. */

const opener = /** @type {HTMLElement} */ (document.querySelector(".kb-search-open"));
const key = /** @type {HTMLElement} */ (opener.querySelector("kbd"));
const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("#kb-search"));
/** @type {HTMLElement | null} */
const page = document.querySelector("#kb-search-page");
const place = page ?? dialog;
const field = /** @type {HTMLInputElement} */ (place.querySelector("input"));
const status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
const here = (/** @type {string} */ path) => new URL(path, import.meta.url).href;
/** @type {Promise<unknown> | undefined} */
let loading;

export const KEPT_AS = "kb-shortcut";

/** Whether the / key opens search. */
export const isOn = () => !key.hidden;

/** @param {boolean} is */
export function turn(is) {
  key.hidden = !is;
  opener.ariaKeyShortcuts = is ? "/" : null;
}

/** Read the setting, which another page may have changed. A browser without storage may throw. */
function recall() {
  try {
    turn(localStorage.getItem(KEPT_AS) !== "off");
  } catch {}
}

/**
 * @param {string} rel
 * @param {string} path
 * @param {Partial<HTMLLinkElement>} [more]
 */
function link(rel, path, more) {
  document.head.append(Object.assign(document.createElement("link"), { rel, href: here(path), ...more }));
}

/** @param {string} script */
async function begin(script) {
  // What the script adds to the dialog would have no style yet. The search page has it already.
  const styled = !page && new Promise((onload, onerror) => link("stylesheet", "search.css", { onload, onerror }));
  for (const path of [script, "../search-index/language.js"]) link("modulepreload", path);
  // The same request as in search_index.js, or the browser would fetch it twice.
  link("preload", `../search-index/index.json?${Math.round(performance.timeOrigin)}`, { crossOrigin: "", as: "fetch" });
  await styled;
  await import(here(script));
}

/** @param {string} script */
async function load(script) {
  try {
    loading ??= begin(script);
    await loading;
  } catch {
    loading = undefined;
    status.textContent = "Search did not load. Check your connection, then try again.";
  }
}

/** @param {Event} event */
function open(event) {
  event.preventDefault();
  if (page) return field.focus();
  dialog.showModal();
  field.select();
  load("search_dialog.js");
}

if (page) {
  page.hidden = false;
  load("search_page.js");
}
opener.addEventListener("click", (event) => {
  if (!(event.ctrlKey || event.metaKey || event.shiftKey)) open(event);
});
dialog.addEventListener("keydown", (event) => {
  // In a search field, the first Escape would only clear it.
  if (event.key !== "Escape") return;
  event.preventDefault();
  dialog.close();
});
// The content covers the dialog, so a press on the dialog itself is beside it. "Close" is no submit button: Enter would press it.
dialog.addEventListener("click", ({ target }) => {
  if (target === dialog || target === dialog.querySelector("button")) dialog.close();
});
addEventListener("keydown", (event) => {
  const isBusy = document.querySelector("dialog[open], :read-write:focus, select:focus");
  if (isOn() && event.key === "/" && !isBusy && !(event.ctrlKey || event.metaKey || event.altKey)) open(event);
});
addEventListener("storage", recall);
// Also when the browser restores this page from its cache.
addEventListener("pageshow", recall);
turn(true);
recall();
