/** Walks through the XML of a Word file, and misses no word of what is accepted: see macros/minutes/walk.py. */

import {
  AROUND,
  BOX,
  BREAKS,
  DROPPED,
  LINK,
  MOST_COLUMNS,
  MOST_LEVELS,
  NO,
  PICTURES,
  PROMPTS,
  SIGNS,
  YES,
} from "python:walk";

import { Cell, Paragraph, Table } from "./blocks.js";
import { child, children, isOn, value } from "./elements.js";
import { withoutIdleBold } from "./emphasis.js";
import { cells, numberOf, rows } from "./grid.js";
import { Refused, said } from "./messages.js";
import { Styles } from "./styles.js";
import { folded } from "./text.js";

/** @import { Package, Part } from "./archive.js" */
/** @import { Aside, Block, WordFile, Words } from "./blocks.js" */
/** @import { Element } from "./xml.js" */

/** @type {Words} */
const PLAIN = { text: "", bold: false, italic: false, struck: false, underlined: false, target: "" };

/**
 * What stands in a file.
 *
 * @param {Package} file
 * @returns {WordFile}
 */
export function read(file) {
  const styles = new Styles(file);
  /** @type {Map<string, string>} */
  const notes = new Map();
  for (const { kind, part } of file.others)
    if (kind === "footnotes" || kind === "endnotes")
      for (const note of part.root.children)
        if (["", "normal"].includes(value(note, "type")))
          notes.set(`${kind.slice(0, -1)} ${value(note, "id")}`, textOf(new Walk(part, styles).blocks(note)));
  const main = new Walk(file.main, styles, notes);
  const blocks = withoutIdleBold(main.blocks(child(file.main.root, "body") ?? file.main.root));
  const asides = file.others.flatMap(({ kind, part }) => asidesOf(kind, part, styles));
  const told = new Map(asides.filter(({ text }) => text).map((one) => [`${one.where}\n${one.text}`, one]));
  return { blocks, asides: [...told.values()], unread: main.unread, saved: file.saved };
}

/**
 * @param {string} kind
 * @param {Part} part
 * @param {Styles} styles
 * @returns {Aside[]}
 */
function asidesOf(kind, part, styles) {
  const text = (/** @type {Element} */ one) => textOf(new Walk(part, styles).blocks(one));
  if (kind === "comments") return part.root.children.map((one) => ({ where: said("comment"), text: text(one) }));
  if (kind !== "header" && kind !== "footer") return [];
  return [{ where: said(kind === "header" ? "top" : "foot"), text: text(part.root) }];
}

/** @param {Block[]} blocks */
const textOf = (blocks) => new Cell(blocks).text;

/** A walk through one part. */
class Walk {
  /**
   * @param {Part} part
   * @param {Styles} styles
   * @param {Map<string, string>} notes
   */
  constructor(part, styles, notes = new Map()) {
    this.part = part;
    this.styles = styles;
    this.notes = notes;
    /** @type {{ code: string, target: string }[]} Fields whose end was not seen yet. */
    this.fields = [];
    /** @type {Words[]} What is left of a paragraph whose end was deleted. */
    this.begun = [];
    /** @type {Element[]} The text boxes of the paragraph at hand. */
    this.boxes = [];
    this.depth = 0;
    /** @type {string[]} */
    this.unread = [];
  }

  /**
   * @param {Element} container
   * @returns {Block[]}
   */
  blocks(container) {
    const found = container.children.flatMap((one) => this.block(one));
    if (this.begun.length) {
      found.push(new Paragraph(this.begun));
      this.begun = [];
    }
    return found;
  }

  /**
   * @param {Element} element
   * @returns {Block[]}
   */
  block(element) {
    switch (element.name) {
      case "p":
        return this.paragraph(element);
      case "tbl":
        return this.table(element);
      case "AlternateContent":
        return this.blocks(branch(element));
      case "altChunk":
        this.unread.push(said("unread-part"));
        return [];
      case "txbxContent":
        return this.blocks(element);
      default:
        return AROUND.includes(element.name) ? this.blocks(element) : [];
    }
  }

