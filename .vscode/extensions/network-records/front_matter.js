// What can be written at a position in the front matter of a record. Does not depend on the editor.

"use strict";

/**
 * @typedef {object} Schema The parts of a JSON Schema in schemas/ that we use
 * @property {string | string[]} [type]
 * @property {string} [description]
 * @property {unknown[]} [examples]
 * @property {Schema} [items] The entries of a list
 * @property {Record<string, Schema>} [properties] The fields of a group
 * @property {string[]} [required]
 * @property {{ const: string, title: string, description?: string }[]} [oneOf] The choices
 * @property {string} [x-records] The folder of the records to choose from
 * @property {string} [x-folder] The folder of this kind of record
 */
/**
 * @typedef {object} Offer A completion
 * @property {"field" | "value"} kind
 * @property {string} label
 * @property {string} insert
 * @property {string} detail
 * @property {string} about
 * @property {string} order
 */
/** @typedef {(folder: string) => string[]} NamesIn */

const FENCE = "---";
const LINE = /^( *)((?:- +)*)(?:([a-z][a-z0-9_]*):(?: +|$))?(.*)$/;

/**
 * The parts of a line: the column of its text after any list hyphens, the name of its field, and the value.
 *
 * @param {string} text
 */
function parse(text) {
  const [, indent, hyphens, name, value] = LINE.exec(text) ?? ["", "", "", "", text];
  return {
    column: indent.length + hyphens.length,
    startsEntry: hyphens !== "",
    name,
    value,
    isBlank: text.trim() === "",
  };
}

/**
 * Whether the line with this number is inside the front matter.
 *
 * @param {string[]} lines
 * @param {number} number
 */
function isInside(lines, number) {
  if (number < 1 || lines[0].trimEnd() !== FENCE) return false;
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === FENCE);
  return end === -1 || number < end;
}

/**
 * The schema of a single entry, if this is a list or a list of lists.
 *
 * @param {Schema | undefined} schema
 */
function single(schema) {
  while (schema?.type === "array") schema = schema.items;
  return schema;
}

/**
 * The fields around the line with this number, the outermost first.
 *
 * @param {string[]} lines
 * @param {number} number
 * @param {number} column
 */
function pathTo(lines, number, column) {
  const path = [];
  for (let at = number - 1; at > 0 && column > 0; at -= 1) {
    const line = parse(lines[at]);
    if (line.isBlank || line.column >= column) continue;
    column = line.column;
    if (line.name) path.unshift(line.name);
  }
  return path;
}

/**
 * @param {Schema} schema
 * @param {string[]} path
 */
function schemaAt(schema, path) {
  /** @type {Schema | undefined} */
  let found = schema;
  for (const name of path) found = single(found)?.properties?.[name];
  return found;
}

/**
 * The fields that the same record, or the same entry of a list, already has beside a line.
 *
 * @param {string[]} lines
 * @param {number} number
 * @param {number} column
 * @returns {Set<string>}
 */
function besides(lines, number, column) {
  const names = new Set();
  /** @type {(at: number, step: number) => void} */
  const look = (at, step) => {
    for (; at > 0 && at < lines.length && lines[at].trimEnd() !== FENCE; at += step) {
      const line = parse(lines[at]);
      if (line.isBlank || line.column > column) continue;
      if (line.column < column) return;
      if (line.startsEntry && step > 0) return;
      if (line.name) names.add(line.name);
      if (line.startsEntry) return;
    }
  };
  if (!parse(lines[number]).startsEntry) look(number - 1, -1);
  look(number + 1, 1);
  return names;
}

/**
 * The text for a field: its name, with the start of its first entry if it is a list, or its first fields if it is a group.
 *
 * @param {string} name
 * @param {Schema} schema
 * @param {number} column
 */
