// What the tests call of the page that reads minutes.

import { drafted, fileOf } from "../../form/minutes/draft.js";
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
    const file = await fileOf(new Uint8Array(content));
    const { path, text, before, told } = drafted(file, JSON.parse(network), today);
    const { understood, assumed, leftOut, forEditor } = told;
    const [questions, asked] = [
      told.questions.map((one) => one.text),
      told.questions.map((one) => [one.kind, ...one.about]),
    ];
    return { path, text, before, understood, assumed, questions, left_out: leftOut, for_editor: forEditor, asked };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  }
}
