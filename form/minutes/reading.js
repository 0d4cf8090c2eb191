/** Finds in a file of minutes what belongs in the fields of a record; all else stays notes: see macros/minutes/reading.py. */

import { DAY } from "python:dates";
import {
  AGENDA,
  ENDS_THEM,
  LABEL,
  LONGEST_NAME,
  MARKED_LEVEL,
  NUMBERED,
  OF_ENTRIES,
  OPEN_ACTIONS,
  PAGE,
  PAGE_NUMBER,
  SUMMARY,
  TIME,
  TIMES,
  WITH_CONTENT,
} from "python:reading";

import { alike } from "../record.js";
import { Table } from "./blocks.js";
import { decide, takeActions, takeDecision } from "./entries.js";
import { agendaOf, isOwn, withoutAgenda } from "./form.js";
import { Found } from "./found.js";
import { headingLevel } from "./headings.js";
import {
  actionLine,
  decisionLine,
  decisionSentence,
  isAboutActions,
  labelled,
  labelledLines,
  linesOf,
} from "./inline.js";
import { starts, whole } from "./match.js";
import { hasEntries, took } from "./named_tables.js";
import { readOpening } from "./opening.js";
import { areNames, isLayout, labels } from "./tables.js";
import { folded, length } from "./text.js";
import { typedEntry, withoutSign } from "./typed.js";
import { isOfAnother, plain, section } from "./vocabulary.js";

/** @import { Block, Cell, Paragraph, WordFile } from "./blocks.js" */
/** @import { Section } from "./vocabulary.js" */

/**
 * What is found in a file.
 *
 * @param {WordFile} file
 */
export function foundIn({ blocks, asides }) {
  const reader = new Reader(withoutAgenda(blocks));
  const { found } = reader;
  found.agenda = agendaOf(blocks);
  reader.read();
  for (const one of asides)
    if (whole(PAGE_NUMBER, one.text)) found.own.push(one.text);
    else found.asides.push(one);
  return found;
}

class Reader {
  found = new Found();
  /** @type {Section | null} The part of minutes at hand, the level of its heading, and whether that is only a line of its own. */
  within = null;
  level = 0;
  isLine = false;
  // How much stands in it already.
  spoken = 0;
  heading = "";
  // Whether the last paragraph was an entry of a list, and whether there was a gap since.
  isList = false;
  hasGap = false;
  isDate = false;
  hasNames = false;
  // The paragraph before the block at hand, and what follows it.
  before = "";
  /** @type {Block[]} */
  following = [];
  // Whether a table says what the part at hand has, and whether its heading is in the notes.
  hasTable = false;
  isNoted = false;

  /** @param {Block[]} blocks */
  constructor(blocks) {
    this.blocks = blocks;
  }

  read() {
    readOpening(this.blocks, this.found);
    this.all(this.blocks);
  }

  /** @param {Block[]} blocks */
  all(blocks) {
    for (const [index, block] of blocks.entries()) {
      this.following = blocks.slice(index + 1);
      this.block(block);
      if (block instanceof Table) this.before = "";
      else if (block.text) this.before = block.text;
    }
  }

  get isOfPeople() {
    return this.within === "present" || this.within === "absent" ? this.within : null;
  }

  get isOfEntries() {
    return OF_ENTRIES.includes(this.within);
  }

  /** @param {Block} block */
  block(block) {
    if (block instanceof Table) {
      this.table(block);
      return;
    }
    const { text } = block;
    const level = headingLevel(block);
    if (this.isDate && text) {
      this.isDate = false;
      this.found.dates.push(text);
    } else if (isOwn(text)) this.found.own.push(text);
    else if (!text) {
      this.hasGap = true;
      // A line alone is the heading of what follows it without a gap.
      if (this.isLine && this.spoken) this.leave();
    } else if (level) this.start(block, level);
    else {
      this.paragraph(block);
      this.hasGap = false;
    }
  }

