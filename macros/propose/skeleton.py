"""Drafts a new record: every field with its description, and blanks to fill in."""

import re
import textwrap
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.kinds import KINDS
from macros.library.example_values import example
from macros.library.library import Library
from macros.library.reading import read_record
from macros.library.records import Records
from macros.lint.diagnostics import did_you_mean, listed
from macros.lint.engine import rejections_explained
from macros.lint.people.look import sightings
from macros.lint.people.messages import certain
from macros.lint.rules.address_made_up import EXAMPLE, MAILBOX_WANTED
from macros.schema.description import FieldDescription, described
from macros.schema.types import RESERVED
from macros.source.diagnostic import Location
from macros.source.document import Document
from macros.source.front_matter import HELP
from macros.source.writer import field_lines, record_text

_WIDTH = 100
_MOST_LISTED = 10
# Above the lines that are optional.
THE_REST = ("", f"{HELP} The rest is optional. To use a line, delete the {HELP} at its start and change what follows.")

Ask = Callable[[str, str], str]
Values = dict[str, Any]


def file_name(title: str) -> str:
    """The file name for a title, without .md: "Siân's lunch" becomes "sians-lunch"."""
    plain = unicodedata.normalize("NFKD", title.replace("'", "").replace("\u2019", ""))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")[:60].strip("-")


def record_name(kind: str, title: str) -> str:
    """The file name for a new record: `file_name`, with the kind added if that is reserved."""
    name = file_name(title)
    return f"{name}-{kind}" if RESERVED.fullmatch(name) else name


@dataclass(frozen=True, slots=True)
class DraftPart:
    """The lines of a field in a new record: what it is about, the blank to fill in, and an example that is commented out."""

    name: str
    is_asked: bool
    about: Sequence[str]
    blank: Sequence[str]
    example: Sequence[str]


def parts_of_draft(kind: str, library: Records) -> Iterator[DraftPart]:
    """The parts of a new record, one for each field."""
    fields = described(KINDS[kind])
    for name, one in fields.items():
        about = _wrapped(_about(one, library))
        shown = field_lines(fields, {name: example(one, library)})
        yield DraftPart(name, one.is_asked, about, _blank(one), [HELP, *about, *(f"{HELP} {line}" for line in shown)])


def end_of_draft(kind: str) -> Iterator[str]:
    """The lines of a new record below those that are optional."""
    sections = KINDS[kind].SECTIONS
    if sections:
        yield from ("", f"{HELP} Below the next line, write under each heading:")
        yield from (f"{HELP} {section.title}: {section.asks}" for section in sections)
    yield from ("---", "", *(f"## {section.title}\n\n" for section in sections))


def draft(
    kind: str,
    values: Values,
    library: Library,
    *,
    blanks: Collection[str] = (),
    later: Collection[str] = (),
    notes: Mapping[str, str] | None = None,
) -> str:
    """The text of a new record: `values` filled in, blanks for required fields, and comments for the rest.

    Fields in `blanks` get a blank too, and those in `later` do not. `notes` add to the description of a field.
    """
    fields = described(KINDS[kind])
    lines, rest = list[str](), list[str]()
    for part in parts_of_draft(kind, library):
        if part.name in values or part.name in blanks or (part.is_asked and part.name not in later):
            lines += [*part.about, *_wrapped((notes or {}).get(part.name, ""))]
            lines += field_lines(fields, {part.name: values[part.name]}) if part.name in values else part.blank
        else:
            rest += part.example
    return "\n".join(["---", *lines, *THE_REST, *rest, *end_of_draft(kind)])


def finished(kind: str, values: Values) -> str:
    """The text of a new record in the style of all others, if `values` leave nothing to write; otherwise empty."""
    fields = described(KINDS[kind])
    has_all = not KINDS[kind].SECTIONS and all(value_at(values, path) is not None for path, _ in _asked(fields))
    return record_text(fields, values, "") if has_all else ""


def _blank(one: FieldDescription) -> list[str]:
    if one.parts:
        return [f"{one.name}:", *(f"  {line}" for part in one.parts.values() if part.is_asked for line in _blank(part))]
    return [f"{one.name}:", "  -"] if one.is_list else [f"{one.name}:"]


def _about(field: FieldDescription, library: Records) -> str:
    return _with_choices(field.description, [option.value for option in field.options(library.network)])


def _with_choices(about: str, words: list[str]) -> str:
    return f"{about} Choose from: {listed(words, _MOST_LISTED)}." if words else about


def _wrapped(text: str) -> list[str]:
    return [f"{HELP} {line}" for line in textwrap.wrap(text, _WIDTH, break_on_hyphens=False)]


