// What the index says of its language. macros/search/words.py writes it when the site is built.

declare module "*search-index/language.js" {
  /** The first and last code point of every range of letters, packed. */
  export const LETTERS: string;
  /** Characters that hold a word together. */
  export const JOINERS: string;
  /** Characters that may be anywhere in a word. */
  export const INVISIBLE: string;
  /** How letters are written that Unicode does not take apart. */
  export const SPELT: Record<string, string>;
  /** The commonest words. */
  export const COMMON: string[];
  /** The stemmer, if the language has one. */
  export const stemmer: { stemWord(word: string): string } | null;
}
