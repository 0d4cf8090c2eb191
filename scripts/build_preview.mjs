// Bundles what shows Markdown in the preview of the forms into theme/preview/, where the forms' script finds it.

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(root, "theme/preview");

await rm(target, { recursive: true, force: true });
await mkdir(target);
const { metafile } = await build({
  entryPoints: [join(root, "form/markdown.js")],
  outdir: target,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  metafile: true,
  logLevel: "warning",
});

// The licences of all packages in the bundle, which have to go with it.
const packages = Object.keys(metafile.inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
const licences = [];
for (const name of [...new Set(packages)].filter((one) => one !== undefined).sort()) {
  const folder = join(root, "node_modules", name);
  const { version } = createRequire(import.meta.url)(join(folder, "package.json"));
  licences.push(`${name} ${version}\n\n${await readFile(join(folder, "license"), "utf8")}`);
}
await writeFile(join(target, "LICENSE.txt"), licences.join("\n----\n\n"));
