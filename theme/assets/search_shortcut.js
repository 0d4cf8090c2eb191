/** The switch of the key that opens search. The device stores only that it is off. */

import { isOn, KEPT_AS, turn } from "./search.js";

function keep() {
  try {
    if (isOn()) localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, "off");
  } catch {}
}

/**
 * Have a box switch the key on and off.
 *
 * @param {HTMLInputElement} box
 */
export function connect(box) {
  const show = () => {
    box.checked = isOn();
  };
  box.addEventListener("change", () => {
    turn(box.checked);
    keep();
  });
  // search.js listens too, and does so first.
  addEventListener("storage", show);
  addEventListener("pageshow", show);
  show();
}
