/**
 * The diamond on the page: a button for each of nine cards, in nine fixed places. To swap two cards, select one and then the other,
 * drop one on the other, or use the arrow keys.
 */

import { nextTo, rowOf } from "./diamond9_groups.js";

// How far a mouse moves before a drag starts, in pixels, and how long a finger rests, in milliseconds.
const FAR = 6;
const LONG = 280;
const CALM = matchMedia("(prefers-reduced-motion: reduce)");

/** @import { Cards, Direction } from "./diamond9_groups.js" */
/**
 * @typedef {object} Drag
 * @property {HTMLElement} card
 * @property {number} id The id of the pointer
 * @property {number} x
 * @property {number} y
 * @property {number} [timer] Runs until a finger has held the card for long enough
 * @property {boolean} [isOn] Whether the card is held
 * @property {HTMLElement | null} [under] The card below it
 */
/**
 * @typedef {object} Listener
 * @property {(id?: string) => void} chosen
 * @property {(one: string, other: string) => void} swap
 * @property {(id: string, direction: Direction) => void} move
 */

/** @type {(target: EventTarget | null) => HTMLElement | null} */
const cardAt = (target) => (target instanceof Element ? target.closest(".kb-d9__card") : null);

export class Board {
  /** @type {Map<string, HTMLElement>} */
  #cards = new Map();
  /** @type {Drag | undefined} */
  #drag;
  #isDone = false;
  /** @type {Cards | undefined} */
  set;
  /** @type {string[]} */
  order = [];
  /** @type {string | undefined} */
  chosen;

  /**
   * `says` hears which card is chosen, if any, and which two to swap.
   *
   * @param {HTMLElement} element
   * @param {HTMLTemplateElement} template
   * @param {Listener} says
   */
  constructor(element, template, says) {
    this.element = element;
    this.template = template;
    this.says = says;
    this.places = [...element.querySelectorAll("li li")];
    element.addEventListener("click", (event) => this.#click(event));
    element.addEventListener("keydown", (event) => this.#key(event));
    element.addEventListener("pointerdown", (event) => this.#press(event));
    element.addEventListener("pointermove", (event) => this.#move(event));
    element.addEventListener("pointerup", () => this.#drop(true));
    element.addEventListener("pointercancel", () => this.#drop(false));
    // A finger that holds a card does not move the page or open a menu.
    element.addEventListener("touchmove", (event) => this.#drag?.isOn && event.preventDefault(), { passive: false });
    element.addEventListener("contextmenu", (event) => this.#drag && event.preventDefault());
  }

  /**
   * Show the cards of a set in this order. `noted` has those with a reason. Cards already on the page glide to their place.
   *
   * @param {Cards} set
   * @param {string[]} order
   * @param {Map<string, string>} noted
   */
  show(set, order, noted) {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    const before = new Map([...this.#cards.values()].map((card) => [card, card.getBoundingClientRect()]));
    if (this.set !== set) {
      this.set = set;
      this.#cards = new Map([...set.cards].map(([id, text]) => [id, this.#made(id, text)]));
    }
    this.order = order;
    order.forEach((id, place) => {
      const card = this.#card(id);
      card.style.translate = "";
      if (card.parentElement !== this.places[place]) this.places[place].replaceChildren(card);
      const [row, , note] = card.querySelectorAll("span");
      row.textContent = `Row ${rowOf(place) + 1}: `;
      note.hidden = !noted.has(id);
    });
    if (this.element.contains(focused)) focused?.focus({ preventScroll: true });
    if (!CALM.matches) for (const card of this.#cards.values()) glide(card, before.get(card));
  }

  /**
   * Choose a card, or none.
   *
   * @param {string} [id]
   */
  choose(id) {
    this.chosen = id;
    for (const [other, card] of this.#cards) card.setAttribute("aria-pressed", `${other === id}`);
    this.says.chosen(id);
  }

  /** @param {string} id */
  focus(id) {
    this.#card(id).focus();
  }

  /** @param {string} id */
  #card(id) {
    return /** @type {HTMLElement} */ (this.#cards.get(id));
  }

  /**
   * @param {string} id
   * @param {string} text
   */
  #made(id, text) {
    const card = /** @type {HTMLElement} */ (this.template.content.firstElementChild?.cloneNode(true));
    card.dataset.card = id;
    card.children[1].textContent = text;
    return card;
  }

  /** @param {Event} event */
  #click(event) {
    const id = cardAt(event.target)?.dataset.card;
    if (!id || this.#isDone) return;
    if (!this.chosen || this.chosen === id) return this.choose(this.chosen ? undefined : id);
    const first = this.chosen;
    this.choose();
    this.says.swap(first, id);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const id = cardAt(event.target)?.dataset.card;
    const direction = event.key.startsWith("Arrow") && /** @type {Direction} */ (event.key.slice(5).toLowerCase());
    if (event.key === "Escape" && this.chosen) this.choose();
    if (!id || !direction || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (this.chosen === id) return this.says.move(id, direction);
    const place = nextTo(this.order.indexOf(id), direction);
    if (place !== undefined) this.focus(this.order[place]);
  }

  /** @param {PointerEvent} event */
  #press(event) {
    const card = cardAt(event.target);
    if (!card || event.button || !event.isPrimary) return;
    this.#isDone = false;
    this.#drag = { card, id: event.pointerId, x: event.clientX, y: event.clientY };
    if (event.pointerType === "touch") this.#drag.timer = window.setTimeout(() => this.#lift(), LONG);
  }

  #lift() {
    if (!this.#drag) return;
    this.#drag.isOn = true;
    this.#drag.card.setPointerCapture(this.#drag.id);
    this.#drag.card.classList.add("kb-d9__card--held");
  }

  /** @param {PointerEvent} event */
  #move({ clientX, clientY }) {
    const drag = this.#drag;
    if (!drag) return;
    const [x, y] = [clientX - drag.x, clientY - drag.y];
    if (!drag.isOn) {
      if (Math.hypot(x, y) < FAR) return;
      // A finger that moves at once scrolls the page.
      if (drag.timer) return this.#drop(false);
      this.#lift();
    }
    drag.card.style.translate = `${x}px ${y}px`;
    const under = cardAt(document.elementFromPoint(clientX, clientY));
    if (under === drag.under) return;
    drag.under?.classList.remove("kb-d9__card--under");
    drag.under = under;
    under?.classList.add("kb-d9__card--under");
  }

  /** @param {boolean} isWanted */
  #drop(isWanted) {
    const drag = this.#drag;
    this.#drag = undefined;
    clearTimeout(drag?.timer);
    if (!drag?.isOn) return;
    const { card, under } = drag;
    // The browser also sends a click, which must not count.
    this.#isDone = true;
    card.classList.remove("kb-d9__card--held");
    under?.classList.remove("kb-d9__card--under");
    if (isWanted && under) {
      this.choose();
      this.says.swap(card.dataset.card ?? "", under.dataset.card ?? "");
    }
    card.style.translate = "";
    setTimeout(() => {
      this.#isDone = false;
    });
  }
}

/**
 * Animate a card from its old place to its new one.
 *
 * @param {HTMLElement} card
 * @param {DOMRect} [before]
 */
function glide(card, before) {
  if (!before) return;
  const now = card.getBoundingClientRect();
  const [x, y] = [before.x - now.x, before.y - now.y];
  if (x || y) card.animate({ translate: [`${x}px ${y}px`, "0 0"] }, { duration: 220, easing: "ease-out" });
}
