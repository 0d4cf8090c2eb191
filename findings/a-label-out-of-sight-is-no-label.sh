#!/usr/bin/env bash
# A search box whose label is out of sight has no label for one checker, and "Words to search for" for the other.
#
# Guess before trying: a label that belongs to its box (for) is one wherever it is, as long as it is not taken away (display: none). Out
# of sight for readers and there for screen readers is what classes like "visually hidden" do, with clip: rect(0 0 0 0) or, as that is
# deprecated (CSS Masking 1, 6), with clip-path: inset(50%). Checkers of accessibility pass both.
# Seen on 1 December 2026 (accessibility-checker-engine 4.0.34 of IBM, axe-core 4.14.1 beside it, in Chromium 156 of Debian): axe passes
# both. IBM's engine passes the first, and fails the second: "Form control element <input> has no associated label". Chromium itself gives
# the box the name in both. Whoever moves from the deprecated way to the other fails an audit by it.
# What we do: labels out of sight are clipped by a path (theme/styles/site/ground.css), and axe looks at every page
# (tests/browser/axe.py).
#
# cspell:ignore rect
# Ends with 0 while this is so, and with 1 when it has changed. Needs Node.js 20, a package index, and from Debian: chromium.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund accessibility-checker-engine@4.0.34 axe-core@4.14.1 \
  puppeteer-core@25.16.0

cat >"$folder/check.mjs" <<'SCRIPT'
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const { resolve } = createRequire(import.meta.url);
const WAYS = { clip: "clip: rect(0 0 0 0)", path: "clip-path: inset(50%)" };
const page = (way) => `<!doctype html><html lang="en-GB"><title>Search</title><main><h1>Search</h1><form role="search">
<label for="words" style="position: absolute; width: 1px; height: 1px; overflow: hidden; ${way}">Words to search for</label>
<input id="words" type="search" name="find"><button>Search</button></form></main></html>`;
const ofIbm = async () => {
  const { results } = await new ace.Checker().check(document, ["WCAG_2_2"]);
  return results.filter(({ value }) => value.join() === "VIOLATION,FAIL").map(({ ruleId }) => ruleId).join() || "passes";
};
const ofAxe = async () => (await axe.run()).violations.map(({ id }) => id).join() || "passes";
const nameOfBox = ({ role, name, children = [] }) => (role === "searchbox" ? name : children.map(nameOfBox).find(Boolean));

const browser = await puppeteer.launch({ executablePath: process.argv[2], args: ["--no-sandbox"] });
for (const [name, way] of Object.entries(WAYS)) {
  const tab = await browser.newPage();
  await tab.setContent(page(way));
  await tab.addScriptTag({ path: resolve("accessibility-checker-engine/ace.js") });
  await tab.addScriptTag({ path: resolve("axe-core/axe.min.js") });
  const named = nameOfBox(await tab.accessibility.snapshot());
  console.log(`${name}: IBM ${await tab.evaluate(ofIbm)}, axe ${await tab.evaluate(ofAxe)}, Chromium "${named}"`);
}
await browser.close();
SCRIPT

seen=$(node "$folder/check.mjs" "$(command -v chromium || command -v chromium-headless-shell)")
echo "$seen"
[ "$seen" = 'clip: IBM passes, axe passes, Chromium "Words to search for"
path: IBM input_label_exists, axe passes, Chromium "Words to search for"' ]
