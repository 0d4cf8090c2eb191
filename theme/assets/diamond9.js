/**
 * The Diamond 9: shows the cards on the page as a diamond to rearrange, and makes of it what a meeting's record takes, a picture
 * and sheets to print. Nothing leaves the browser.
 */

import { Board } from "./diamond9_board.js";
import { frontMatter, inWords, mistakes, nextTo, notMoved, picture, Ranking, reasonsOf } from "./diamond9_groups.js";

// What is kept on this device from when somebody asks for it until they say otherwise.
const KEY = "kb-diamond9";

const page = document.querySelector(".kb-d9");
if (page) start();

function start() {
  const find = (selector) => page.querySelector(selector);
  const [setBox, groupBox, nameBox, withBox] = [find("#d9-set"), find("#d9-group"), find("#d9-name"), find("#d9-with")];
  const [reasonBox, keepBox, record] = [find("#d9-reason"), find("#d9-keep"), find("#d9-record")];
  const [stage, panel] = [find(".kb-d9__stage"), find(".kb-d9__panel")];
  const [status, done, keeping] = page.querySelectorAll("[role=status]");
  const button = (name) => find(`[data-do=${name}]`);
  const sets = [...page.querySelectorAll(".kb-d9__set")].map((sheet, place) => ({
    sheet,
    place,
    ids: sheet.dataset.cards.split(" "),
    name: sheet.dataset.name,
    question: find(`#${sheet.getAttribute("aria-labelledby")}`).textContent,
    cards: new Map([...sheet.querySelectorAll("li")].map((one) => [one.dataset.card, one.textContent])),
  }));
  const rankings = new Map();
  let ranking;

  const board = new Board(find(".kb-d9__board"), find("template"), { chosen, swap, move });
  const quoted = (card) => `“${ranking.set.cards.get(card).replace(/\.$/, "")}”`;
  const where = (card) => inWords(ranking.group.order.indexOf(card));
  const told = (card) => `${quoted(card)} is now in ${where(card)}.`;
  const say = (words) => (status.textContent = words);

  /** Show a set of cards, with what was done with it before. */
  function open(set) {
    if (!rankings.has(set)) rankings.set(set, new Ranking(set));
    ranking = rankings.get(set);
    setBox.value = set.place;
    for (const one of sets) one.sheet.hidden = one !== set;
    find("#d9-question").textContent = set.question;
    board.choose();
    refresh();
  }

  /** Show how things stand, after anything but a letter typed. */
  function refresh() {
    const { groups, group } = ranking;
    groupBox.replaceChildren(...groups.map((one, place) => new Option(one.name, place, false, one === group)));
    groupBox.parentElement.hidden = button("remove").hidden = groups.length < 2;
    nameBox.value = group.name;
    for (const way of ["undo", "redo"]) button(way).setAttribute("aria-disabled", !ranking.can(way));
    if (board.chosen) chosen(board.chosen);
    follow();
  }

  /** Bring up to date what is made of all this. */
  function follow() {
    const { set, group } = ranking;
    const given = reasonsOf(group);
    board.show(set, group.order, new Map(given));
    record.value = frontMatter(ranking);
    find(".kb-d9__whose").textContent = group.name;
    const reasons = given.map(([card, words]) => `${set.cards.get(card)} ${words}`);
    list(find(".kb-d9__reasons"), reasons);
    list(find(".kb-d9__wrong"), mistakes(ranking));
    done.textContent = "";
    save();
  }

  /** Fill the panel beside the diamond for the card that is chosen. */
  function chosen(id) {
    panel.classList.toggle("kb-d9__panel--open", Boolean(id));
    if (!id) return;
    const { order, reasons } = ranking.group;
    find("#d9-chosen").textContent = ranking.set.cards.get(id);
    find(".kb-d9__place").textContent = `It is in ${where(id)}.`;
    for (const one of panel.querySelectorAll("[data-move]"))
      one.setAttribute("aria-disabled", nextTo(order.indexOf(id), one.dataset.move) === undefined);
    const others = order.filter((other) => other !== id);
    withBox.replaceChildren(...others.map((other) => new Option(ranking.set.cards.get(other), other)));
    reasonBox.value = reasons[id] ?? "";
  }

  function swap(one, other) {
    ranking.swap(one, other);
    refresh();
    say([one, other].map(told).join(" "));
  }

  function turn(way, words) {
    const cards = ranking[way]();
    refresh();
    say(cards ? [words, ...cards.map(told)].join(" ") : `There is nothing to ${way}.`);
  }

  function move(id, direction) {
    const place = nextTo(ranking.group.order.indexOf(id), direction);
    if (place === undefined) say(`${quoted(id)} can go no further ${direction}.`);
    else swap(id, ranking.group.order[place]);
  }

  /** What each button does. */
  const deeds = {
    undo: () => turn("undo", "The last move is undone."),
    redo: () => turn("redo", "The move is done again."),
    shuffle: () => (ranking.shuffle(), refresh(), say("The cards are shuffled. Undo brings them back.")),
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
      if (groupBox.parentElement.hidden) nameBox.focus();
      say(`${name} is taken out. Undo brings it back.`);
    },
    with: () => swap(board.chosen, withBox.value),
    close() {
      const id = board.chosen;
      board.choose();
      board.focus(id);
    },
    large: () => (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen()),
    async copy() {
      if (refused(true)) return;
      try {
        await navigator.clipboard.writeText(record.value);
        done.textContent = "It is copied.";
      } catch {
        record.closest("details").open = true;
        record.select();
        done.textContent = "Your browser does not let us copy. The text is selected: copy it with your keyboard.";
      }
    },
    record: () => refused(true) || download(new Blob([record.value], { type: "text/yaml" }), "diamond-9.yml"),
    picture: async () =>
      refused() || download(await picture(ranking.set, ranking.group, page.dataset.note), "diamond-9.png"),
    cards: () => print("cards"),
    diamond: () => print("diamond"),
    forget: () => (drop(), keepBox.focus()),
  };

  /** Say why a record, or a picture, would be no good, if that is so. */
  function refused(isRecord) {
    const { group, groups } = ranking;
    const moved = (isRecord ? groups : [group]).filter(({ isMoved }) => isMoved);
    const why = moved[0] ? isRecord && mistakes(ranking, moved)[0] : notMoved(group);
    if (why) done.textContent = why;
    return why;
  }

  function download(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    done.textContent = `${name} is downloaded.`;
  }

  function print(what) {
    page.dataset.print = what;
    window.print();
  }

  function save() {
    if (!keepBox.checked) return;
    const groups = [...rankings].map(([set, { groups }]) => [set.name, groups]);
    try {
      localStorage.setItem(KEY, JSON.stringify({ set: ranking.set.name, groups }));
      keeping.textContent = "";
    } catch {
      keeping.textContent = "Your browser does not let us keep anything.";
    }
  }

  function drop() {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
    keepBox.checked = false;
    button("forget").hidden = true;
    keeping.textContent = "Nothing is kept any more.";
  }

  /** Bring back what was kept, and give the set that was shown. What does not fit the cards of today is of no use. */
  function restore() {
    const named = (name) => sets.find((set) => set.name === name);
    try {
      const { set, groups } = JSON.parse(localStorage.getItem(KEY));
      for (const [name, all] of groups) if (named(name)) rankings.set(named(name), new Ranking(named(name), all));
      keepBox.checked = true;
      button("forget").hidden = false;
      return named(set);
    } catch {
      rankings.clear();
      drop();
      keeping.textContent = "";
    }
  }

  page.addEventListener("click", ({ target }) => {
    const { do: deed, move: direction } = target.closest("button")?.dataset ?? {};
    if (deed) deeds[deed]();
    if (direction) move(board.chosen, direction);
  });
  page.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    const way = (event.ctrlKey || event.metaKey) && { z: event.shiftKey ? "redo" : "undo", y: "redo" }[key];
    if (!way || event.target.matches("input, textarea")) return;
    event.preventDefault();
    deeds[way]();
  });
  setBox.addEventListener("change", () => (open(sets[setBox.value]), say("These are other cards, in random order.")));
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
    ranking.group.reasons[board.chosen] = reasonBox.value;
    follow();
  });
  keepBox.addEventListener("change", () => {
    if (!keepBox.checked) return drop();
    button("forget").hidden = false;
    save();
  });
  addEventListener("afterprint", () => delete page.dataset.print);

  const wanted = new URLSearchParams(location.search).get("cards");
  const before = restore();
  button("large").hidden = !document.fullscreenEnabled;
  setBox.parentElement.hidden = sets.length < 2;
  page.classList.add("kb-d9--live");
  find(".kb-d9__app").hidden = false;
  open(sets.find(({ ids }) => ids.includes(wanted)) ?? before ?? sets[0]);
}

/** Show sentences in the list of a box, which is hidden if there are none. */
function list(box, sentences) {
  const items = sentences.map((one) => {
    const item = document.createElement("li");
    item.textContent = one;
    return item;
  });
  box.hidden = !items.length;
  box.lastElementChild.replaceChildren(...items);
}
