/** NHS numbers and telephone numbers, like macros/lint/people/numbers.py. */

import { NUMBERS as LIKE } from "people";

import { BEFORE, has, isAll, near } from "./nearby.js";

/** @import { Sighting } from "../types" */
/** @typedef {{ last: number, sighting?: Sighting }} Found */
/** @typedef {{ digits: string, start: number, end: number }} Group */

const ISSUED = "34679";
const FIRST_OF_TELEPHONE = "04";
const LONGEST = 15;

/** @type {(text: string) => Generator<Sighting>} */
export function* numbers(text) {
  for (const run of text.matchAll(LIKE.RUN)) {
    const groups = [...run[0].matchAll(LIKE.GROUP)].map(({ 0: digits, index }) => {
      const start = run.index + index;
      return { digits, start, end: start + digits.length };
    });
    let first = 0;
    let isAfterNumber = false;
    while (first < groups.length) {
      const isPart = isAttached(text, groups, first, isAfterNumber);
      /** @type {Found | undefined} */
      const found = isPart ? undefined : at(text, groups, first);
      if (found?.sighting) yield found.sighting;
      isAfterNumber = found !== undefined;
      first = (found?.last ?? first) + 1;
    }
  }
}

/** @type {(text: string, groups: Group[], first: number, isAfterNumber: boolean) => boolean} */
function isAttached(text, groups, first, isAfterNumber) {
  const { start } = groups[first];
  const before = text.slice(Math.max(start - 8, 0), start);
  if (/\p{L}$/u.test(before)) return !has(LIKE.PREFIX, before);
  if (/[£$€]$/.test(before)) return true;
  if (!first || isAfterNumber) return false;
  const { digits, end } = groups[first - 1];
  return ["978", "979"].includes(digits) || [".", "-", "/", ",", "_", ", "].includes(text.slice(end, start));
}

/** @type {(text: string, groups: Group[], first: number) => Found | undefined} */
function at(text, groups, first) {
  const found = [...candidates(text, groups, first)];
  for (const one of found) if (isTelephone(text, one)) return { last: one.last, sighting: telephone(text, one) };
  for (const one of found) {
    const sighting = one.all.length === 10 ? (nhsNumber(text, one) ?? shortened(text, one)) : undefined;
    if (sighting) return { last: one.last, sighting };
  }
  return undefined;
}

/** @typedef {{ last: number, start: number, end: number, all: string, groups: string[], gaps: string[] }} Digits */
/** @type {(text: string, groups: Group[], first: number) => Generator<Digits>} */
function* candidates(text, groups, first) {
  let all = "";
  for (let last = first; last < groups.length; last += 1) {
    all += groups[last].digits;
    const mayCall = FIRST_OF_TELEPHONE.includes(all[0]);
    if (all.length > LONGEST || (all.length > 10 && !mayCall)) return;
    if (all.length < 10 || !endsHere(text, groups, last)) continue;
    const part = groups.slice(first, last + 1);
    const { start } = part[0];
    const isCalled = () => has(LIKE.IS_CALLED, text.slice(Math.max(start - BEFORE, 0), start));
    if (!mayCall && all[0] !== "7" && !fits(all) && !isCalled()) continue;
    const gaps = part.slice(1).map((group, place) => text.slice(part[place].end, group.start));
    const isCrossing = ["|", "\n"].some((sign) => gaps.join("").split(sign).length - 1 > gaps.length);
    const { end } = groups[last];
    if (!isCrossing) yield { last, start, end, all, groups: part.map((group) => group.digits), gaps };
  }
}

/** @type {(text: string, groups: Group[], last: number) => boolean} */
function endsHere(text, groups, last) {
  const { end } = groups[last];
  if (/^\p{L}/u.test(text.slice(end, end + 2))) return text.slice(end, end + 3).search(LIKE.WORD) === 0;
  return last + 1 === groups.length || ![".", "-", ",", "_"].includes(text.slice(end, groups[last + 1].start));
}

