/** What people are told, in the words of the command: see macros/minutes/messages.py. */

import { MESSAGES } from "python:messages";

/** A file is not read. The message says why and what to do. */
export class Refused extends Error {}

/**
 * The words for something to tell, with its details filled in.
 *
 * @param {string} code
 * @param {Record<string, string | number>} details
 * @returns {string}
 */
export const said = (code, details = {}) => filled(MESSAGES[code], details);

/**
 * A text with details in place of their names.
 *
 * @param {string} text
 * @param {Record<string, string | number>} details
 */
export const filled = (text, details) =>
  text.replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => String(details[name]));
