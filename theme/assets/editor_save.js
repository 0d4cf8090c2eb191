/** Keeps the editor from saving what looks personal: on GitHub, it would be public at once, and for ever. */

import { personal } from "./personal.js";

/** @import { AppEventListener } from "@sveltia/cms" */

/**
 * Refuses an entry with something personal in it, in the words of the forms. What is only likely is refused once.
 *
 * @type {AppEventListener["handler"]}
 */
export function refuseWhatIsPersonal({ entry }) {
  const ownWords = JSON.parse(document.body.dataset.ownWords ?? "[]");
  const found = Object.entries(entry.toJS().data).flatMap(([name, value]) =>
    [...texts(value)].map((text) => [name, personal(text, ownWords)]).filter(([, message]) => message),
  );
  if (!found.length) return;
  const messages = [...new Set(found.map(([name, message]) => `${labelled(name)}: ${message}`))].sort();
  // The editor shows the cause of an error of this name, and otherwise only that there was one.
  throw new Error("saving_failed", { cause: new Error(["Nothing was saved.", ...messages].join(" ")) });
}

/**
 * Every text in a value.
 *
 * @param {unknown} value
 * @returns {Generator<string>}
 */
function* texts(value) {
  if (typeof value === "string") yield value;
  else if (value && typeof value === "object") for (const inner of Object.values(value)) yield* texts(inner);
}

/** @param {string} name */
function labelled(name) {
  const words = name === "body" ? "text" : name.replaceAll("_", " ");
  return words[0].toUpperCase() + words.slice(1);
}
