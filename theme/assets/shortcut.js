/** Opens search with the / key. Readers can switch this off, and the device stores only that. */

const KEPT_AS = "kb-shortcut";

const opener = /** @type {HTMLElement} */ (document.querySelector(".kb-search-open"));
const key = /** @type {HTMLElement} */ (opener.querySelector("kbd"));
/** @type {NodeListOf<HTMLInputElement>} */
const switches = document.querySelectorAll(".kb-shortcut input");
let isOn = true;

/** Read the setting, which another page may have changed. A browser without storage may throw. */
function recall() {
  try {
    isOn = localStorage.getItem(KEPT_AS) !== "off";
  } catch {}
  show();
}

function keep() {
  try {
    if (isOn) localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, "off");
  } catch {}
}

function show() {
  if (isOn) opener.setAttribute("aria-keyshortcuts", "/");
  else opener.removeAttribute("aria-keyshortcuts");
  key.hidden = !isOn;
  for (const one of switches) one.checked = isOn;
}

/** @param {EventTarget | null} target */
function isBeingWrittenIn(target) {
  return (
    target instanceof Element &&
    target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")
  );
}

for (const one of switches) {
  // The switch is hidden if no script runs.
  if (one.parentElement) one.parentElement.hidden = false;
  one.addEventListener("change", () => {
    isOn = one.checked;
    keep();
    show();
  });
}
addEventListener("keydown", (event) => {
  if (!isOn || event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isBeingWrittenIn(event.target) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  opener.click();
});
addEventListener("storage", recall);
// Also when the browser restores this page from its cache.
addEventListener("pageshow", recall);
recall();
