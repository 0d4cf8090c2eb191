/**
 * The diamond on the page: nine buttons that stand for the cards, in nine places that never change. Two cards change places when
 * one is chosen and then the other, when one is dropped on the other, and with the arrow keys.
 */

import { nextTo, rowOf } from "./diamond9_groups.js";

// How far a mouse moves before it drags, in pixels; how long a finger rests, in milliseconds.
const FAR = 6;
const LONG = 280;
const CALM = matchMedia("(prefers-reduced-motion: reduce)");

export class Board {
  #cards = new Map();
  #drag;
  #isDone = false;

  /** `says` is told of a card that is chosen (or of none), and of two that are to change places. */
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

  /** Show the cards of a set in an order, `noted` being those that have a reason. What stays on the page glides to its place. */
  show(set, order, noted) {
    const focused = document.activeElement;
    const before = new Map([...this.#cards.values()].map((card) => [card, card.getBoundingClientRect()]));
    if (this.set !== set) {
      this.set = set;
      this.#cards = new Map([...set.cards].map(([id, text]) => [id, this.#made(id, text)]));
    }
    this.order = order;
    order.forEach((id, place) => {
      const card = this.#cards.get(id);
      card.style.translate = "";
      if (card.parentElement !== this.places[place]) this.places[place].replaceChildren(card);
      card.firstElementChild.textContent = `Row ${rowOf(place) + 1}: `;
      card.lastElementChild.hidden = !noted.has(id);
    });
    if (this.element.contains(focused)) focused.focus({ preventScroll: true });
    if (!CALM.matches) for (const card of this.#cards.values()) glide(card, before.get(card));
  }

  /** Choose a card, or none. */
  choose(id) {
    this.chosen = id;
    for (const [other, card] of this.#cards) card.setAttribute("aria-pressed", other === id);
    this.says.chosen(id);
  }

  focus(id) {
    this.#cards.get(id).focus();
  }

  #made(id, text) {
    const card = this.template.content.firstElementChild.cloneNode(true);
    card.dataset.card = id;
    card.children[1].textContent = text;
    return card;
  }

  #click(event) {
    const id = event.target.closest("button")?.dataset.card;
    if (!id || this.#isDone) return;
    if (!this.chosen || this.chosen === id) return this.choose(this.chosen ? undefined : id);
    const first = this.chosen;
    this.choose();
    this.says.swap(first, id);
  }

  #key(event) {
    const id = event.target.dataset.card;
    const direction = event.key.startsWith("Arrow") && event.key.slice(5).toLowerCase();
    if (event.key === "Escape" && this.chosen) this.choose();
    if (!id || !direction || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (this.chosen === id) return this.says.move(id, direction);
    const place = nextTo(this.order.indexOf(id), direction);
    if (place !== undefined) this.focus(this.order[place]);
  }

  #press(event) {
    const card = event.target.closest("button");
    if (!card || event.button || !event.isPrimary) return;
    this.#isDone = false;
    this.#drag = { card, id: event.pointerId, x: event.clientX, y: event.clientY };
    if (event.pointerType === "touch") this.#drag.timer = setTimeout(() => this.#lift(), LONG);
  }

  #lift() {
    const { card, id } = this.#drag;
    this.#drag.isOn = true;
    card.setPointerCapture(id);
    card.classList.add("kb-d9__card--held");
  }

  #move({ clientX, clientY }) {
    const drag = this.#drag;
    if (!drag) return;
    const [x, y] = [clientX - drag.x, clientY - drag.y];
    if (!drag.isOn) {
      if (Math.hypot(x, y) < FAR) return;
      // A finger that moves at once moves the page.
      if (drag.timer) return this.#drop(false);
      this.#lift();
    }
    drag.card.style.translate = `${x}px ${y}px`;
    const under = document.elementFromPoint(clientX, clientY)?.closest(".kb-d9__card");
    if (under === drag.under) return;
    drag.under?.classList.remove("kb-d9__card--under");
    drag.under = under;
    under?.classList.add("kb-d9__card--under");
  }

  #drop(isWanted) {
    const { card, under, isOn, timer } = this.#drag ?? {};
    this.#drag = undefined;
    clearTimeout(timer);
    if (!isOn) return;
    // The browser tells of a click too, which was none.
    this.#isDone = true;
    card.classList.remove("kb-d9__card--held");
    under?.classList.remove("kb-d9__card--under");
    if (isWanted && under) {
      this.choose();
      this.says.swap(card.dataset.card, under.dataset.card);
    }
    card.style.translate = "";
    setTimeout(() => (this.#isDone = false));
  }
}

/** Let a card go from where it was to where it is. */
function glide(card, before) {
  const now = card.getBoundingClientRect();
  const [x, y] = [before?.x - now.x, before?.y - now.y];
  if (x || y) card.animate({ translate: [`${x}px ${y}px`, "0 0"] }, { duration: 220, easing: "ease-out" });
}
