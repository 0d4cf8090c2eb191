/** Who does an action: see macros/minutes/owners.py. */

import { BETWEEN } from "python:owners";

import { firstWords, oneLine } from "./markdown.js";
import { said } from "./messages.js";

/** @import { FoundAction } from "./found.js" */
/** @import { Told } from "./outcome.js" */
/** @import { People } from "./people.js" */

/**
 * The id of the service that does an action. `about` is what a question about it names it by. `name` is what is written, without a day.
 * `before` is the service that did it so far: it stays, and is empty for a new action, if there is none for certain. That is asked, and
 * with it about the day if there is a `problem` with that.
 *
 * @param {FoundAction} one
 * @param {string} about
 * @param {string} name
 * @param {string} before
 * @param {People} people
 * @param {Told} told
 */
export function ownerOf({ text, owner: written }, about, name, before, people, told, problem = "") {
  const action = firstWords(text);
  const service = people.service(name);
  if (service) {
    if (!people.isOnly(name))
      told.leftOut.push(said("read-as", { action, text: oneLine(written), day: people.title(service) }));
    return service;
  }
  if (name || !before) {
    const stays = before ? said("owner-stays", { service: people.title(before) }) : said("owner-in-text");
    const kind = problem ? "owner-and-day" : "which-owner";
    told.ask(kind, [about], { action, problem, stays, asked: asked(name, people) });
  }
  if (name && (before || !areServices(name, people)))
    told.leftOut.push(said("not-one-service", { action, text: oneLine(written) }));
  return told.answer("owner", about) || before;
}

/**
 * Whether what is written beside an action names several services and nothing else.
 *
 * @param {string} name
 * @param {People} people
 */
export function areServices(name, people) {
  const parts = name.split(BETWEEN).filter(Boolean);
  return parts.length > 1 && parts.every((part) => people.service(part) && people.isOnly(part));
}

/**
 * @param {string} name
 * @param {People} people
 */
function asked(name, people) {
  if (!name) return "";
  if (areServices(name, people)) return said("several-owners", { name: oneLine(name) });
  return said("no-such-service", { name: oneLine(name), near: people.meant(name) });
}