  /**
   * @param {Element} element
   * @returns {Block[]}
   */
  paragraph(element) {
    const words = [...this.begun, ...joined(this.words(element, PLAIN))];
    this.begun = [];
    const boxes = this.boxes;
    this.boxes = [];
    /** @type {Block[]} */
    const found = [];
    if (child(child(child(element, "pPr"), "rPr"), "del")) this.begun = words;
    else found.push(new Paragraph(words, this.styles.heading(element), this.styles.entry(element)));
    return [...found, ...boxes.flatMap((box) => this.blocks(box))];
  }

  /**
   * @param {Element} element
   * @param {Words} look
   * @returns {Words[]}
   */
  words(element, look) {
    return element.children.flatMap((one) => this.inside(one, look));
  }

  /**
   * The words of one element in a paragraph.
   *
   * @param {Element} one
   * @param {Words} look
   * @returns {Words[]}
   */
  inside(one, look) {
    const { name } = one;
    switch (name) {
      case "r":
        return this.words(one, this.look(one, look));
      case "t":
        return [this.written(PROMPTS.includes(one.text) ? "" : one.text, look)];
      case "tab":
      case "ptab":
        return [this.written("\t", look)];
      case "noBreakHyphen":
        return [this.written("-", look)];
      case "sym":
        return [this.written(SIGNS[value(one, "char").toUpperCase().slice(-2)] ?? "", look)];
      case "footnoteReference":
      case "endnoteReference": {
        const note = this.notes.get(`${name.replace("Reference", "")} ${value(one, "id")}`);
        return [this.written(note ? ` (${note})` : "", look)];
      }
      case "fldChar":
        return this.field(one, look);
      case "instrText":
        if (this.fields.length) this.fields[this.fields.length - 1].code += one.text;
        return [];
      case "AlternateContent":
        return this.words(branch(one), look);
      case "sdt":
        return this.control(one, look);
      case "hyperlink":
        return this.words(one, { ...look, target: this.target(one) });
      case "fldSimple":
        return this.words(one, { ...look, target: targetOf(value(one, "instr")) || look.target });
    }
    if (BREAKS.includes(name))
      return [this.written(["", "textWrapping"].includes(value(one, "type")) ? "\n" : " ", look)];
    if (PICTURES.includes(name)) this.picture(one);
    return PICTURES.includes(name) || DROPPED.includes(name) ? [] : this.words(one, look);
  }

  /**
   * @param {Element} run
   * @param {Words} look
   * @returns {Words}
   */
  look(run, look) {
    const properties = child(run, "rPr");
    if (!properties) return look;
    const isSet = (/** @type {string} */ name) => this.styles.isSet(properties, name);
    const struck = isSet("strike") || isSet("dstrike");
    return { ...look, bold: isSet("b"), italic: isSet("i"), struck, underlined: isSet("u") };
  }

  /**
   * @param {string} text
   * @param {Words} look
   * @returns {Words}
   */
  written(text, look) {
    return { ...look, text, target: this.fields.findLast((one) => one.target)?.target ?? look.target };
  }

  /**
   * @param {Element} mark
   * @param {Words} look
   * @returns {Words[]}
   */
  field(mark, look) {
    const kind = value(mark, "fldCharType");
    if (kind === "begin") {
      this.fields.push({ code: "", target: "" });
      const data = child(mark, "ffData");
      const entries = child(data, "ddList");
      if (entries) return [this.written(chosen(entries), look)];
      const box = child(data, "checkBox");
      const state = child(box, "checked") ?? child(box, "default");
      return box ? [this.written(state && isOn(state) ? YES : NO, look)] : [];
    }
    const field = this.fields[this.fields.length - 1];
    if (kind === "separate" && field) field.target = targetOf(field.code);
    if (kind === "end") this.fields.pop();
    return [];
  }

  /**
   * The words of a content control. What is ticked is known from its state, whatever stands there.
   *
   * @param {Element} control
   * @param {Words} look
   * @returns {Words[]}
   */
  control(control, look) {
    const box = child(child(control, "sdtPr"), "checkbox");
    const content = child(control, "sdtContent");
    const words = content ? this.words(content, look) : [];
    if (!box) return words;
    const state = child(box, "checked");
    const sign = state && isOn(state) ? YES : NO;
    const text = words.map((one) => one.text).join("");
    return [this.written(BOX.test(text) ? text.replace(BOX, sign) : `${sign} ${text}`, look)];
  }

