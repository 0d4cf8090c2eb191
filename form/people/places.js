/** Postal addresses, like macros/lint/people/places.py. */

import { PLACES as LIKE, NAMES } from "people";

import { has, isAll, near } from "./nearby.js";

/** @import { Sighting } from "../types" */
/** @typedef {{ start: number, end: number, isCertain?: boolean }} Place */

const [AREAS, STREETS] = [new Set(NAMES.AREAS), new Set(NAMES.STREETS)];
const REST_OF_ADDRESS = 60;

/** @type {(text: string) => Generator<Sighting>} */
export function* addresses(text) {
  const codes = [...postcodes(text)];
  const ends = [];
  for (const { start, end, isCertain } of streets(text)) {
    const hasCode = codes.some((code) => code.start >= start && code.start - end <= REST_OF_ADDRESS);
    if (!hasCode && isCertain === undefined) continue;
    ends.push(end);
    const isVenue = near(text, start, end).says(LIKE.VENUE, LIKE.LIVES);
    yield { looks: "ADDRESS", isCertain: (hasCode || isCertain === true) && !isVenue };
  }
  for (const { start, isCertain } of codes)
    if (!ends.some((end) => end <= start && start - end <= REST_OF_ADDRESS))
      yield { looks: "ADDRESS", isCertain: isCertain === true };
}

/** @type {(text: string) => Generator<Place>} */
function* streets(text) {
  for (const { 0: all, 1: number, 2: name, 3: kind, index: start } of text.matchAll(LIKE.STREET)) {
    const end = start + all.length;
    const words = name.trim().split(/\s+/);
    const sort = kind.toLowerCase();
    const isCourt = sort === "court" && ["high", "family"].includes(words[words.length - 1].toLowerCase());
    const isOdd =
      isCourt ||
      words.some((word) => isAll(LIKE.NO_NAMES, word)) ||
      has(LIKE.COUNTED, text.slice(Math.max(start - 12, 0), start));
    const isCapital = [...words, kind].every((word) => /^[A-Z]/.test(word));
    const isYear = isAll(LIKE.YEAR, number);
    if (!isCapital) {
      const lives = has(LIKE.LIVES, text.slice(Math.max(start - 40, 0), start));
      yield { start, end, isCertain: lives && !isOdd ? true : undefined };
    } else if (isYear || isOdd || !STREETS.has(sort)) {
      yield { start, end, isCertain: !STREETS.has(sort) && !isOdd && !isYear ? false : undefined };
    } else yield { start, end, isCertain: true };
  }
}

/** @type {(text: string) => Generator<Place>} */
function* postcodes(text) {
  for (const { 0: all, 1: outward, 2: gap, 3: inward, index: start } of text.matchAll(LIKE.POSTCODE)) {
    const end = start + all.length;
    const { before, says } = near(text, start, end);
    const area = outward.slice(0, 2).replace(/[0-9]/g, "").toLowerCase();
    const isUpper = !/[a-z]/.test(outward + inward);
    const isOneCell = !/[,|]/.test(gap);
    const isPlausible =
      AREAS.has(area) &&
      !isAll(LIKE.ORDINAL, inward) &&
      isOneCell &&
      (isUpper || (gap !== "" && !gap.trim() && area.length === 2));
    const isLikely = (gap !== "" && isOneCell && isUpper) || isPlausible;
    let isKnown = AREAS.has(area);
    if (says(LIKE.SOMETHING_ELSE, LIKE.LIVES) || !isLikely) {
      const isHome = !isLikely && isKnown && says(LIKE.LIVES, LIKE.SOMETHING_ELSE);
      if (isAll(LIKE.ORDINAL, inward) || !(isHome || has(LIKE.AFTER_THIS, before))) continue;
      isKnown = true;
    }
    yield { start, end, isCertain: (isKnown || gap !== "") && !says(LIKE.VENUE, LIKE.LIVES) };
  }
}
