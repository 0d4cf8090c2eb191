"""axe: whether everybody can use what a page shows."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.browser.visiting import AXE, is_required

_SCHEMES: list[Literal["light", "dark"]] = ["light", "dark"]
_EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Whichever policy the page has, it takes scripts from its own server.
_FETCH = """(address) => new Promise((done, failed) => {
  const script = document.createElement("script");
  Object.assign(script, { src: address, onload: () => { script.remove(); done(); }, onerror: failed });
  document.head.append(script);
})"""
# The structure of a page is judged as a whole, and what is around its main part only once for each width, as long as it is the
# same but for where its links lead. What can differ between light and dark takes axe longest of all, and is judged
# once for each look that text has on any page: what decides about it is its colours, its size and what lies behind it.
# Where the main part has the same in it as for the width before, and the same is hidden, only what depends on sizes is judged again.
# No page plays anything, and that is all that axe would fetch styles and media for first (`preload`).
_RUN = """async ([tags, onlyColours, known]) => {
  const colours = ["color-contrast", "link-in-text-block"];
  const sizes = ["target-size", "scrollable-region-focusable"];
  const resultTypes = ["violations"];
  const isKnown = new Set(known);
  const rules = {"target-size": {enabled: true}, ...Object.fromEntries(colours.map((rule) => [rule, {enabled: false}]))};
  const parts = [...document.querySelectorAll("body > :not(main)")];
  const unlinked = (one) => one.outerHTML.replace(/ (?:(?:href|src|action|aria-current)="[^"]*"|class="kb-nav__current")/g, "");
  const frame = `${innerWidth} ${parts.filter((one) => one.checkVisibility()).map(unlinked).join("")}`;
  const exclude = isKnown.has(frame) ? parts : [];
  const main = document.querySelector("main") ?? document.body;
  const hidden = [...main.querySelectorAll("*")].map((one) => Number(one.checkVisibility({visibilityProperty: true})));
  const content = `${main.outerHTML}${hidden.join("")}`;
  const isAlike = exclude.length && content === window.kbJudged;
  const which = isAlike ? {type: "rule", values: sizes} : {type: "tag", values: tags};
  const structure = onlyColours ? [] : (await axe.run({include: document, exclude}, {
    runOnly: which, resultTypes, rules: isAlike ? {} : rules, preload: false,
  })).violations;
  if (!onlyColours && !structure.length) window.kbJudged = content;

  const behind = new Map([[null, ""]]);
  const looks = new Map();
  for (const one of document.querySelectorAll("*")) {
    const style = getComputedStyle(one);
    const ground = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode];
    const plain = ["rgba(0, 0, 0, 0)", "none", "1", "none", "normal"];
    const own = ground.every((part, index) => part === plain[index]) ? "" : ground.join();
    behind.set(one, behind.get(one.parentElement) + own + (style.position === "static" ? "" : style.position));
    const isSaying = one.matches("input, select, textarea") || [...one.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!isSaying || !one.checkVisibility({visibilityProperty: true})) continue;
    const look = [
      one.localName, one.type, one.matches(":disabled, [aria-disabled=true]"), style.color, style.fontSize, style.fontWeight,
      style.textShadow, style.textDecorationLine, style.borderBottomStyle, style.clipPath, style.clip,
      one.parentElement && getComputedStyle(one.parentElement).color, one.parentElement?.localName, behind.get(one),
      innerWidth, matchMedia("(forced-colors: active)").matches,
    ].join("|");
    if (!isKnown.has(look) && !looks.has(look)) looks.set(look, one);
  }
  const judged = [...looks.values()];
  const seen = judged.length ? (await axe.run({include: judged}, {
    runOnly: {type: "rule", values: colours}, resultTypes, preload: false,
  })).violations : [];
  return [[...structure, ...seen], [...(seen.length ? [] : looks.keys()), ...(onlyColours || structure.length ? [] : [frame])]];
}"""
# The looks and the frames that axe has found nothing wrong with, on whichever page.
_judged: set[str] = set()


def axe_findings(page: Page, *, only_colours: bool = False) -> list[str]:
    """What axe has against the page as it is now, a line for each place."""
    if not AXE.is_file():
        (pytest.fail if is_required() else pytest.skip)("axe is not here: run `make test`, which installs it")
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_FETCH, f"/{AXE.name}")
    found: list[dict[str, Any]]
    found, right = page.evaluate(_RUN, [_EVERYTHING, only_colours, list(_judged)])
    _judged.update(right)
    return [
        f"[{one['id']}] {one['help']}: {node['target']} {' '.join((node['failureSummary'] or '').split())}"
        for one in found
        for node in one["nodes"]
    ]


def findings_on_every_device(page: Page) -> list[str]:
    """What axe has against the page as it is now, on a laptop and on a phone, in light and in dark.

    The page should have been opened for a reader who wants less motion, or colours are judged while they change.
    """
    found = []
    for width, height in ((1280, 900), (320, 640)):
        page.set_viewport_size({"width": width, "height": height})
        for colours in _SCHEMES:
            page.emulate_media(color_scheme=colours)
            findings = axe_findings(page, only_colours=colours == "dark")
            found += [f"{width} {colours}: {finding}" for finding in findings]
    page.emulate_media(color_scheme="light")
    return found
