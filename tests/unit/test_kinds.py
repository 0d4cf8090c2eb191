"""A kind of record describes itself in `macros/kinds/`, and little elsewhere tells one kind from another.

Counted are the expressions in `macros/` outside of `macros/kinds/` and in `scripts/` that do so: a class of a kind in
`isinstance` or `issubclass`, a pattern of it in `match`, a comparison with it or with its name (`==`, `is`, `in`), a dictionary
with it or its name among the keys, and a tuple, list or set of nothing but kinds. A dictionary counts once for each such key.

What only uses a kind is not counted: a function about meetings that takes a `Meeting` or asks for `all_of(Meeting)`, and a
rule that says with the type of its argument which records it looks at. Nor are functions found by the name of a kind in
`macros/pages/`, since a kind without any has the same for all kinds.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from macros.kinds import KINDS
from tests.support.project import ROOT
from tests.support.syntax import parsed

CLASSES = {model.__name__ for model in KINDS.values()}
# What a rule may look at beside records.
NO_RECORDS = {"page", "network"}
MOST = 25

# How often a file tells kinds apart, and why it may.
EXCUSED = {
    "macros/collate/round_files.py": (1, "The name of a field, which is that of a kind."),
    "macros/library/public.py": (1, "Privacy: the one place where what may not be shown any more goes."),
    "macros/lint/rules/diamond_incomplete.py": (2, "It looks at the cards of meetings, and at those in network.yml."),
    "macros/lint/rules/field_needed_here.py": (
        2,
        "A service that was retired is not active, and a planned meeting has a day.",
    ),
    "macros/lint/rules/provenance_missing.py": (2, "What it says to write differs for evidence and meetings."),
    "macros/lint/rules/reference_broken.py": (1, "Leaves themes to tag_unknown."),
    "macros/lint/rules/standing_item_missing.py": (2, "It looks at meetings, also at those that cannot be read."),
    "macros/lint/rules/tag_unknown.py": (1, "Looks at themes alone, which have synonyms."),
    "macros/minutes/page_data.py": (1, "The name of a field, which is that of a kind."),
    "macros/pages/downloads.py": (
        2,
        "Only meetings are in calendars: those of a record, and all of them on their list.",
    ),
    "macros/propose/next_meeting.py": (1, "The name of a field, which is that of a kind."),
    "macros/search/documents.py": (1, "The name of a filter, which is that of a kind."),
    "scripts/new_record.py": (2, "Only a meeting follows another."),
}


def is_kind(node: ast.AST) -> bool:
    """Whether an expression is the class of a kind, or its name."""
    match node:
        case ast.Name(id=name):
            return name in CLASSES
        case ast.Attribute(value=ast.Name(id=name), attr="KIND"):
            return name in CLASSES
        case ast.Constant(value=str(value)):
            return value in KINDS
    return False


def names_kinds(node: ast.AST) -> bool:
    """Whether an expression is a kind or a display or union with one in it."""
    match node:
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            return any(map(names_kinds, parts))
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return names_kinds(left) or names_kinds(right)
    return is_kind(node)


def times(node: ast.AST) -> int:
    """How often an expression by itself tells kinds apart."""
    match node:
        case ast.Call(func=ast.Name(id="isinstance" | "issubclass"), args=[_, against]):
            return names_kinds(against)
        case ast.MatchClass(cls=tested) | ast.MatchValue(value=tested):
            return is_kind(tested)
        case ast.Compare(left=left, comparators=others):
            return any(map(names_kinds, (left, *others)))
        case ast.Dict(keys=keys):
            return sum(is_kind(key) for key in keys if key is not None)
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            only = all(is_kind(one) or (isinstance(one, ast.Constant) and one.value in NO_RECORDS) for one in parts)
            return only and any(map(is_kind, parts))
    return 0


def told_apart(node: ast.AST) -> Iterator[int]:
    """How often each expression in a tree tells kinds apart; what is in one that does is part of it."""
    found = int(times(node))
    if found:
        yield found
    if not found or isinstance(node, ast.Dict):
        for inner in ast.iter_child_nodes(node):
            yield from told_apart(inner)


def counts() -> Counter[str]:
    files = (path for top in ("macros", "scripts") for path in (ROOT / top).rglob("*.py"))
    elsewhere = (path for path in files if (ROOT / "macros/kinds") not in path.parents)
    return Counter({_shown(path): sum(told_apart(parsed(path))) for path in elsewhere})


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_little_tells_kinds_apart_and_each_says_why() -> None:
    found = +counts()
    assert dict(found) == {path: number for path, (number, _) in EXCUSED.items()}
    assert sum(found.values()) <= MOST, found


def test_what_tells_kinds_apart_is_counted() -> None:
    for code, number in {
        "isinstance(x, Meeting)": 1,
        "isinstance(x, Meeting | Theme)": 1,
        "issubclass(x, (Meeting, Theme))": 1,
        "x.kind == 'meeting'": 1,
        "x is not Initiative": 1,
        "x.KIND in (Meeting.KIND, 'theme')": 1,
        "{'meeting': 1, 'theme': 2}": 2,
        "{Meeting: [one for one in x if one is Theme]}": 2,
        "KINDS = ('meeting', 'network')": 1,
        "match x:\n case Meeting(): pass\n case 'theme': pass": 2,
        "library.all_of(Meeting)": 0,
        "def check(context, record: Meeting): pass": 0,
        "kinds[Meeting.KIND]": 0,
        "fields = {'tags', 'evidence'}": 0,
    }.items():
        assert sum(told_apart(ast.parse(code))) == number, code


def test_every_kind_says_what_it_must() -> None:
    marks = [model.MARK for model in KINDS.values()]
    places = [model.PLACE for model in KINDS.values()]
    assert len(set(marks)) == len(marks)
    assert places == sorted(set(places))
    assert {model.FOLDER for model in KINDS.values()} == {
        path.parent.name
        for path in (ROOT / "content").glob("*/index.md")
        if path.parent.name not in ("about", "contribute", "evaluation")
    }
