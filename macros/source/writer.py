"""Writer for records, in the one style shared by contributors, `--fix` and the editor on the site.

Fields are in model order, each value on one line, with quotation marks only where YAML needs them. Lists are indented.
Blank and default values are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_INDENT = "  "
# Text that YAML would misread or cut off without quotation marks: a special character at the start or end, or a colon or
# number sign where it has a meaning.
NEEDS_QUOTES = re.compile(r"""^$|^[\s,\[\]{}#&*!|>'"%@`]|^[?-](\s|$)|:\s|\s#|[\s:-]$|^---|^\.\.\.""")
# Text that programs would read as null, a boolean or a number (YAML 1.2, section 10.3.2).
LOOKS_TYPED = re.compile(
    r"~|=|<<|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.nan|\.NaN|\.NAN"
)

_QUOTED = re.compile(r"""^ *(?:- )?(?:[a-z0-9_]+: )?(["'].*)$""", re.MULTILINE)


@dataclass(frozen=True, kw_only=True, eq=False)
class FieldStyle:
    """How to write a field: the fields of its group, if it is one; whether it is text; its default, which is left out."""

    parts: Mapping[str, FieldStyle] = field(default_factory=dict)
    is_text: bool = True
    unsaid: str = ""


_UNKNOWN = FieldStyle()


def record_text(fields: Mapping[str, FieldStyle], values: Mapping[str, Any], body: str) -> str:
    """The file of a record. `values` are texts, lists and groups, as read from a document; `body` is Markdown."""
    text = body.strip("\n")
    return "\n".join(["---", *field_lines(fields, values), "---", *(["", text] if text else []), ""])


def field_lines(fields: Mapping[str, FieldStyle], values: Mapping[str, Any]) -> list[str]:
    """The lines of front matter, without its fences. Fields not in `fields` come last, in the order given."""
    names = [name for name in fields if name in values] + [name for name in values if name not in fields]
    return [line for name in names for line in _field(name, values[name], fields.get(name, _UNKNOWN))]


def is_in_style(fields: Mapping[str, FieldStyle], values: Mapping[str, Any], text: str) -> bool:
    """Whether `field_lines` would certainly write `text`, from which `plain_values` has read the values.

    This takes half the time of writing it. What is unusual, and may be in style all the same, is not certain.
    """
    quotations = _QUOTED.findall(text) if '"' in text or "'" in text else ()
    return all(map(_needs_these_quotes, quotations)) and _is_in_style(fields, values)


def _needs_these_quotes(quotation: str) -> bool:
    text = quotation[1:-1]
    return quoted(text) == quotation and text == text.strip() and NEEDS_QUOTES.search(text) is not None


def _is_in_style(fields: Mapping[str, FieldStyle], values: Mapping[str, Any]) -> bool:
    """Whether the fields of a group are in order, and none of them is left out, folded or given quotation marks."""
    in_order = iter(fields)
    for name, value in values.items():
        if name not in in_order:
            return False
        style = fields[name]
        for entry in value if isinstance(value, list) else (value,):
            if isinstance(entry, dict):
                if not _is_in_style(style.parts, entry):
                    return False
            elif (
                entry == style.unsaid
                or "  " in entry
                or entry[-1] == "-"
                or (style.is_text and " " not in entry and LOOKS_TYPED.fullmatch(entry))
            ):
                return False
    return True


def _field(name: str, value: Any, style: FieldStyle) -> list[str]:
    if isinstance(value, str):
        text = " ".join(value.split())
        return [f"{name}: {_scalar(text, style)}"] if text != style.unsaid else []
    lines = _lines(value, style)
    return [f"{name}:", *[_INDENT + line for line in lines]] if lines else []


def _lines(value: Any, style: FieldStyle) -> list[str]:
    """The lines of a value; none if it is blank."""
    if isinstance(value, str):
        text = " ".join(value.split())
        return [_scalar(text, style)] if text else []
    if isinstance(value, list):
        return [line for item in value for line in _entry(_lines(item, style))]
    return field_lines(style.parts, value)


def _entry(lines: list[str]) -> list[str]:
    return [f"- {lines[0]}", *[_INDENT + line for line in lines[1:]]] if lines else []


def _scalar(text: str, style: FieldStyle) -> str:
    """`text` with quotation marks if it needs them."""
    # A shortcut for most text: starts with a letter or number, and has no character that YAML treats specially.
    is_plain = text[:1].isalnum() and ":" not in text and "#" not in text and text[-1] != "-"
    if (is_plain or not NEEDS_QUOTES.search(text)) and not (style.is_text and LOOKS_TYPED.fullmatch(text)):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """`text` in quotation marks: single if it contains double ones only, otherwise double."""
    return f"'{text}'" if '"' in text and "'" not in text else json.dumps(text, ensure_ascii=False)
