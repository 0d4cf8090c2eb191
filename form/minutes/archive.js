/** Opens a Word file without trusting it: see macros/minutes/archive.py. */

import {
  ABOUT,
  MOST_BYTES,
  MOST_PARAGRAPHS,
  MOST_PARTS,
  MOST_ROWS,
  MOST_XML,
  OLD,
  OWN_DRIVE,
  OWN_TEMPLATE,
  PDF,
  RTF,
  SAFE_OUTSIDE,
  TYPES,
  WORD,
} from "python:archive";
import { WITH_WORDS } from "python:package";

import { entriesOf, inflated, Unreadable } from "../../theme/assets/unzip.js";
import { child } from "./elements.js";
import { starts } from "./match.js";
import { Refused, said } from "./messages.js";
import { Malformed, parsed } from "./xml.js";

/** @import { ZipEntry } from "../../theme/assets/unzip.js" */
/** @import { Element } from "./xml.js" */

/** @typedef {{ root: Element, links: Map<string, string>, inside: Map<string, { type: string, name: string }> }} Part */
/** @typedef {{ main: Part, others: { kind: string, part: Part }[], saved: string }} Package The parts that have words, and when it was saved. */

/** @param {string} code */
const refused = (code) => new Refused(said(code, { program: WORD.name, ending: WORD.ending }));

/**
 * The parts of a Word file. Throws `Refused`.
 *
 * @param {Uint8Array} content
 * @returns {Promise<Package>}
 */
export async function opened(content) {
  if (content.length > MOST_BYTES) throw refused("too-large");
  const start = new TextDecoder("latin1").decode(content.subarray(0, 16));
  for (const [code, sign] of [["old", OLD], ["rtf", RTF], ["pdf", PDF]]) if (start.startsWith(sign)) throw refused(code); // biome-ignore format: pairs
  try {
    return await new Archive(content).opened();
  } catch (error) {
    if (error instanceof Unreadable) throw refused(error.code === "too-large" ? "too-large" : "not-one");
    throw error instanceof Malformed ? refused("not-one") : error;
  }
}

class Archive {
  /** @param {Uint8Array} content */
  constructor(content) {
    this.content = content;
    /** @type {Map<string, ZipEntry>} */
    this.entries = new Map();
    this.left = MOST_XML;
    this.rows = MOST_ROWS;
    this.paragraphs = MOST_PARAGRAPHS;
  }

  /** @returns {Promise<Package>} */
  async opened() {
    await this.check();
    const found = [...(await this.inside("")).values()].find(({ type }) => type.endsWith("/officeDocument"));
    if (!found) throw refused("not-one");
    const main = await this.part(found.name);
    const others = [];
    for (const { type, name } of main.inside.values())
      if (WITH_WORDS.some((/** @type {string} */ end) => type.endsWith(end)))
        others.push({ kind: type.slice(type.lastIndexOf("/") + 1), part: await this.part(name) });
    const about = [...(await this.inside("")).values()].find(({ type }) => type.endsWith(ABOUT));
    const saved = about && child(await this.xml(about.name), "modified");
    return { main, others, saved: saved?.text ?? "" };
  }

  /** Look at what is in it, before any part is read. */
  async check() {
    const entries = entriesOf(this.content);
    if (entries.length > MOST_PARTS) throw refused("too-large");
    this.entries = new Map(entries.map((one) => [one.name, one]));
    if (this.entries.size < entries.length || !this.entries.has(TYPES)) throw refused("not-one");
    const types = new TextDecoder("latin1").decode(await this.bytes(TYPES));
    const names = entries.map(({ name }) => name);
    if (types.includes("macroEnabled") || names.some((name) => name.toLowerCase().endsWith("vbaproject.bin")))
      throw refused("macros");
    for (const name of names) if (name.endsWith(".rels")) await this.refuseOutside(name);
    if (!types.includes(WORD.type)) throw refused("not-one");
  }

  /**
   * @param {string} name
   * @returns {Promise<Part>}
   */
  async part(name) {
    const outside = (await this.relations(name)).filter(isOutside);
    const links = outside.map((one) => /** @type {[string, string]} */ ([own(one, "Id"), own(one, "Target")]));
    return { root: await this.xml(name), links: new Map(links), inside: await this.inside(name) };
  }

  /** @param {string} of */
  async inside(of) {
    /** @type {Map<string, { type: string, name: string }>} */
    const found = new Map();
    for (const one of await this.relations(of)) {
      const name = path(of, own(one, "Target"));
      if (!isOutside(one) && this.entries.has(name)) found.set(own(one, "Id"), { type: own(one, "Type"), name });
    }
    return found;
  }

  /** @param {string} of */
  async relations(of) {
    const folder = of.slice(0, of.lastIndexOf("/") + 1);
    const name = `${folder}_rels/${of.slice(folder.length)}.rels`;
    return this.entries.has(name) ? (await this.xml(name)).children : [];
  }

  /** @param {string} name */
  async refuseOutside(name) {
    for (const one of (await this.xml(name)).children) {
      const type = own(one, "Type");
      const isSafe =
        type.endsWith(SAFE_OUTSIDE) || (type.endsWith(OWN_TEMPLATE) && starts(OWN_DRIVE, own(one, "Target")));
      if (isOutside(one) && !isSafe) throw refused("outside");
    }
  }

  /** @param {string} name */
  async xml(name) {
    const content = await this.bytes(name);
    const plain = new TextDecoder("latin1").decode(content).replaceAll("\0", "");
    if (plain.includes("<!DOCTYPE") || plain.includes("<!ENTITY")) throw refused("definitions");
    this.rows -= counted(plain, ":tr>") + counted(plain, ":tr ");
    this.paragraphs -= counted(plain, ":p>") + counted(plain, ":p ");
    // Both the start and the end of an element are counted.
    if (this.rows < -MOST_ROWS || this.paragraphs < -MOST_PARAGRAPHS) throw refused("too-large");
    return parsed(content);
  }

  /** @param {string} name */
  async bytes(name) {
    const entry = this.entries.get(name);
    if (!entry || entry.isEncrypted) throw refused("not-one");
    const content = await inflated(this.content, entry, this.left);
    this.left -= content.length;
    return content;
  }
}

/** @param {Element} relation */
const isOutside = (relation) => own(relation, "TargetMode") === "External";

/**
 * An attribute that is in no namespace.
 *
 * @param {Element} element
 * @param {string} name
 */
const own = (element, name) => element.attributes.get(name) ?? "";

/**
 * @param {string} text
 * @param {string} part
 */
const counted = (text, part) => text.split(part).length - 1;

/**
 * The name of a part that another one refers to.
 *
 * @param {string} of
 * @param {string} target
 */
function path(of, target) {
  /** @type {string[]} */
  const parts = [];
  for (const one of (target.startsWith("/") ? target : `${of.slice(0, of.lastIndexOf("/") + 1)}${target}`).split("/"))
    if (one === "..") parts.pop();
    else if (one && one !== ".") parts.push(one);
  return parts.join("/");
}
