"""Answers in a file, complete or as far as someone got."""

from pathlib import Path

import yaml

from macros.founding.answers import read_answers
from macros.founding.interview import Values, values_of, written
from macros.library.library import NetworkUnreadable


def values_in(file: Path, may_ask: bool) -> Values:
    """What the answers in a file say. Raises `NetworkUnreadable` for mistakes, and for gaps unless `may_ask` for the rest."""
    try:
        return values_of(read_answers(file.read_bytes(), str(file)))
    except NetworkUnreadable as unreadable:
        if may_ask and {one.code for one in unreadable.document.rejections} == {"field-missing"}:
            return dict(yaml.safe_load(file.read_bytes()))
        raise


def saved(values: Values, root: Path) -> str:
    """Save the answers, if there are any, and return what to do with them.

    The file is beside `root`: in it, it would be a change that git does not have.
    """
    if not values:
        return ""
    folder = root.resolve()
    file = folder.with_name(f"{folder.name}-answers.yml")
    file.write_bytes(written(values))
    return f"\nYour answers are in {file}. To go on with them: make network FROM={file}"
