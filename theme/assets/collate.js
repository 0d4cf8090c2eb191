/** Counts the answers to a survey in the browser, and offers the files of the round. */

import { readAnswerFiles, readAnswers } from "./collate_answers.js";
import { count, made } from "./collate_page.js";
import { protectedTable, roundFiles } from "./collate_round.js";
import { counted, Refusal } from "./collate_text.js";
import { FEWEST_ALIKE, REFUSALS, SERVICE } from "./collate_words.js";

/** @import { Answers } from "./collate_answers.js" */
/** @import { Counting, Source } from "./collate_page.js" */
/** @import { Network, QuestionSet } from "./collate_round.js" */
/** @typedef {{ service: string | null, same: Record<string, string>, leftOut: string[], blankIfUnknown: string[], dayFirst: boolean | null }} Decided */
/** @typedef {Source & { files: File[], decided: Decided }} AnswerSource A file, or all answer files together */

/**
 * @param {HTMLFormElement} form
 * @param {Network} network
 * @returns {Counting<AnswerSource, Answers>}
 */
function countingAnswers(form, network) {
  const options = network.sets.map((one) => made("option", one.title, { value: one.id }));
  form.querySelector("#collate-set")?.append(...options);
  form.querySelector(".kb-collate__services")?.append(...Object.entries(network.services).map(askedIn));
  return {
    none: "Choose the files with the answers.",
    each: "Each answer says which service",
    sources,
    wrong: (data) => (days(data).closed < days(data).opened ? REFUSALS["closed-first"] : ""),
    read: (source, data, before) => read(source, set(data, network), { ...source.decided, ...days(data) }, before),
    choices,
    result(found, data) {
      const survey = { set: set(data, network), ...days(data), invited: invited(form) };
      const people = found.flatMap(([, one]) => one.people);
      const table = protectedTable(people, survey, network);
      const notes = found.map(([{ name }, one]) => /** @type {[string, string[]]} */ ([name, one.notes]));
      return [roundFiles(survey, table, notes, network), table];
    },
  };
}

/** @param {[id: string, service: { title: string }]} service */
function askedIn([id, { title }]) {
  const limits = { type: "number", min: "0", max: "99999" };
  const input = made("input", "", { ...limits, "data-service": id, autocomplete: "off" });
  return made("label", "", {}, [made("span", title), input]);
}

/** @param {FormData} data */
const days = (data) => ({ opened: String(data.get("opened")), closed: String(data.get("closed")) });

/**
 * @param {FormData} data
 * @param {Network} network
 */
const set = (data, network) => /** @type {QuestionSet} */ (network.sets.find((one) => one.id === data.get("set")));

/** @param {HTMLFormElement} form */
function invited(form) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const inputs = form.querySelectorAll("[data-service]");
  const given = [...inputs].filter((one) => one.value !== "");
  return Object.fromEntries(given.map((one) => [one.dataset.service ?? "", Number(one.value)]));
}

/**
 * Whether the page of a question set has saved it.
 *
 * @param {File} file
 */
const isSaved = (file) => file.name.endsWith(".json");

/**
 * @param {File[]} files
 * @returns {AnswerSource[]}
 */
function sources(files) {
  const saved = files.filter(isSaved);
  const others = files.filter((file) => !isSaved(file)).map((file) => [file]);
  return (saved.length ? [saved, ...others] : others).map((together) => ({
    name: isSaved(together[0]) ? counted(together.length, "answer file") : together[0].name,
    files: together,
    decided: { service: null, same: {}, leftOut: [], blankIfUnknown: [], dayFirst: null },
    said: made("div"),
  }));
}

/**
 * @param {AnswerSource} source
 * @param {QuestionSet} set
 * @param {Decided & { opened: string, closed: string }} decisions
 * @param {Answers[]} before What other files say
 */
async function read({ files }, set, decisions, before) {
  const texts = files.map(async (file) => ({ name: file.name, text: await file.text() }));
  const found = isSaved(files[0])
    ? await readAnswerFiles(await Promise.all(texts), set.id, set.asked, decisions)
    : await readAnswers(new Uint8Array(await files[0].arrayBuffer()), set.asked, decisions);
  const [own, ...others] = [found, ...before].map(({ people }) => JSON.stringify(people));
  if (found.people.length >= FEWEST_ALIKE && others.includes(own)) {
    throw new Refusal("file-twice");
  }
  return found;
}

/** @type {Counting<AnswerSource, Answers>["choices"]} */
function choices({ decided }, { code, details }) {
  const [heading, id] = [String(details.heading), String(details.id)];
  /** @type {Record<string, [string, () => void][]>} */
  const all = {
    reworded: [
      ["It is the same question", () => Object.assign(decided.same, { [heading]: id })],
      ["Leave the column out", () => decided.leftOut.push(heading)],
    ],
    "unknown-answers": [["Count them as blank", () => decided.blankIfUnknown.push(id)]],
    "unknown-service": [["Leave them out", () => decided.blankIfUnknown.push(SERVICE)]],
    "day-or-month": [
      ["The day comes first", () => Object.assign(decided, { dayFirst: true })],
      ["The month comes first", () => Object.assign(decided, { dayFirst: false })],
    ],
  };
  return all[code];
}

await count(countingAnswers);
