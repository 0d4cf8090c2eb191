"""The house rules of the code: who may import whom, what the code may not say, and how long a file may be."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT

MODULES = sorted(path for path in (ROOT / "macros").rglob("*.py"))
SCRIPTS = sorted((ROOT / "scripts").glob("*.py"))

# What each part may import of ours, besides itself.
MAY_IMPORT = {
    "macros.records": set(),
    "macros.rulebook": {"macros.records", "macros.rules"},
    "macros.rules": {"macros.records", "macros.rulebook"},
    "macros.views": {"macros.records"},
    "macros.exports": {"macros.records", "macros.views"},
    "macros.indexing": {"macros.exports"},
    "macros.searching": {"macros.exports", "macros.indexing", "macros.records", "macros.views"},
    "macros.site": {"macros.exports", "macros.records", "macros.rulebook", "macros.searching", "macros.views"},
    "macros.pages": {"macros.exports", "macros.records", "macros.site", "macros.views"},
    "macros.written": {
        "macros.exports",
        "macros.proposals",
        "macros.records",
        "macros.rulebook",
        "macros.site",
        "macros.views",
    },
    "macros.finishing": {"macros.exports", "macros.records", "macros.site", "macros.views"},
    "macros.hooks": {"macros.site"},
    "macros.commands": {"macros.records", "macros.rulebook"},
    "macros.drafting": {"macros.records", "macros.rulebook"},
    # What carries over to the next meeting is what its agenda will show.
    "macros.following_meeting": {"macros.drafting", "macros.records", "macros.views"},
    "macros.generated": {
        "macros.exports",
        "macros.proposals",
        "macros.records",
        "macros.rulebook",
        "macros.rules",
        "macros.views",
    },
    "macros.inspection": set(),
    "macros.github": set(),
    "macros.proposals": {"macros.drafting", "macros.github", "macros.records", "macros.rulebook"},
    "macros.teaching": {"macros.github", "macros.rulebook"},
    "macros.reminders": {"macros.github", "macros.records", "macros.views"},
    "macros": {"macros.finishing", "macros.pages", "macros.written"},
}
MAY_KNOW_THE_SITE_BUILDER = {
    "macros/site.py",
    "macros/hooks.py",
    "macros/__init__.py",
    "macros/finishing.py",
    "macros/searching.py",
}


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{shown(path)} imports relatively"
            found.add(node.module or "")
            found.update(f"{node.module}.{alias.name}" for alias in node.names if node.module == "macros")
    return found


def part(module: str) -> str:
    return ".".join(module.split(".")[:2])


def part_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return "macros" if parts == ("macros", "__init__") else ".".join(parts[:2])


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_imports_follow_the_flow(path: Path) -> None:
    own = part_of(path)
    ours = {part(name) for name in imported(path) if name.startswith("macros.")}
    assert ours <= MAY_IMPORT[own] | {own}
    assert not any(name.split(".")[0] in ("scripts", "tests") for name in imported(path))


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_only_the_door_knows_the_site_builder(path: Path) -> None:
    builders = {name.split(".")[0] for name in imported(path)} & {"mkdocs", "mkdocs_macros", "material", "zensical"}
    assert not builders or shown(path) in MAY_KNOW_THE_SITE_BUILDER


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS, *sorted((ROOT / "macros/templates").rglob("*.j2"))], ids=shown)
def test_what_is_this_networks_own_is_not_in_the_code(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = [
        number
        for number, line in enumerate(text.split("\n"), 1)
        if re.search(r"yorkshire|humber|\bpwps?\b|wellbeing", line, re.IGNORECASE)
    ]
    assert named == [], f"{shown(path)} says so in lines {named}"


def test_one_place_knows_what_day_it_is() -> None:
    asks = re.compile(r"\b(?:date\.today|datetime\.(?:now|today|utcnow)|time\.(?:time|localtime|gmtime))\(")
    asking = [shown(path) for path in [*MODULES, *SCRIPTS] if asks.search(path.read_text(encoding="utf-8"))]
    assert asking == ["macros/records/today.py"]


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS], ids=shown)
def test_a_file_is_short_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    limit = 100 if path in SCRIPTS else 300
    assert text.count("\n") <= limit
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "no docstring"
    public = [
        node
        for holder in (
            tree,
            *(node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")),
        )
        for node in holder.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    inherited = {"resolve", "handle_starttag", "handle_data", "handle_endtag"}
    assert [node.name for node in public if not ast.get_docstring(node) and node.name not in inherited] == []
