"""The search is small enough to be our own: docs/decisions/0012 has the bar and says what counts."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Callable
from tokenize import COMMENT, DEDENT, ENDMARKER, INDENT, NEWLINE, NL, generate_tokens

from tests.support.cases import for_each
from tests.support.project import ROOT

MOST_LINES = 500
# Both sides of the index and of the words, spelling, what pages show, and excerpts. Not what is indexed, which any engine needs, nor
# the interface.
CODE = [
    *(ROOT / "macros/search" / f"{name}.py" for name in ("index", "words", "shown_words")),
    *(ROOT / "theme/assets" / f"search_{name}.js" for name in ("engine", "excerpt", "index", "spelling", "words")),
]
NO_CODE = {COMMENT, DEDENT, ENDMARKER, INDENT, NEWLINE, NL}


def python_lines(text: str) -> set[int]:
    """The numbers of the lines with code: without blank lines, comments and descriptions."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    described = [
        node.body[0] for node in ast.walk(ast.parse(text)) if isinstance(node, documented) and ast.get_docstring(node)
    ]
    told = {line for one in described for line in range(one.lineno, (one.end_lineno or one.lineno) + 1)}
    tokens = [token for token in generate_tokens(io.StringIO(text).readline) if token.type not in NO_CODE]
    return {line for token in tokens for line in range(token.start[0], token.end[0] + 1)} - told


def script_lines(text: str) -> set[int]:
    """The same of a script, whose comments have lines of their own."""
    bare = re.sub(r"/\*.*?\*/", lambda comment: "\n" * comment[0].count("\n"), text, flags=re.DOTALL)
    return {number for number, line in enumerate(bare.split("\n"), 1) if not re.match(r"\s*(//|$)", line)}


@for_each(
    ("lines_of", "text", "lines"),
    [
        (python_lines, '"""Job.\n\nMore."""\n\n# Why.\nx = """\n\n"""  # so\n\ndef f():\n    """F."""\n    return x\n', {6, 7, 8, 10, 12}),
        (script_lines, "/** Job. */\n\n// Why.\n/**\n * F.\n */\nconst x = `\n  y`;\n", {7, 8}),
    ],
)  # fmt: skip
def test_lines_of_code_are_counted(lines_of: Callable[[str], set[int]], text: str, lines: set[int]) -> None:
    assert lines_of(text) == lines


def test_the_code_of_the_search_is_short() -> None:
    numbers = {
        path.name: len((python_lines if path.suffix == ".py" else script_lines)(path.read_text(encoding="utf-8")))
        for path in CODE
    }
    assert sum(numbers.values()) < MOST_LINES, numbers
