/** Looks for personal data, like the rule in macros/lint/rules/personal_data.py. */

import { MAIL, NAMED_MAILBOX, PERSONAL, PRIVATE_ENDS, PRIVATE_HOSTS, PRIVATE_MAIL, ROLE_WORDS } from "models";

/**
 * A warning if a text seems to contain personal data, or an empty text. `ownWords` mark a mailbox as that of a role.
 *
 * @param {string} text
 * @param {string[]} ownWords
 */
export function personal(text, ownWords) {
  for (const match of text.matchAll(MAIL)) if (isPrivate(match, ownWords)) return warning(PRIVATE_MAIL);
  for (const [pattern, message, isNumber] of PERSONAL)
    for (const [found] of text.matchAll(pattern)) if (!isNumber || isNhsNumber(found)) return warning(message);
  return "";
}

/** @param {string} message */
const warning = (message) => `${message} Take it out: what is published once can be found for ever.`;

/**
 * @param {RegExpExecArray} match
 * @param {string[]} ownWords
 */
function isPrivate([, mailbox, host, end], ownWords) {
  if (PRIVATE_HOSTS.includes(host.toLowerCase()) && PRIVATE_ENDS.test(end)) return true;
  const words = mailbox.toLowerCase().replace(/\d/g, "").split(/[._]/);
  return NAMED_MAILBOX.test(mailbox) && !words.some((word) => ROLE_WORDS.includes(word) || ownWords.includes(word));
}

/**
 * Whether ten digits have the right check digit: NHS Data Dictionary, NHS NUMBER.
 *
 * @param {string} text
 */
function isNhsNumber(text) {
  const digits = text.replace(/\D/g, "");
  const total = [...digits.slice(0, 9)].reduce((sum, digit, place) => sum + Number(digit) * (10 - place), 0);
  return (11 - (total % 11)) % 11 === Number(digits[9]);
}
