/** The files of a survey round, from everyone's answers. The same as survey.py and round_files.py in macros/collate/, which say why. */

import { protect } from "./collate_protect.js";
import { ANSWERED, ASKED, entryName, entryOf } from "./collate_sheets.js";
import { counted, daysInWords, Refusal } from "./collate_text.js";
import { MONTHS, REASONS } from "./collate_words.js";

/** @import { Person } from "./collate_answers.js" */
/** @import { Questionnaire } from "./collate_headings.js" */
/** @import { Cells, Limits } from "./collate_sheets.js" */
/** @typedef {{ id: string, title: string, tags: string[], asked: Questionnaire, scale: { id: string, text: string }[] }} QuestionSet */
/**
 * @typedef {object} Network What the page knows of the network
 * @property {QuestionSet[]} sets
 * @property {Record<string, { title: string, area: string }>} services
 * @property {Record<string, string>} areas
 * @property {Limits} limits
 * @property {string[]} rules How small numbers are protected, in sentences
 * @property {{ title: string, set: string, period: string[], cells: [string, number | null][] }[]} earlier
 * @property {string} today
 */
/** @typedef {{ set: QuestionSet, opened: string, closed: string, invited: Record<string, number> }} Survey */

const REPORT = "report.txt";
const COLUMNS = ["area", "service", "role", "question", "answer", "count"];
const ORDER = ["everyone", "area", "service"];
const HIDDEN = "[c]";
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
    network.limits,
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
  return [
    [`${name}.md`, record(survey, table.cells, network.today)],
    [`${name}.csv`, tableText(table.cells)],
    [REPORT, `${[...report(survey, table, notes, network)].join("\n")}\n`],
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
  /** @type {(name: string, entries: string[]) => string[]} */
  const list = (name, entries) => (entries.length ? [`${name}:`, ...entries.map((one) => `  - ${one}`)] : []);
  return [
    "---",
    `title: ${inYaml(`${set.title}, ${month}`.slice(0, LONGEST_TITLE))}`,
    `summary: ${inYaml(`${who} ${what}`.slice(0, LONGEST_SUMMARY))}`,
    `added: ${today}`,
    ...list("tags", set.tags),
    `opened: ${opened}`,
    `closed: ${closed}`,
    `question_set: ${set.id}`,
    ...list("services", services),
    "---",
    "",
  ].join("\n");
}

/**
 * A text as YAML, in quotation marks only where it needs them.
 *
 * @param {string} text
 */
const inYaml = (text) => (/^[A-Za-z][^#]*$/.test(text) && !/:(\s|$)|\s$/.test(text) ? text : JSON.stringify(text));

/** @param {Cells} cells */
function tableText(cells) {
  const entries = [...cells].map(([name, count]) => ({ ...entryOf(name), count }));
  entries.sort((one, other) => ORDER.indexOf(one.whose) - ORDER.indexOf(other.whose));
  const lines = entries.map(({ whose, group, topic, what, count }) => {
    /** @type {Record<string, string>} */
    const values = { [whose]: group, question: topic, answer: what, count: String(count ?? HIDDEN) };
    return COLUMNS.map((column) => values[column] ?? "").join(",");
  });
  return [COLUMNS.join(","), ...lines, ""].join("\n");
}

/**
 * @param {Survey} survey
 * @param {{ cells: Cells, reasons: Map<string, string> }} table
 * @param {[file: string, notes: string[]][]} notes
 * @param {Network} network
 */
function* report({ set, opened, closed }, { cells, reasons }, notes, network) {
  yield `${set.title}, ${daysInWords(opened, closed)}`;
  yield "";
  yield "Keep this report to yourself. It says why each number is hidden, which tells more than the table does.";
  for (const [file, told] of notes) {
    yield* ["", file, ...told.map((one) => `- ${one}`)];
  }
  yield* ["", "How small numbers are protected", ...network.rules.map((one) => `- ${one}`)];
  yield* ["", `Hidden: ${counted(reasons.size, "number")} of ${cells.size.toLocaleString("en-GB")}`];
  const why = new Set(reasons.values());
  for (const reason of why) {
    const names = [...reasons.keys()].filter((name) => reasons.get(name) === reason).sort();
    yield* ["", `Because ${REASONS[reason]}:`, ...hiddenLines(names, set, network)];
  }
}

/**
 * What numbers are about, a line for each group and question.
 *
 * @param {string[]} names
 * @param {QuestionSet} set
 * @param {Network} network
 */
function hiddenLines(names, set, network) {
  /** @type {Record<string, string>} */
  const answers = {
    ...Object.fromEntries(set.scale.map((one) => [one.id, one.text])),
    [ASKED]: "everyone who was asked",
    [ANSWERED]: "everyone who answered",
  };
  /** @type {Map<string, string[]>} */
  const together = new Map();
  for (const { whose, group, topic, what } of names.map(entryOf)) {
    const ofService = whose === "service" ? network.services[group].title : "The network";
    const asked = set.asked.questions.find((one) => one.id === topic);
    const about = `${whose === "area" ? network.areas[group] : ofService}${asked ? `, “${asked.text}”` : ""}`;
    together.set(about, [...(together.get(about) ?? []), answers[what]]);
  }
  return [...together].map(([about, all]) => `- ${about}: ${all.join(", ")}`);
}
