// What the parts of the form hand to each other.

/** What a field may hold. */
export type Answer = string | number | boolean | string[];

/** The answers by the names of their fields, as a record has them. */
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

/** What is said of a question that has something wrong with it. */
export interface Asked {
  label: string;
  hint: string;
  /** How it is answered: boxes, radios, select, area, text, number, date or mail. */
  sort: string;
}

/** Names of fields or sections with what stands in them, in order. */
export type Pairs = [name: string, text: string][];

/** What the page says of its form: macros/propose/site_form.py writes it. */
export interface Settings {
  kind: "initiative" | "topic";
  /** Answers that the page gives; in a text, "{title}" stands for the answer to that question. */
  fixed: Values;
  /** The fields in the order of the model, and those that are texts. */
  order: string[];
  texts: string[];
  sections: Pairs;
  /** Addresses on the host of the code, if there is one. */
  issues: string;
  files?: string;
  contact: string;
  zone: string;
  ownWords: string[];
  hasTopics: boolean;
  /** For a record: the folder of its kind, and the titles in it by the names of their files. */
  folder?: string;
  taken?: Record<string, string>;
  /** The names of files by what services are or were called. */
  services: Record<string, string>;
}
