/** The actions of a meeting: those that were open before it, and those that it agreed: see macros/minutes/actions.py. */

import { REF } from "python:action_ref";
import { LONGEST, SHORTEST, WORDS_OF_ID } from "python:actions";

import { alike, fileName } from "../record.js";
import { isOnlyStruck, wholeOf } from "./action_words.js";
import { answered } from "./answered.js";
import { dueProblem, setDue } from "./due.js";
import { firstWords, oneLine } from "./markdown.js";
import { matches, replaced } from "./match.js";
import { said } from "./messages.js";
import { areServices, ownerOf } from "./owners.js";
import { setProgress } from "./progress.js";
import { length, strip } from "./text.js";
import { inWords } from "./written_dates.js";

/** @import { ActionDays } from "./action_days.js" */
/** @import { FoundAction } from "./found.js" */
/** @import { Action, Ended } from "./network.js" */
/** @import { Told } from "./outcome.js" */
/** @import { People } from "./people.js" */

/**
 * What actions are read against: those that were open before the meeting and those that had ended, the refs of these, and the days of
 * the meetings that agreed each.
 *
 * @typedef {{ open: Map<string, Action>, ended: Ended[], agreed: Map<string, string>, refs: Record<string, string> }} Before
 */

/** Turns what was found into the actions of a record. */
export class Actions {
  /**
   * @param {Before} before
   * @param {ActionDays} days
   * @param {People} people
   * @param {Told} told
   */
  constructor(before, days, people, told) {
    this.before = before;
    this.days = days;
    this.people = people;
    this.told = told;
    /** @type {Map<string, Action>} */
    this.values = new Map([...before.open].map(([id, one]) => [id, { ...one }]));
    /** @type {string[]} What could not become an action, to stay in the text. */
    this.kept = [];
    /** @type {Map<string, FoundAction>} */
    this.spokenOf = new Map();
  }

  /**
   * Read all the actions of a file.
   *
   * @param {FoundAction[]} found
   */
  read(found) {
    for (const one of found) this.one(one);
    for (const { id, text } of this.before.open.values())
      if (!this.spokenOf.has(id)) this.told.ask("not-mentioned", [id], { text });
    for (const one of this.values.values()) answered(one, this.told);
    for (const id of this.values.keys()) if (!this.before.open.has(id)) this.say("new-action", id);
    for (const id of this.before.open.keys()) this.say("action", id, { ref: this.ref(id) });
  }

  /** Whether the file says anything of actions that was not known before. */
  get saysSomething() {
    const [before, after] = [this.before.open, this.values].map((all) => JSON.stringify([...all.values()]));
    return before !== after || [...this.spokenOf.values()].some((one) => one.isStruck);
  }

  /** @param {string} id */
  ref(id) {
    return this.before.refs[id];
  }

  /**
   * @param {string} code
   * @param {string} id
   * @param {Record<string, string>} details
   */
  say(code, id, details = {}) {
    const { text, owner, due, done, dropped } = /** @type {Action} */ (this.values.get(id));
    const how = done ? `done ${done}` : dropped ? `dropped ${dropped}` : said("action-open");
    const when = due ? said("action-due", { day: inWords(due) }) : "";
    this.told.understood.push(said(code, { text, owner: this.people.title(owner), how, due: when, ...details }));
  }

  /** @param {FoundAction} one */
  one(one) {
    const text = oneLine(one.text);
    const known = this.known(one, text);
    if (known) this.old(known, one, text);
    else if (known === null) this.new(one, text);
  }

  /**
   * The id of the open action that is meant; null if it is a new one; empty if that was said already.
   *
   * @param {FoundAction} one
   * @param {string} text
   */
  known(one, text) {
    const refs = refsIn(one.ref).length ? refsIn(one.ref) : refsIn([...text].slice(0, 12).join(""));
    const open = [...this.before.open.values()];
    const same = open.find((action) => alike(action.text) === alike(text))?.id;
    const byRef = open.find(({ id }) => refs.length && this.ref(id) === refs[0])?.id;
    if (byRef && same && byRef !== same) {
      this.keep(one);
      this.told.ask("ref-of-another", [firstWords(text)], { ref: refs[0], action: firstWords(text) });
      return "";
    }
    const found = byRef ?? same;
    if (found === undefined) return this.endedOrNew(one, refs, text);
    const before = this.spokenOf.get(found);
    if (!before) return found;
    const isSame =
      alike(before.text) === alike(one.text) &&
      before.done === one.done &&
      before.due === one.due &&
      before.owner === one.owner;
    if (isSame) this.told.leftOut.push(said("action-twice", { text: wholeOf(one) }));
    else {
      this.keep(one);
      this.told.ask("ref-twice", [firstWords(text)], { ref: this.ref(found), action: firstWords(text) });
    }
    return "";
  }

  /**
   * @param {FoundAction} one
   * @param {string[]} refs
   * @param {string} text
   */
  endedOrNew(one, refs, text) {
    const ended = this.before.ended.find(
      (action) => (refs.length && this.ref(action.id) === refs[0]) || alike(action.text) === alike(text),
    );
    if (ended) {
      this.keep(one);
      if (ended.day) this.told.ask("ended", [firstWords(text)], { action: firstWords(text), day: inWords(ended.day) });
      return "";
    }
    if (refs.length) this.told.ask("unknown-ref", [firstWords(text)], { ref: refs[0], action: firstWords(text) });
    return null;
  }

