/** Reads a ZIP file: the list of what is in it, and one part at a time, up to a limit. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const PART = 0x04034b50;
// The last version of the format, and the marks of patches and of a second kind of encryption.
const NEWEST = 63;
const UNUSUAL = 0x60;
// From the end of the file: the record there, and the longest comment after it.
const LONGEST_END = 22 + 0xffff;

/** A part cannot be read: it is "damaged" or "too-large". */
export class Unreadable extends Error {
  /** @param {"damaged" | "too-large"} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** @typedef {{ name: string, isEncrypted: boolean, method: number, size: number, sum: number, at: number }} ZipEntry */

/**
 * What the list at the end of the file says. Throws `Unreadable`.
 *
 * @param {Uint8Array} content
 * @returns {ZipEntry[]}
 */
export function entriesOf(content) {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  /** @type {ZipEntry[]} */
  const entries = [];
  try {
    let end = content.length - 22;
    const last = content.length - LONGEST_END;
    while (view.getUint32(end, true) !== END) {
      end -= 1;
      if (end < last) {
        throw new RangeError();
      }
    }
    // The list ends where that record starts. Something may stand before the archive.
    const size = view.getUint32(end + 12, true);
    const before = end - size - view.getUint32(end + 16, true);
    let at = end - size;
    while (at < end) {
      const [needed, flags] = [view.getUint16(at + 6, true), view.getUint16(at + 8, true)];
      if (view.getUint32(at, true) !== ENTRY || needed > NEWEST || flags & UNUSUAL) {
        throw new RangeError();
      }
      const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
      entries.push({
        name: new TextDecoder().decode(content.subarray(at + 46, at + 46 + name)),
        isEncrypted: (flags & 1) === 1,
        method: view.getUint16(at + 10, true),
        sum: view.getUint32(at + 16, true),
        size: view.getUint32(at + 20, true),
        at: view.getUint32(at + 42, true) + before,
      });
      at += 46 + name + extra + comment;
    }
  } catch {
    throw new Unreadable("damaged");
  }
  return entries;
}

/**
 * The content of a part, of which `most` bytes may be taken up. Throws `Unreadable`.
 *
 * @param {Uint8Array} content
 * @param {ZipEntry} entry
 * @param {number} most
 */
export async function inflated(content, entry, most) {
  const { method, size } = entry;
  const start = startOf(content, entry);
  const packed = content.slice(start, start + size);
  if (method !== 0 && method !== 8) {
    throw new Unreadable("damaged");
  }
  const body = new Blob([packed]).stream();
  const reader = (method ? body.pipeThrough(new DecompressionStream("deflate-raw")) : body).getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const chunks = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Unreadable("damaged");
    });
    if (done) {
      break;
    }
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new Unreadable("too-large");
    }
    chunks.push(value);
  }
  const made = new Uint8Array(await new Blob(chunks).arrayBuffer());
  if (checksum(made) !== entry.sum) {
    throw new Unreadable("damaged");
  }
  return made;
}

/**
 * Where the bytes of a part start, after its own header.
 *
 * @param {Uint8Array} content
 * @param {ZipEntry} entry
 */
function startOf(content, { name, at }) {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  try {
    const [ofName, ofRest] = [view.getUint16(at + 26, true), view.getUint16(at + 28, true)];
    const own = new TextDecoder().decode(content.subarray(at + 30, at + 30 + ofName));
    if (view.getUint32(at, true) === PART && own === name) {
      return at + 30 + ofName + ofRest;
    }
  } catch {
    // The header would be beyond the end of the file.
  }
  throw new Unreadable("damaged");
}

const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return sum;
});

/**
 * The CRC-32 of bytes.
 *
 * @param {Uint8Array} bytes
 */
function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum = SUMS[(sum ^ byte) & 255] ^ (sum >>> 8);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