  /**
   * @param {Paragraph} heading
   * @param {number} level
   */
  start(heading, level) {
    const text = folded(heading.text);
    const part = section(text);
    this.isLine = !heading.heading && !heading.isMarked;
    // An item of our agenda: what was said of these is no list of actions.
    const isOpen = this.found.agenda.length && alike(text) === alike(OPEN_ACTIONS);
    // Nor are the tasks that are all of an agenda.
    const isItem = isOpen || (part === "actions" && plain(this.before) === AGENDA);
    if (part && WITH_CONTENT.includes(part) && !isItem) {
      Object.assign(this, { within: part, level, spoken: 0, heading: text, hasNames: false });
      Object.assign(this, { hasTable: hasEntries(part, this.following), isNoted: false });
      this.found.own.push(text);
      return;
    }
    const people = this.isOfPeople;
    if (people && !this.spoken && text.includes(",")) {
      // Names that look like a heading.
      this.attendance(people, text);
      this.spoken += 1;
      return;
    }
    const line = labelled(text);
    if (line?.rest) {
      this.labelled(line.section, line.label, line.rest, [heading]);
      return;
    }
    if (this.isOfEntries && heading.heading && level > this.level) {
      // A heading inside the part, such as that of a service.
      this.heading = text;
      return;
    }
    this.leave();
    this.heading = text;
    this.found.notes.push({ heading: text, level, blocks: [], taken: [], isMarked: !heading.heading });
  }

  leave() {
    Object.assign(this, { within: null, level: 0, isLine: false, spoken: 0 });
  }

  /** @param {Paragraph} block */
  paragraph(block) {
    const { text } = block;
    const lines = linesOf(text);
    const known = labelled(lines[0]);
    if (known && (!this.isOfEntries || starts(ENDS_THEM, known.label))) {
      if (this.isLine || this.isOfEntries) this.leave();
      for (const line of labelledLines(lines)) this.labelled(line.section, line.label, line.rest, [block]);
      return;
    }
    if (this.isLine && starts(NUMBERED, text) && !block.entry && this.spoken) this.leave();
    const people = this.isOfPeople;
    if (people && this.mayBeNames(block)) this.attendance(people, text);
    else if (this.within === "decisions" && !text.endsWith(":") && !this.hasTable)
      takeDecision(this.found, this.within, text, block);
    else if (this.within === "actions" && !this.isBesideActions(block)) takeActions(this.found, this.within, block);
    else {
      const isNext = this.isLine && this.spoken && text.endsWith(":");
      if (people || isNext || this.isAfterList(block)) this.leave();
      this.note(block);
    }
    this.spoken += 1;
    this.isList = typedEntry(block) !== null;
  }

  /**
   * Whether a paragraph below a heading for actions is none: it is about them, or stands beside their table or below their list.
   *
   * @param {Paragraph} block
   */
  isBesideActions(block) {
    return this.hasTable || isAboutActions(block.text) || this.isAfterList(block);
  }

  /**
   * Whether a paragraph may be the names of who was there. A label is none, unless it is that of the role before a name.
   *
   * @param {Paragraph} block
   */
  mayBeNames({ text, entry }) {
    if (text.endsWith(":") || starts(TIME, text) || (this.hasNames && starts(LABEL, text))) return false;
    return length(text) <= LONGEST_NAME || text.split(",").length > 2 || entry !== null;
  }

  /**
   * Whether a paragraph comes after a list and a gap, so that it is no part of that.
   *
   * @param {Paragraph} block
   */
  isAfterList(block) {
    return this.isList && this.hasGap && !typedEntry(block);
  }

