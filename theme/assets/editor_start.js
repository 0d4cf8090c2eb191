/** The first page of the editor. It opens the editor itself when asked, and at once for whoever is signed in or has a link to a record. */

const start = /** @type {HTMLElement} */ (document.querySelector(".kb-start"));
const button = /** @type {HTMLButtonElement} */ (start.querySelector("button"));

// A bundle, which the check of types need not read.
const EDITOR = new URL("../admin/editor.js", import.meta.url).href;
// Names under which the editor keeps things in the browser.
const USER = "sveltia-cms.user";
const PREFERENCES = "sveltia-cms.prefs";

async function open() {
  button.disabled = true;
  button.textContent = "The editor is opening …";
  // Its default is that Escape closes a record, even with unsaved work in it. People press it to close a menu.
  const kept = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
  localStorage.setItem(PREFERENCES, JSON.stringify({ closeWithEscape: false, ...kept }));
  await import(EDITOR);
  start.remove();
}

button.hidden = false;
button.addEventListener("click", open);
if (location.hash.length > 1 || localStorage.getItem(USER)?.includes('"token"')) open();
