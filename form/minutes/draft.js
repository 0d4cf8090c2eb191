/** Makes the record of a meeting from its minutes: see macros/minutes/record.py. */

import {
  DEEPEST,
  DIAMOND,
  HELD,
  LONGEST,
  LONGEST_SUMMARY,
  LONGEST_TITLE,
  NOTES_ON,
  SHORTEST,
  SHORTEST_SUMMARY,
  TOPICS_WAITING,
} from "python:record";

import { alike, fileName } from "../record.js";
import { ActionDays } from "./action_days.js";
import { Actions } from "./actions.js";
import { typedIntoAgenda } from "./agenda_part.js";
import { opened } from "./archive.js";
import { attended } from "./attendance.js";
import { paragraphsOf, targetsOf } from "./blocks.js";
import { hasMonthsFirst } from "./dates.js";
import { withoutAgenda } from "./form.js";
import { clean, escaped, firstWords, markdown, oneLine, withLink } from "./markdown.js";
import { Refused, said } from "./messages.js";
import { Names } from "./names.js";
import { newPath, started } from "./new_record.js";
import { Told } from "./outcome.js";
import { People } from "./people.js";
import { foundIn } from "./reading.js";
import { recordText } from "./record_text.js";
import { remainder } from "./remainder.js";
import { several } from "./several.js";
import { length, once, strip } from "./text.js";
import { read } from "./walk.js";
import { dayOf, dayWritten, meetingOf } from "./which_meeting.js";
import { inWords } from "./written_dates.js";

/** @import { WordFile } from "./blocks.js" */
/** @import { Notes } from "./found.js" */
/** @import { Network, PlannedMeeting, RecordValues } from "./network.js" */

/**
 * The record, with its values and its body, its text now, and what to tell. `names` are those of people in the file, which are not in it.
 *
 * @typedef {{ path: string, text: string, before: string, told: Told, values: RecordValues, body: string, names: string[] }} Draft
 */

/**
 * The record that a file becomes. Throws `Refused`.
 *
 * @param {Uint8Array} content
 * @param {Network} network
 * @param {string} today
 */
export async function drafted(content, network, today) {
  const file = read(await opened(content));
  const days = several(withoutAgenda(file.blocks));
  if (days) throw new Refused(said("several-meetings", { days }));
  if (!paragraphsOf(file.blocks).some((one) => one.text)) throw new Refused(said("empty"));
  return new Drafting(file, network, today).draft();
}

class Drafting {
  /**
   * @param {WordFile} file
   * @param {Network} network
   * @param {string} today
   */
  constructor(file, network, today) {
    this.file = file;
    this.network = network;
    this.today = today;
    this.found = foundIn(file);
    this.told = new Told();
    this.people = new People(network);
    this.names = new Names(this.people, this.told);
    /** @type {string[]} */
    this.keptDecisions = [];
    this.texts = paragraphsOf(file.blocks).map((one) => one.text);
    this.monthsFirst = hasMonthsFirst(this.texts.join("\n"));
  }

  /** @returns {Draft} */
  draft() {
    const { found, told } = this;
    const written = dayWritten(found, this.monthsFirst, told);
    const known = meetingOf(this.file, found, this.network, written);
    if (known?.isHeld) throw new Refused(said("held-already", { title: known.title }));
    const meeting = /** @type {PlannedMeeting | null} */ (known);
    const day = dayOf(meeting, written, this.today, told);
    const before = meeting?.values ?? {};
    /** @type {RecordValues} */
    let values = { ...before, stage: HELD, attended: this.attended(before), decisions: this.decisions(before) };
    const actions = this.actions(meeting, day);
    values.actions = [...actions.values.values()];
    const body = this.names.without(this.body(actions));
    if (!body && this.isBlank(actions)) told.questions.unshift(said("nothing-filled-in"));
    values = this.names.inValues(values, before, actions.before.open);
    this.rest(day);
    const made = meeting ? this.ofRecord(meeting, values, body) : this.new(values, body, day, Boolean(written));
    this.names.ask();
    told.leftOut.push(...remainder(this.file, `${made.text}\n${told.words}\n${found.title}`));
    return { ...made, names: this.peopleNamed() };
  }

