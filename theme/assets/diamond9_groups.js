/** The rankings of groups, with undo and redo, and the lines that they make in a meeting's record. */

import { fold, scalar } from "./writing.js";

/** @typedef {{ name: string, question: string, cards: Map<string, string> }} Cards A set of nine cards with their words */
/** @typedef {"up" | "down" | "left" | "right"} Direction */
/** @typedef {"undo" | "redo"} Way */
/**
 * @typedef {object} Group
 * @property {string} name
 * @property {string[]} order The cards in the order of places
 * @property {boolean} isMoved Whether the group has moved a card
 * @property {Record<string, string>} reasons
 */
/** @typedef {{ groups: Group[], current: number, laid: Pick<Group, "order" | "isMoved">[], cards: string[] }} State */

/** The places of a diamond by row. */
export const ROWS = [[0], [1, 2], [3, 4, 5], [6, 7], [8]];
// How far to the right of the middle each place is.
const ACROSS = [0, -1, 1, -2, 0, 2, -1, 1, 0];
const SIDES = [[], [""], [", on the left", ", on the right"], [", on the left", ", in the middle", ", on the right"]];

/** @param {number} place */
export const rowOf = (place) => ROWS.findIndex((row) => row.includes(place));

/**
 * The next place in a direction, or undefined at the edge of the diamond.
 *
 * @param {number} place
 * @param {Direction} direction
 * @returns {number | undefined}
 */
export function nextTo(place, direction) {
  const row = rowOf(place);
  if (direction === "left" || direction === "right") {
    const other = place + (direction === "left" ? -1 : 1);
    return rowOf(other) === row ? other : undefined;
  }
  const far = (/** @type {number} */ other) => Math.abs(ACROSS[other] - ACROSS[place]);
  const [first, ...others] = ROWS[row + (direction === "up" ? -1 : 1)] ?? [];
  return others.reduce((best, one) => (far(one) < far(best) ? one : best), first);
}

/**
 * A place in words: "row 2 of 5, on the left".
 *
 * @param {number} place
 */
export function inWords(place) {
  const row = ROWS[rowOf(place)];
  return `row ${rowOf(place) + 1} of 5${SIDES[row.length][row.indexOf(place)]}`;
}

/**
 * The cards in random order, because any fixed order would suggest a ranking.
 *
 * @param {Iterable<string>} cards
 */