  /** @param {Element} link */
  target(link) {
    const target = this.part.links.get(value(link, "id")) ?? "";
    const anchor = value(link, "anchor");
    return target && anchor ? `${target}#${anchor}` : target;
  }

  /** @param {Element} picture */
  picture(picture) {
    const all = [...picture.all()];
    const boxes = all.filter((one) => one.name === "txbxContent");
    const inner = new Set(boxes.flatMap((one) => [...one.all()].slice(1)));
    this.boxes.push(...boxes.filter((one) => !inner.has(one)));
    if (boxes.length) return;
    const words = folded(
      value(
        all.find((one) => one.name === "docPr"),
        "descr",
      ),
    );
    this.unread.push(words ? said("unread-described", { words }) : said("unread-picture"));
  }

  /**
   * @param {Element} element
   * @returns {Block[]}
   */
  table(element) {
    this.depth += 1;
    if (this.depth > MOST_LEVELS) throw new Refused(said("nested"));
    /** @type {Cell[][]} */
    const found = [];
    for (const row of rows(element))
      if (!child(child(row, "trPr"), "del")) found.push(this.row(row, found[found.length - 1] ?? []));
    this.depth -= 1;
    if (!found.length) return [];
    const width = Math.max(...found.map((row) => row.length));
    return [new Table(found.map((row) => [...row, ...blank(width - row.length)]))];
  }

  /**
   * The cells of a row by the columns of the table, so that one merged with others stands in the first of them.
   *
   * @param {Element} row
   * @param {Cell[]} above
   */
  row(row, above) {
    const made = blank(numberOf(child(child(row, "trPr"), "gridBefore"), 0));
    for (const one of cells(row)) {
      const properties = child(one, "tcPr");
      if (child(properties, "cellDel")) continue;
      const merged = child(properties, "vMerge");
      const own = new Cell(this.blocks(one));
      const isRepeated = merged && value(merged) !== "restart" && !own.text && made.length < above.length;
      made.push(isRepeated ? new Cell(above[made.length].blocks, true) : own);
      made.push(...blank(numberOf(child(properties, "gridSpan"), 1) - 1));
    }
    return made.slice(0, MOST_COLUMNS);
  }
}

/** @param {number} number */
const blank = (number) => Array.from({ length: Math.max(number, 0) }, () => new Cell([]));

/**
 * The one of several forms of the same thing that has words, the newest first.
 *
 * @param {Element} alternatives
 */
function branch(alternatives) {
  const branches = alternatives.children.filter((one) => one.name === "Choice" || one.name === "Fallback");
  return branches.find((one) => [...one.all()].some((below) => below.name === "t")) ?? branches[0] ?? alternatives;
}

/**
 * What Word shows of a list to choose from: the entry that was chosen, or that it started with, or the first.
 *
 * @param {Element} entries
 */
function chosen(entries) {
  const at = value(child(entries, "result")) || value(child(entries, "default")) || "0";
  const found = children(entries, "listEntry").find((_, number) => `${number}` === at);
  return value(found);
}

/**
 * What the code of a field links to; empty if it is no link, or one within the file.
 *
 * @param {string} code
 */
function targetOf(code) {
  const [, quoted, bare, part] = LINK.exec(code) ?? [];
  const target = quoted || bare || "";
  return target && part ? `${target}#${part}` : target;
}

/**
 * Words that look alike as one: Word cuts a sentence into many.
 *
 * @param {Words[]} words
 */
function joined(words) {
  /** @type {Words[]} */
  const made = [];
  for (const one of words) {
    const before = made[made.length - 1];
    if (before && one.text && isAlike(before, one)) made[made.length - 1] = { ...before, text: before.text + one.text };
    else if (one.text) made.push(one);
  }
  return made;
}

/**
 * @param {Words} one
 * @param {Words} other
 */
const isAlike = (one, other) =>
  /** @type {(keyof Words)[]} */ (["bold", "italic", "struck", "underlined", "target"]).every(
    (name) => one[name] === other[name],
  );