/** @type {(digits: Digits) => boolean} */
const isGroupedAlike = ({ gaps, groups }) =>
  new Set(gaps.map((gap) => gap.replace(/^[ ()[\]>\n\t]+|[ ()[\]>\n\t]+$/g, ""))).size <= 1 ||
  groups.map((group) => group.length).join() === "3,3,4";

/** @type {(text: string, digits: Digits) => boolean} */
function isTelephone(text, digits) {
  const { all, gaps, groups, start } = digits;
  const [first] = groups;
  if (!(isAll(LIKE.MOBILE, all) || isAll(LIKE.LANDLINE, all)) || gaps.some((gap) => gap.includes(","))) return false;
  if (["44", "0044"].includes(first) || groups.length === 1) return true;
  if (/\+\s*$/.test(text.slice(Math.max(start - 2, 0), start))) return true;
  if (first.startsWith("44")) return first.length > 4;
  if (first === "0") return all.length === 11 && (!gaps[0].includes(".") || groups.length > 2);
  return first.length > 2 || (all[1] === "7" && isGroupedAlike(digits));
}

/** @type {(text: string, digits: Digits) => Sighting | undefined} */
function telephone(text, { all, groups, start, end }) {
  const { before, says } = near(text, start, end);
  if (isInAddress(text, start) && !says(LIKE.CALLS)) return undefined;
  if (isAll(LIKE.MOBILE, all) && !has(LIKE.NO_TELEPHONE, before)) return { looks: "TELEPHONE", isCertain: true };
  const isOwn = says(LIKE.OWN_NUMBER, LIKE.OF_AN_OFFICE);
  if (groups.length === 1 && !isOwn && !says(LIKE.CALLS)) return undefined;
  if (!isOwn && (/^(?:00)?44/.test(all) || says(LIKE.OF_AN_OFFICE))) return undefined;
  return { looks: "TELEPHONE", isCertain: false };
}

/** @type {(text: string, digits: Digits) => Sighting | undefined} */
function shortened(text, { all, start, end }) {
  if (all[0] !== "7" || isInName(text, start)) return undefined;
  return near(text, start, end).says(LIKE.CALLS, LIKE.OF_AN_OFFICE)
    ? { looks: "TELEPHONE", isCertain: false }
    : undefined;
}

/** @type {(text: string, digits: Digits) => Sighting | undefined} */
function nhsNumber(text, digits) {
  const { all, start, end } = digits;
  const { before, after, says } = near(text, start, end);
  const sighting = (/** @type {boolean} */ isCertain) => ({ looks: "NHS_NUMBER", isCertain });
  if (isInName(text, start)) {
    const isNamed = has(LIKE.IN_ITS_NAME, before);
    const isAskedFor = ISSUED.includes(all[0]) && has(LIKE.IN_QUERY, before);
    return fits(all) && (isNamed || isAskedFor) ? sighting(isNamed) : undefined;
  }
  const isCalled = has(LIKE.IS_CALLED, before);
  if (!fits(all)) return isCalled ? sighting(false) : undefined;
  if (isCalled) return sighting(true);
  if (!isGroupedAlike(digits) || after.search(LIKE.OTHER_AFTER) === 0) return undefined;
  const isPatients = says(LIKE.PATIENT, LIKE.OTHER_NUMBER);
  return ISSUED.includes(all[0]) && (isPatients || !says(LIKE.OTHER_NUMBER)) ? sighting(isPatients) : undefined;
}

/**
 * Whether the last of ten digits is the check digit of the others: NHS Data Dictionary, NHS NUMBER.
 *
 * @param {string} digits
 */
function fits(digits) {
  const total = [...digits.slice(0, 9)].reduce((sum, digit, place) => sum + Number(digit) * (10 - place), 0);
  return (11 - (total % 11)) % 11 === Number(digits[9]) && new Set(digits).size > 1;
}

/** @type {(text: string, start: number) => boolean} */
const isInAddress = (text, start) => has(LIKE.IN_ADDRESS, text.slice(Math.max(start - 300, 0), start));
/** @type {(text: string, start: number) => boolean} */
const isInName = (text, start) =>
  has(LIKE.IN_ID, text.slice(Math.max(start - 40, 0), start)) || isInAddress(text, start);