function shuffled(cards) {
  const order = [...cards];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

/**
 * Reasons by card. Without a prototype, a card can have any name.
 *
 * @param {Record<string, string>} [reasons]
 * @returns {Record<string, string>}
 */
const plain = (reasons) => Object.assign(Object.create(null), reasons);

/** How the groups of a meeting rank one set of cards. */
export class Ranking {
  /** @type {State[]} */
  #past = [];
  /** @type {State[]} */
  #future = [];

  /**
   * Start with one group, or with kept groups. Throws if these do not fit the cards.
   *
   * @param {Cards} set
   * @param {Group[]} [kept]
   */
  constructor(set, kept) {
    this.set = set;
    this.current = 0;
    this.groups = kept ? kept.map((group) => this.#checked(group)) : [this.#newGroup(1)];
    if (!this.group) throw new Error("no group");
  }

  get group() {
    return this.groups[this.current];
  }

  /**
   * Whether there is anything to undo, or to redo.
   *
   * @param {Way} way
   */
  can(way) {
    return (way === "undo" ? this.#past : this.#future).length > 0;
  }

  /**
   * Swap two cards.
   *
   * @param {string} one
   * @param {string} other
   */
  swap(one, other) {
    this.#remember([one, other]);
    this.group.order = this.group.order.map((card) => (card === one ? other : card === other ? one : card));
    this.group.isMoved = true;
  }

  shuffle() {
    this.#remember();
    Object.assign(this.group, { order: shuffled(this.group.order), isMoved: false });
  }

  addGroup() {
    this.#remember();
    this.groups = [...this.groups, this.#newGroup(this.groups.length + 1)];
    this.current = this.groups.length - 1;
  }

  removeGroup() {
    this.#remember();
    this.groups = this.groups.filter((one) => one !== this.group);
    this.current = Math.max(0, this.current - 1);
  }

  undo() {
    return this.#turn(this.#past, this.#future);
  }

  redo() {
    return this.#turn(this.#future, this.#past);
  }

  /**
   * Return to the last state in `from`. Returns the cards that move.
   *
   * @param {State[]} from
   * @param {State[]} to
   */
  #turn(from, to) {
    const state = from.pop();
    if (!state) return undefined;
    const { groups, laid, current, cards } = state;
    to.push({ ...this.#now(), cards });
    Object.assign(this, { groups, current });
    for (const [place, group] of groups.entries()) Object.assign(group, laid[place]);
    return cards;
  }

  /** @param {string[]} cards */
  #remember(cards = []) {
    this.#past.push({ ...this.#now(), cards });
    this.#future = [];
  }

  /** The state to undo to: groups and their orders. Names and reasons are not part of it. */
  #now() {
    const { groups, current } = this;
    return { groups, current, laid: groups.map(({ order, isMoved }) => ({ order, isMoved })) };
  }

  /**
   * @param {number} number
   * @returns {Group}
   */
  #newGroup(number) {
    return { name: `Group ${number}`, order: shuffled(this.set.cards.keys()), isMoved: false, reasons: plain() };
  }

  /**
   * @param {Group} group
   * @returns {Group}
   */
  #checked({ name, order, isMoved, reasons }) {
    const fits = [...order].sort().join() === [...this.set.cards.keys()].sort().join();
    if (!fits || ![name, ...Object.values(reasons)].every((one) => typeof one === "string"))
      throw new Error("other cards");
    return { name, order, isMoved, reasons: plain(reasons) };
  }
}

/** @param {Group} group */
export const notMoved = ({ name }) => `${name || "A group"} has not moved a card yet.`;

/**
 * The lines of the front matter, as `macros/source/writer.py` writes them.
 *
 * @param {Ranking} ranking
 */
export function frontMatter({ set, groups }) {
  /** @type {(name: string, items: string[][]) => string[]} */
  const list = (name, items) => (items.length ? [`${name}:`, ...indented(items.flatMap(item))] : []);
  /** @type {(name: string, value: string) => string} */
  const text = (name, value) => `${name}: ${scalar(fold(value))}`;
  /** @type {(name: string, all: Iterable<string[]>) => string[][]} */
  const pairs = (name, all) => [...all].map(([id, words]) => [text(name, id), text("text", words)]);
  const group = (/** @type {Group} */ one) => {
    const rows = ROWS.map((row) => row.flatMap((place) => item([scalar(one.order[place])])));
    return [text("name", one.name), ...list("rows", rows), ...list("reasons", pairs("statement", reasonsOf(one)))];
  };
  const moved = groups.filter(({ isMoved }) => isMoved).map(group);
  const lines = [
    text("question", set.question),
    ...list("statements", pairs("id", set.cards)),
    ...list("groups", moved),
  ];
  return ["diamond9:", ...indented(lines), ""].join("\n");
}

/**
 * The reasons of a group: pairs of a card and words, in the order of its diamond.
 *
 * @param {Group} group
 * @returns {[card: string, words: string][]}
 */
export const reasonsOf = ({ order, reasons }) =>
  order.filter((card) => fold(reasons[card] ?? "")).map((card) => [card, fold(reasons[card])]);

/**
 * Why a record would not accept some groups: a sentence for each mistake.
 *
 * @param {Ranking} ranking
 * @param {Group[]} some
 */
export function mistakes({ set, groups }, some = groups) {
  /** @type {string[]} */
  const found = [];
  const names = some.map(({ name }) => fold(name).toLowerCase());
  /** @type {(words: string, least: number, which: string) => void} */
  const check = (words, least, which) => {
    if ([...words].length < least) found.push(`${which} is too short. Say a little more.`);
    const [character] = words.match(/[<>]|\{[{%#]/) ?? [];
    if (character) found.push(`${which} has “${character}” in it. Write that in words.`);
  };
  some.forEach((group, place) => {
    check(names[place], 2, `The name of group ${groups.indexOf(group) + 1}`);
    if (names.indexOf(names[place]) < place)
      found.push(`Two groups are called “${group.name}”. Give each group its own name.`);
    if (!group.isMoved) found.push(notMoved(group));
    for (const [card, words] of reasonsOf(group)) check(words, 3, `The reason for “${set.cards.get(card)}”`);
  });
  return found;
}

/** @param {string[]} lines */
const indented = (lines) => lines.map((line) => `  ${line}`);
/** @param {string[]} lines */
const item = ([first, ...rest]) => [`- ${first}`, ...indented(rest)];
