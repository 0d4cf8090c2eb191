/**
 * The HTML of Markdown, as the site shows it: GitHub's flavour with its notes. A test holds that it is what the site makes of the
 * same text (tests/unit/test_preview_markdown.py), for which micromark needs help in two places.
 */

import { micromark } from "micromark";
import { list } from "micromark-core-commonmark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** @import { CompileContext, Construct, Event, HtmlExtension, Token } from "micromark-util-types" */

const NOTE = /^(>[ \t]{0,4})\[!(note|tip|important|warning|caution)\][ \t]*(?=\n|$)/i;
// A letter that nobody writes marks the heading that stands for the first line of a note.
const SIGN = "\ue000";
const MARKED = new RegExp(`^>[ \\t]{0,4}# ${SIGN}(\\w+)`);
const CONTAINER = /^(blockQuote|listOrdered|listUnordered|gfmFootnoteDefinition)$/;
const FIRST_OF_LIST = [..."*+-0123456789"].map((sign) => sign.charCodeAt(0));

/**
 * A list as CommonMark has it. Only a list within a paragraph has to begin with 1 and with words. micromark 4.0.3 asks the same of
 * the first list in a quotation or entry that follows a paragraph, and of a list below indented code.
 *
 * @type {Construct}
 */
const anyList = {
  ...list,
  tokenize(effects, ok, nok) {
    const { interrupt } = this;
    if (interrupt && !followsParagraph(this.events)) this.interrupt = false;
    return list.tokenize.call(this, effects, ok, (code) => {
      this.interrupt = interrupt;
      return nok(code);
    });
  },
};
const reading = [
  gfm(),
  { disable: { null: ["emailAutolink"] }, document: Object.fromEntries(FIRST_OF_LIST.map((code) => [code, anyList])) },
];

/**
 * Whether a new block would be in the middle of a paragraph: what was read last is text, and nothing was opened since.
 *
 * @param {Event[]} events
 */
function followsParagraph(events) {
  for (const [what, token] of events.toReversed()) {
    if (token.type === "chunkFlow") return token._tokenizer?.currentConstruct?.name !== "codeIndented";
    if (what === "enter" && CONTAINER.test(token.type)) return false;
  }
  return false;
}

/**
 * What writes the quotations: `opening` gives the HTML that one begins with, from its place in the text.
 *
 * @param {(start: number) => string} opening
 * @returns {HtmlExtension}
 */
function quotations(opening) {
  /** @type {string[]} */
  const open = [];
  return {
    enter: {
      /** @this {CompileContext} @param {Token} token */
      blockQuote(token) {
        const html = opening(token.start.offset);
        open.push(html.slice(1).split(" ")[0].replace(">", ""));
        this.getData("tightStack").push(false);
        this.lineEndingIfNeeded();
        this.tag(html);
      },
    },
    exit: {
      /** @this {CompileContext} */
      blockQuote() {
        this.getData("tightStack").pop();
        this.lineEndingIfNeeded();
        this.tag(`</${open.pop()}>`);
        this.setData("slurpAllLineEndings");
      },
    },
  };
}

/**
 * @param {string} text
 * @param {(start: number) => string} opening
 */
const written = (text, opening) =>
  micromark(text, { extensions: reading, htmlExtensions: [gfmHtml(), quotations(opening)] });

/**
 * HTML with links for the mail addresses in it. micromark misses those beside the signs of emphasis.
 *
 * @param {string} html
 */
function withMailLinks(html) {
  let inside = 0;
  return html.replace(/<(\/?)(a|code)\b[^>]*>|<[^>]*>|[\w.+-]+@[\w-]+(?:\.[\w-]+)*/g, (found, closing, name) => {
    if (name) inside += closing ? -1 : 1;
    const [address] = (!inside && /^[^<]+@[\w-]*\.[\w.-]*(?<=[A-Za-z\d])/.exec(found)) || [""];
    return address ? `<a href="mailto:${address}">${address}</a>${found.slice(address.length)}` : found;
  });
}

/**
 * The text with a heading in place of the first line of each note, so that what follows is not read as part of that line.
 *
 * @param {string} text
 */
function withMarkedNotes(text) {
  let made = "";
  let from = 0;
  written(text, (start) => {
    const [all, before, kind] = NOTE.exec(text.slice(start)) ?? [];
    if (all) {
      made += `${text.slice(from, start)}${before}# ${SIGN}${kind.toLowerCase()}`;
      from = start + all.length;
    }
    return "<blockquote>";
  });
  return made + text.slice(from);
}

/**
 * The HTML of a text. HTML in the text is escaped, and addresses that are not of the web or of mail are left out.
 *
 * @param {string} text
 */
export function markdownHtml(text) {
  const marked = text.includes("[!") ? withMarkedNotes(text.replaceAll(SIGN, "")) : text;
  return withMailLinks(
    written(marked, (start) => {
      const kind = MARKED.exec(marked.slice(start))?.[1];
      return kind ? `<div class="markdown-alert markdown-alert-${kind}">` : "<blockquote>";
    }),
  )
    .replace(
      new RegExp(`<h1>${SIGN}(\\w)(\\w+)</h1>`, "g"),
      (_, first, rest) => `<p class="markdown-alert-title">${first.toUpperCase()}${rest}</p>`,
    )
    .replace(/<input type="checkbox" disabled=""( checked="")? *\/>/g, (_, isDone) =>
      isDone
        ? '<span class="kb-task kb-task--done"><span class="kb-hidden">Done:</span></span>'
        : '<span class="kb-task"><span class="kb-hidden">To do:</span></span>',
    );
}

/**
 * Show a text in a box.
 *
 * @param {HTMLElement} box
 * @param {string} text
 */
export function showMarkdown(box, text) {
  const { body } = new DOMParser().parseFromString(markdownHtml(text), "text/html");
  // Several boxes may have notes of the same number, and the page of a record has no heading above them.
  body.querySelector("#footnote-label")?.remove();
  for (const one of body.querySelectorAll("[id]")) one.removeAttribute("id");
  for (const link of body.querySelectorAll("a")) {
    if (link.getAttribute("href")?.startsWith("#")) link.removeAttribute("href");
    else Object.assign(link, { target: "_blank", rel: "noopener" });
  }
  box.className = "";
  box.replaceChildren(...body.childNodes);
}
