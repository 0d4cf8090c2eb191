"""Examples of fields and records, adapted from those in the models to be valid in a network."""

from collections.abc import Mapping
from typing import Any

from macros.kinds import Record
from macros.library.records import Records
from macros.schema.description import FieldDescription, described
from macros.schema.field import Demand
from macros.source.document import Document
from macros.source.writer import record_text


def example(one: FieldDescription, library: Records) -> Any:
    """An example value of a field. Uses the network's own words and record ids where the field takes those."""
    if one.parts:
        group = _examples(one.parts, library)
        return [group] if one.is_list else group
    given = one.example or ""
    if known := [option.value for option in one.options(library.network)] or names_of(one.kind, library):
        fitting = [word for word in (given if one.is_list else [given]) if word in known] or known[:1]
        return fitting if one.is_list else fitting[0]
    return given


def known_example(one: FieldDescription, given: Any, document: Document, library: Records) -> Any:
    """The example `given` of a field, with references that are valid in `document`."""
    if isinstance(given, list):
        return [known_example(one, entry, document, library) for entry in given]
    if isinstance(given, dict) and one.parts:
        return {name: known_example(one.parts[name], value, document, library) for name, value in given.items()}
    return name_to_refer_to(one.kind, given, document, library) if one.kind else given


def name_to_refer_to(kind: str, given: str, document: Document, library: Records) -> str:
    """The id of a record that `document` may refer to, preferably `given`. A placeholder if there is none."""
    of_kind = library.records[kind]
    for record in (*filter(None, [of_kind.get(given)]), *of_kind.values()):
        if not record.is_retired and (kind, record.id) != (document.kind, document.id):
            return record.id
    return f"name-of-the-{kind}"


def names_of(kind: str | None, library: Records) -> list[str]:
    """The ids of the records of a kind; none if the kind is None."""
    return sorted(library.records[kind]) if kind else []


def example_text(model: type[Record], library: Records) -> str:
    """The file of an example record of this kind, with every field that a new record may use."""
    body = "\n\n".join(f"## {section.title}\n\n{section.example}" for section in model.SECTIONS)
    return record_text(described(model), _examples(described(model), library), body)


def _examples(fields: Mapping[str, FieldDescription], library: Records) -> dict[str, Any]:
    """An example of each field that a new record may use."""
    return {name: example(one, library) for name, one in fields.items() if one.ask is not Demand.LATER}
