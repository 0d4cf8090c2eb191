// Bundles the browser editor from npm into theme/admin/. The site builder copies it from there to /admin/.

import { copyFile, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(root, "theme/admin");
const entry = createRequire(import.meta.url).resolve("@sveltia/cms");

// Parts that no field of a record needs: maps, code, pictures, and widgets written with React.
const UNUSED = /^(@shikijs\/|leaflet|terra-draw|svgo|exifr|turndown)|\/chunks\/(shiki-engine|heic|webp_enc|react-dom)/;

// The browser loads it from where the build puts it, as the form does with what it imports.
const SAVE = "../assets/editor_save.js";

// On start the editor adds a viewport that disables pinch zoom. The last viewport counts, so this moves ours
// to the end.
const START = `import CMS from "@sveltia/cms";
import { beforeSaving } from "${SAVE}";
CMS.registerEventListener({ name: "preSave", handler: beforeSaving });
await CMS.init();
document.head.append(document.querySelector("meta[name=viewport]"));`;

// The first of two changes to its code. Even before sign-in it would fetch fonts from another server, and has no option
// against that. The policy of its page blocks its only other such request: whether GitHub is up.
const FOREIGN_FONTS = /@font-face \{[^}]*https:\/\/cdn\.jsdelivr\.net[^}]*\}/g;

// The second: it writes fields in the order in which it shows them, and has no option for another.
const FIELD_ORDER = /\w+\(\w+\)(?=\.forEach\((\w+)=>\{let \w+=\w+\(\{\.\.\.\w+,keyPath:\1\}\);if\(\1 in )/g;

/**
 * The text with whatever a pattern finds replaced. Throws if that is nothing.
 *
 * @param {string} text
 * @param {RegExp} pattern
 * @param {string} replacement
 */
function changed(text, pattern, replacement) {
  if (!text.match(pattern)) throw new Error(`Nothing in this version of the editor is like ${pattern}.`);
  return text.replaceAll(pattern, replacement);
}

/** @type {import("esbuild").Plugin} */
const changes = {
  name: "changes",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: UNUSED }, () => ({ path: "nothing", namespace: "unused" }));
    onLoad({ filter: /./, namespace: "unused" }, () => ({ contents: "" }));
    onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, async ({ path }) => {
      const code = await readFile(path, "utf8");
      const ordered = changed(changed(code, FOREIGN_FONTS, ""), FIELD_ORDER, "inFileOrder($&)");
      return { contents: `import { inFileOrder } from "${SAVE}";\n${ordered}` };
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
  external: [SAVE],
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
