/** Shows results. Texts are inserted as text, never as HTML. */

import { item } from "./search_engine.js";

/** @import { Found, Item, Result } from "./search_engine.js" */

/**
 * The element that a selector finds. The page's template makes sure there is one.
 *
 * @template {HTMLElement} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 */
export const query = (root, selector) => /** @type {E} */ (root.querySelector(selector));

/**
 * A whole number as British English writes it. The first use of the browser's own way takes longer than a search.
 *
 * @param {number} number
 */
export const grouped = (number) => `${number}`.replace(/\B(?=(\d{3})+$)/g, ",");

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} classes
 * @param {(Node | string)[]} children
 */
export function element(name, classes = "", ...children) {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  made.append(...children);
  return made;
}

/**
 * The address of the search page with these words and choices, which are pairs of name and value.
 *
 * @param {string} words
 * @param {string[][]} choices
 */
export function address(words, choices = []) {
  const bar = /** @type {HTMLFormElement} */ (document.querySelector(".kb-search__bar"));
  const made = new URL(bar.action);
  if (words) made.searchParams.set("find", words);
  for (const [name, value] of choices) made.searchParams.append(name, value);
  return made;
}

/** A list of results, grouped by kind. Adds a group when it is first needed. */
export class Results {
  /** @param {Element} box */
  constructor(box) {
    this.box = box;
    /** @type {Map<string, HTMLElement>} */
    this.groups = new Map();
    /** Whether results were left out because they did not come. */
    this.incomplete = false;
    this.clear();
  }

  clear() {
    this.box.replaceChildren();
    this.groups = new Map();
  }

  /**
   * Show what other results show.
   *
   * @param {Results} fresh
   */
  take(fresh) {
    this.box.replaceChildren(...fresh.box.childNodes);
    this.groups = fresh.groups;
    this.incomplete = fresh.incomplete;
  }

  /**
   * The list of a kind, under a heading.
   *
   * @param {string} kind
   * @param {number} [count]
   */
  group(kind, count) {
    let list = this.groups.get(kind);
    if (!list) {
      const heading = element("h2", "", kind);
      if (count) heading.append(" ", element("span", "kb-count", `${count}`));
      list = element("ul", "kb-entries");
      this.box.append(element("section", `kb-found kb-found--${kind.toLowerCase()}`, heading, list));
      this.groups.set(kind, list);
    }
    return list;
  }

  /**
   * Add entries for results, in order. Returns the first link. Those that do not come are left out.
   *
   * @param {Result[]} results
   * @param {() => boolean} isWanted
   */
  async add(results, isWanted) {
    const answers = await Promise.allSettled(results.map(item));
    if (!isWanted()) return null;
    const items = answers.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const links = items.map((one) => this.group(one.kind).appendChild(entry(one)).querySelector("a"));
    this.incomplete ||= items.length < results.length;
    return links[0];
  }
}

/** @param {Item} item */
function entry({ title, url, stage, facts, excerpt }) {
  const link = element("a", "kb-entry__title", title);
  link.href = url;
  // People write in the language of the page, which can differ from that of our words around it.
  link.lang = document.documentElement.lang;
  const made = element("li", "kb-entry", link);
  if (stage) made.append(" ", element("span", `kb-badge kb-badge--${stage.toLowerCase()}`, stage));
  if (facts) made.append(element("p", "kb-entry__facts", facts));
  const pieces = excerpt.map(({ text, found }) => (found ? element("mark", "", text) : text));
  const summary = element("p", "kb-entry__summary", ...pieces);
  summary.lang = document.documentElement.lang;
  made.append(summary);
  return made;
}

/**
 * Report the number of results, what they are for, and why that can differ from what was asked.
 *
 * `again` asks once more.
 *
 * @param {Element} status
 * @param {Found} found
 * @param {(options: { asWritten: boolean }) => void} again
 */
export function tell(status, found, again) {
  const { results, asked, asWritten, shown, missing, partial, unread, failed } = found;
  const number = results.length === 1 ? "1 result" : `${grouped(results.length)} results`;
  if (failed) {
    status.replaceChildren(
      `The connection failed. ${number} so far. `,
      button("Try again", () => again({ asWritten })),
    );
  } else if (missing.length && results.length) {
    const absent = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(missing.map((word) => `“${word}”`));
    status.textContent = `No page has ${absent}. ${number} ${partial ? "with some of" : "for"} the other words.`;
  } else if (partial) {
    status.textContent = `No page has all of these words. ${number} with some of them.`;
  } else if (results.length && shown !== asked) {
    const instead = button(`Search for “${asked}” instead`, () => again({ asWritten: true }));
    status.replaceChildren(`Showing ${number} for `, element("strong", "", shown), ". ", instead);
  } else {
    status.textContent = `${results.length ? number : "Nothing found"}${asked ? ` for ${asked}` : ""}`;
  }
  if (unread) status.append(`. More pages with these words, not always together: ${grouped(unread)}.`);
}

/**
 * @param {string} text
 * @param {() => void} act
 */
function button(text, act) {
  const made = element("button", "kb-clear", text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/**
 * A link to the list of everything, if the site has one.
 *
 * @param {string} words
 */
export function linkToEverything(words) {
  const { all } = query(document, "#kb-search").dataset;
  return all && Object.assign(element("a", "", words), { href: all });
}

/** What a reader can try next if there are no results. */
export function nothingFound() {
  const everything = linkToEverything("A to Z");
  if (!everything) return element("p", "kb-empty", "Try fewer or other words.");
  return element("p", "kb-empty", "Try fewer or other words, or look through the ", everything, " of everything.");
}

/**
 * Report that something could not be fetched, with a button to try again.
 *
 * @param {Element} status
 * @param {() => void} again
 */
export function showFailure(status, again) {
  status.replaceChildren("Search cannot be reached. Check your connection. ", button("Try again", again));
}
