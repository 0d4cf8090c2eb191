// Calls the scripts of the page that collates answers: the calls are read as JSON, and what they return is written.

import { readFileSync } from "node:fs";
import { readAnswers } from "../../theme/assets/collate_answers.js";
import { protect } from "../../theme/assets/collate_protect.js";

const functions = {
  read: async (content, asked, decisions) => {
    try {
      return await readAnswers(new Uint8Array(Buffer.from(content, "base64")), asked, decisions);
    } catch (error) {
      if (!error.code || !error.details) {
        throw error;
      }
      return { refusal: error.code, words: error.message };
    }
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
