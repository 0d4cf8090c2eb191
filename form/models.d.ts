// The module "models", which macros/propose/form_script.mjs makes from the models and the rules.
declare module "models" {
  import type { ValidateFunction } from "ajv";

  // The validator for each kind of proposal.
  export const initiative: ValidateFunction;
  export const adoption: ValidateFunction;
  export const presentation: ValidateFunction;
  export const topic: ValidateFunction;

  // How text is cleaned and written: see macros/source/writer.py.
  export const CONTROL: RegExp;
  export const HIDDEN: RegExp;
  export const MEANT: RegExp;
  export const NEEDED: RegExp;
  export const NEEDS_QUOTES: RegExp;
  export const LOOKS_TYPED: RegExp;
  export const RESERVED: RegExp;
  // Marks, and others that are read as them: see macros/source/likeness.py.
  export const KINDS_OF: [string, RegExp][];
  export const NO_NAMES: string[];
  export const SECTIONS: string[];
  // The minimum and maximum length of a title.
  export const TITLE: [number, number];
  export const MOST_LINES: number;
  export const MOST_SIGNS: number;
  export const TOO_MANY_LISTS: RegExp;

  // How typed lists are found: see macros/source/typed_lists.py.
  export const ENTRY: RegExp;
  export const DASHES: string;
  export const SECOND: string;
  export const THIRD: string;

  // The patterns of rules, and their messages.
  export const TEMPLATE: RegExp;
  export const ATTRIBUTE: string;
  export const EXAMPLE: RegExp;
  export const IS_EXAMPLE: string;
  // Where links lead: see macros/source/web_address.py.
  export const MAIL_LINK: RegExp;
  export const PORTS: number[];
  export const PRIVATE: RegExp;
  export const SAYS: Record<"noMailbox" | "noWebsite" | "password" | "port" | "private" | "user", string>;
  export const MERGE: RegExp;
  export const TWO_VERSIONS: string;

  // For each kind and date field: the stages in which it can be in the future (or whether it always can), the date it must follow,
  // and the message if it does not.
  export const DATES: Record<
    string,
    Record<string, { toCome?: string[] | boolean; after?: string; outOfOrder?: string }>
  >;
}

// The module "people", which the same makes from macros/lint/people/: patterns by name, words by name, messages by what something
// looks like (if it may be personal, and if it certainly is), and characters.
declare module "people" {
  type Patterns = Record<string, RegExp>;
  export const BIRTHS: Patterns;
  export const INSURANCE: Patterns;
  export const MAILBOXES: Patterns;
  export const NUMBERS: Patterns;
  export const PLACES: Patterns;
  export const SIGHTING: Patterns;
  export const NAMES: Record<string, string[]>;
  export const WARNINGS: Record<string, [string, string]>;
  export const UNLIKE: RegExp;
  export const ALIKE: Record<string, string>;
  export const REFERENCES: Record<string, string>;
}

// The module "editor": what the editor checks of each field, by folder, and the orders of fields in files. See
// macros/propose/editor_rules.py.
declare module "editor" {
  export interface When {
    name: string;
    /** Without them, the field must have a value. */
    values?: (string | null)[];
  }
  export interface EditorField {
    /** The group that it is in; empty if it is one of the record's own. */
    group: string;
    name: string;
    label: string;
    needed?: { when: When | null; unless: string[]; message: string };
    only?: { when: When; message: string };
    after?: { name: string; unless: string; message: string; same: string };
    isDate?: boolean;
    isOlder?: boolean;
    toCome?: boolean | When;
  }
  export const FIELDS: Record<string, EditorField[]>;
  export const ORDERS: string[][];
}
