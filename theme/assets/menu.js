/** Closes the menu of a phone when the focus goes elsewhere, where the menu would cover it. */

const menu = /** @type {HTMLElement} */ (document.querySelector("#kb-menu"));

addEventListener("focusin", ({ target }) => {
  if (menu.matches(":popover-open") && !menu.contains(/** @type {Node} */ (target))) menu.hidePopover();
});
