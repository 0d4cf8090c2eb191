/** A text as a reader sees it, like macros/source/as_read.py, without the places in it. */

import { ALIKE, REFERENCES, UNLIKE } from "people";

const REFERENCE = /&\\?#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));?|&([a-zA-Z]\w*);/g;

/**
 * The text in ASCII, wherever that looks the same.
 *
 * @param {string} text
 */
export function asRead(text) {
  return text
    .replace(/[^\0-\x7f]/gu, seen)
    .replace(REFERENCE, (written, hexadecimal, decimal, name) => {
      if (name) return Object.hasOwn(REFERENCES, name) ? REFERENCES[name] : written;
      const number = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      return number < 0x110000 ? seen(String.fromCodePoint(number)) : written;
    })
    .replace(UNLIKE, (written) => {
      if (written[0] === "&" || written[0] > "\x7f") return written;
      if (written[0] === "\\") return written[1];
      if (written[0] === "%")
        return written.length > 3 ? " " : String.fromCharCode(Number.parseInt(written.slice(1), 16));
      return written.startsWith("<br") ? " " : "";
    });
}

/**
 * A character as it is seen.
 *
 * @param {string} character
 */
function seen(character) {
  if (/[*~`_]/.test(character)) return "";
  if (Object.hasOwn(ALIKE, character)) return ALIKE[character];
  if (/[\p{Cf}\p{Mn}\p{Me}]/u.test(character)) return "";
  if (/\p{Zs}/u.test(character)) return " ";
  if (/\p{Pd}/u.test(character)) return "-";
  const plain = character.normalize("NFKD").replace(/[\p{Cf}\p{Mn}\p{Me}]/gu, "");
  return /^[\0-\x7f]*$/.test(plain) ? plain : character;
}
