/** The actions of a meeting: those that were open before it, and those that it agreed: see macros/minutes/actions.py. */

import { REF } from "python:action_ref";
import { STATE } from "python:action_words";
import { AROUND, BEFORE_DAY, LONGEST, REASON, SHORTEST, WORDS_OF_ID } from "python:actions";

import { alike, fileName } from "../record.js";
import { daysIn, withoutDays } from "./dates.js";
import { oneLine } from "./markdown.js";
import { matches, replaced, starts } from "./match.js";
import { said } from "./messages.js";
import { ownerOf } from "./owners.js";
import { length, strip } from "./text.js";
import { standing } from "./vocabulary.js";
import { inWords } from "./written_dates.js";

/** @import { FoundAction } from "./found.js" */
/** @import { Action, Ended } from "./network.js" */
/** @import { Told } from "./outcome.js" */
/** @import { People } from "./people.js" */

/**
 * What actions are read against: those that were open before the meeting and those that had ended, the refs of these, and the days of
 * the meeting, of today, and of the meetings that agreed each.
 *
 * @typedef {{ open: Map<string, Action>, ended: Ended[], agreed: Map<string, string>, refs: Record<string, string>, day: string, today: string, monthsFirst: boolean }} Before
 */

/** Turns what was found into the actions of a record. */
export class Actions {
  /**
   * @param {Before} before
   * @param {People} people
   * @param {Told} told
   */
  constructor(before, people, told) {
    this.before = before;
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
      if (!this.spokenOf.has(id)) this.told.questions.push(said("not-mentioned", { text }));
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
    const { where } = one;
    const refs = refsIn(one.ref).length ? refsIn(one.ref) : refsIn([...text].slice(0, 12).join(""));
    const open = [...this.before.open.values()];
    const same = open.find((action) => alike(action.text) === alike(text))?.id;
    const byRef = open.find(({ id }) => refs.length && this.ref(id) === refs[0])?.id;
    if (byRef && same && byRef !== same) {
      this.keep(one, said("ref-of-another", { where, ref: refs[0], text }));
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
    if (isSame) this.told.leftOut.push(said("action-twice", { where, text: wholeOf(one) }));
    else this.keep(one, said("ref-twice", { where, ref: this.ref(found) }));
    return "";
  }

  /**
   * @param {FoundAction} one
   * @param {string[]} refs
   * @param {string} text
   */
  endedOrNew(one, refs, text) {
    const { where } = one;
    const ended = this.before.ended.find(
      (action) => (refs.length && this.ref(action.id) === refs[0]) || alike(action.text) === alike(text),
    );
    if (ended) {
      this.keep(one, ended.day ? said("ended", { where, text, day: inWords(ended.day) }) : "");
      return "";
    }
    if (refs.length) this.told.questions.push(said("unknown-ref", { where, ref: refs[0] }));
    return null;
  }

  /**
   * @param {string} id
   * @param {FoundAction} one
   * @param {string} text
   */
  old(id, one, text) {
    const { where } = one;
    const planned = /** @type {Action} */ (this.before.open.get(id));
    const values = /** @type {Action} */ (this.values.get(id));
    const ref = this.ref(id);
    this.spokenOf.set(id, one);
    if (one.isStruck) {
      this.told.questions.push(said("struck", { where, text: planned.text }));
      this.told.leftOut.push(said("struck-left-out", { where, text: wholeOf(one) }));
      return;
    }
    const owner = this.owner(one, values.owner);
    const isChanged = alike(strip(replaced(REF, text, ""), " -–:")) !== alike(planned.text);
    if (owner !== planned.owner && isChanged) {
      this.keep(one, said("words-and-owner", { where, ref }));
      return;
    }
    if (isChanged && fits(text)) {
      this.told.assumed.push(said("new-words", { where, ref, text: planned.text }));
      values.text = text;
    } else if (isChanged) this.keep(one, said("words-length", { where, ref }));
    values.owner = owner;
    this.due(one, values);
    this.stands(one, values);
  }

  /**
   * @param {FoundAction} one
   * @param {string} text
   */
  new(one, text) {
    const { where } = one;
    if (one.isStruck) {
      this.keep(one, said("struck-new", { where, text }));
      return;
    }
    if (!fits(text)) {
      this.keep(one, said("action-length", { where }));
      return;
    }
    if (this.isTwin(one, text)) return;
    const owner = this.owner(one, "");
    if (!owner) {
      this.keep(one, "");
      return;
    }
    /** @type {Action} */
    const values = { id: this.newId(this.people.withSomeone(text).text), text, owner };
    this.due(one, values);
    this.stands(one, values);
    this.values.set(values.id, values);
  }

  /**
   * Whether a new action is there already with the same words, owner and day. What is not known of it yet is added.
   *
   * @param {FoundAction} one
   * @param {string} text
   */
  isTwin(one, text) {
    const [words, owner] = [alike(this.withoutDays(text)), this.withoutDays(one.owner)];
    const twin = [...this.values.values()].find(
      (other) => !this.before.open.has(other.id) && alike(this.withoutDays(other.text)) === words,
    );
    if (!twin || (owner && this.people.service(owner) !== twin.owner)) return false;
    const days = this.days(one.due);
    const known = days.map(({ day }) => day).filter(Boolean);
    if (twin.due && days.length && !(known.length === 1 && known[0] === twin.due)) return false;
    this.told.leftOut.push(said("action-twice", { where: one.where, text: wholeOf(one) }));
    if (!twin.due) this.due(one, twin);
    if (!twin.done && !twin.dropped) this.stands(one, twin);
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
   * @param {string} before
   */
  owner(one, before) {
    return ownerOf(one, this.withoutDays(one.owner), before, this.people, this.told);
  }

  /** @param {string} text */
  days(text) {
    const { day, monthsFirst } = this.before;
    return daysIn(text, { meeting: day, monthsFirst });
  }

  /** @param {string} text */
  withoutDays(text) {
    return strip(withoutDays(text, this.days(text), BEFORE_DAY), AROUND);
  }

  /**
   * @param {FoundAction} one
   * @param {Action} values
   */
  due(one, values) {
    if (isState(one)) return;
    const { where } = one;
    const written = strip(one.due) || (this.days(one.owner).length ? one.owner : "");
    const days = this.days(written);
    const isInText = one.due.includes(one.text);
    const [first] = days;
    if (first?.day && days.length === 1) {
      values.due = first.day;
      this.told.own.push(written);
      if (first.assumed) this.told.assumed.push(said("assumed-at", { where, assumed: first.assumed }));
      const rest = isInText ? "" : this.withoutDays(written);
      const details = { where, text: oneLine(written), day: inWords(first.day) };
      const isOwner = written === one.owner || one.due === one.owner || this.people.service(rest);
      if (rest && isOwner) this.told.leftOut.push(said("read-as", details));
      // It may say that this is no longer the day.
      else if (rest) this.told.questions.push(said("due-besides", { action: oneLine(one.text), ...details }));
    } else if (days.length) {
      const wrong = days.map((found) => found.wrong || `"${written.slice(found.start, found.end)}"`).join("; ");
      this.askDue(one, said("due-wrong", { wrong }), values.due);
    } else if (strip(one.due) && !isInText)
      this.askDue(one, said("due-not-a-day", { text: oneLine(one.due) }), values.due);
    else if (!written && values.due) this.askDue(one, said("due-taken-out", { day: inWords(values.due) }), values.due);
  }

  /**
   * @param {FoundAction} one
   * @param {string} what
   * @param {string | undefined} before
   */
  askDue({ where, text }, what, before) {
    const stays = before ? said("still-due", { day: inWords(before) }) : said("no-due");
    this.told.questions.push(said("ask-due", { where, what, text: oneLine(text), stays }));
  }

  /**
   * @param {FoundAction} one
   * @param {Action} values
   */
  stands(one, values) {
    const { told } = this;
    const { day, today, monthsFirst } = this.before;
    const { where } = one;
    const done = isState(one) ? one.due : one.done;
    let [how, rest] = standing(done);
    const details = { where, text: values.text };
    // The file may be tried out before the meeting.
    const [, last] = [today, day].toSorted();
    const days = daysIn(done, { meeting: last, monthsFirst, isPast: true });
    const [first, ...others] = days;
    if (!how && first?.day && !others.length && !this.withoutDays(done)) [how, rest] = ["done", done];
    let on = day;
    if (how === "done" && first) {
      if (others.length || !first.day || first.day > last) {
        told.questions.push(said("done-on", { ...details, said: oneLine(done) }));
        return;
      }
      [on, rest] = [first.day, this.withoutDays(rest)];
      const agreed = this.before.agreed.get(values.id);
      if (agreed && on < agreed) {
        told.questions.push(said("done-before", { ...details, day: inWords(on), agreed: inWords(agreed) }));
        return;
      }
      if (first.assumed) told.assumed.push(said("assumed-at", { where, assumed: first.assumed }));
    }
    const reason = strip(oneLine(rest), `${REASON})`);
    if (how === "done") {
      values.done = on;
      if (!first) told.assumed.push(said("done-at-meeting", details));
      told.own.push(done);
      if (rest) told.leftOut.push(said("done-besides", { where, text: oneLine(done) }));
    } else if (how === "dropped" && length(reason) >= SHORTEST) {
      Object.assign(values, { dropped: day, why: reason });
      told.own.push(done);
    } else if (how === "open") told.own.push(done);
    else if (how === "dropped") told.questions.push(said("why-dropped", details));
    else told.questions.push(said("is-it-done", { ...details, said: oneLine(done) }));
  }

  /**
   * Keep the words of an action in the text.
   *
   * @param {FoundAction} one
   * @param {string} asked
   */
  keep(one, asked) {
    if (asked) this.told.questions.push(asked);
    const isPerson = one.owner && !one.due.includes(one.text) && !this.people.service(this.withoutDays(one.owner));
    // It may be the name of a person.
    if (isPerson) this.told.leftOut.push(said("not-a-service", { where: one.where, text: oneLine(one.owner) }));
    this.kept.push(wholeOf(isPerson ? { ...one, owner: "" } : one));
  }
}

/** @param {string} text */
const refsIn = (text) => matches(REF, text).map(([ref]) => ref.toUpperCase());

/** @param {string} text */
const fits = (text) => length(text) >= SHORTEST && length(text) <= LONGEST;

/**
 * Whether a word in the column of days says how an action stands.
 *
 * @param {FoundAction} one
 */
function isState({ text, due, done }) {
  const written = strip(due);
  return !strip(done) && !written.includes(text) && Boolean(starts(STATE, written)) && Boolean(standing(written)[0]);
}

/**
 * All that an action says, in one line.
 *
 * @param {FoundAction} one
 */
function wholeOf(one) {
  // A line of its own has its owner and its day in it.
  const isLine = one.due.includes(one.text);
  const text = oneLine(isLine ? one.due : one.text);
  const parts = Object.entries(isLine ? {} : { Ref: one.ref, Owner: one.owner, Due: one.due, Done: one.done })
    .filter(([, words]) => strip(words) && !text.includes(words))
    .map(([name, words]) => `${name}: ${oneLine(words)}`);
  if (one.isStruck) parts.push(said("is-struck"));
  return parts.length ? `${text} (${parts.join("; ")})` : text;
}
