// Bundles a script: node form_script.mjs ENTRY. Reads JSON with schemas to compile into checks, and the source of a
// module of values. The scripts import both from "models", and further modules of values by their names.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import Ajv from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";

// The form has no other fields, and what refuses them would bring the schemas along.
const needed = (/** @type {string} */ name, /** @type {unknown} */ value) =>
  name === "additionalProperties" ? undefined : value;
const { schemas, values, modules, apart } = JSON.parse(readFileSync(0, "utf-8"), needed);
const names = Object.keys(schemas);
const ajv = new Ajv({
  allErrors: true,
  // The form has its own messages, with the field's label.
  messages: false,
  // Conditions name fields that the enclosing schema describes.
  strictRequired: false,
  code: { source: true, esm: true },
  schemas: names.map((name) => ({ $id: name, ...schemas[name] })),
});
const checks = standalone(ajv, Object.fromEntries(names.map((name) => [name, name])))
  // The form does not use schema paths, which would be a fifth of the code, and few parameters.
  .replace(/schemaPath:"[^"]*",/g, "")
  .replace(/params:\{(?:pattern|type|failingKeyword|allowedValues): ?(?:"(?:[^"\\]|\\.)*"|[\w.$]+)\}/g, "params:{}");

/** @type {Record<string, string>} */
const made = { models: `${checks}\n${values}`, ...modules };
/** @type {import("esbuild").Plugin} */
const models = {
  name: "models",
  setup(building) {
    building.onResolve({ filter: /^[\w:]+$/ }, ({ path }) =>
      path in made ? { path, namespace: "models" } : undefined,
    );
    building.onResolve({ filter: /^\.{1,2}\// }, ({ path }) =>
      apart && path.endsWith(`/${apart}`) ? { path: `./${apart}`, external: true } : undefined,
    );
    building.onLoad({ filter: /./, namespace: "models" }, ({ path }) => ({
      contents: made[path],
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    }));
  },
};
const bundle = await build({
  entryPoints: [process.argv[2]],
  plugins: [models],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "ascii",
  legalComments: "none",
  write: false,
});
process.stdout.write(bundle.outputFiles[0].text);