function fieldText(name, schema, column) {
  const inner = single(schema);
  const indent = " ".repeat(column + 2) + (schema.type === "array" ? "- " : "");
  if (inner?.type === "object") {
    const { properties = {}, required = [] } = inner;
    const deeper = " ".repeat(indent.length);
    const needed = required.length ? required : [Object.keys(properties)[0]];
    const first = needed.filter((one) => single(properties[one])?.type !== "object");
    return `${name}:\n${indent}${first.map((one) => `${one}: `).join(`\n${deeper}`)}`;
  }
  return schema.type === "array" ? `${name}:\n${indent}` : `${name}: `;
}

/**
 * A sort key that keeps the order of the models.
 *
 * @param {number} at
 */
const inOrder = (at) => String(at).padStart(3, "0");

/**
 * @param {Schema} group
 * @param {Set<string>} taken
 * @param {number} column
 * @returns {Offer[]}
 */
function fieldOffers({ properties = {}, required = [] }, taken, column) {
  return Object.entries(properties)
    .filter(([name]) => !taken.has(name))
    .map(([name, schema], at) => ({
      kind: "field",
      label: name,
      insert: fieldText(name, schema, column),
      detail: required.includes(name) ? "required" : "",
      about: about(schema),
      order: (required.includes(name) ? "0" : "1") + inOrder(at),
    }));
}

/**
 * The values for a field. `namesIn(folder)` lists the records in a folder.
 *
 * @param {Schema} schema
 * @param {NamesIn} namesIn
 * @returns {Offer[]}
 */
function valueOffers(schema, namesIn) {
  return values(schema, namesIn).map(([text, detail = "", description = ""], at) => ({
    kind: "value",
    label: text,
    insert: text,
    detail,
    about: description,
    order: inOrder(at),
  }));
}

/**
 * @param {Schema} schema
 * @param {NamesIn} namesIn
 * @returns {[text: string, detail?: string, about?: string][]}
 */
function values(schema, namesIn) {
  const value = single(schema) ?? {};
  if (value.oneOf) return value.oneOf.map((one) => [one.const, one.title, one.description]);
  if (value["x-records"]) return namesIn(value["x-records"]).map((name) => [name]);
  if (value.type === "boolean") return [["true"], ["false"]];
  return (schema.examples ?? []).flat().map((one) => [String(one), "an example"]);
}

/**
 * The description of a field, with examples, in Markdown.
 *
 * @param {Schema} schema
 */
function about(schema) {
  const examples = (schema.examples ?? []).flat().map((one) => `\`${one}\``);
  return [schema.description, examples.length ? `For example: ${examples.join(", ")}` : ""]
    .filter(Boolean)
    .join("\n\n");
}

/**
 * What can be written at a position: fields that are not there yet, or values for the field that is.
 *
 * @param {string[]} lines
 * @param {number} number
 * @param {number} character
 * @param {Schema} schema
 * @param {NamesIn} namesIn
 * @returns {Offer[]}
 */
function offers(lines, number, character, schema, namesIn) {
  if (!isInside(lines, number)) return [];
  const line = parse(lines[number].slice(0, character));
  const outer = schemaAt(schema, pathTo(lines, number, line.column));
  if (outer === undefined) return [];
  if (line.name) {
    const field = single(outer)?.properties?.[line.name];
    return field === undefined || single(field)?.type === "object" ? [] : valueOffers(field, namesIn);
  }
  const group = single(outer);
  const taken = besides(lines, number, line.column);
  // In a list, a hyphen comes first.
  if (outer.type === "array" && !line.startsEntry && taken.size === 0) return [];
  if (group?.type === "object") return fieldOffers(group, taken, line.column);
  return line.startsEntry ? valueOffers(outer, namesIn) : [];
}

/**
 * The description of the field in a line, or an empty text if there is none.
 *
 * @param {string[]} lines
 * @param {number} number
 * @param {Schema} schema
 */
function fieldAbout(lines, number, schema) {
  const line = isInside(lines, number) ? parse(lines[number]) : undefined;
  const field = line?.name && single(schemaAt(schema, pathTo(lines, number, line.column)))?.properties?.[line.name];
  return field ? about(field) : "";
}

module.exports = { offers, fieldAbout };
