// What the tests call of the page that reads minutes.

import { drafted } from "../../form/minutes/draft.js";
import { Refused } from "../../form/minutes/messages.js";

export { mistakes } from "../../form/minutes/rules.js";

/**
 * What becomes of a file, or why it is not read.
 *
 * @param {Uint8Array} content
 * @param {string} network as JSON
 * @param {string} today
 */
export async function read(content, network, today) {
  try {
    const { path, text, before, told } = await drafted(new Uint8Array(content), JSON.parse(network), today);
    const { understood, assumed, questions, leftOut } = told;
    return { path, text, before, understood, assumed, questions, left_out: leftOut };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  }
}
