/**
 * The HTML of Markdown, as the site shows it: GitHub's flavour with its notes. A test compares it with what the site makes of
 * thousands of texts (tests/browser/test_preview.py).
 */

import { micromark } from "micromark";
import { gfmHtml } from "micromark-extension-gfm";

import { githubFlavour } from "./github_flavour.js";

/** @import { CompileContext, HtmlExtension, Token } from "micromark-util-types" */

const NOTE = /^(>[ \t]{0,4})\[!(note|tip|important|warning|caution)\][ \t]*(?=\n|$)/i;
// A character that no one writes. It marks the heading that stands for the first line of a note, and what a backslash stood before.
const SIGN = "\ue000";
const MARKED = new RegExp(`^>[ \\t]{0,4}# ${SIGN}(\\w+)`);
const LEFT_SIGNS = new RegExp(`${SIGN}|${encodeURI(SIGN)}`, "g");
// micromark finds no box with nothing after it.
const BOX = /<input type="checkbox" disabled=""( checked="")? *\/> ?|(?<=<li>(?:\n<p>)?)\[([ x])\](?=\n|<\/)/gi;

/**
 * What writes quotations, and marks what a backslash stood before. `opening` gives the HTML that one begins with, from its place in the text.
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
      /** @this {CompileContext} @param {Token} token */
      characterEscapeValue(token) {
        this.raw(this.encode(this.sliceSerialize(token) + SIGN));
      },
    },
  };
}

/**
 * @param {string} text
 * @param {(start: number) => string} opening
 */
const written = (text, opening) =>
  micromark(text, { extensions: githubFlavour, htmlExtensions: [gfmHtml(), quotations(opening)] });

/**
 * HTML with links for the mail addresses in it. micromark misses those beside the signs of emphasis.
 *
 * @param {string} html
 */
function withMailLinks(html) {
  let inside = 0;
  return html.replace(/<(\/?)(a|code)\b[^>]*>|<[^>]*>|[^<\n\ue000]+/g, (found, closing, name) => {
    if (name) inside += closing ? -1 : 1;
    return inside || found.startsWith("<") ? found : withMailLinksInWords(found);
  });
}

/**
 * Words with links for the mail addresses in them. The page has none after an open square bracket.
 *
 * @param {string} words
 */
function withMailLinksInWords(words) {
  let open = 0;
  return words.replace(
    /[[\]]|(mailto:)?([\w.+-]+@[\w-]*\.[\w.-]*?)(\.*)(?![\w.-])/g,
    (found, scheme, address, dots) => {
      if (found === "[") open++;
      if (found === "]") open--;
      const isLink = open <= 0 && /[A-Za-z\d]$/.test(address ?? "");
      return isLink ? `<a href="mailto:${address}">${scheme ?? ""}${address}</a>${dots}` : found;
    },
  );
}

/**
 * The text with a heading in place of the first line of each note, so that what follows is not read as part of that line.
 *
 * @param {string} text
 * @returns {string}
 */
function withMarkedNotes(text) {
  let made = "";
  let from = 0;
  if (text.includes("[!"))
    written(text, (start) => {
      const [all, before, kind] = NOTE.exec(text.slice(start)) ?? [];
      if (all) {
        made += `${text.slice(from, start)}${before}# ${SIGN}${kind.toLowerCase()}`;
        from = start + all.length;
      }
      return "<blockquote>";
    });
  // What is below the mark of a note is read otherwise then, and there may be another in it.
  return from ? withMarkedNotes(made + text.slice(from)) : text;
}

/**
 * The HTML of a text. HTML in the text is escaped, and addresses that are not of the web or of mail are left out.
 *
 * @param {string} text
 */
export function markdownHtml(text) {
  const marked = withMarkedNotes(text.replaceAll(SIGN, ""));
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
    .replace(BOX, (_, isDone, sign) =>
      isDone || sign?.toLowerCase() === "x"
        ? '<span class="kb-task kb-task--done"><span class="kb-hidden">Done:</span></span> '
        : '<span class="kb-task"><span class="kb-hidden">To do:</span></span> ',
    )
    .replace(LEFT_SIGNS, "");
}

/**
 * Show a text in a box.
 *
 * @param {HTMLElement} box
 * @param {string} text
 */
export function showMarkdown(box, text) {
  const { body } = new DOMParser().parseFromString(markdownHtml(text), "text/html");
  // The page has no heading above its notes, and nothing of it may have the same name as a part of the form.
  body.querySelector("#footnote-label")?.remove();
  // Those of the sections and of the answers are below the title of the preview.
  for (const one of body.querySelectorAll("h2, h3")) {
    const heading = document.createElement(one.localName === "h2" ? "h4" : "h5");
    heading.append(...one.childNodes);
    one.replaceWith(heading);
  }
  for (const one of body.querySelectorAll("[id], [aria-describedby]")) {
    one.removeAttribute("id");
    one.removeAttribute("aria-describedby");
  }
  for (const one of body.querySelectorAll(".kb-task")) one.closest("li")?.classList.add("task-list-item");
  for (const one of body.querySelectorAll("[align]")) {
    one.className = `kb-${one.getAttribute("align")}`;
    one.removeAttribute("align");
  }
  for (const one of body.querySelectorAll("sup")) one.className = "footnote-ref";
  for (const link of body.querySelectorAll("a")) {
    link.removeAttribute("aria-label");
    if (link.getAttribute("href")?.startsWith("#")) link.removeAttribute("href");
    else Object.assign(link, { target: "_blank", rel: "noopener" });
  }
  box.replaceChildren(...body.childNodes);
}
