/** The ways to send what was written: addresses that have it in them. */

// What GitHub takes of an address is 8,191 bytes. The rest is for what its sign-in adds in a way of its own.
const LONGEST = 8000;

/**
 * The address with these questions, or nothing if it would be too long once it has been through the sign-in.
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
 * Where a new file starts with this text in it.
 *
 * @param {string} folder
 * @param {string} filename
 * @param {string} value
 */
export const newFile = (folder, filename, value) => address(folder, { filename, value });

/**
 * Where the form for issues is filled in with these answers: pairs of the name of a question and words.
 *
 * @param {string} issues
 * @param {string[][]} answers
 */
export const newIssue = (issues, answers) => address(issues, answers);

/**
 * An e-mail with this text in it. Mail programs want the line ends of the telegraph.
 *
 * @param {string} to
 * @param {string} subject
 * @param {string} text
 */
export function mail(to, subject, text) {
  const body = encodeURIComponent(text.replaceAll("\n", "\r\n"));
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${body}`;
}
