/** Who does an action: see macros/minutes/owners.py. */

import { BETWEEN } from "python:owners";

import { firstWords, oneLine } from "./markdown.js";
import { said } from "./messages.js";
import { once } from "./text.js";

/** @import { FoundAction } from "./found.js" */
/** @import { Told } from "./outcome.js" */
/** @import { People } from "./people.js" */

/**
 * The id of the service that does an action. `name` is what is written, without a day. `before` is the service that did it so far: it
 * stays, and is empty for a new action, if there is none for certain. That is asked, and with it about the day if there is a `problem`
 * with that.
 *
 * @param {FoundAction} one
 * @param {string} name
 * @param {string} before
 * @param {People} people
 * @param {Told} told
 */
export function ownerOf({ text }, name, before, people, told, problem = "") {
  const service = people.service(name);
  if (service) return service;
  if (name || !before) {
    const stays = before ? said("owner-stays", { service: people.title(before) }) : said("owner-in-text");
    const code = problem ? "owner-and-day" : "which-owner";
    told.questions.push(said(code, { action: firstWords(text), problem, stays, asked: asked(name, people) }));
  }
  return before;
}

/**
 * @param {string} name
 * @param {People} people
 */
function asked(name, people) {
  if (!name) return "";
  const parts = name.split(BETWEEN).filter(Boolean);
  const services = once(parts.map((part) => people.service(part)).filter(Boolean));
  if (services.length > 1) return said("several-owners", { name: oneLine(name) });
  return said("no-such-service", { name: oneLine(name), near: people.meant(name) });
}
