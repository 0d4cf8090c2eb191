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

// The editor adds a viewport of its own when it starts, which keeps a page from being made larger with two fingers. Of two
// viewports the last one counts: that is ours again.
const START = `import CMS from "@sveltia/cms";
await CMS.init();
document.head.append(document.querySelector("meta[name=viewport]"));`;

// The one change to its code. It would also ask someone else's server for its fonts, before anyone has signed in, and has no
// option against that. The policy of its page refuses the other question that it asks elsewhere: whether GitHub is up.
const FOREIGN_FONTS = /@font-face \{[^}]*https:\/\/cdn\.jsdelivr\.net[^}]*\}/g;

/** @type {import("esbuild").Plugin} */
const changes = {
  name: "changes",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: UNUSED }, () => ({ path: "nothing", namespace: "unused" }));
    onLoad({ filter: /./, namespace: "unused" }, () => ({ contents: "" }));
    onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, async ({ path }) => {
      const code = await readFile(path, "utf8");
      const contents = code.replaceAll(FOREIGN_FONTS, "");
      if (contents === code) throw new Error(`Nothing in this version of the editor is like ${FOREIGN_FONTS}.`);
      return { contents };
    });
  },
};

await rm(target, { recursive: true, force: true });
await build({
  stdin: { contents: START, resolveDir: root },
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
