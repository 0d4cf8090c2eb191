/** Looks for personal data, like the rules in macros/lint/rules/personal_data.py and personal_data_likely.py. */

import { WARNINGS } from "people";

import { asRead } from "./people/as_read.js";
import { births, insuranceNumbers } from "./people/births.js";
import { mailboxes } from "./people/mailboxes.js";
import { numbers } from "./people/numbers.js";
import { addresses } from "./people/places.js";

/** What was told to be only likely: whoever leaves it as it is has looked at it. */
const told = new Set();

/**
 * What looks personal in a text. `own` are words and mailboxes of the network's.
 *
 * @param {string} written
 * @param {string[]} own
 */
export function sightings(written, own) {
  const text = asRead(written);
  return [...mailboxes(text, own), ...births(text), ...numbers(text), ...insuranceNumbers(text), ...addresses(text)];
}

/**
 * A warning if a text seems to contain personal data, or an empty text. What is only likely is said once.
 *
 * @param {string} text
 * @param {string[]} own
 */
export function personal(text, own) {
  const found = sightings(text, own);
  const certain = found.find((one) => one.isCertain);
  if (certain) return WARNINGS[certain.looks][1];
  if (!found.length || told.has(text)) return "";
  told.add(text);
  return `${WARNINGS[found[0].looks][0]} If it is not, go on.`;
}
