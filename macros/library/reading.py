"""Conversion of documents to records. Values that do not fit the model become rejections."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.kinds import KINDS, Page, Record
from macros.schema.description import field_at, fields_beside, fields_of
from macros.schema.network import Network
from macros.source.diagnostic import Location, Rejection
from macros.source.document import Document
from macros.source.front_matter import hidden_values
from macros.source.likeness import plain_name
from macros.source.limits import MOST_REJECTIONS

Model = TypeVar("Model", bound=BaseModel)

# The similarity at which one name counts as a misspelling of another.
_MISSPELT = 0.8

# The rule that explains each pydantic error type. Our own types raise errors with the id of a rule, and any other error
# is a value of the wrong type.
_RULE_OF_ERROR = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "string_too_short": "text-length",
    "string_too_long": "text-length",
    "too_short": "list-length",
    "too_long": "list-length",
    "enum": "choice-unknown",
    "greater_than_equal": "number-out-of-range",
    "less_than_equal": "number-out-of-range",
    "choice-unknown": "choice-unknown",
    "date-invalid": "date-invalid",
    "date-before-network": "date-before-network",
    "date-too-far": "date-too-far",
    "time-invalid": "time-invalid",
}

_EXPECTED = {
    "string_type": "text",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number",
    "int_type": "a whole number",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a set of names and values",
    "model_type": "a group of fields",
}


_IN_EVERY_RECORD = {name for name, field in Record.model_fields.items() if field.is_required()}


@cache
def field_names(kind: str) -> frozenset[str]:
    """The names of all fields that a file of this kind may have, also in groups."""
    models: dict[str, type[BaseModel]] = {**KINDS, "page": Page, "network": Network}
    model = models.get(kind)
    return frozenset(path[-1] for path, _ in fields_of(model)) if model else frozenset()


def read_record(document: Document, network: Network) -> Record | None:
    """The record in `document`, or None with rejections added to the document."""
    record = read_model(document, KINDS[document.kind], network)
    if record is not None:
        record._id = document.id
    return record


def read_page(document: Document, network: Network) -> Page | None:
    """The settings of a written page, or None with rejections added to the document."""
    return read_model(document, Page, network)


def read_model(document: Document, model: type[Model], network: Network | None) -> Model | None:
    """The values of `document` as a `model`, or None with rejections added to the document."""
    if () in document.unknown:
        return None
    if others := _kinds_meant(document, model):
        document.rejections.append(Rejection("record-misplaced", detail={"kinds": others}))
        document.unknown.add(())
        return None
    for span, text in hidden_values(document.readable):
        where = document.in_file(span)
        document.rejections.append(Rejection("value-cut-off", detail={"written": text}, span=where))
        document.forget(where.line)
    try:
        read = model.model_validate(document.values, context=network)
    except ValidationError as error:
        errors = error.errors(include_url=False)[:MOST_REJECTIONS]
        document.unknown.update(_meant_by_others(errors, model))
        found = (_rejection(details, model) for details in errors)
        document.rejections.extend(one for one in found if not _is_second_hand(one, document))
        return None
    return None if document.rejections else read


def _kinds_meant(document: Document, model: type[BaseModel]) -> list[str]:
    """The kinds whose fields fit the document if `model` does not: the file is probably in the wrong folder."""
    names = document.values.keys()
    if names <= model.model_fields.keys() or not names >= _IN_EVERY_RECORD:
        return []
    return [kind for kind, other in KINDS.items() if names <= other.model_fields.keys()]


def _meant_by_others(errors: Sequence[ErrorDetails], model: type[BaseModel]) -> Iterator[Location]:
    """The fields that are there by another name, which is reported already."""
    for *place, name in (details["loc"] for details in errors if details["type"] == "extra_forbidden"):
        written = plain_name(str(name))
        beside = fields_beside(model, tuple(place))
        near = get_close_matches(written, beside, n=1, cutoff=_MISSPELT)
        for field in (one for one in beside.values() if written in one.also or one.name in near):
            yield (*place, field.name)


def _is_second_hand(rejection: Rejection, document: Document) -> bool:
    """Whether a rejection is of something that cannot be read, or of what has such a thing in it. The length of a list is known."""
    at = rejection.location
    has_unknown = any(unknown[: len(at)] == at for unknown in document.unknown)
    return document.is_unknown(at) or (has_unknown and rejection.code != "list-length")


def _rejection(details: ErrorDetails, model: type[BaseModel]) -> Rejection:
    kind, location = details["type"], details["loc"]
    if location[-1:] == ("[key]",):  # an error in the key of an entry, not in its value
        location = location[:-1]
    detail: dict[str, Any] = {**details.get("ctx", {}), "written": details["input"]}
    code = _RULE_OF_ERROR.get(kind, "type-wrong")
    if kind in ("missing", "extra_forbidden"):
        detail["known"] = list(fields_beside(model, location[:-1]))
    field = field_at(model, location)
    if kind == "enum" and field is not None:
        detail["known"] = [choice.value for choice in field.choices]
    if code == "type-wrong":
        detail.setdefault("expected", _EXPECTED.get(kind, "something else"))
    return Rejection(code, location, detail)
