"""The words and names that the pages which collate in a browser share with the commands."""

import json
from typing import Any

from macros.collate.answers import FEWEST_ALIKE
from macros.collate.headcounts import HEADINGS, TOTALS
from macros.collate.headings import FINISHED, PERSONAL, SENT, TECHNICAL
from macros.collate.sheet import MOST_COLUMNS, MOST_ROWS
from macros.collate.words import NOTES, REFUSALS
from macros.figures.disclosure.release import Reason
from macros.outputs.file import File
from macros.pages.questionnaire import NOT_SAID, SERVICE
from macros.schema.written_dates import MONTHS
from macros.source.invisible import HIDDEN
from macros.source.likeness import KINDS_OF

PATH = "theme/assets/collate_words.js"
_HEAD = "// Written by `make generate` from macros/collate/. What is changed here is lost.\n"


def words_script() -> File:
    """The script with these words. It is committed."""
    values: dict[str, tuple[str, Any]] = {
        "REFUSALS": ("Record<string, string>", REFUSALS),
        "NOTES": ("Record<string, string>", NOTES),
        "REASONS": ("Record<string, string>", {one.name: one.value for one in Reason}),
        "MONTHS": ("string[]", [*MONTHS]),
        "PERSONAL": ("string[]", sorted(PERSONAL)),
        "TECHNICAL": ("string[]", sorted(TECHNICAL)),
        "SENT": ("string[]", sorted(SENT)),
        "FINISHED": ("string[]", sorted(FINISHED)),
        "COUNT_HEADINGS": ("Record<string, string[]>", HEADINGS),
        "TOTALS": ("string[]", TOTALS),
        "HIDDEN": ("string", HIDDEN.pattern),
        "KINDS_OF": ("Record<string, string>", KINDS_OF),
        "LIMITS": ("{ rows: number, columns: number }", {"rows": MOST_ROWS, "columns": MOST_COLUMNS}),
        "FEWEST_ALIKE": ("number", FEWEST_ALIKE),
        "SERVICE": ("string", SERVICE),
        "NOT_SAID": ("string", NOT_SAID),
    }
    lines = (
        f"/** @type {{{kind}}} */\nexport const {name} = {json.dumps(value)};\n"
        for name, (kind, value) in values.items()
    )
    return File(PATH, "\n".join([_HEAD, *lines]).encode())
