"""Examples that are valid in a network: of a field, and of a whole record, from those that the models give."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.kinds import Record
from macros.library.reading import read_record
from macros.library.records import Records
from macros.schema.shape import choices_of, is_asked, is_for_later, is_part, mentions, shape
from macros.source.document import Document
from macros.source.writer import record_text


def example(field: FieldInfo, library: Records) -> Any:
    """What may be written in a field: the network's own words and the names of its own records, where it takes those."""
    found = shape(field)
    if is_part(found.leaf):
        group = {name: example(inner, library) for name, inner in _fields(found.leaf).items()}
        return [group] if found.is_list else group
    given = field.examples[0] if field.examples else ""
    if known := choices_of(field, library.network) or names_of(found.kind, library):
        fitting = [one for one in (given if found.is_list else [given]) if one in known] or known[:1]
        return fitting if found.is_list else fitting[0]
    return given


def known_example(field: FieldInfo, document: Document, library: Records) -> Any:
    """The first example that the models give of a field, in which records are named that `document` may refer to."""
    return _known(field, field.examples[0], document, library) if field.examples else None


def _known(field: FieldInfo, given: Any, document: Document, library: Records) -> Any:
    found = shape(field)
    if isinstance(given, list):
        return [_known(field, entry, document, library) for entry in given]
    if is_part(found.leaf) and isinstance(given, dict):
        parts = found.leaf.model_fields
        return {name: _known(parts[name], value, document, library) for name, value in given.items()}
    return name_to_refer_to(found.kind, given, document, library) if found.kind else given


def name_to_refer_to(kind: str, given: str, document: Document, library: Records) -> str:
    """A record of a kind that `document` may refer to: `given` if it may; in words if there is none yet."""
    is_made_up = document.values.get("sample") == "true"
    of_kind = library.records[kind]
    for sample in (True, False) if is_made_up else (False,):
        for record in (*filter(None, [of_kind.get(given)]), *of_kind.values()):
            if record.sample is sample and not record.is_retired and (kind, record.id) != (document.kind, document.id):
                return record.id
    return f"name-of-the-{kind}"


def names_of(kind: str | None, library: Records) -> list[str]:
    """The names of the records of a kind, those that are made up last; none if the kind is None."""
    records = library.records[kind].values() if kind else ()
    return [record.id for record in sorted(records, key=lambda record: (record.sample, record.id))]


def example_text(model: type[Record], library: Records) -> str:
    """The file of a record of this kind with all that a new one may say, in the style that all records have."""
    values = {name: example(field, library) for name, field in _fields(model).items()}
    if _names_a_sample(model, values, library):
        # What is real may not rest on what is made up, and a young network may have nothing else.
        values["sample"] = "true"
    body = "\n\n".join(f"## {section.title}\n\n{section.example}" for section in model.SECTIONS)
    return record_text(model, values, body)


def _names_a_sample(model: type[Record], values: dict[str, Any], library: Records) -> bool:
    record = read_record(Document(path="", kind=model.KIND, id="new", values=values), library.network)
    named = [library.get(mention.kind, mention.id) for mention in mentions(record)] if record is not None else []
    return any(one is not None and one.sample for one in named)


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields that a new record has a use for."""
    return {name: field for name, field in model.model_fields.items() if is_asked(field) or not is_for_later(field)}