  /**
   * @param {string} id
   * @param {FoundAction} one
   * @param {string} text
   */
  old(id, one, text) {
    const planned = /** @type {Action} */ (this.before.open.get(id));
    const values = /** @type {Action} */ (this.values.get(id));
    const ref = this.ref(id);
    this.spokenOf.set(id, one);
    if (isOnlyStruck(one)) {
      this.told.ask("struck", [id], { action: firstWords(planned.text) });
      this.told.leftOut.push(wholeOf(one));
      return;
    }
    const owner = this.owner(one, id, values.owner);
    const isChanged = alike(strip(replaced(REF, text, ""), " -–:")) !== alike(planned.text);
    if (owner !== planned.owner && isChanged) {
      this.keep(one);
      this.told.ask("words-and-owner", [firstWords(text)], { ref, action: firstWords(text) });
      return;
    }
    if (isChanged && fits(text)) {
      this.told.assumed.push(said("new-words", { action: firstWords(text), ref, text: planned.text }));
      values.text = text;
    } else if (isChanged) {
      this.keep(one);
      this.told.ask("words-length", [firstWords(text)], { ref, action: firstWords(text) });
    }
    values.owner = owner;
    this.complete(one, values);
  }

  /**
   * @param {FoundAction} one
   * @param {string} text
   */
  new(one, text) {
    if (isOnlyStruck(one)) {
      this.keep(one);
      this.told.ask("struck-new", [firstWords(text)], { action: firstWords(text) });
      return;
    }
    if (!fits(text)) {
      this.keep(one);
      this.told.ask("action-length", [firstWords(text)], { action: firstWords(text) });
      return;
    }
    if (this.isTwin(one, text)) return;
    const id = this.newId(this.people.withSomeone(text).text);
    const owner = this.owner(one, id, "", dueProblem(one, undefined, this.days));
    if (!owner) {
      this.keep(one, true);
      return;
    }
    /** @type {Action} */
    const values = { id, text, owner };
    this.complete(one, values);
    this.values.set(values.id, values);
  }

  /**
   * Whether a new action is there already with the same words, owner and day. What is not known of it yet is added.
   *
   * @param {FoundAction} one
   * @param {string} text
   */
  isTwin(one, text) {
    const [words, owner] = [alike(this.days.without(text)), this.days.without(one.owner)];
    const twin = [...this.values.values()].find(
      (other) => !this.before.open.has(other.id) && alike(this.days.without(other.text)) === words,
    );
    if (!twin || (owner && this.people.service(owner) !== twin.owner)) return false;
    const days = this.days.dueIn(one.due);
    const known = days.map(({ day }) => day).filter(Boolean);
    if (twin.due && days.length && !(known.length === 1 && known[0] === twin.due)) return false;
    this.told.leftOut.push(said("action-twice", { text: wholeOf(one) }));
    if (!twin.due) setDue(one, twin, this.days, this.people, this.told);
    if (!twin.done && !twin.dropped) setProgress(one, twin, this.days, undefined, this.told);
    return true;
  }

  /** @param {string} text */
  newId(text) {
    const name = (fileName(text) || "action").split("-").slice(0, WORDS_OF_ID).join("-");
    const isTaken = (/** @type {string} */ id) =>
      this.values.has(id) || this.before.ended.some((action) => action.id === id);
    let [tried, number] = [name, 1];
    while (isTaken(tried)) {
      number += 1;
      tried = `${name}-${number}`;
    }
    return tried;
  }

  /**
   * @param {FoundAction} one
   * @param {Action} values
   */
  complete(one, values) {
    setDue(one, values, this.days, this.people, this.told);
    setProgress(one, values, this.days, this.before.agreed.get(values.id), this.told);
  }

  /**
   * @param {FoundAction} one
   * @param {string} id
   * @param {string} before
   */
  owner(one, id, before, problem = "") {
    return ownerOf(one, id, this.days.without(one.owner), before, this.people, this.told, problem);
  }

  /**
   * Keep the words of an action in the text. An owner that is no service may be a person, and is told, if it is not yet.
   *
   * @param {FoundAction} one
   */
  keep(one, isOwnerTold = false) {
    const isPerson = one.owner && !one.due.includes(one.text) && !this.isOfServices(one.owner);
    if (isPerson && !isOwnerTold)
      this.told.leftOut.push(said("not-one-service", { action: firstWords(one.text), text: oneLine(one.owner) }));
    this.kept.push(wholeOf(isPerson ? { ...one, owner: "" } : one));
  }

  /** @param {string} owner */
  isOfServices(owner) {
    const name = this.days.without(owner);
    return Boolean(this.people.service(name)) || areServices(name, this.people);
  }
}

/** @param {string} text */
const refsIn = (text) => matches(REF, text).map(([ref]) => ref.toUpperCase());

/** @param {string} text */
const fits = (text) => length(text) >= SHORTEST && length(text) <= LONGEST;
