/** Shows results. Texts are inserted as text, never as HTML. */

import { item } from "./search_engine.js";

/** @import { Found, Item } from "./search_engine.js" */
/** @import { Result } from "../../types/pagefind" */

/**
 * The element that a selector finds. The page's template makes sure there is one.
 *
 * @template {HTMLElement} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 */
export const query = (root, selector) => /** @type {E} */ (root.querySelector(selector));

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
    this.clear();
  }

  clear() {
    this.box.replaceChildren();
    this.groups = new Map();
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
   * Add entries for results, in order. Returns the first link.
   *
   * @param {Result[]} results
   * @param {() => boolean} isWanted
   */
  async add(results, isWanted) {
    const items = await Promise.all(results.map(item));
    if (!isWanted()) return null;
    const links = items.map((one) => this.group(one.kind).appendChild(entry(one)).querySelector("a"));
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
 * @param {Element} status
 * @param {Found} found
 * @param {() => void} again
 */
export function tell(status, { results, asked, shown, partial }, again) {
  const number = results.length === 1 ? "1 result" : `${results.length.toLocaleString("en-GB")} results`;
  if (partial) {
    status.textContent = `No page has all of these words. ${number} with some of them.`;
  } else if (results.length && shown !== asked) {
    const button = element("button", "kb-clear", `Search for “${asked}” instead`);
    button.type = "button";
    button.addEventListener("click", again);
    status.replaceChildren(`Showing ${number} for `, element("strong", "", shown ?? ""), ". ", button);
  } else {
    status.textContent = `${results.length ? number : "Nothing found"}${asked ? ` for ${asked}` : ""}`;
  }
}

/** What a reader can try next if there are no results. */
export function nothingFound() {
  const everything = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".kb-search__foot a"));
  if (!everything) return element("p", "kb-empty", "Try fewer or other words.");
  const link = element("a", "", "A to Z");
  link.href = everything.href;
  return element("p", "kb-empty", "Try fewer or other words, or look through the ", link, " of everything.");
}

/**
 * Report that something could not be fetched, with a button to try again.
 *
 * @param {Element} status
 * @param {() => void} again
 */
export function showFailure(status, again) {
  const button = element("button", "kb-clear", "Try again");
  button.type = "button";
  button.addEventListener("click", again);
  status.replaceChildren("Search cannot be reached. Check your connection. ", button);
}
