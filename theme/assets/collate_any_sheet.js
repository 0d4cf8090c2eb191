/** Reads a file whatever its format: a workbook, or a table of text. The same as macros/collate/any_sheet.py. */

import { readTable } from "./collate_sheet.js";
import { Refusal } from "./collate_text.js";
import { readWorkbook } from "./collate_workbook.js";

/** @import { Chosen } from "./collate_sheet.js" */

const ENCRYPTED = [...new TextEncoder().encode("EncryptedPackage")].flatMap((byte) => [byte, 0]);

/**
 * The table in a file. Of formulas, the results are read if there may be any.
 *
 * @param {Uint8Array} content
 * @param {Chosen} chosen
 */
export async function readSheet(content, chosen, { formulas = false } = {}) {
  const starts = /** @type {(...bytes: number[]) => boolean} */ (
    (...bytes) => bytes.every((byte, index) => content[index] === byte)
  );
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new Refusal(holds(content, ENCRYPTED) ? "password" : "old-workbook");
  }
  if (content.every((byte) => byte <= 32 && byte > 0)) {
    throw new Refusal("empty");
  }
  return starts(0x50, 0x4b) ? await readWorkbook(content, chosen, formulas) : readTable(content, chosen);
}

/**
 * @param {Uint8Array} content
 * @param {number[]} wanted
 */
function holds(content, wanted) {
  for (let at = content.indexOf(wanted[0]); at >= 0; at = content.indexOf(wanted[0], at + 1)) {
    if (wanted.every((byte, index) => content[at + index] === byte)) {
      return true;
    }
  }
  return false;
}
