"""The script of the page that reads minutes: form/minutes/, with the words and patterns of the modules here that it is written after."""

import re
from collections.abc import Mapping
from pathlib import Path

from macros.lint.rules import choice_unknown, reference_broken
from macros.minutes import (
    action_days,
    action_words,
    actions,
    agenda_part,
    archive,
    dates,
    due,
    emphasis,
    first_names,
    form,
    grid,
    headings,
    inline,
    javascript,
    markdown,
    messages,
    notes_text,
    opening,
    owners,
    package,
    people,
    progress,
    reading,
    record,
    remainder,
    several,
    signs,
    styles,
    tables,
    typed,
    vocabulary,
    walk,
    which_meeting,
)
from macros.minutes.javascript import constants, module
from macros.outputs import action_ref, word_form
from macros.outputs.file import File
from macros.pages import agenda
from macros.propose.form_script import HEAD, bundled
from macros.schema import written_dates

PATH = "theme/assets/minutes.js"
ENTRY = Path(__file__).resolve().parent.parent.parent / "form/minutes/page.js"
# Those whose constants the script imports.
_MODULES = (
    action_days, action_ref, action_words, actions, agenda, agenda_part, archive, choice_unknown, dates, due, emphasis, first_names, form,
    grid, headings, inline, javascript, markdown, messages, notes_text, opening, owners, package, people, progress, reading, record,
    reference_broken, remainder, several, signs, styles, tables, typed, vocabulary, walk, which_meeting, word_form, written_dates,
)  # fmt: skip


def minutes_script() -> File:
    """The script. It is committed. Needs Node.js and the npm packages."""
    return File(PATH, (HEAD + bundled(ENTRY, {}, apart="personal.js", modules=shared_modules())).encode())


def shared_modules() -> Mapping[str, str]:
    """The constants of each module in JavaScript, by the name under which the script imports them."""
    known = {f"python:{one.__name__.rpartition('.')[2]}": constants(one) for one in _MODULES}
    # These are compiled when they are needed.
    known["python:written_dates"]["DATES"] = [re.compile(form) for form in written_dates._DATES]
    return {name: module(values) for name, values in known.items()}
