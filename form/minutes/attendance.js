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
    if (missing === null) each(text, people, services, unknown, told);
    else if (others) {
      for (const one of others) services.add(one);
      told.assumed.push(said("all-others", { text: oneLine(text), number: others.length }));
    } else told.ask("which-there", [oneLine(text)], { text: oneLine(text) });
  }
  /** @type {Set<string>} */
  const away = new Set();
  /** @type {Set<string>} */
  const notThere = new Set();
  for (const text of absent) each(text, people, away, notThere, told);
  const titles = (/** @type {Iterable<string>} */ ids) => [...ids].map((one) => people.title(one)).join("; ");
  for (const service of services)
    if (away.has(service)) told.ask("there-and-away", [service], { service: people.title(service) });
  if (services.size) told.understood.push(said("were-there", { services: titles(services) }));
  if (away.size || notThere.size) {
    const names = once([...[...away].map((one) => people.title(one)), ...notThere]);
    told.leftOut.push(said("were-away", { services: names.join("; ") }));
  }
  const unsaid = once(unmarked.map((text) => people.service(oneLine(text))));
  const left = unsaid.filter((one) => one && !services.has(one) && !away.has(one));
  if (left.length) told.understood.push(said("no-mark", { services: titles(left) }));
  if (unknown.size) {
    const near = [...unknown].map((one) => [one, people.meant(one)]).filter(([, meant]) => meant);
    const words = near.map(([one, meant]) => ` ${one}:${meant}`).join("");
    told.ask("names-there", [...unknown], { names: [...unknown].join("; "), near: words });
  }
  for (const { where, text } of unclear) {
    const about = people.service(where) || oneLine(where);
    told.ask("unclear", [about], { name: oneLine(where), marks: oneLine(text) });
    if (people.service(where) && told.answer("there", about) === "yes") services.add(about);
  }
  for (const name of unknown) {
    const from = told.answer("from", name);
    if (from) services.add(from);
  }
  // The name of a service may have been abbreviated.
  told.own.push(...unmarked.map(oneLine).filter((text) => people.service(text)));
  return [...services];
}

/**
 * @param {string} text
 * @param {People} people
 * @param {Set<string>} services
 * @param {Set<string>} unknown
 * @param {Told} told
 */
function each(text, people, services, unknown, told) {
  const line = oneLine(text);
  for (const name of people.exactly(line) ? [line] : names(text)) {
    const service = people.service(name);
    if (!service) {
      unknown.add(name);
      continue;
    }
    services.add(service);
    told.own.push(name);
    if (!people.isOnly(name))
      told.leftOut.push(said("read-so-besides", { text: name, service: people.title(service) }));
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
