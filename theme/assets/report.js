/** Adds the words that a reader has selected to the links that report a problem on the page. */

// An address can only be so long, and so much shows which place is meant.
const LONGEST = 500;

/** @param {string} words */
const quoted = (words) => words.slice(0, LONGEST).replace(/^/gm, "> ");

/** @type {NodeListOf<HTMLAnchorElement>} */
const links = document.querySelectorAll("a[data-report]");
for (const link of links) {
  const [before, body = ""] = link.href.split("&body=");
  const add = (/** @type {Event} */ { type }) => {
    const words = String(getSelection()).trim();
    // The pointer clears the selection before it selects the link.
    if (!words && type !== "pointerdown") return;
    const passage = words && `${quoted(words)}\n\n`;
    const said = decodeURIComponent(body).replace("\n\n", () => `\n\n${passage}`);
    link.href = `${before}&body=${encodeURIComponent(said.replaceAll("\n", "\r\n"))}`;
  };
  link.addEventListener("pointerdown", add);
  link.addEventListener("focus", add);
}
