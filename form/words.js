/** What is wrong with an answer, in the same words as the rules. */

import * as models from "models";

import { DATE, isInCalendar } from "./calendar.js";
import { personal } from "./personal.js";
import { namesNothing } from "./record.js";
import { isUnseen } from "./writing.js";

/** @import { Answer, Asked, Settings, Values } from "./types" */
/** @typedef {Pick<import("ajv").ErrorObject, "keyword" | "params">} Failure An error of a model's validator */

const CODE = /(`+|~{3,})[\s\S]*?\1/g;
// A link with words, an address on its own, or one between angle brackets.
const GOOD_LINK =
  /\[[^[\]\n]*\]\(((?:https?:\/\/|mailto:)(?:[^()\s<>"]|\([^()\s]*\))*)( "[^"\n]*")?\)|<?((https?:\/\/|mailto:)[^\s<>)]*)>?/g;
const BAD_LINK =
  "A link must start with https://, http:// or mailto:, and continue with an address that every reader can open.";
const NOTE = /^[> \t]*> {0,4}\[!(note|tip|important|warning|caution)\][ \t]*$/gim;
const LOST_FOOTNOTE = "Each footnote has a mark such as [^1] in the text, and a line that starts with it.";
// Not the mail address of a link, which may stand between angle brackets too.
const TAG = /<(?![^\s<>@]+@[^\s<>@]+>)[a-z/!?]/i;
const NO_HTML =
  "This is HTML, which is not allowed in a record. Write plain text, and put a space after a character such as <.";
/**
 * Error messages by question name. `today` is an ISO date.
 *
 * @param {Pick<Settings, "kind" | "ownWords">} settings
 * @param {Values} values
 * @param {(Asked & { name: string })[]} questions
 * @param {string} today
 */
export function mistakes({ kind, ownWords }, values, questions, today) {
  /** @type {Record<string, string>} */
  const found = {};
  const say = (/** @type {string} */ name, /** @type {string} */ words) => {
    found[name] ??= words;
  };
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: each kind has a check of its own, compiled under its name.
  const check = models[kind];
  if (!check(values))
    for (const error of check.errors ?? []) {
      const name = error.params.missingProperty ?? error.instancePath.split("/")[1];
      const question = questions.find((one) => one.name === name);
      if (question) say(name, explain(error, question, values[name]));
    }
  for (const { name, label, hint, sort } of questions) {
    const value = values[name];
    if (typeof value !== "string") continue;
    if (sort === "date" && DATE.test(value) && !isInCalendar(value))
      found[name] = `"${value}" in the field "${label}" is not a date in the calendar. Check the month and the day.`;
    const { toCome } = models.DATES[kind][name] ?? {};
    const mayCome = Array.isArray(toCome) ? toCome.includes(String(values.stage)) : toCome;
    if (sort === "date" && value > today && !mayCome)
      say(name, `"${value}" in the field "${label}" is in the future. Check the year and the month.`);
    if (/text|area/.test(sort) && !/\p{L}/u.test(value)) say(name, unanswered(label, hint));
    if (models.EXAMPLE.test(value)) say(name, models.IS_EXAMPLE);
    if (TAG.test(value)) say(name, NO_HTML);
    const unwanted = unfit(value, ownWords);
    if (unwanted) say(name, unwanted);
  }
  for (const [name, { after, outOfOrder }] of Object.entries(models.DATES[kind])) {
    const [earlier, later] = [after ? values[after] : "", values[name]].map((one) => String(one ?? ""));
    const length = Math.min(earlier.length, later.length);
    if (later.slice(0, length) < earlier.slice(0, length)) say(name, outOfOrder ?? "");
  }
  return found;
}

/**
 * Whether a text has a list or several paragraphs: see macros/lint/rules/paragraphs_in_field.py.
 *
 * @param {string} text
 */
export const hasParts = (text) =>
  /\n\s*([\n>|]|([-*+•·▪–]|\d\d?[.)]|[a-z]\))\s)|^[\w ]+: .*\n[\w ]+: /.test(text.trim());

/** @type {(label: string, hint: string) => string} */
const unanswered = (label, hint) =>
  `Answer "${label}": ${hint.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase())}`;

/**
 * @param {Failure} error
 * @param {Asked} question
 * @param {Answer | undefined} value
 */
function explain({ keyword, params }, { label, hint, sort }, value) {
  const length = [...String(value ?? "")].length;
  const tooMuch = keyword.startsWith("max");
  switch (keyword) {
    case "required":
    case "minItems":
      return unanswered(label, hint);
    case "minLength":
    case "maxLength":
      return `The text in "${label}" is too ${tooMuch ? "long" : "short"}: ${length} character${length === 1 ? "" : "s"}, and it takes ${
        tooMuch ? "at most" : "at least"
      } ${params.limit}. ${tooMuch ? "Shorten it" : "Say a little more"}.`;
    case "maxItems":
      return `The list "${label}" has ${[value].flat().length} entries, and it takes at most ${params.limit}. Keep the ones that matter most.`;
    case "minimum":
    case "maximum":
      return `${value} is not possible for the field "${label}": it takes a number of ${tooMuch ? "at most" : "at least"} ${params.limit}.`;
    case "type":
      return `The field "${label}" needs a whole number, not "${value}".`;
    default:
      if (sort === "date")
        return `The field "${label}" needs a date, not "${value}". Write the year first, such as 2018-08-06, or 2018-08 or 2018 if that is all you know.`;
      if (sort === "mail") return `The field "${label}" needs the e-mail address of a role or a team, not "${value}".`;
      return `"${value}" is not one of the words for "${label}". ${hint}`;
  }
}

/**
 * What is wrong with the text of a section or the name of something new, or an empty text. `isNeeded` means that it is required;
 * `all` is the text of all sections.
 *
 * @param {Pick<Settings, "ownWords">} settings
 * @param {string} text
 * @param {Asked} question
 * @param {boolean} [isNeeded]
 * @param {string} [all]
 */
export function mistakeInPassage({ ownWords }, text, { label, hint, sort }, isNeeded, all = text) {
  if (sort === "text" && namesNothing(text)) return "";
  const error = sort === "text" && mistakeInLength(text);
  if (error) return explain(error, { label, hint, sort }, text);
  if (!/[\p{L}\p{N}]/u.test(text)) return text || isNeeded ? unanswered(label, hint) : "";
  if (isTooComplex(text))
    return "This text has more lines, brackets, stars or lists in lists than a page can take. Shorten it.";
  if (models.MERGE.test(text)) return models.TWO_VERSIONS;
  const prose = text.replace(CODE, "");
  const rest = prose.replace(GOOD_LINK, "");
  if (TAG.test(rest)) return NO_HTML;
  if (/^[ \t>]*(`{3}|~{3})/m.test(prose)) return "This code is not closed. Add a line with ``` where it ends.";
  if (prose.includes("!["))
    return "You cannot send a picture with this form. Take it out, and tell us that you have one.";
  if (rest.includes("{:")) return models.ATTRIBUTE;
  if (/\[\s*\]\(/.test(prose))
    return "This link has no words, so no one can see it. Write where it goes between the square brackets.";
  for (const [, inBrackets, , alone] of prose.matchAll(GOOD_LINK)) {
    const error = mistakeInAddress(inBrackets ?? alone);
    if (error) return error;
  }
  if (/\]\(|\bftp:\/\//i.test(rest)) return BAD_LINK;
  for (const [mark] of rest.matchAll(/\[\^[^\]\s]+\]/g)) if (isLost(mark, all)) return LOST_FOOTNOTE;
  if (/\[!/.test(rest.replace(NOTE, "")))
    return 'A note starts with "> [!NOTE]" on a line of its own. Each line of what it says starts with "> " too.';
  if (/\[(?! \]|x\])[^[\]]+\]([[(]| \(\))|^[> \t]*\[[^\]]+\]:/im.test(rest.replace(/\[\^[^\]\s]+\]:?/g, "")))
    return "A link here cannot be read. Write it as [text](https://www.example.org/).";
  return unfit(text, ownWords);
}

