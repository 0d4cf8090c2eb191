/** A strict reader of XML, for the parts of a Word file. It knows no definitions: whoever calls it has refused them. */

// As deep as the command's reader goes.
const DEEPEST = 256;
const NAME = "[\\p{L}_][\\p{L}\\p{N}\\p{M}_.\\-\\u00b7]*";
const TAG = new RegExp(`<(${NAME}(?::${NAME})?)((?:\\s+[^\\s<>/="']+\\s*=\\s*(?:"[^<"]*"|'[^<']*'))*)\\s*(/?)>`, "uy");
const QUALIFIED = new RegExp(`^(?:${NAME}:)?${NAME}$`, "u");
// The address of a namespace.
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:|(?![^/?#]*:))(?:[\w.~:/?#@!$&'()*+,;=-]|%[0-9a-f]{2})+$/i;
const ATTRIBUTE = /\s+([^\s<>/="']+)\s*=\s*(?:"([^<"]*)"|'([^<']*)')/g;
const END = /<\/([^\s<>]+)\s*>/y;
const ASIDE = /<!--(.*?)-->|<\?(?!xml\s).*?\?>/sy;
const CDATA = /<!\[CDATA\[(.*?)\]\]>/sy;
const WORDS = /[^<]+/y;
const DECLARATION = /^<\?xml\s.*?\?>/s;
const ENCODING = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;
const NO_CHARACTER = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#([0-9]+)|#x([0-9a-fA-F]+));|&/g;
/** @type {Record<string, string>} */
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** It is no XML. */
export class Malformed extends Error {}

/** An element: its name without what is before a colon, its attributes by their names as written, and the words before its first child. */
export class Element {
  /**
   * @param {string} name
   * @param {Map<string, string>} attributes
   */
  constructor(name, attributes) {
    this.name = name;
    this.attributes = attributes;
    /** @type {Element[]} */
    this.children = [];
    this.text = "";
  }

  /**
   * It and all that is below it, in the order of the file.
   *
   * @returns {Generator<Element>}
   */
  *all() {
    yield this;
    for (const one of this.children) yield* one.all();
  }
}

/**
 * The outermost element of a part. Throws `Malformed`.
 *
 * @param {Uint8Array} bytes
 */
export function parsed(bytes) {
  const text = decoded(bytes).replace(/\r\n?/g, "\n");
  if (NO_CHARACTER.test(text)) throw new Malformed();
  return new Reader(text).root();
}

/** @param {Uint8Array} bytes */
function decoded(bytes) {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const mark = { "\xff\xfe": "utf-16le", "\xfe\xff": "utf-16be" }[start.slice(0, 2)];
  try {
    return new TextDecoder(mark ?? ENCODING.exec(start.replace(/^ï»¿/, ""))?.[1] ?? "utf-8", { fatal: true }).decode(
      bytes,
    );
  } catch {
    throw new Malformed();
  }
}

/** @typedef {{ element: Element, tag: string, prefixes: Set<string> }} Open An element whose end was not seen yet. */

class Reader {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.at = DECLARATION.exec(text)?.[0].length ?? 0;
    /** @type {Open[]} */
    this.open = [];
  }

  root() {
    /** @type {Element | undefined} */
    let root;
    while (this.at < this.text.length) {
      const inner = this.open[this.open.length - 1];
      const words = this.take(WORDS)?.[0];
      if (words !== undefined) {
        this.words(words, inner);
        continue;
      }
      const aside = this.take(ASIDE);
      if (aside?.[1]?.includes("--")) throw new Malformed();
      if (aside) continue;
      const start = this.take(TAG);
      if (start) {
        if (root && !inner) throw new Malformed();
        root ??= this.start(start);
        if (inner) inner.element.children.push(this.start(start));
        continue;
      }
      const end = this.take(END);
      if (end) {
        if (this.open.pop()?.tag !== end[1]) throw new Malformed();
        continue;
      }
      const plain = inner && this.take(CDATA);
      if (!plain) throw new Malformed();
      if (!inner.element.children.length) inner.element.text += plain[1];
    }
    if (!root || this.open.length) throw new Malformed();
    return root;
  }

  /** @param {RegExp} pattern */
  take(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  /**
   * @param {string} words
   * @param {Open | undefined} inner
   */
  words(words, inner) {
    if (!inner ? /[^ \t\n]/.test(words) : words.includes("]]>")) throw new Malformed();
    const plain = unescaped(words);
    if (inner && !inner.element.children.length) inner.element.text += plain;
  }

  /** @param {RegExpExecArray} found */
  start([, tag, written, isEmpty]) {
    /** @type {Map<string, string>} */
    const attributes = new Map();
    const before = this.open[this.open.length - 1]?.prefixes ?? new Set(["xml"]);
    let prefixes = before;
    for (const [, name, inDouble, inSingle] of written.matchAll(ATTRIBUTE)) {
      const value = unescaped((inDouble ?? inSingle).replace(/[\t\n]/g, " "));
      if (!QUALIFIED.test(name)) throw new Malformed();
      if (name.startsWith("xmlns:")) {
        if (!ADDRESS.test(value)) throw new Malformed();
        prefixes = prefixes === before ? new Set(before) : prefixes;
        prefixes.add(name.slice("xmlns:".length));
      } else if (name !== "xmlns") {
        if (attributes.has(name)) throw new Malformed();
        attributes.set(name, value);
      }
    }
    if (![tag, ...attributes.keys()].every((name) => !name.includes(":") || prefixes.has(name.split(":")[0])))
      throw new Malformed();
    const element = new Element(tag.slice(tag.indexOf(":") + 1), attributes);
    if (this.open.length >= DEEPEST) throw new Malformed();
    if (!isEmpty) this.open.push({ element, tag, prefixes });
    return element;
  }
}

/** @param {string} text */
const unescaped = (text) =>
  text.includes("&")
    ? text.replace(REFERENCE, (_, name, decimal, hexadecimal) => {
        if (name) return NAMED[name];
        const number = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
        if (!(number <= 0x10ffff)) throw new Malformed();
        const made = String.fromCodePoint(number);
        if (NO_CHARACTER.test(made)) throw new Malformed();
        return made;
      })
    : text;
