/** Adds up the counts of who stays and who leaves in the browser, and offers the files of the figures. */

import { readHeadcounts } from "./collate_headcounts.js";
import { count, made } from "./collate_page.js";
import { Refusal } from "./collate_text.js";
import { notesOnAll, protectedFigures, workforceFiles } from "./collate_workforce.js";

/** @import { Choices, Headcounts } from "./collate_headcounts.js" */
/** @import { Counting, Source } from "./collate_page.js" */
/** @import { Network } from "./collate_workforce.js" */
/** @typedef {Source & { file: File, decided: Choices }} CountSource A sheet */

/**
 * @param {HTMLFormElement} _
 * @param {Network} network
 * @returns {Counting<CountSource, Headcounts>}
 */
function countingHeads(_, network) {
  return {
    none: "Choose the files with the counts.",
    each: "Each row says which service",
    sources: (files) =>
      files.map((file) => ({
        name: file.name,
        file,
        decided: { service: null, leavesOutUnknown: false, hasNoRoleIfUnknown: false },
        said: made("div"),
      })),
    wrong: () => "",
    read: (source, __, before) => read(source, network, before),
    choices: ({ decided }, { code }) => {
      /** @type {Record<string, [string, () => void][]>} */
      const all = {
        "unknown-service-row": [["Leave these rows out", () => Object.assign(decided, { leavesOutUnknown: true })]],
        "unknown-role": [["Count them without a role", () => Object.assign(decided, { hasNoRoleIfUnknown: true })]],
      };
      return all[code];
    },
    result(found, data) {
      const starts = String(data.get("starts"));
      const lines = found.flatMap(([, one]) => one.lines);
      const table = protectedFigures(lines, starts, network);
      const notes = found.map(([{ name }, one]) => /** @type {[string, string[]]} */ ([name, one.notes]));
      const all = [...notes, ...notesOnAll(lines, network)];
      return [workforceFiles(lines, starts, table, all, network), table];
    },
  };
}

/**
 * @param {CountSource} source
 * @param {Network} network
 * @param {Headcounts[]} before What other sheets say
 */
async function read({ file, decided }, network, before) {
  const counts = await readHeadcounts(new Uint8Array(await file.arrayBuffer()), network, decided);
  const known = before.flatMap(({ lines }) => lines.map(({ service }) => service));
  const [twice] = counts.lines
    .map(({ service }) => service)
    .filter((one) => known.includes(one))
    .sort();
  if (twice) {
    throw new Refusal("service-twice", { service: network.services[twice].title });
  }
  return counts;
}

await count(countingHeads);
