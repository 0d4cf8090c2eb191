/** A record that is not there yet: see `draft` in macros/propose/skeleton.py. */

import { fieldLines } from "./record_text.js";

/** @import { Network, RecordValues } from "./network.js" */

/**
 * A path that no record has.
 *
 * @param {string} name
 * @param {Network} network
 */
export function newPath(name, { files, folder }) {
  let path = `${folder}/${name}.md`;
  while (files.includes(path)) path = path.replace(/\.md$/, "-2.md");
  return path;
}

/**
 * The text of a new record. What is not known of it is left blank.
 *
 * @param {RecordValues} values
 * @param {Network} network
 */
export function started(values, { fields, started: parts }) {
  const lines = [];
  const rest = [];
  for (const { name, about, blank, example } of parts.fields)
    if (name in values) lines.push(...about, ...fieldLines(fields, { [name]: values[name] }));
    else if (blank) lines.push(...about, ...blank);
    else rest.push(...example);
  return ["---", ...lines, ...parts.rest, ...rest, ...parts.end].join("\n");
}
