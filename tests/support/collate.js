// Calls the scripts of the page that collates answers: the calls are read as JSON, and what they return is written.

import { readFileSync } from "node:fs";
import { readAnswers } from "../../theme/assets/collate_answers.js";
import { readHeadcounts } from "../../theme/assets/collate_headcounts.js";
import { protect } from "../../theme/assets/collate_protect.js";
import { lastDay, protectedFigures, workforceFiles } from "../../theme/assets/collate_workforce.js";

const orRefusal = async (read) => {
  try {
    return await read();
  } catch (error) {
    if (!error.code || !error.details) {
      throw error;
    }
    return { refusal: error.code, words: error.message };
  }
};
const bytes = (content) => new Uint8Array(Buffer.from(content, "base64"));

const functions = {
  read: (content, asked, decisions) => orRefusal(() => readAnswers(bytes(content), asked, decisions)),
  headcounts: (content, known, choices) => orRefusal(() => readHeadcounts(bytes(content), known, choices)),
  lastDay,
  workforceFiles: (lines, starts, notes, network) => {
    const table = protectedFigures(lines, starts, network);
    return workforceFiles(lines, starts, table, notes, network);
  },
  protected: (counts, areas, limits, period, earlier) => {
    const { cells, reasons } = protect(
      new Map(counts),
      areas,
      limits,
      period,
      earlier.map((one) => ({ ...one, cells: new Map(one.cells) })),
    );
    return { cells: [...cells], reasons: [...reasons] };
  },
};

const results = [];
for (const [name, ...given] of JSON.parse(readFileSync(0, "utf-8"))) {
  results.push(await functions[name](...given));
}
process.stdout.write(JSON.stringify(results));
