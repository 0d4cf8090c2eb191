/** Elements of Word's XML by their local names: see macros/minutes/elements.py. */

/** @import { Element } from "./xml.js" */

const OFF = ["0", "false", "off", "none"];

/**
 * The children of this name; none if there is no element.
 *
 * @param {Element | undefined} element
 * @param {string} name
 */
export const children = (element, name) => element?.children.filter((one) => one.name === name) ?? [];

/**
 * The first child of this name.
 *
 * @param {Element | undefined} element
 * @param {string} name
 */
export const child = (element, name) => element?.children.find((one) => one.name === name);

/**
 * The attribute of this local name; empty if there is none.
 *
 * @param {Element | undefined} element
 */
export function value(element, name = "val") {
  for (const [written, text] of element?.attributes ?? [])
    if (written.slice(written.indexOf(":") + 1) === name) return text;
  return "";
}

/**
 * Whether a setting that is there is switched on.
 *
 * @param {Element} setting
 */
export const isOn = (setting) => !OFF.includes(value(setting));
