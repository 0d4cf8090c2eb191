/** A rough preview of the page. Answers are inserted as text, never as HTML. */

/**
 * @param {string} name
 * @param {string} classes
 * @param {(Node | string)[]} children
 */
function element(name, classes, ...children) {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  made.append(...children);
  return made;
}

/**
 * Show the answers so far. `shown` has the labels of questions with the words of their answers.
 *
 * @param {Element} box
 * @param {{
 *   title?: string,
 *   summary?: string,
 *   stage?: { value: string, label: string },
 *   shown: import("./types").Pairs,
 *   sections: import("./types").Pairs,
 * }} answers
 */
export function preview(box, { title, summary, stage, shown, sections }) {
  const made = [];
  if (stage) made.push(element("p", "kb-kind", element("span", `kb-badge kb-badge--${stage.value}`, stage.label)));
  if (title) made.push(element("h3", "", title));
  if (summary) made.push(element("p", "kb-lead", summary));
  const facts = shown.map(([label, words]) => element("div", "", element("dt", "", label), element("dd", "", words)));
  if (facts.length) made.push(element("dl", "kb-facts", ...facts));
  for (const [heading, text] of sections) made.push(element("h4", "", heading), ...blocks(text));
  if (!made.length) made.push(element("p", "kb-empty", "What you write appears here."));
  box.replaceChildren(...made);
}

/**
 * The paragraphs and lists of a text. Indented lines belong to the entry above them.
 *
 * @param {string} text
 * @returns {HTMLElement[]}
 */
function blocks(text) {
  return text
    .replace(/\\#/g, "#")
    .split(/\n\s*\n(?! {4}|\t)/)
    .filter((block) => block.trim())
    .map((block) => {
      const items = block.split(/^(?:[-*+]|\d+[.)]) +/m);
      if (items.length < 2 || items[0].trim()) return element("p", "", block);
      return element(/^\d/.test(block) ? "ol" : "ul", "", ...items.slice(1).map(entry));
    });
}

/**
 * A list item with the lists inside it.
 *
 * @param {string} text
 */
function entry(text) {
  const [words, ...inner] = text.split(/\n(?=(?: {4}|\t)(?:[-*+]|\d+[.)]) )/);
  return element("li", "", words.trim(), ...blocks(inner.join("\n").replace(/^(?: {4}|\t)/gm, "")));
}
