// Types that the parts of the form share.

/** The value of a field. */
export type Answer = string | number | boolean | string[];

/** The answers by field name, as in a record. */
export interface Values {
  [name: string]: Answer | undefined;
  title?: string;
  text?: string;
  summary?: string;
  stage?: string;
  services?: string[];
  started?: string;
  stopped?: string;
  added?: string;
}

/** What an error message needs to know about its question. */
export interface Asked {
  label: string;
  hint: string;
  /** The widget: boxes, radios, select, area, text, number, date or mail. */
  sort: string;
}

/** Fields or sections in order: names and contents. */
export type Pairs = [name: string, text: string][];

/** The settings of the form, which macros/propose/site_form.py writes into the page. */
export interface Settings {
  kind: "initiative" | "adoption" | "presentation" | "topic";
  /** Answers that the page gives. In a text, "{title}" is replaced by the answer to that question. */
  fixed: Values;
  /** All fields in the order of the model, and those that hold text. */
  order: string[];
  texts: string[];
  sections: Pairs;
  /** Addresses on GitHub, if the project is there. */
  issues: string;
  files?: string;
  contact: string;
  zone: string;
  ownWords: string[];
  /** For an entry of a record: the name of its list, and where it is. */
  entry?: Target;
  /** For a record: the folder of its kind, and the existing titles by id. */
  folder?: string;
  taken?: Record<string, string>;
  /** The ids of services by their present and former names. */
  services: Record<string, string>;
}

/** The record that an entry is added to. */
export interface Target {
  list: string;
  /** The question that asks which record it is, or the id of the record if no question does; both empty if there is none. */
  asks: string;
  id: string;
  /** The record's file, and the address to edit it on GitHub, if there is one: both with "{id}" in them. */
  path: string;
  edit: string;
  /** The ids of the records that have the list. */
  filled: string[];
}

/** Something that looks personal, by the name of what it looks like. */
export interface Sighting {
  looks: string;
  isCertain: boolean;
}