/**
 * Whether a footnote such as "[^1]" has no mark in a text, or not exactly one line that says it.
 *
 * @param {string} mark
 * @param {string} text
 */
function isLost(mark, text) {
  const parts = text.toLowerCase().split(mark.toLowerCase());
  const lines = parts.filter((part, index) => index && part[0] === ":" && /(^|\n)[\s>]*$/.test(parts[index - 1]));
  return lines.length !== 1 || parts.length < 3;
}

/**
 * The error if a name is too short or too long for a title.
 *
 * @param {string} text
 * @returns {Failure | undefined}
 */
function mistakeInLength(text) {
  const [least, most] = models.TITLE;
  const { length } = [...text];
  if (length < least) return { keyword: "minLength", params: { limit: least } };
  return length > most ? { keyword: "maxLength", params: { limit: most } } : undefined;
}

/**
 * Whether a section uses more than its share of a page's limits.
 *
 * @param {string} text
 */
function isTooComplex(text) {
  const { MOST_LINES, MOST_SIGNS, TOO_MANY_LISTS } = models;
  return (
    text.split("\n").length > MOST_LINES / 4 ||
    text.split(/[[<`\\]/).length > MOST_SIGNS / 4 ||
    TOO_MANY_LISTS.test(text)
  );
}

/**
 * What is wrong with the address of a link, or an empty text: see macros/lint/rules/address_private.py.
 *
 * @param {string} address
 */
function mistakeInAddress(address) {
  const { MAIL_LINK, PORTS, PRIVATE, SAYS } = models;
  if (/\\|%00/.test(address)) return BAD_LINK;
  if (address.startsWith("mailto:")) return MAIL_LINK.test(address) ? "" : SAYS.noMailbox;
  const [, authority] = address.match(/^https?:\/\/([^/?#]+)/) ?? [];
  if (!authority || !URL.canParse(address)) return SAYS.noWebsite;
  const { hostname, password, port } = new URL(address);
  const host = hostname.replace(/\.$/, "");
  if (/^$|^\.|\.\./.test(host)) return SAYS.noWebsite;
  if (password) return SAYS.password;
  if (authority.includes("@")) return SAYS.user.replace("{}", host);
  if (PRIVATE.test(host)) return SAYS.private.replace("{}", host);
  return !port || PORTS.includes(Number(port)) ? "" : SAYS.port.replace("{}", port);
}

/**
 * What is wrong with any text: template code, what cannot be seen, personal data.
 *
 * @param {string} text
 * @param {string[]} ownWords
 */
function unfit(text, ownWords) {
  const [code] = text.match(models.TEMPLATE) ?? [];
  if (code) return `A record cannot have "${code}" in it. Write it in words.`;
  if (isUnseen(text))
    return "There is a character here that cannot be seen. Type the word that it is in or beside again.";
  return personal(text, ownWords);
}
