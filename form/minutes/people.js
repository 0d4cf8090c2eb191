/** Who is meant by the names in minutes: see macros/minutes/people.py. */

import {
  ADDRESS,
  BRACKET,
  COUNT,
  FIRST_NAMES,
  IN_BRACKETS,
  LAST_NAMES,
  PERSON,
  STARTS,
  TITLED,
  TITLES,
} from "python:people";

import { alike } from "../record.js";
import { oneLine } from "./markdown.js";
import { literally, matches, replaced } from "./match.js";
import { didYouMean } from "./nearest.js";
import { once, split, strip } from "./text.js";

/** @import { Network } from "./network.js" */

const FIRST = new Set(FIRST_NAMES);
const LAST = new Set(LAST_NAMES);

/** Names and who they mean. Of champions, it knows those whose names the site may show. */
export class People {
  /** @param {Network} network */
  constructor({ names, champions, titles, current }) {
    this.names = names;
    this.champions = champions;
    this.titles = titles;
    this.current = current;
    /** @type {string[]} First names that stand alone in the file at hand. */
    this.alone = [];
    const longest = Object.keys(champions).sort((one, other) => other.length - one.length);
    const words = longest.map((name) => split(name).map(literally).join("\\s+"));
    this.pattern = words.length
      ? new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words.join("|")})(?![\\p{L}\\p{N}_])`, "giu")
      : null;
  }

  /**
   * The id of the service that a name means: its own, one of its former names, or that of its champion; empty if it means none.
   *
   * @param {string} name
   */
  service(name) {
    const parts = [name, ...name.split(IN_BRACKETS)];
    const found = once(parts.map((part) => this.exactly(replaced(COUNT, part, ""))).filter(Boolean));
    return found.length === 1 ? found[0] : "";
  }

  /**
   * Whether a name is that of a service or its champion and nothing else, but for how many came from there.
   *
   * @param {string} name
   */
  isOnly(name) {
    return Boolean(this.exactly(replaced(COUNT, replaced(BRACKET, name, " "), "")));
  }

  /**
   * The id of the service that has or had this name, or whose champion has it; empty if there is none.
   *
   * @param {string} name
   */
  exactly(name) {
    const compared = strip(alike(name), " .*").replace(/^the /, "");
    if (!compared) return "";
    return known(this.names, compared) ?? known(this.champions, compared)?.service ?? "";
  }

  /**
   * " Did you mean "Apple service"?", or empty if no current service has a name near it.
   *
   * @param {string} name
   */
  meant(name) {
    return didYouMean(
      oneLine(name),
      this.current.map((one) => this.title(one)),
    );
  }

  /** @param {string} service */
  title(service) {
    return known(this.titles, service) ?? service;
  }

  /**
   * The text with roles in place of the names of champions, and each name that was replaced with its role.
   *
   * @param {string} text
   */
  withRoles(text) {
    /** @type {{ name: string, role: string }[]} */
    const roles = [];
    if (!this.pattern) return { text, roles };
    const made = text.replace(this.pattern, (name) => {
      const { role, service } = this.champions[alike(name)];
      const said = `${role} (${this.title(service)})`;
      roles.push({ name, role: said });
      return said;
    });
    return { text: made, roles };
  }

  /**
   * What may be the names of people, each once. Services are not among them.
   *
   * @param {string} text
   */
  maybePeople(text) {
    const like = matches(PERSON, text).map(([name]) => name);
    const found = [...like.filter(isLikeName).map(withoutVerb), ...matches(TITLED, text).map(([name]) => name)];
    found.push(...this.alone.filter((name) => wordOf([name]).test(text)));
    return once(found).filter((one) => !this.service(one));
  }

  /**
   * The text with "someone" in place of what may be the names of people, but in addresses, and these names.
   *
   * @param {string} text
   * @returns {{ text: string, names: string[] }}
   */
  withSomeone(text) {
    const parts = text.split(ADDRESS);
    const names = this.maybePeople(parts.filter((_, index) => index % 2 === 0).join("\n"));
    if (!names.length) return { text, names };
    const pattern = wordOf(names);
    const made = parts.map((part, index) =>
      index % 2
        ? part
        : part.replace(pattern, (_, place) => (STARTS.test(part.slice(0, place)) ? "Someone" : "someone")),
    );
    return { text: made.join(""), names };
  }
}

/**
 * A pattern for names where they are no part of a longer word.
 *
 * @param {string[]} names
 */
export function wordOf(names) {
  const longest = names.toSorted((one, other) => other.length - one.length);
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${longest.map(literally).join("|")})(?![\\p{L}\\p{N}_])`, "gu");
}

/**
 * An entry of what came as JSON.
 *
 * @template Entry
 * @param {Record<string, Entry>} entries
 * @param {string} name
 */
const known = (entries, name) => (Object.hasOwn(entries, name) ? entries[name] : undefined);

/**
 * A name without a word before it that has a capital because it starts a sentence: "Ask Jane Smith".
 *
 * @param {string} name
 */
function withoutVerb(name) {
  const space = name.indexOf(" ");
  const [first, rest] = space < 0 ? [name, ""] : [name.slice(0, space), name.slice(space + 1)];
  const lower = first.toLowerCase().replace(/\.+$/, "");
  const isVerb = rest.includes(" ") && !TITLES.includes(lower) && !FIRST.has(lower);
  return isVerb && FIRST.has(split(rest)[0].toLowerCase()) ? rest : name;
}

/** @param {string} name */
function isLikeName(name) {
  const words = matches(/(?:(?![\p{Nd}_])[\p{L}\p{N}_])+/u, name.toLowerCase()).map(([word]) => word);
  return FIRST.has(words[0]) || LAST.has(words[words.length - 1]) || (FIRST.has(words[1]) && TITLES.includes(words[0]));
}
