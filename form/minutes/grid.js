/** The rows and cells of a table in Word's XML, whatever is around them: see macros/minutes/grid.py. */

import { AROUND, MOST_COLUMNS } from "python:grid";

import { value } from "./elements.js";

/** @import { Element } from "./xml.js" */

/** @param {Element} table */
export const rows = (table) => inside(table, "tr");

/** @param {Element} row */
export const cells = (row) => inside(row, "tc");

/**
 * @param {Element} element
 * @param {string} wanted
 * @returns {Element[]}
 */
const inside = (element, wanted) =>
  element.children.flatMap((one) => {
    if (one.name === wanted) return [one];
    return AROUND.includes(one.name) ? inside(one, wanted) : [];
  });

/**
 * The number that a setting of a table has.
 *
 * @param {Element | undefined} element
 * @param {number} otherwise
 */
export function numberOf(element, otherwise) {
  const text = value(element);
  return /^[0-9]+$/.test(text) ? Math.min(Number(text), MOST_COLUMNS) : otherwise;
}
