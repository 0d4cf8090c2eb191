/** Closes the menu on a phone when the focus leaves it, because the menu would cover the focus. */

const menu = /** @type {HTMLElement} */ (document.querySelector("#kb-menu"));

addEventListener("focusin", ({ target }) => {
  if (menu.matches(":popover-open") && !menu.contains(/** @type {Node} */ (target))) menu.hidePopover();
});
