/** The mailboxes of people, like macros/lint/people/mailboxes.py. */

import { MAILBOXES as LIKE, NAMES } from "people";

import { has, isAll } from "./nearby.js";

/** @import { Sighting } from "../types" */

const [ROLES, PLACES, FIRST, LAST, HOSTS] = ["ROLE_WORDS", "PLACES", "FIRST_NAMES", "LAST_NAMES", "PRIVATE_HOSTS"].map(
  (name) => new Set(NAMES[name]),
);
const LONGEST = 64;
const LONGEST_HOST = 700;

/** @type {(text: string, own: string[]) => Generator<Sighting>} */
export function* mailboxes(text, own) {
  const places = [
    ...[...text.matchAll(/\s{0,8}@\s{0,8}/g)].map((match) => ({ match, local: LIKE.LOCAL })),
    ...[...text.matchAll(LIKE.IN_WORDS)].map((match) => ({ match, local: LIKE.LOCAL_IN_WORDS })),
  ];
  for (const { match, local } of places) {
    const before = text
      .slice(Math.max(match.index - LONGEST - 8, 0), match.index)
      .trimEnd()
      .slice(-LONGEST);
    const place = match.index + match[0].length;
    const after = text.slice(place, place + LONGEST_HOST).trimStart();
    const [found] = before.match(local) ?? [];
    const [host] = after.matchAll(LIKE.HOST);
    if (!found?.replace(/[.'&+_-]/g, "") || host?.index !== 0) continue;
    const mailbox = found
      .replace(LIKE.DOTS, ".")
      .replace(/^[.'&-]+|[.'&-]+$/g, "")
      .toLowerCase();
    const end = host[2]
      .replace(LIKE.DOTS, ".")
      .replace(/[-_]+$/, "")
      .toLowerCase();
    const isCertain = has(LIKE.IS_DOMAIN, end) ? isPersons(mailbox, host[1].toLowerCase(), end, own) : undefined;
    if (isCertain !== undefined) yield { looks: "MAILBOX", isCertain };
  }
}

/** @type {(mailbox: string, host: string, end: string, own: string[]) => boolean | undefined} */
function isPersons(mailbox, host, end, own) {
  if (own.includes(`${mailbox}@${host}${end}`) || own.includes(mailbox)) return undefined;
  const [name] = `${mailbox}@${host}${end}`.replace(LIKE.OF_ORGANISATION, "").split(/[+@]/);
  const words = name.match(/[a-z]+/g) ?? [];
  const isRole = words.some((word) => ROLES.has(word) || own.includes(word));
  if (HOSTS.has(host) && isAll(LIKE.ENDS, end)) return !isRole;
  if (isRole || !words.length) return undefined;
  const parts = name.replace(/[0-9]/g, "").split(/[._]+/).filter(Boolean);
  if (!parts.every((part) => isAll(LIKE.PART, part))) return undefined;
  return parts.length === 1 && !name.includes("-") ? ofOneWord(parts[0]) : ofParts(parts, words);
}

/** @type {(parts: string[], words: string[]) => boolean | undefined} */
function ofParts(parts, words) {
  if (parts.length > 5 || Math.max(...words.map((word) => word.length)) < 3) return undefined;
  if (words.some((word) => FIRST.has(word))) return true;
  if (words.every((word) => PLACES.has(word))) return undefined;
  if (words.some((word) => PLACES.has(word))) return false;
  const isNamed = words.some((word) => LAST.has(word)) || parts.some((part) => part.length === 1 || part.includes("'"));
  return parts.length > 1 || isNamed ? isNamed : undefined;
}

/** @type {(word: string) => boolean | undefined} */
function ofOneWord(word) {
  if (FIRST.has(word) || word.includes("'")) return false;
  for (let cut = 1; cut < word.length; cut += 1) {
    const [before, after] = [word.slice(0, cut), word.slice(cut)];
    if ((FIRST.has(before) || cut === 1) && LAST.has(after)) return false;
    if (LAST.has(before) && (after.length === 1 || FIRST.has(after))) return false;
  }
  return undefined;
}
