/** The ways to send a proposal: addresses that contain it. */

// GitHub accepts addresses of up to 8,191 bytes. This leaves room for what its sign-in adds.
const LONGEST = 8000;
// Windows hands a mail program at most 2,046 characters of an address. With one more, nothing opens, and nothing says why.
const LONGEST_MAIL = 2000;

/**
 * The address with these parameters, or an empty text if it would be too long after the sign-in.
 *
 * @param {string} base
 * @param {Record<string, string> | string[][]} pairs
 */
function address(base, pairs) {
  const made = `${base}?${new URLSearchParams(pairs)}`;
  const afterSignIn = new URL("/login?return_to=", base).href + encodeURIComponent(made);
  return afterSignIn.length < LONGEST ? made : "";
}

/**
 * The address of a new file with this text.
 *
 * @param {string} folder
 * @param {string} filename
 * @param {string} value
 */
export const newFile = (folder, filename, value) => address(folder, { filename, value });

/**
 * The address of the issue form with these answers: pairs of question and words.
 *
 * @param {string} issues
 * @param {string[][]} answers
 */
export const newIssue = (issues, answers) => address(issues, answers);

/**
 * An e-mail with this text, or an empty text if it would be too long. Mail programs need CRLF line ends.
 *
 * @param {string} to
 * @param {string} subject
 * @param {string} text
 */
export function mail(to, subject, text) {
  const body = encodeURIComponent(text.replaceAll("\n", "\r\n"));
  const made = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${body}`;
  return made.length < LONGEST_MAIL ? made : "";
}
