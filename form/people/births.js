/** Dates of birth and national insurance numbers, like macros/lint/people/births.py and insurance.py. */

import { BIRTHS, INSURANCE } from "people";

import { endOfLast, has, near } from "./nearby.js";

/** @import { Sighting } from "../types" */

const USUAL = ["6", "2,2,2", "3,3", "1,1,1,1,1,1", "2,4", "4,2"];

/** @type {(text: string) => Generator<Sighting>} */
export function* births(text) {
  for (const { 0: word, index } of text.matchAll(BIRTHS.WORD)) {
    const isAfter = text.slice(index + word.length, index + word.length + 130).search(BIRTHS.DAY_AFTER) === 0;
    if (isAfter || has(BIRTHS.DAY_BEFORE, text.slice(Math.max(index - 40, 0), index)))
      yield { looks: "BIRTH", isCertain: true };
  }
  for (const { index } of text.matchAll(BIRTHS.BORN)) {
    const before = text.slice(Math.max(index - 40, 0), index);
    const people = [...before.matchAll(BIRTHS.A_PERSON)].filter(([word]) => word.toLowerCase() !== "was");
    const person = Math.max(-1, ...people.map((match) => match.index + match[0].length));
    if (endOfLast(BIRTHS.A_THING, before) <= person) yield { looks: "BIRTH", isCertain: true };
  }
}

/** @type {(text: string) => Generator<Sighting>} */
export function* insuranceNumbers(text) {
  for (const { 0: all, 1: first, 2: second, 3: digits, 4: last, index } of text.matchAll(INSURANCE.NUMBER)) {
    const { says } = near(text, index, index + all.length);
    const isElse = says(INSURANCE.SOMETHING_ELSE, INSURANCE.SAYS_SO);
    const letters = first + second + (last ?? "A");
    const isUpper = letters === letters.toUpperCase();
    const sizes = digits
      .split(INSURANCE.GAPS)
      .map((group) => group.length)
      .join();
    const isUsual = USUAL.includes(sizes) && !(sizes === "4,2" && digits.search(INSURANCE.YEARS) === 0);
    if (says(INSURANCE.SAYS_SO, INSURANCE.SOMETHING_ELSE)) yield { looks: "INSURANCE_NUMBER", isCertain: true };
    else if (last && isUsual && (isUpper || letters === letters.toLowerCase())) {
      const prefix = (first + second).toUpperCase();
      const isIssued = prefix.search(INSURANCE.ISSUED) === 0 || prefix === "ZZ";
      const isCompact = !has(INSURANCE.GAPS, all);
      if ((isElse && (isCompact || !isIssued)) || (!isUpper && (isCompact || !isIssued || isElse))) continue;
      yield { looks: "INSURANCE_NUMBER", isCertain: isIssued && isUpper && !isElse };
    }
  }
}
