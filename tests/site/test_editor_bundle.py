"""The editor as it is bundled from npm."""

import re

from tests.support.project import ROOT


def test_the_fonts_of_the_editor_are_beside_it_and_asked_of_nobody_else() -> None:
    """The first change that scripts/build_editor.mjs makes to its code: no other copy of a font is left."""
    package, built = ROOT / "node_modules/@sveltia/cms/npm", ROOT / "theme/admin"
    elsewhere = b"https://cdn.jsdelivr.net"
    fonts = sorted(path.name for path in package.glob("assets/*.woff2"))
    assert (package / "index.js").read_bytes().count(elsewhere) == len(fonts) > 0
    assert sorted(path.name for path in built.glob("assets/*.woff2")) == fonts
    assert [path.name for path in built.rglob("*.js") if elsewhere in path.read_bytes()] == []


def test_the_editor_writes_fields_in_the_order_of_files() -> None:
    """The second change: what it does is in tests/browser/test_editor.py. It is at one place, and nothing else is like that."""
    built = (ROOT / "theme/admin/editor.js").read_text(encoding="utf-8")
    [name] = re.findall('import{inFileOrder as ([^}]+)}from"../assets/editor_save.js"', built)
    assert len(re.findall(rf"\b{re.escape(name)}\(\w+\(\w+\)\)\.forEach\(", built)) == 1
