/**
 * The Diamond 9: shows the cards on the page as a diamond to rearrange. Makes the lines for a meeting's record, a picture and
 * sheets to print. Nothing leaves the browser.
 */

import { Board } from "./diamond9_board.js";
import { frontMatter, inWords, mistakes, nextTo, notMoved, Ranking, reasonsOf } from "./diamond9_groups.js";
import { cardSets, list } from "./diamond9_page.js";
import { picture } from "./diamond9_picture.js";
import { download } from "./download.js";

/** @import { Direction, Group, Way } from "./diamond9_groups.js" */
/** @import { CardSet } from "./diamond9_page.js" */

// Kept on this device only if the person asks for it.
const KEY = "kb-diamond9";

/** @type {HTMLElement | null} */
const shown = document.querySelector(".kb-d9");
if (shown) start(shown);

/** @param {HTMLElement} page */
function start(page) {
  /** @type {<E extends HTMLElement = HTMLElement>(selector: string) => E} */
  const find = (selector) => /** @type {any} */ (page.querySelector(selector));
  /** @type {HTMLSelectElement[]} */
  const [setBox, groupBox, withBox] = [find("#d9-set"), find("#d9-group"), find("#d9-with")];
  /** @type {HTMLInputElement[]} */
  const [nameBox, keepBox] = [find("#d9-name"), find("#d9-keep")];
  /** @type {HTMLTextAreaElement[]} */
  const [reasonBox, record] = [find("#d9-reason"), find("#d9-record")];
  const [stage, panel] = [find(".kb-d9__stage"), find(".kb-d9__panel")];
  const [status, done, keeping] = page.querySelectorAll("[role=status]");
  const groupField = /** @type {HTMLElement} */ (groupBox.parentElement);
  const setField = /** @type {HTMLElement} */ (setBox.parentElement);
  const button = (/** @type {string} */ name) => find(`[data-do=${name}]`);
  const sets = cardSets(page);
  /** @type {Map<CardSet, Ranking>} */
  const rankings = new Map();
  let set = sets[0];
  let ranking = new Ranking(set);

  const board = new Board(find(".kb-d9__board"), find("template"), { chosen, swap, move });
  const words = (/** @type {string} */ card) => ranking.set.cards.get(card) ?? "";
  const quoted = (/** @type {string} */ card) => `“${words(card).replace(/\.$/, "")}”`;
  const where = (/** @type {string} */ card) => inWords(ranking.group.order.indexOf(card));
  const newPlace = (/** @type {string} */ card) => `${quoted(card)} is now in ${where(card)}.`;
  const say = (/** @type {string} */ text) => {
    status.textContent = text;
  };

  /**
   * Show a set of cards with its ranking so far.
   *
   * @param {CardSet} wanted
   */
  function open(wanted) {
    set = wanted;
    ranking = rankings.get(set) ?? new Ranking(set);
    rankings.set(set, ranking);
    setBox.value = `${set.place}`;
    for (const one of sets) one.sheet.hidden = one !== set;
    find("#d9-question").textContent = set.question;
    board.choose();
    refresh();
  }

  /** Update the whole page. Typing only calls `follow`, which leaves the text boxes alone. */
  function refresh() {
    const { groups, group } = ranking;
    groupBox.replaceChildren(...groups.map((one, place) => new Option(one.name, `${place}`, false, one === group)));
    groupField.hidden = button("remove").hidden = groups.length < 2;
    nameBox.value = group.name;
    for (const way of /** @type {Way[]} */ (["undo", "redo"]))
      button(way).setAttribute("aria-disabled", `${!ranking.can(way)}`);
    if (board.chosen) chosen(board.chosen);
    follow();
  }

  /** Update the board, the record and the lists. */
  function follow() {
    const { group } = ranking;
    const given = reasonsOf(group);
    board.show(set, group.order, new Map(given));
    record.value = frontMatter(ranking);
    find(".kb-d9__whose").textContent = group.name;
    const reasons = given.map(([card, reason]) => `${words(card)} ${reason}`);
    list(find(".kb-d9__reasons"), reasons);
    list(find(".kb-d9__wrong"), mistakes(ranking));
    done.textContent = "";
    save();
  }

  /**
   * Fill the panel beside the diamond for the chosen card.
   *
   * @param {string} [id]
   */
  function chosen(id) {
    panel.classList.toggle("kb-d9__panel--open", Boolean(id));
    if (!id) return;
    const { order, reasons } = ranking.group;
    find("#d9-chosen").textContent = words(id);
    find(".kb-d9__place").textContent = `It is in ${where(id)}.`;
    for (const one of find(".kb-d9__moves").querySelectorAll("button")) {
      const next = nextTo(order.indexOf(id), /** @type {Direction} */ (one.dataset.move));
      one.setAttribute("aria-disabled", `${next === undefined}`);
    }
    const others = order.filter((other) => other !== id);
    withBox.replaceChildren(...others.map((other) => new Option(words(other), other)));
    reasonBox.value = reasons[id] ?? "";
  }

  /** @type {(one: string, other: string) => void} */
  function swap(one, other) {
    ranking.swap(one, other);
    refresh();
    say([one, other].map(newPlace).join(" "));
  }

  /** @type {(way: Way, done: string) => void} */
  function turn(way, done) {
    const cards = ranking[way]();
    refresh();
    say(cards ? [done, ...cards.map(newPlace)].join(" ") : `There is nothing to ${way}.`);
  }

  /** @type {(id: string | undefined, direction: Direction) => void} */
  function move(id, direction) {
    if (!id) return;
    const place = nextTo(ranking.group.order.indexOf(id), direction);
    if (place === undefined) say(`${quoted(id)} can go no further ${direction}.`);
    else swap(id, ranking.group.order[place]);
  }

  /**
   * What each button does.
   *
   * @type {Record<string, () => unknown>}
   */
  const deeds = {
    undo: () => turn("undo", "Undone."),
    redo: () => turn("redo", "Redone."),
    shuffle: () => (ranking.shuffle(), refresh(), say("Shuffled. Undo brings the cards back.")),
    add() {
      ranking.addGroup();
      board.choose();
      refresh();
      nameBox.select();
      say(`${ranking.group.name} has a diamond of its own, in a new random order.`);
    },
    remove() {
      const { name } = ranking.group;
      ranking.removeGroup();
      board.choose();
      refresh();
      groupBox.focus();
      if (groupField.hidden) nameBox.focus();
      say(`${name} is taken out. Undo brings it back.`);
    },
    with: () => board.chosen && swap(board.chosen, withBox.value),
    close() {
      const id = board.chosen;
      board.choose();
      if (id) board.focus(id);
    },
    large: () => (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen()),
    async copy() {
      if (refused(true)) return;
      try {
        await navigator.clipboard.writeText(record.value);
        done.textContent = "Copied.";
      } catch {
        record.closest("details")?.setAttribute("open", "");
        record.select();
        done.textContent = "Your browser does not let us copy it. The text is selected, so copy it with your keyboard.";
      }
    },
    record: () => refused(true) || take(new Blob([record.value], { type: "text/yaml" }), "diamond-9.yml"),
    picture: async () => refused() || take(await picture(set, ranking.group, page.dataset.note ?? ""), "diamond-9.png"),
    cards: () => print("cards"),
    diamond: () => print("diamond"),
    forget: () => (drop(), keepBox.focus()),
  };

  /** The reason why a record, or a picture, cannot be made yet, which is also shown. */
  function refused(isRecord = false) {
    const { group, groups } = ranking;
    const moved = (isRecord ? groups : [group]).filter(({ isMoved }) => isMoved);
    const why = moved[0] ? isRecord && mistakes(ranking, moved)[0] : notMoved(group);
    if (why) done.textContent = why;
    return why;
  }

  /** @type {(blob: Blob, name: string) => void} */
  function take(blob, name) {
    download(blob, name);
    done.textContent = `${name} is downloaded.`;
  }

  /** @param {"cards" | "diamond"} what */
  function print(what) {
    page.dataset.print = what;
    window.print();
  }

  function save() {
    if (!keepBox.checked) return;
    const groups = [...rankings].map(([{ name }, one]) => [name, one.groups]);
    try {
      localStorage.setItem(KEY, JSON.stringify({ set: set.name, groups }));
      keeping.textContent = "";
    } catch {
      keeping.textContent = "Your browser does not let us save anything.";
    }
  }

  function drop() {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // A browser without storage has nothing to forget.
    }
    keepBox.checked = false;
    button("forget").hidden = true;
    keeping.textContent = "Nothing is saved any more.";
  }

  /** Restore what was kept. Returns the set that was shown. Forgets everything if it does not fit today's cards. */
  function restore() {
    const named = (/** @type {string} */ name) => sets.find((one) => one.name === name);
    try {
      /** @type {{ set: string, groups: [name: string, groups: Group[]][] }} */
      const kept = JSON.parse(localStorage.getItem(KEY) ?? "");
      for (const [name, groups] of kept.groups) {
        const one = named(name);
        if (one) rankings.set(one, new Ranking(one, groups));
      }
      keepBox.checked = true;
      button("forget").hidden = false;
      return named(kept.set);
    } catch {
      rankings.clear();
      drop();
      keeping.textContent = "";
    }
  }

  page.addEventListener("click", ({ target }) => {
    const { do: deed, move: direction } = (target instanceof Element && target.closest("button")?.dataset) || {};
    if (deed) deeds[deed]();
    if (direction) move(board.chosen, /** @type {Direction} */ (direction));
  });
  page.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    const way = (event.ctrlKey || event.metaKey) && { z: event.shiftKey ? "redo" : "undo", y: "redo" }[key];
    if (!way || (event.target instanceof Element && event.target.matches("input, textarea"))) return;
    event.preventDefault();
    deeds[way]();
  });
  setBox.addEventListener("change", () => (open(sets[Number(setBox.value)]), say("Different cards, in random order.")));
  groupBox.addEventListener("change", () => {
    ranking.current = Number(groupBox.value);
    board.choose();
    refresh();
    say(`This is the diamond of ${ranking.group.name}.`);
  });
  nameBox.addEventListener("input", () => {
    ranking.group.name = nameBox.value;
    groupBox.selectedOptions[0].textContent = nameBox.value;
    follow();
  });
  reasonBox.addEventListener("input", () => {
    if (board.chosen) ranking.group.reasons[board.chosen] = reasonBox.value;
    follow();
  });
  keepBox.addEventListener("change", () => {
    if (!keepBox.checked) return drop();
    button("forget").hidden = false;
    save();
  });
  addEventListener("afterprint", () => delete page.dataset.print);

  const wanted = new URLSearchParams(location.search).get("cards") ?? "";
  const before = restore();
  button("large").hidden = !document.fullscreenEnabled;
  setField.hidden = sets.length < 2;
  page.classList.add("kb-d9--live");
  find(".kb-d9__app").hidden = false;
  open(sets.find(({ ids }) => ids.includes(wanted)) ?? before ?? sets[0]);
}
