/** What the styles and lists of a Word file say of a paragraph: see macros/minutes/styles.py. */

import { HEADING, LEVELS, MOST_BASES, NO_SIGN, TITLE } from "python:styles";

import { child, children, isOn, value } from "./elements.js";

/** @import { Package } from "./archive.js" */
/** @import { Entry } from "./blocks.js" */
/** @import { Element } from "./xml.js" */

const NUMBER = /^[0-9]+$/;

export class Styles {
  /** @param {Package} file */
  constructor({ others }) {
    const root = (/** @type {string} */ kind) => others.find((one) => one.kind === kind)?.part.root;
    this.styles = new Map(children(root("styles"), "style").map((one) => [value(one, "styleId"), one]));
    const numbering = root("numbering");
    const kinds = new Map(children(numbering, "abstractNum").map((one) => [value(one, "abstractNumId"), one]));
    /** @type {Map<string, Map<string, string>>} The sign of each level, by list. */
    this.lists = new Map();
    for (const one of children(numbering, "num")) {
      const kind = kinds.get(value(child(one, "abstractNumId")));
      const signs = children(kind, "lvl").map(
        (level) => /** @type {[string, string]} */ ([value(level, "ilvl"), value(child(level, "numFmt"))]),
      );
      if (kind) this.lists.set(value(one, "numId"), new Map(signs));
    }
  }

  /**
   * The level of a heading, from 1; 0 if it is none.
   *
   * @param {Element} paragraph
   */
  heading(paragraph) {
    const properties = child(paragraph, "pPr");
    const own = levelOf(child(properties, "outlineLvl"));
    if (own) return own;
    for (const style of this.chain(properties)) {
      const name = value(child(style, "name")).toLowerCase();
      if (TITLE.includes(name)) return 1;
      if (name.startsWith(HEADING) && NUMBER.test(name.slice(HEADING.length)))
        return Number(name.slice(HEADING.length));
      const level = levelOf(child(child(style, "pPr"), "outlineLvl"));
      if (level) return level;
    }
    return 0;
  }

  /**
   * The place in a list; null if it is in none.
   *
   * @param {Element} paragraph
   * @returns {Entry | null}
   */
  entry(paragraph) {
    const properties = child(paragraph, "pPr");
    let level = "";
    for (const one of [properties, ...this.chain(properties).map((style) => child(style, "pPr"))]) {
      const numbers = child(one, "numPr");
      if (!numbers) continue;
      level ||= value(child(numbers, "ilvl"));
      const list = value(child(numbers, "numId"));
      if (list === "0") return null;
      if (list) {
        const at = NUMBER.test(level) ? level : "0";
        const sign = this.lists.get(list)?.get(at) ?? "bullet";
        return { level: Math.min(Number(at), LEVELS - 1), isNumbered: !NO_SIGN.includes(sign) };
      }
    }
    return null;
  }

  /**
   * Whether a run, or its style, is set to be bold, italic or the like.
   *
   * @param {Element} properties
   * @param {string} name
   */
  isSet(properties, name) {
    const own = child(properties, name);
    if (own) return isOn(own);
    const style = this.styles.get(value(child(properties, "rStyle")));
    const ofStyle = child(child(style, "rPr"), name);
    return ofStyle !== undefined && isOn(ofStyle);
  }

  /**
   * The style of a paragraph, and those it is based on.
   *
   * @param {Element | undefined} properties
   */
  chain(properties) {
    const found = [];
    let style = this.styles.get(value(child(properties, "pStyle")));
    while (style && found.length < MOST_BASES) {
      found.push(style);
      style = this.styles.get(value(child(style, "basedOn")));
    }
    return found;
  }
}

/**
 * The level of a heading that an outline sets, from 1; 0 for other text.
 *
 * @param {Element | undefined} outline
 */
function levelOf(outline) {
  const text = value(outline);
  return NUMBER.test(text) && Number(text) < LEVELS ? Number(text) + 1 : 0;
}