  /**
   * @param {Section} part
   * @param {string} label
   * @param {string} rest
   * @param {Block[]} blocks
   */
  labelled(part, label, rest, blocks) {
    if (part === "present" || part === "absent") {
      this.leave();
      if (rest) this.attendance(part, rest);
      // The names may stand below the label.
      this.hasNames = Boolean(rest);
      Object.assign(this, { within: part, level: MARKED_LEVEL, isLine: true, spoken: rest ? 1 : 0 });
      this.found.own.push(label);
    } else if (part === "date" && !isOfAnother(this.heading)) {
      this.found.own.push(label);
      // The day may stand below its label.
      this.isDate = !rest;
      if (rest) this.found.dates.push(rest);
    } else if (part === "aside") this.aside(label, rest);
    else if (part === "decisions" && rest) {
      this.found.own.push(label);
      takeDecision(this.found, this.within, rest, blocks[0]);
    } else if (part === "actions" && rest) {
      this.found.own.push(label);
      takeActions(this.found, this.within, /** @type {Paragraph} */ (blocks[0]), rest);
    } else this.found.note(blocks);
  }

  /**
   * @param {string} label
   * @param {string} rest
   */
  aside(label, rest) {
    const { found } = this;
    found.own.push(label);
    if (TIMES.includes(plain(label)) && DAY.test(rest)) found.dates.push(rest);
    if (label === PAGE) found.page = rest;
    else if (plain(label) === plain(SUMMARY)) found.summary = rest;
    else if (rest) found.asides.push({ text: rest, where: label });
  }

  /**
   * @param {"present" | "absent"} part
   * @param {string} text
   */
  attendance(part, text) {
    this.found[part].push(text);
  }

  /** @param {Paragraph} block */
  note(block) {
    const text = withoutSign(block);
    const decision = decisionLine(text) ?? (isOfAnother(this.heading) ? null : decisionSentence(text));
    if (actionLine(text)) takeActions(this.found, this.within, block);
    else if (decision !== null) decide(this.found, this.within, decision, text);
    else {
      if (this.isOfEntries && !this.isNoted) {
        this.found.notes.push({ heading: this.heading, level: this.level, blocks: [], taken: [] });
        this.isNoted = true;
      }
      this.found.note([block]);
    }
  }

  /** @param {Table} table */
  table(table) {
    this.spoken += 1;
    if (took(this.found, table, this.within)) {
      this.hasTable = true;
      return;
    }
    const people = this.isOfPeople;
    if (people && areNames(table))
      for (const row of table.rows) {
        const texts = row.flatMap((cell) => (cell.text && !cell.isRepeated ? [cell.text] : []));
        this.attendance(people, texts.join("; "));
      }
    else if (labels(table).length) this.tableOfLabels(table);
    else if (isLayout(table)) for (const cell of table.cells) this.cell(cell);
    else this.found.note([table]);
  }

  /** @param {Table} table */
  tableOfLabels(table) {
    const known = new Map(labels(table).map((one) => [one.cell, one]));
    const texts = new Set([...known.values()].map(({ label }) => label));
    for (const cell of table.cells) {
      const one = known.get(cell);
      if (one?.section === "decisions" || one?.section === "actions") this.partOf(one.section, one.label, cell);
      else if (one) {
        const text = cell.paragraphs.map((paragraph) => paragraph.text).join("\n");
        this.labelled(one.section, one.label, text, [...cell.blocks]);
        this.leave();
      } else if (cell.text && !texts.has(cell.text) && !cell.isRepeated) this.cell(cell);
      else if (cell.text) this.found.own.push(cell.text);
    }
    this.leave();
  }

  /**
   * @param {Section} part
   * @param {string} label
   * @param {Cell} cell
   */
  partOf(part, label, cell) {
    Object.assign(this, {
      within: part,
      level: MARKED_LEVEL,
      heading: label,
      isLine: false,
      hasTable: false,
      isNoted: false,
    });
    this.cell(cell);
    this.leave();
  }

  /** @param {Cell} cell */
  cell(cell) {
    if (!cell.isRepeated) this.all(cell.blocks);
  }
}
