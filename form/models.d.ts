// What macros/propose/form_script.mjs makes of the models and the rules, and offers to these scripts as "models".
declare module "models" {
  import type { ValidateFunction } from "ajv";

  // The check of each kind of proposal.
  export const initiative: ValidateFunction;
  export const topic: ValidateFunction;

  // What belongs to a text: see macros/source/writer.py.
  export const CONTROL: RegExp;
  export const HIDDEN: RegExp;
  export const NEEDS_QUOTES: RegExp;
  export const LOOKS_TYPED: RegExp;
  export const RESERVED: RegExp;
  export const NO_NAMES: string[];
  // The least and the most characters of a title.
  export const TITLE: [number, number];
  export const MOST_LINES: number;
  export const MOST_SIGNS: number;
  export const TOO_MANY_LISTS: RegExp;

  // What rules look for, and what they say.
  export const TEMPLATE: RegExp;
  export const ATTRIBUTE: string;
  export const EXAMPLE: RegExp;
  export const IS_EXAMPLE: string;
  export const INSIDE: string[];
  export const MERGE: RegExp;
  export const TWO_VERSIONS: string;

  // Of each kind and date: the stages at which it may be to come (or whether it always may), the date that it lies after, and
  // what to say if it does not.
  export const DATES: Record<
    string,
    Record<string, { toCome?: string[] | boolean; after?: string; outOfOrder?: string }>
  >;

  // Personal data: see macros/lint/rules/personal_data.py.
  export const MAIL: RegExp;
  export const NAMED_MAILBOX: RegExp;
  export const ROLE_WORDS: string[];
  export const PRIVATE_HOSTS: string[];
  export const PRIVATE_ENDS: RegExp;
  export const PRIVATE_MAIL: string;
  // What to look for, what to say, and whether it is an NHS number only if its last digit is right.
  export const PERSONAL: [RegExp, string, boolean][];
}
