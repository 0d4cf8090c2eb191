/** Adds the words that a reader has selected to the links that report a problem on the page. */

// An address can only be so long, and so much shows which place is meant.
const LONGEST = 500;

// What was selected last: a tap on a phone clears the selection before it reaches the link. What people write in a form is their own.
let latest = "";
document.addEventListener("selectionchange", () => {
  if (document.activeElement?.matches("input, textarea")) return;
  latest = String(getSelection()).trim() || latest;
});

/** @param {string} words */
const quoted = (words) => words.slice(0, LONGEST).replace(/^/gm, "> ");

/** @type {NodeListOf<HTMLAnchorElement>} */
const links = document.querySelectorAll("a[data-report]");
for (const link of links) {
  const [before, body = ""] = link.href.split("&body=");
  const add = () => {
    // The event for the latest selection may still be to come.
    const words = String(getSelection()).trim() || latest;
    const passage = words && `${quoted(words)}\n\n`;
    const said = decodeURIComponent(body).replace("\n\n", () => `\n\n${passage}`);
    link.href = `${before}&body=${encodeURIComponent(said.replaceAll("\n", "\r\n"))}`;
  };
  link.addEventListener("pointerdown", add);
  link.addEventListener("focus", add);
}
