/**
 * The answers of each person in a file, without anything that says who they are. The same as answers.py, days.py and answer_file.py in
 * macros/collate/, which say why.
 */

import { readSheet } from "./collate_any_sheet.js";
import { Columns } from "./collate_headings.js";
import { sheetOf } from "./collate_sheet.js";
import {
  asCompared,
  columnLetters,
  counted,
  counting,
  inWords,
  note,
  places,
  quoted,
  Refusal,
} from "./collate_text.js";
import { NOT_SAID, SERVICE } from "./collate_words.js";

/** @import { Question, Questionnaire } from "./collate_headings.js" */
/** @import { Sheet } from "./collate_sheet.js" */
/**
 * @typedef {object} Decisions
 * @property {string} opened The first day of the survey, such as 2026-09-01
 * @property {string} closed
 * @property {string | null} [service] The one that a whole file is from
 * @property {Record<string, string>} [same] The question for headings in other words
 * @property {string[]} [leftOut] Headings of columns to leave out
 * @property {string[]} [blankIfUnknown] Questions whose answers count as blank if no one could choose them, or the service
 * @property {boolean | null} [dayFirst]
 */
/** @typedef {{ service: string, answers: Record<string, string> }} Person */
/** @typedef {{ people: Person[], notes: string[] }} Answers */

const MOST_OF_A_FILE = 100_000;

/**
 * Everyone in a file that a survey program has written.
 *
 * @param {Uint8Array} content
 * @param {Questionnaire} asked
 * @param {Decisions} decisions
 * @returns {Promise<Answers>}
 */
export async function readAnswers(content, asked, decisions) {
  const columns = new Columns(asked, decisions.same, decisions.leftOut);
  const sheet = await readSheet(content, (headings) => columns.choose(headings));
  return peopleIn(sheet, columns, decisions);
}

/**
 * Everyone in the files that the page of a question set saves.
 *
 * @param {{ name: string, text: string }[]} files
 * @param {string} questionSet
 * @param {Questionnaire} asked
 * @param {Decisions} decisions
 * @returns {Answers}
 */
export function readAnswerFiles(files, questionSet, asked, decisions) {
  const columns = new Columns(asked);
  const sorted = [...files].sort((one, other) => (one.name < other.name ? -1 : 1));
  const people = sorted.map(({ name, text }) => saved(name, text, questionSet));
  const headings = [...new Set(people.flatMap((answers) => Object.keys(answers)))];
  const rows = people.map((answers) => headings.map((one) => answers[one] ?? ""));
  return peopleIn(
    sheetOf([headings, ...rows], (found) => columns.choose(found)),
    columns,
    decisions,
  );
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string} questionSet
 * @returns {Record<string, string>}
 */
function saved(name, text, questionSet) {
  let found;
  try {
    found = text.length <= MOST_OF_A_FILE ? JSON.parse(text) : null;
  } catch {
    found = null;
  }
  const { format, question_set: set, answers, ...more } = found ?? {};
  const given = answers && typeof answers === "object" && !Array.isArray(answers) ? Object.entries(answers) : null;
  const isSound =
    given?.every(([key, one]) => typeof one === "string" && Math.max(key.length, one.length) <= 200) &&
    given.length <= 500 &&
    typeof set === "string" &&
    set.length <= 200;
  if (format !== "survey-answers/1" || !isSound || Object.keys(more).length) {
    throw new Refusal("not-answers", { name });
  }
  if (set !== questionSet) {
    throw new Refusal("other-questions", { name, other: set, wanted: questionSet });
  }
  return answers;
}

/**
 * @param {Sheet} sheet
 * @param {Columns} columns
 * @param {Decisions} decisions
 * @returns {Answers}
 */
function peopleIn(sheet, columns, decisions) {
  const { service = null, blankIfUnknown = [] } = decisions;
  if (service === null && asksService(columns.asked.questions) && !asksService([...columns.questions.values()])) {
    throw new Refusal("no-service");
  }
  const { inTime, notes } = whenSent(sheet, columns, decisions);
  /** @type {Record<string, string>[]} */
  const answers = sheet.rows.map(() => ({}));
  let services = sheet.rows.map(() => "");
  for (const [position, question] of columns.questions) {
    const at = sheet.columns.indexOf(position);
    const texts = sheet.rows.map((row, index) => (inTime[index] ? row[at] : ""));
    const { values, unknown } = valuesOf(texts, question);
    const written = unknown.map((index) => texts[index]);
    const where = places(
      position,
      unknown.map((index) => sheet.numbers[index]),
    );
    if (question.id === SERVICE) {
      if (unknown.length && !blankIfUnknown.includes(SERVICE)) {
        throw new Refusal("unknown-service", { where: quoted(written) + where });
      }
      services = values.map((value) => (value === NOT_SAID ? "" : value));
      continue;
    }
    if (unknown.length) {
      const said = {
        number: counted(unknown.length, "answer"),
        are: unknown.length === 1 ? "is" : "are",
        column: columnLetters(position),
      };
      if (!blankIfUnknown.includes(question.id)) {
        const details = { ...said, id: question.id, question: question.text, where: quoted(written, 2) + where };
        throw new Refusal("unknown-answers", details);
      }
      notes.push(note("counted-as-blank", said));
    }
    for (const [index, value] of values.entries()) {
      if (value) {
        answers[index][question.id] = value;
      }
    }
  }
  if (service !== null) {
    services = services.map(() => service);
  }
  const everyone = answers
    .map((given, index) => ({ service: services[index], answers: given }))
    .filter((one) => Object.keys(one.answers).length);
  if (!everyone.length) {
    throw new Refusal("no-one-left", { opened: inWords(decisions.opened), closed: inWords(decisions.closed) });
  }
  const people = asksService(columns.asked.questions) ? everyone.filter((one) => one.service) : everyone;
  if (!people.length) {
    throw new Refusal("no-one-named");
  }
  const unnamed = everyone.length - people.length;
  if (unnamed) {
    notes.push(note("unnamed", counting(unnamed)));
  }
  return { people, notes: [...notes, ...told(people, inTime.filter(Boolean).length - unnamed, columns, service)] };
}

