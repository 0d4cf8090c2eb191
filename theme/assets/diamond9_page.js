/** Reads the sets of cards from the page of the Diamond 9, and shows lists. */

/** @import { Cards } from "./diamond9_groups.js" */
/** @typedef {Cards & { sheet: HTMLElement, place: number, ids: string[] }} CardSet A set with the sheet that prints it */

/**
 * The sets of cards on the page, each with its sheet.
 *
 * @param {HTMLElement} page
 * @returns {CardSet[]}
 */
export function cardSets(page) {
  /** @type {NodeListOf<HTMLElement>} */
  const sheets = page.querySelectorAll(".kb-d9__set");
  return [...sheets].map((sheet, place) => ({
    sheet,
    place,
    ids: sheet.dataset.cards?.split(" ") ?? [],
    name: sheet.dataset.name ?? "",
    question: sheet.querySelector("h2")?.textContent ?? "",
    cards: new Map([...sheet.querySelectorAll("li")].map((one) => [one.dataset.card ?? "", one.textContent])),
  }));
}

/**
 * Show sentences in the list of a box. Hides the box if there are none.
 *
 * @param {HTMLElement} box
 * @param {string[]} sentences
 */
export function list(box, sentences) {
  const items = sentences.map((one) => {
    const item = document.createElement("li");
    item.textContent = one;
    return item;
  });
  box.hidden = !items.length;
  box.lastElementChild?.replaceChildren(...items);
}
