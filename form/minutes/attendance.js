/** The services that were at a meeting, by what its minutes say of those who were there: see macros/minutes/attendance.py. */

import { allBut, names } from "./inline.js";
import { oneLine } from "./markdown.js";
import { said } from "./messages.js";
import { once } from "./text.js";

/** @import { Found } from "./found.js" */
/** @import { Told } from "./outcome.js" */
/** @import { People } from "./people.js" */

/**
 * The ids of the services that were there, each once and in the order of the file.
 *
 * @param {Found} found
 * @param {People} people
 * @param {Told} told
 */
export function attended({ present, absent, unmarked, unclear }, people, told) {
  /** @type {Set<string>} */
  const services = new Set();
  /** @type {Set<string>} */
  const unknown = new Set();
  for (const text of present) {
    const missing = allBut(oneLine(text));
    const others = missing === null ? null : allOthers(missing, people);
    if (missing === null) each(text, people, services, unknown);
    else if (others) {
      for (const one of others) services.add(one);
      told.assumed.push(said("all-others", { text: oneLine(text), number: others.length }));
    } else told.questions.push(said("which-there", { text: oneLine(text) }));
  }
  /** @type {Set<string>} */
  const away = new Set();
  for (const text of absent) each(text, people, away, unknown);
  const titles = (/** @type {Iterable<string>} */ ids) => [...ids].map((one) => people.title(one)).join("; ");
  for (const service of services)
    if (away.has(service)) told.questions.push(said("there-and-away", { service: people.title(service) }));
  if (services.size) told.understood.push(said("were-there", { services: titles(services) }));
  if (away.size) told.understood.push(said("were-away", { services: titles(away) }));
  const unsaid = once(unmarked.map((text) => people.service(oneLine(text))));
  const left = unsaid.filter((one) => one && !services.has(one) && !away.has(one));
  if (left.length) told.understood.push(said("no-mark", { services: titles(left) }));
  if (unknown.size) {
    const near = [...unknown].map((one) => [one, people.meant(one)]).filter(([, meant]) => meant);
    const words = near.map(([one, meant]) => ` ${one}:${meant}`).join("");
    told.questions.push(said("names-there", { names: [...unknown].join("; "), near: words }));
  }
  for (const { where, text } of unclear)
    told.questions.push(said("unclear", { name: oneLine(where), marks: oneLine(text) }));
  // The name of a service may have been abbreviated.
  told.own.push(...[...present, ...absent, ...unmarked].map((text) => oneLine(text)));
  return [...services];
}

/**
 * @param {string} text
 * @param {People} people
 * @param {Set<string>} services
 * @param {Set<string>} unknown
 */
function each(text, people, services, unknown) {
  const line = oneLine(text);
  for (const name of people.exactly(line) ? [line] : names(text)) {
    const service = people.service(name);
    if (service) services.add(service);
    else unknown.add(name);
  }
}

/**
 * All current services but those that are named; null if one of these is not known.
 *
 * @param {string} missing
 * @param {People} people
 */
function allOthers(missing, people) {
  const away = once(names(missing).map((name) => people.service(name)));
  return away.includes("") ? null : people.current.filter((one) => !away.includes(one));
}
