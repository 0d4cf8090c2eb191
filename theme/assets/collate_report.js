/** The texts of the files that the coordinator gets. The same as report.py and groups.py in macros/collate/, which say why. */

import { entryOf } from "./collate_sheets.js";
import { counted } from "./collate_text.js";
import { REASONS } from "./collate_words.js";

/** @import { Cells } from "./collate_sheets.js" */
/** @typedef {{ cells: Cells, reasons: Map<string, string> }} Table */
/** @typedef {[file: string, notes: string[]][]} Notes */
/**
 * @typedef {object} Groups What groups are called
 * @property {Record<string, { title: string, area: string }>} services
 * @property {Record<string, string>} areas
 * @property {Record<string, string>} roles
 */

export const REPORT = "report.txt";
const ORDER = ["everyone", "area", "service", "role"];
const HIDDEN = "[c]";

/**
 * A record without a text.
 *
 * @param {Record<string, string | string[]>} values The value of each field, or its entries
 */
export function recordText(values) {
  const lines = Object.entries(values).flatMap(([name, value]) => {
    if (typeof value === "string") {
      return [`${name}: ${inYaml(value)}`];
    }
    return value.length ? [`${name}:`, ...value.map((one) => `  - ${one}`)] : [];
  });
  return ["---", ...lines, "---", ""].join("\n");
}

/**
 * A text as YAML, in quotation marks only where it needs them.
 *
 * @param {string} text
 */
const inYaml = (text) =>
  /^(?:[A-Za-z][^#]*|\d{4}-\d\d-\d\d)$/.test(text) && !/:(\s|$)|\s$/.test(text) ? text : JSON.stringify(text);

/**
 * A table as comma-separated values.
 *
 * @param {Cells} cells
 * @param {string[]} columns
 * @param {(topic: string, what: string) => Record<string, string>} own What the columns of this sort of table say
 */
export function tableText(cells, columns, own) {
  const entries = [...cells].map(([name, count]) => ({ ...entryOf(name), count }));
  entries.sort((one, other) => ORDER.indexOf(one.whose) - ORDER.indexOf(other.whose));
  const lines = entries.map(({ whose, group, topic, what, count }) => {
    /** @type {Record<string, string>} */
    const values = { [whose]: group, ...own(topic, what), count: String(count ?? HIDDEN) };
    return columns.map((column) => values[column] ?? "").join(",");
  });
  return [columns.join(","), ...lines, ""].join("\n");
}

/**
 * What was done with each file, and what was hidden and why.
 *
 * @param {string} title
 * @param {Table} table
 * @param {Notes} notes
 * @param {string[]} rules How small numbers are protected, in sentences
 * @param {(name: string) => [about: string, which: string]} about What a number is about, and which number of it
 */
export function report(title, { cells, reasons }, notes, rules, about) {
  const lines = [
    title,
    "",
    "Keep this report to yourself. It says why each number is hidden, which tells more than the table does.",
    ...notes.flatMap(([file, told]) => ["", file, ...told.map((one) => `- ${one}`)]),
    "",
    "How small numbers are protected",
    ...rules.map((one) => `- ${one}`),
    "",
    `Hidden: ${counted(reasons.size, "number")} of ${cells.size.toLocaleString("en-GB")}`,
  ];
  for (const reason of new Set(reasons.values())) {
    /** @type {Map<string, string[]>} */
    const together = new Map();
    for (const name of [...reasons.keys()].filter((one) => reasons.get(one) === reason).sort()) {
      const [whole, part] = about(name);
      together.set(whole, [...(together.get(whole) ?? []), part]);
    }
    const all = [...together].map(([whole, parts]) => `- ${whole}: ${parts.join(", ")}`);
    lines.push("", `Because ${REASONS[reason]}:`, ...all);
  }
  return `${lines.join("\n")}\n`;
}

/**
 * The name of the group that a number is about.
 *
 * @param {string} name
 * @param {Groups} groups
 */
export function groupInWords(name, { services, areas, roles }) {
  const { whose, group } = entryOf(name);
  /** @type {Record<string, string>} */
  const words = { service: services[group]?.title, area: areas[group], role: roles[group] };
  return words[whose] ?? "The network";
}
