/** Lists whose signs were typed instead of set: see macros/minutes/typed.py. */

import { BULLET } from "python:typed";

import { Paragraph } from "./blocks.js";
import { starts } from "./match.js";
import { strip } from "./text.js";

/** @import { Entry } from "./blocks.js" */

/**
 * A paragraph that is an entry of a list, without a typed sign, and its place there; null if it is none.
 *
 * @param {Paragraph} paragraph
 * @returns {{ paragraph: Paragraph, entry: Entry } | null}
 */
export function typedEntry(paragraph) {
  const { words, entry } = paragraph;
  const text = words.map((one) => one.text).join("");
  const sign = starts(BULLET, text);
  if (!strip(text) || (!entry && !sign)) return null;
  if (entry || !sign) return entry && { paragraph, entry };
  let left = sign[0].length;
  const cut = words.map((one) => {
    const from = Math.min(left, one.text.length);
    left -= from;
    return { ...one, text: one.text.slice(from) };
  });
  return { paragraph: new Paragraph(cut, paragraph.heading), entry: { level: 0, isNumbered: false } };
}

/**
 * The words of a paragraph without a typed sign of a list.
 *
 * @param {Paragraph} paragraph
 */
export const withoutSign = (paragraph) => (typedEntry(paragraph)?.paragraph ?? paragraph).text;