  /** The names of people in the file that are asked about or left out. */
  peopleNamed() {
    const { questions, assumed, leftOut } = this.told;
    const said = [...questions, ...assumed, ...leftOut].join("\n");
    const text = this.texts.join("\n");
    const names = [...this.people.withRoles(text).roles.map(({ name }) => name), ...this.people.maybePeople(text)];
    return once(names).filter((name) => said.includes(name));
  }

  /**
   * The record that a meeting has, with what its minutes say.
   *
   * @param {PlannedMeeting} meeting
   * @param {RecordValues} values
   * @param {string} body
   */
  ofRecord(meeting, values, body) {
    const { questions } = this.told;
    if (meeting.isCalledOff) {
      delete values.reason;
      questions.push(said("called-off", { title: meeting.title }));
    }
    this.summary(meeting, values);
    this.topics(meeting);
    this.told.leftOut.push(...typedIntoAgenda(this.file.blocks, meeting.agenda));
    if (!body && strip(meeting.body)) questions.push(said("no-notes"));
    this.withoutDiamond(values);
    values.updates = this.updates(values.updates ?? []);
    const written = body || meeting.body;
    const text = recordText(this.network.fields, values, written);
    return { path: meeting.path, text, before: meeting.text, told: this.told, values, body: written };
  }

  /**
   * @param {PlannedMeeting} meeting
   * @param {RecordValues} values
   */
  summary(meeting, values) {
    const { told } = this;
    const text = oneLine(this.found.summary);
    if (length(text) >= SHORTEST_SUMMARY && length(text) <= LONGEST_SUMMARY) {
      values.summary = this.names.without(text);
      told.understood.push(said("happened", { text }));
      return;
    }
    const { summary = "" } = meeting.values;
    const limits = { shortest: SHORTEST_SUMMARY, longest: LONGEST_SUMMARY, number: length(text) };
    told.questions.push(
      text ? said("summary-length", { text, summary, ...limits }) : said("summary-planned", { summary }),
    );
  }

  /**
   * Ask which of the topics that waited were discussed, if there are notes about them.
   *
   * @param {PlannedMeeting} meeting
   */
  topics({ id, topics }) {
    const isSpoken = this.found.notes.some(
      (one) => alike(one.heading) === alike(TOPICS_WAITING) && markdown(one.blocks),
    );
    if (isSpoken && topics.length)
      this.told.questions.push(said("topics", { topics: topics.map((one) => `"${one}"`).join("; "), meeting: id }));
  }

  /**
   * @param {PlannedMeeting | null} meeting
   * @param {string} day
   */
  actions(meeting, day) {
    const { network, found, today, monthsFirst } = this;
    const before = meeting?.actions ?? (network.lastHeld > day ? [] : network.open);
    const agreed = new Map(before.map((one) => [one.action.id, one.agreed]));
    const open = new Map(before.filter(({ agreed }) => agreed <= day).map(({ action }) => [action.id, action]));
    const ended = network.actions.filter(({ id }) => !open.has(id));
    const actions = new Actions(
      { open, ended, agreed, refs: network.refs },
      new ActionDays(day, today, monthsFirst),
      this.people,
      this.told,
    );
    actions.read(found.actions);
    return actions;
  }

  /** @param {RecordValues} before */
  decisions(before) {
    const { told } = this;
    const known = [...(before.decisions ?? [])];
    const underItem = before.standing_item?.decisions ?? [];
    for (const written of this.found.decisions) {
      const text = oneLine(written);
      if (length(text) < SHORTEST || length(text) > LONGEST) {
        told.questions.push(said("decision-length", { decision: firstWords(text) }));
        this.keptDecisions.push(text);
      } else if (![...known, ...underItem].some((one) => alike(one) === alike(text))) {
        known.push(text);
        told.understood.push(said("decision", { text }));
      }
    }
    return known;
  }

  /**
   * Whether nothing was filled in, as far as there are no notes.
   *
   * @param {Actions} actions
   */
  isBlank({ saysSomething }) {
    const { present, absent, unclear, decisions, summary } = this.found;
    return ![present, absent, unclear, decisions].some((one) => one.length) && !summary && !saysSomething;
  }

  /** @param {RecordValues} before */
  attended(before) {
    const here = attended(this.found, this.people, this.told);
    if (!here.length && !this.found.present.length) this.told.questions.push(said("no-one-there"));
    return once([...(before.attended ?? []), ...here]);
  }