/** @param {Question[]} questions */
const asksService = (questions) => questions.some((one) => one.id === SERVICE);

/**
 * Whether each person finished, and between the days of the survey; and what to say about that.
 *
 * @param {Sheet} sheet
 * @param {Columns} columns
 * @param {Decisions} decisions
 */
function whenSent({ rows, columns: read }, columns, { opened, closed, dayFirst = null }) {
  const { sent, finished } = columns;
  if (sent === null) {
    return { inTime: rows.map(() => true), notes: [note("no-time")] };
  }
  const texts = rows.map((row) => row[read.indexOf(sent)]);
  const days = daysOf(texts, columnLetters(sent), dayFirst);
  const isDone = rows.map((row) => finished === null || Boolean(row[read.indexOf(finished)]));
  const isInside = days.map((day) => day === null || (opened <= day && day <= closed));
  const notes = days.some(Boolean) ? [] : [note("no-time")];
  const unfinished = isDone.filter((done) => !done).length;
  if (unfinished) {
    notes.push(note("not-finished", counting(unfinished)));
  }
  const outside = isDone.filter((done, index) => done && !isInside[index]).length;
  if (outside) {
    notes.push(note("out-of-time", { ...counting(outside), opened: inWords(opened), closed: inWords(closed) }));
  }
  return { inTime: isDone.map((done, index) => done && isInside[index]), notes };
}

const YEAR_FIRST = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/;
const WITH_STOPS = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)/;
const WITH_STROKES = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})(?!\d)/;
const NOT_KEPT = "1980-01-01";

/**
 * The day that each text starts with, such as 2026-09-01; null for one that has none or only says that someone finished.
 *
 * @param {string[]} texts
 * @param {string} column
 * @param {boolean | null} dayFirst
 */
export function daysOf(texts, column, dayFirst) {
  const pairs = texts.flatMap((text) => {
    const match = WITH_STROKES.exec(text);
    return match ? [[Number(match[1]), Number(match[2])]] : [];
  });
  const [ofDays, ofMonths] = [0, 1].map((place) => pairs.some((pair) => pair[place] > 12));
  if (ofDays && ofMonths) {
    throw new Refusal("days-and-months", { column });
  }
  let isDayFirst = dayFirst;
  if (ofDays || ofMonths) {
    isDayFirst = ofDays;
  } else if (isDayFirst === null && pairs.some(([first, second]) => first !== second)) {
    throw new Refusal("day-or-month", { column });
  }
  return texts.map((text) => dayOf(text, isDayFirst !== false));
}

/**
 * @param {string} text
 * @param {boolean} isDayFirst
 */
function dayOf(text, isDayFirst) {
  let [year, month, day] = (YEAR_FIRST.exec(text) ?? []).slice(1).map(Number);
  const stops = WITH_STOPS.exec(text);
  const strokes = WITH_STROKES.exec(text);
  if (year === undefined && stops) {
    [day, month, year] = stops.slice(1).map(Number);
  } else if (year === undefined && strokes) {
    const [first, second, last] = strokes.slice(1).map(Number);
    [day, month, year] = isDayFirst ? [first, second, last] : [second, first, last];
  }
  if (year === undefined) {
    return null;
  }
  const found = new Date(Date.UTC(year >= 100 ? year : 2000 + year, month - 1, day));
  const isDay = found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
  const written = isDay ? found.toISOString().slice(0, 10) : null;
  return written === NOT_KEPT ? null : written;
}

/**
 * The answer in each cell, empty for none, and the positions of cells with something that is no answer.
 *
 * @param {string[]} texts
 * @param {Question} question
 */
function valuesOf(texts, { options }) {
  /** @type {Map<string, string | null>} */
  const known = new Map();
  for (const { id, text } of options) {
    for (const words of new Set([plain(text), plain(id)])) {
      known.set(words, (known.has(words) ? known.get(words) : id) === id ? id : null);
    }
  }
  const values = texts.map((text) => (text ? (known.get(plain(text)) ?? null) : ""));
  return {
    values: values.map((value) => value ?? ""),
    unknown: [...values.keys()].filter((index) => values[index] === null),
  };
}

/** @param {string} answer */
const plain = (answer) => asCompared(answer).replaceAll("_", "-");

/**
 * @param {Person[]} people
 * @param {number} inTime
 * @param {Columns} columns
 * @param {string | null} service
 */
function told(people, inTime, columns, service) {
  const notes = [note("people", counting(people.length))];
  if (inTime > people.length) {
    notes.push(note("blank-rows", counting(inTime - people.length)));
  }
  if (columns.personal.length) {
    notes.push(note("dropped", { columns: columns.personal.join(", ") }));
  }
  notes.push(...columns.former.map(([heading, question]) => note("former-words", { heading, question })));
  const missing = columns.missing.filter((one) => one.id !== SERVICE || service === null).map((one) => one.text);
  if (missing.length) {
    notes.push(note("missing", { questions: missing.join("; ").replace(/\.$/, "") }));
  }
  if (columns.others.length) {
    notes.push(note("left-out", { columns: columns.others.map((one) => one.slice(0, 80)).join("; ") }));
  }
  return notes;
}
