// What the index says of its language. macros/search/words.py writes it when the site is built.

declare module "*search-index/language.js" {
  /** The first and last code point of every range of letters, packed. */
  export const LETTERS: string;
  /** The commonest words. */
  export const COMMON: string[];
  /** The stemmer, if the language has one. */
  export const stemmer: { stemWord(word: string): string } | null;
}
