/** Takes the names of people out of what minutes say: see macros/minutes/names.py. */

import { said } from "./messages.js";
import { once } from "./text.js";

/** @import { Action, RecordValues } from "./network.js" */
/** @import { Told } from "./outcome.js" */
/** @import { People } from "./people.js" */

/** The names of people in a file. What becomes of each goes into `told`. */
export class Names {
  /**
   * @param {People} people
   * @param {Told} told
   */
  constructor(people, told) {
    this.people = people;
    this.told = told;
    /** @type {string[]} */
    this.names = [];
  }

  /**
   * The text with roles in place of the names of people who have one here.
   *
   * @param {string} text
   */
  withRoles(text) {
    const changed = this.people.withRoles(text);
    this.told.assumed.push(...once(changed.roles.map((one) => said("now-a-role", one))));
    return changed.text;
  }

  /**
   * The text with roles in place of names and, where these are not known, with "someone".
   *
   * @param {string} text
   */
  without(text) {
    const changed = this.people.withSomeone(this.withRoles(text));
    this.names.push(...changed.names);
    return changed.text;
  }

  /**
   * The values of a record without names of people, where these were written in the file. What the records said `before` stays.
   *
   * @param {RecordValues} values
   * @param {RecordValues} before
   * @param {Map<string, Action>} open
   */
  inValues(values, before, open) {
    const known = new Set([...(before.decisions ?? []), ...[...open.values()].map((one) => one.text)]);
    const read = (/** @type {string} */ text) => (known.has(text) ? this.withRoles(text) : this.without(text));
    const decisions = (values.decisions ?? []).map(read);
    const actions = (values.actions ?? []).map((one) => {
      const changed = { ...one, text: read(one.text) };
      return one.why === undefined ? changed : { ...changed, why: read(one.why) };
    });
    const made = Object.entries({ ...values, decisions, actions });
    return /** @type {RecordValues} */ (Object.fromEntries(made.filter(([, value]) => !isEmpty(value))));
  }

  /** Ask about the names that have no role. */
  ask() {
    const names = once(this.names);
    if (!names.length) return;
    this.told.own.push(...names);
    this.told.ask("people", [], { names: names.join("; ") });
  }
}

/** @param {unknown} value */
const isEmpty = (value) => Array.isArray(value) && !value.length;
