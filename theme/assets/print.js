/** The button that prints a page. It is hidden until this script runs. */

const button = /** @type {HTMLElement} */ (document.querySelector(".kb-print"));
button.addEventListener("click", () => window.print());
button.hidden = false;
