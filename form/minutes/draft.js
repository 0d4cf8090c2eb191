/** Makes the record of a meeting from its minutes: see macros/minutes/record.py. */

import {
  DIAMOND,
  HELD,
  LONGEST,
  LONGEST_SUMMARY,
  LONGEST_TITLE,
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
import { aloneIn, wordsIn } from "./first_names.js";
import { withoutAgenda } from "./form.js";
import { names } from "./inline.js";
import { firstWords, markdown, oneLine, withLink } from "./markdown.js";
import { Refused, said } from "./messages.js";
import { Names } from "./names.js";
import { newPath, started } from "./new_record.js";
import { notesText } from "./notes_text.js";
import { Told } from "./outcome.js";
import { areServices } from "./owners.js";
import { People } from "./people.js";
import { foundIn } from "./reading.js";
import { recordText } from "./record_text.js";
import { remainder } from "./remainder.js";
import { several } from "./several.js";
import { length, once, strip } from "./text.js";
import { read } from "./walk.js";
import { askIfOfDemonstration, dayOf, dayWritten, meetingOf } from "./which_meeting.js";
import { inWords } from "./written_dates.js";

/** @import { WordFile } from "./blocks.js" */
/** @import { Network, PlannedMeeting, RecordValues } from "./network.js" */

/**
 * The record, with its values and its body, its text now, and what to tell. `names` are those of people in the file, which are not in it.
 * `unknown` is what stands in the place of a service and may name someone, too. `isPlanned` says that its summary is still that of the plan.
 *
 * @typedef {{ path: string, text: string, before: string, told: Told, values: RecordValues, body: string, names: string[],
 *   unknown: string[], isPlanned: boolean }} Draft
 */

/**
 * What stands in a file that may become a record. Throws `Refused`.
 *
 * @param {Uint8Array} content
 */
export async function fileOf(content) {
  const file = read(await opened(content));
  const days = several(withoutAgenda(file.blocks), writesMonthsFirst(file));
  if (days) throw new Refused(said("several-meetings", { days }));
  if (!paragraphsOf(file.blocks).some((one) => one.text)) throw new Refused(said("empty"));
  return file;
}

/** @param {WordFile} file */
const writesMonthsFirst = ({ blocks, saved }) =>
  hasMonthsFirst(
    paragraphsOf(blocks)
      .map((one) => one.text)
      .join("\n"),
    saved,
  );

/**
 * The record that a file becomes, with the answers that were given so far. Throws `Refused`.
 *
 * @param {WordFile} file
 * @param {Network} network
 * @param {string} today
 * @param {Map<string, string>} answers
 */
export const drafted = (file, network, today, answers = new Map()) =>
  new Drafting(file, network, today, answers).draft();

class Drafting {
  /**
   * @param {WordFile} file
   * @param {Network} network
   * @param {string} today
   * @param {Map<string, string>} answers
   */
  constructor(file, network, today, answers) {
    this.file = file;
    this.network = network;
    this.today = today;
    this.found = foundIn(file);
    this.told = new Told(answers);
    this.people = new People(network);
    const own = paragraphsOf(withoutAgenda(file.blocks)).map((one) => one.text);
    const { sure, others } = aloneIn(this.found, own.join("\n"), this.people);
    const chosen = this.told.answer("maybe-people").split("; ").filter(Boolean);
    this.maybeNames = others;
    this.people.alone = once([...sure, ...chosen]);
    this.names = new Names(this.people, this.told);
    /** @type {string[]} */
    this.keptDecisions = [];
    this.texts = paragraphsOf(file.blocks).map((one) => one.text);
    this.monthsFirst = writesMonthsFirst(file);
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
    const body = this.names.without(this.body(actions.kept));
    if (!body && this.isBlank(actions)) told.askFirst("nothing-filled-in");
    if (told.answer("held") === "no" && meeting) values.stage = before.stage;
    values = this.names.inValues(values, before, actions.before.open);
    this.rest(day);
    const made = meeting ? this.ofRecord(meeting, values, body) : this.new(values, body, day, Boolean(written));
    askIfOfDemonstration(this.file, found, this.network, told);
    this.names.ask();
    this.askMaybeNames(made.text);
    const asked = told.questions.map(({ text }) => text).join("\n");
    told.leftOut.push(...remainder(this.file, `${made.text}\n${told.known}\n${found.title}`, asked));
    const isPlanned = Boolean(meeting) && values.summary === before.summary;
    return { ...made, names: this.peopleNamed(), unknown: this.unknown(), isPlanned };
  }

  /**
   * Ask about words that may be first names, if the text has them. Those that were said to be names are in it no more.
   *
   * @param {string} text
   */
  askMaybeNames(text) {
    const words = wordsIn(text);
    const names = this.maybeNames.filter((one) => words.has(one) || this.people.alone.includes(one));
    if (names.length) this.told.ask("maybe-people", names, { names: names.join("; ") });
  }

  /** The names of people in the file that are asked about or left out. */
  peopleNamed() {
    const { questions, assumed, leftOut } = this.told;
    const said = [...questions.map((one) => one.text), ...assumed, ...leftOut].join("\n");
    const text = this.texts.join("\n");
    const names = [...this.people.withRoles(text).roles.map(({ name }) => name), ...this.people.maybePeople(text)];
    return once(names).filter((name) => said.includes(name));
  }

  /** What stands in the place of a service and is none. */
  unknown() {
    const { actions, present, absent, unmarked } = this.found;
    const cells = [...actions.map((one) => one.owner), ...present, ...absent, ...unmarked];
    const all = [...cells.flatMap((cell) => [oneLine(cell), ...names(cell)]), ...this.maybeNames];
    return once(all).filter((one) => one && !this.people.service(one) && !areServices(one, this.people));
  }

  /**
   * The record that a meeting has, with what its minutes say.
   *
   * @param {PlannedMeeting} meeting
   * @param {RecordValues} values
   * @param {string} body
   */
  ofRecord(meeting, values, body) {
    if (meeting.isCalledOff) {
      delete values.reason;
      this.told.ask("called-off", [], { title: meeting.title });
    }
    this.summary(meeting, values);
    this.topics(meeting);
    this.told.leftOut.push(...typedIntoAgenda(this.file.blocks, meeting.agenda));
    if (!body && strip(meeting.body)) this.told.ask("no-notes");
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
    if (text) told.ask("summary-length", [], { text, summary, ...limits });
    else told.ask("summary-planned", [], { summary });
    const answer = told.answer("summary");
    if (length(answer) >= SHORTEST_SUMMARY && length(answer) <= LONGEST_SUMMARY)
      values.summary = this.names.without(answer);
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
    if (!isSpoken || !topics.length) return;
    this.told.ask("topics", topics, { topics: topics.map((one) => `"${one}"`).join("; ") });
    this.told.forEditor.push(said("taken-up", { meeting: id }));
  }

  /**
   * @param {PlannedMeeting | null} meeting
   * @param {string} day
   */
  actions(meeting, day) {
    const { network, found, today } = this;
    const before = meeting?.actions ?? (network.lastHeld > day ? [] : network.open);
    const agreed = new Map(before.map((one) => [one.action.id, one.agreed]));
    const open = new Map(before.filter(({ agreed }) => agreed <= day).map(({ action }) => [action.id, action]));
    const ended = network.actions.filter(({ id }) => !open.has(id));
    const actions = new Actions(
      { open, ended, agreed, refs: network.refs },
      new ActionDays(day, today, this.following(day), this.monthsFirst),
      this.people,
      this.told,
    );
    actions.read(found.actions);
    return actions;
  }

  /**
   * The day of the next planned meeting after one; empty if none is known.
   *
   * @param {string} after
   */
  following(after) {
    const planned = this.network.meetings.filter((one) => "isPlanned" in one && one.isPlanned);
    const days = planned.map(({ date }) => date).filter((date) => date.length === after.length && date > after);
    return days.sort()[0] ?? "";
  }

  /** @param {RecordValues} before */
  decisions(before) {
    const { told } = this;
    const known = [...(before.decisions ?? [])];
    const underItem = before.standing_item?.decisions ?? [];
    for (const written of this.found.decisions) {
      const text = oneLine(written);
      if (length(text) < SHORTEST || length(text) > LONGEST) {
        told.ask("decision-length", [firstWords(text)], { decision: firstWords(text) });
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
    if (!here.length && !this.found.present.length) this.told.ask("no-one-there");
    return once([...(before.attended ?? []), ...here]);
  }

  /** @param {string[]} keptActions */
  body(keptActions) {
    return notesText(this.found, { "other-decisions": this.keptDecisions, "other-actions": keptActions }, this.told);
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
      this.told.leftOut.push(said("diamond-left-out", { diamond: DIAMOND, question: planned.question ?? "" }));
    } else if (planned || !this.found.notes.some((one) => one.heading.startsWith(DIAMOND))) return;
    this.told.ask("diamond", [], { diamond: DIAMOND });
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
    if (day > this.today) told.ask("to-come", [], { day: inWords(day) });
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
    this.told.assumed.push(said("new-record"));
    const known = { title, added: this.today, ...(isKnown ? { date: day } : {}), ...values };
    const text = started(known, this.network);
    return { path, text: body ? `${text}\n${body}\n` : text, before: "", told: this.told, values: known, body };
  }
}
