// Bundles the editor in the browser, which comes from npm, into theme/admin/. The site builder copies it to /admin/ from there.

import { copyFile, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(root, "theme/admin");
const entry = createRequire(import.meta.url).resolve("@sveltia/cms");

// What records have no field for: maps, pieces of code, pictures, and widgets written with React.
const UNUSED =
  /^(@shikijs\/|leaflet|terra-draw|svgo|exifr|immutable|turndown)|\/chunks\/(shiki-engine|heic|webp_enc|react-dom)/;

// What is taken out of it: what it would ask of somebody else before anybody has signed in (its fonts, which it has beside it
// too, and whether GitHub is up), and that a page cannot be made larger with two fingers.
/** @type {[found: string | RegExp, instead: string][]} */
const CHANGES = [
  [/@font-face \{[^}]*https:\/\/cdn\.jsdelivr\.net[^}]*\}/g, ""],
  ["https://www.githubstatus.com/api/v2/status.json", 'data:application/json,{"status":{"indicator":"none"}}'],
  ["`maximum-scale=1`,", ""],
];

/** @type {import("esbuild").Plugin} */
const changes = {
  name: "changes",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: UNUSED }, () => ({ path: "nothing", namespace: "unused" }));
    onLoad({ filter: /./, namespace: "unused" }, () => ({ contents: "" }));
    onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, "utf8");
      for (const [found, instead] of CHANGES) {
        const changed = contents.replaceAll(found, instead);
        if (changed === contents) throw new Error(`There is no ${found} in this version of the editor any more.`);
        contents = changed;
      }
      return { contents };
    });
  },
};

await rm(target, { recursive: true, force: true });
await build({
  stdin: { contents: 'import CMS from "@sveltia/cms"; CMS.init();', resolveDir: root },
  entryNames: "editor",
  chunkNames: "chunks/[name]-[hash]",
  outdir: target,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  plugins: [changes],
  logLevel: "warning",
});

// The editor looks for its fonts beside its script, which esbuild does not see.
const assets = join(dirname(entry), "assets");
await mkdir(join(target, "assets"));
for (const name of await readdir(assets)) {
  if (/\.(woff2|LICENSE\.txt)$/.test(name)) await copyFile(join(assets, name), join(target, "assets", name));
}
await copyFile(join(dirname(entry), "../LICENSE.txt"), join(target, "LICENSE.txt"));