def ask_for_values(kind: str, title: str, day: date, library: Library, ask: Ask) -> Values:
    """Ask for every field a record of this kind needs, again if a rule refuses the answer.

    `ask` takes a field's name and a prompt, which starts with what is wrong with the last answer. It returns the answer,
    or an empty string to leave the field blank. It raises `EOFError` to leave this field and all others blank.
    """
    values: Values = {"title": title, "added": day.isoformat()}
    fields = {name: one for name, one in described(KINDS[kind]).items() if name not in values}
    with suppress(EOFError):
        for path, field in _asked(fields):
            if answer := _answer(kind, path, field, library, ask):
                put(values, path, answer)
    return values


def _asked(fields: Mapping[str, FieldDescription], outer: Location = ()) -> Iterator[tuple[Location, FieldDescription]]:
    for name, field in fields.items():
        if field.is_asked and field.parts:
            yield from _asked(field.parts, (*outer, name))
        elif field.is_asked:
            yield (*outer, name), field


def _answer(kind: str, path: Location, field: FieldDescription, library: Library, ask: Ask) -> Any:
    prompt = _with_choices(field.hint, _offered(field, library)) + (
        " Separate several with commas." if field.is_list else ""
    )
    wrong = ""
    while answer := ask(field.name, f"{wrong}\n{prompt}".strip()):
        given = (
            [_chosen(part.strip(), field, library) for part in answer.split(",") if part.strip()]
            if field.is_list
            else field.meant(answer) or _chosen(answer.strip(), field, library)
        )
        record: Values = {}
        put(record, path, given)
        wrong = what_is_wrong(kind, record, path, library) or _refused(field, given, library)
        # The question below it has them, as readers see them.
        wrong = wrong.replace(f" Choose {listed(option.value for option in field.options(library.network))}.", "")
        if not wrong:
            return given
    return ""


def _offered(field: FieldDescription, library: Library) -> list[str]:
    """What an answer may be, in the words of readers: choices, or the titles of records; empty if it may be anything."""
    if field.kind:
        return sorted(record.title for record in library.all_of(KINDS[field.kind]).values())
    return [option.label for option in field.options(library.network)]


def _chosen(written: str, field: FieldDescription, library: Library) -> str:
    """The id of a record or the word of a choice, if its title, in large or small letters, is what was written."""
    if field.kind:
        records = library.all_of(KINDS[field.kind])
        by_title = {record.title: name for name, record in records.items()}
        # One with a mistake in it has a title and a name too.
        kept = [one for one in library.documents.values() if one.kind == field.kind]
        by_title |= {str(one.values.get("title", one.id)): one.id for one in kept}
        by_title |= {name: name for name in library.ids[field.kind]}
    else:
        by_title = {option.label: option.value for option in field.options(library.network)}
    found = {title.casefold(): value for title, value in by_title.items()}
    found |= {value.casefold(): value for value in by_title.values()}
    return found.get(written.casefold(), written)


def put(values: Values, location: Location, value: Any) -> None:
    """Write a value into `values` at `location`, with the groups around it."""
    *groups, name = map(str, location)
    for group in groups:
        values = values.setdefault(group, {})
    values[name] = value


def value_at(values: Mapping[str, Any], path: Location) -> Any:
    """The value at `path`; None if there is none."""
    found: Any = values
    for name in path:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def _refused(field: FieldDescription, given: Any, library: Library) -> str:
    """The message for ids that no record has, for what is personal and for the address of an example; empty if all is well."""
    names = given if isinstance(given, list) else [given]
    if field.kind is None:
        own = library.network.role_words
        if personal := [one for name in names for one in sightings(str(name), own) if one.is_certain]:
            return certain(personal[0].looks, in_name=False)
        is_made_up = not library.network.demonstration and any(map(EXAMPLE.search, names))
        return f"{MAILBOX_WANTED}." if is_made_up else ""
    ids = library.ids[field.kind]
    missing = [name for name in names if name not in ids]
    known = f" Choose from: {listed(sorted(ids), _MOST_LISTED)}." if ids else ""
    return " ".join(f'There is no {field.kind} called "{name}".{did_you_mean(name, ids) or known}' for name in missing)


def what_is_wrong(kind: str, values: Values, location: Location, library: Library) -> str:
    """The messages of the rules for the field at `location`; empty if it is fine."""
    document = Document(path="", kind=kind, id="new", values=values)
    read_record(document, library.network)
    depth = len(location)
    document.rejections = [rejection for rejection in document.rejections if rejection.location[:depth] == location]
    return " ".join(rejections_explained(document, library))
