/** Closes the menu of a phone when the focus goes elsewhere, where the menu would cover it. */

const menu = document.querySelector("#kb-menu");

addEventListener("focusin", ({ target }) => {
  if (menu.matches(":popover-open") && !menu.contains(target)) menu.hidePopover();
});
