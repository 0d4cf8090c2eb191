/** Opens search. Fetches what it needs only then, all at once. */

const opener = /** @type {HTMLElement} */ (document.querySelector(".kb-search-open"));
const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("#kb-search"));
/** @type {HTMLElement | null} */
const page = document.querySelector("#kb-search-page");
const place = page ?? dialog;
const field = /** @type {HTMLInputElement} */ (place.querySelector("input"));
const status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
const here = (/** @type {string} */ path) => new URL(path, import.meta.url).href;
/** @type {Promise<unknown> | undefined} */
let loading;

/**
 * Fetch a file ahead of its use. The request has to match the later one, or the browser would fetch it twice.
 *
 * @param {string} path
 */
function hint(path) {
  const link = document.createElement("link");
  const isScript = path.endsWith(".js");
  if (!isScript) link.as = "fetch";
  link.crossOrigin = "";
  link.rel = isScript ? "modulepreload" : "preload";
  link.href = here(path);
  document.head.append(link);
}

/** @param {string} script */
async function load(script) {
  if (!loading) {
    for (const name of ["engine", "index", "words", "excerpt", "view", "kinds"]) hint(`search_${name}.js`);
    hint("../search-index/language.js");
    // The same address as in search_index.js.
    hint(`../search-index/index.json?${Math.round(performance.timeOrigin)}`);
  }
  try {
    loading ??= import(here(script));
    await loading;
  } catch {
    loading = undefined;
    status.textContent = "Search could not be loaded. Check your connection, then try again.";
  }
}

/** @param {Event} event */
function open(event) {
  event.preventDefault();
  if (page) return field.focus();
  if (dialog.open) return;
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
dialog.querySelector(".kb-search__close")?.addEventListener("click", () => dialog.close());
dialog.addEventListener("keydown", (event) => {
  // In a search field, the first Escape would only clear it.
  if (event.key !== "Escape") return;
  event.preventDefault();
  dialog.close();
});
// The content covers the dialog, so a press on the dialog itself is beside it.
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
