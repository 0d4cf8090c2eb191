/** The files of a survey round, from everyone's answers. The same as survey.py and round_files.py in macros/collate/, which say why. */

import { protect } from "./collate_protect.js";
import { groupInWords, REPORT, recordText, report, tableText } from "./collate_report.js";
import { ANSWERED, ASKED, entryName, entryOf } from "./collate_sheets.js";
import { counted, daysInWords, Refusal } from "./collate_text.js";
import { MONTHS } from "./collate_words.js";

/** @import { Person } from "./collate_answers.js" */
/** @import { Questionnaire } from "./collate_headings.js" */
/** @import { Cells, Settings } from "./collate_sheets.js" */
/** @typedef {{ id: string, title: string, tags: string[], asked: Questionnaire, scale: { id: string, text: string }[] }} QuestionSet */
/**
 * @typedef {object} Network What the page knows of the network
 * @property {QuestionSet[]} sets
 * @property {Record<string, { title: string, area: string }>} services
 * @property {Record<string, string>} areas
 * @property {Record<string, string>} roles
 * @property {Settings} limits
 * @property {string[]} rules How small numbers are protected, in sentences
 * @property {{ title: string, set: string, period: string[], cells: [string, number | null][] }[]} earlier
 * @property {string} today
 */
/** @typedef {{ set: QuestionSet, opened: string, closed: string, invited: Record<string, number> }} Survey */

const COLUMNS = ["area", "service", "role", "question", "answer", "count"];
const [LONGEST_TITLE, LONGEST_SUMMARY] = [80, 200];

/**
 * What may be published of the answers, given what was published before.
 *
 * @param {Person[]} people
 * @param {Survey} survey
 * @param {Network} network
 */
export function protectedTable(people, { set, opened, closed, invited }, network) {
  const areas = Object.fromEntries(Object.entries(network.services).map(([id, one]) => [id, one.area]));
  /** @type {Map<string, number>} */
  const counts = new Map();
  /** @type {(whose: string, group: string, topic: string, what: string, by: number) => void} */
  const add = (whose, group, topic, what, by) => {
    const name = entryName(whose, group, topic, what);
    counts.set(name, (counts.get(name) ?? 0) + by);
  };
  /** @type {(service: string) => [string, string][]} */
  const groupsOf = (service) =>
    service
      ? [
          ["everyone", ""],
          ["area", areas[service]],
          ["service", service],
        ]
      : [["everyone", ""]];
  for (const { service, answers } of people) {
    for (const [whose, group] of groupsOf(service)) {
      add(whose, group, "", ANSWERED, 1);
      for (const [question, answer] of Object.entries(answers)) {
        add(whose, group, question, ANSWERED, 1);
        add(whose, group, question, answer, 1);
      }
    }
  }
  check(counts, invited, network);
  for (const [service, number] of Object.entries(invited)) {
    for (const [whose, group] of groupsOf(service)) {
      add(whose, group, "", ASKED, number);
    }
  }
  const given = new Set([...counts.keys()].map((name) => entryOf(name).topic).filter(Boolean));
  for (const { whose, group } of [...counts.keys()].map(entryOf)) {
    add(whose, group, "", ANSWERED, 0);
    add(whose, group, "", ASKED, 0);
    for (const topic of given) {
      for (const what of [ANSWERED, ...set.scale.map((one) => one.id)]) {
        add(whose, group, topic, what, 0);
      }
    }
  }
  const [same] = network.earlier.filter(
    ({ set: other, period }) => other === set.id && period[0] <= closed && opened <= period[1],
  );
  if (same) {
    throw new Refusal("round-exists", { title: same.title });
  }
  const before = network.earlier.filter(({ period }) => period[1] <= closed);
  return protect(
    counts,
    areas,
    { ...network.limits, row: "survey" },
    [opened, closed],
    before.map((one) => ({ ...one, cells: new Map(one.cells) })),
  );
}

/**
 * @param {Map<string, number>} counts
 * @param {Record<string, number>} invited
 * @param {Network} network
 */
function check(counts, invited, network) {
  for (const [name, answered] of counts) {
    const { whose, group, topic } = entryOf(name);
    if (whose === "service" && !topic) {
      const service = network.services[group].title;
      if (!(group in invited)) {
        throw new Refusal("no-one-asked", { service });
      }
      if (answered > invited[group]) {
        throw new Refusal("too-many", { service, answered, asked: invited[group] });
      }
    }
  }
}

/**
 * The text of each file by its name. Only the report is not for publishing.
 *
 * @param {Survey} survey
 * @param {{ cells: Cells, reasons: Map<string, string> }} table
 * @param {[file: string, notes: string[]][]} notes
 * @param {Network} network
 * @returns {[name: string, text: string][]}
 */
export function roundFiles(survey, table, notes, network) {
  const name = `${survey.closed.slice(0, 7)}-${survey.set.id}`;
  const title = `${survey.set.title}, ${daysInWords(survey.opened, survey.closed)}`;
  return [
    [`${name}.md`, record(survey, table.cells, network.today)],
    [`${name}.csv`, tableText(table.cells, COLUMNS, (topic, what) => ({ question: topic, answer: what }))],
    [REPORT, report(title, table, notes, network.rules, (one) => inReport(one, survey.set, network))],
  ];
}

/**
 * @param {Survey} survey
 * @param {Cells} cells
 * @param {string} today
 */
function record({ set, opened, closed, invited }, cells, today) {
  const month = `${MONTHS[Number(closed.slice(5, 7)) - 1]} ${closed.slice(0, 4)}`;
  const answered = cells.get(entryName("everyone", "", "", ANSWERED));
  const who = typeof answered === "number" ? `About ${answered} colleagues` : "Colleagues";
  const services = Object.keys(invited).sort();
  const what = `answered "${set.title}" in ${month}, in ${counted(services.length, "service")}.`;
  return recordText({
    title: `${set.title}, ${month}`.slice(0, LONGEST_TITLE),
    summary: `${who} ${what}`.slice(0, LONGEST_SUMMARY),
    added: today,
    tags: set.tags,
    opened,
    closed,
    question_set: set.id,
    services,
  });
}

/**
 * What a number is about, and which number of it.
 *
 * @param {string} name
 * @param {QuestionSet} set
 * @param {Network} network
 * @returns {[about: string, which: string]}
 */
function inReport(name, set, network) {
  /** @type {Record<string, string>} */
  const totals = { [ASKED]: "everyone who was asked", [ANSWERED]: "everyone who answered" };
  const { topic, what } = entryOf(name);
  const asked = set.asked.questions.find((one) => one.id === topic);
  const which = set.scale.find((one) => one.id === what)?.text ?? totals[what];
  return [`${groupInWords(name, network)}${asked ? `, “${asked.text}”` : ""}`, which];
}