  /** @param {Actions} actions */
  body(actions) {
    /** @type {string[]} */
    const parts = [];
    /** @type {{ section: Notes, isWritten: boolean }[]} The headings around the section at hand: those without words below are not written. */
    let above = [];
    for (const section of this.sections()) {
      above = above.filter((one) => one.section.level < section.level);
      if (section.heading) {
        above.push({ section, isWritten: false });
        this.told.own.push(section.heading);
      }
      const text = markdown(section.blocks);
      if (!text) continue;
      for (const [depth, one] of above.entries())
        if (!one.isWritten) parts.push(`${"#".repeat(Math.min(depth + 2, DEEPEST))} ${headingOf(one.section)}`);
      above = above.map((one) => ({ ...one, isWritten: true }));
      parts.push(text);
    }
    for (const [
      code,
      kept,
    ] of /** @type {[string, string[]][]} */ ([["other-decisions", this.keptDecisions], ["other-actions", actions.kept]])) // biome-ignore format: pairs
      if (kept.length)
        parts.push(
          `## ${said(code)}\n\n${once(kept)
            .map((one) => `- ${escaped(oneLine(one))}`)
            .join("\n")}`,
        );
    return clean(parts.join("\n\n"));
  }

  /** The sections of the notes. The heading of the whole file is none. */
  sections() {
    const { notes, title } = this.found;
    return notes.map((one) => (one.heading && one.heading === title ? { ...one, heading: "", level: 0 } : one));
  }

  /**
   * Take a planned Diamond 9 out that no one has ranked: a file of minutes has no place for that.
   *
   * @param {RecordValues} values
   */
  withoutDiamond(values) {
    const { diamond9: planned } = values;
    if (planned && !planned.groups?.length) {
      delete values.diamond9;
      const texts = (planned.statements ?? []).map((/** @type {{ text?: string }} */ one) => one.text ?? "");
      const cards = [planned.question ?? "", ...texts].join("; ");
      this.told.leftOut.push(said("diamond-left-out", { diamond: DIAMOND, cards }));
    } else if (planned || !this.found.notes.some((one) => one.heading.startsWith(DIAMOND))) return;
    this.told.questions.push(said("diamond", { diamond: DIAMOND }));
  }

  /**
   * Tell what a record has no place for, and what else a person has to look at.
   *
   * @param {string} day
   */
  rest(day) {
    const { found, told, file } = this;
    for (const { where, text } of found.asides)
      if (oneLine(text)) told.leftOut.push(said("no-place", { where, text: oneLine(text) }));
    told.own.push(...found.own, found.page, ...found.agenda);
    told.leftOut.push(...file.unread.map((what) => said("unread", { what })));
    for (const target of once(targetsOf(file)))
      if (!withLink(target)) told.leftOut.push(said("no-web-page", { target }));
    if (day > this.today) told.questions.push(said("to-come", { day: inWords(day) }));
  }

  /** @param {{ date: string, note: string }[]} before */
  updates(before) {
    const note = said("minutes-added");
    const isTold = before.some((one) => (one.note ?? "").startsWith(note.replace(/\.$/, "")));
    return isTold ? before : [...before, { date: this.today, note }];
  }

  /**
   * A draft for a meeting that has no record: what a file cannot know is left blank, such as a day that no one wrote.
   *
   * @param {RecordValues} values
   * @param {string} body
   * @param {string} day
   * @param {boolean} isKnown
   */
  new(values, body, day, isKnown) {
    const written = oneLine(this.found.title);
    const isTitle = length(written) >= SHORTEST && length(written) <= LONGEST_TITLE && fileName(written);
    const title = isTitle ? written : said("untitled", { month: inWords(day.slice(0, 7)) });
    const path = newPath(`${day.slice(0, 7)}-${fileName(title)}`, this.network);
    this.told.questions.push(said("new-record"));
    const known = { title, added: this.today, ...(isKnown ? { date: day } : {}), ...values };
    const text = started(known, this.network);
    return { path, text: body ? `${text}\n${body}\n` : text, before: "", told: this.told, values: known, body };
  }
}

/** @param {Notes} section */
const headingOf = ({ heading }) => {
  const name = alike(heading);
  return Object.hasOwn(NOTES_ON, name) ? said(NOTES_ON[name]) : escaped(oneLine(heading));
};
