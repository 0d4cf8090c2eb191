"""What forms ask for, at which stage, and the JSON Schema of a proposal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel

from macros.kinds import ENTRIES, KINDS, BodySection, Entry, Record
from macros.library.order import by_title
from macros.library.records import Records
from macros.propose.services import CHOOSE_SERVICES, UNLISTED, UNLISTED_HINT, UNLISTED_LABEL
from macros.schema.description import FieldDescription, Option, described, label
from macros.schema.json_schema import Schema, group_schema
from macros.source.diagnostic import Location

# The models that can be proposed, by their names on the site's pages.
PROPOSALS: dict[str, type[BaseModel]] = {**{kind: model for kind, model in KINDS.items() if model.HAS_FORM}, **ENTRIES}

# Filled in by the form's script.
_WRITTEN_BY_THE_FORM = {"added"}
# Fields that no form asks for, which a page may set for its form.
GIVEN_BY_PAGES = {"opens_meetings"}
# Keywords for people, and `format`, which `pattern` makes redundant.
_WORDS = {"title", "description", "examples", "default", "format"}


def proposed_fields(model: type[BaseModel]) -> dict[str, FieldDescription]:
    """The fields that a form asks for, in model order."""
    return {name: one for name, one in described(model).items() if one.is_proposed and name not in _WRITTEN_BY_THE_FORM}


@dataclass(frozen=True)
class Question:
    """A question of a form: a field, a section of the text, or neither, such as the name of a service that is not in the list.

    `location` is where the field is in a record: it may be in a group. `is_needed` means at every stage.
    """

    name: str
    label: str
    hint: str
    is_needed: bool = False
    options: Sequence[Option] = ()
    field: FieldDescription | None = None
    location: Location = ()
    section: BodySection | None = None


def questions(model: type[BaseModel], library: Records) -> Iterator[Question]:
    """What a form asks: which record, the fields in model order, those of a group one by one, then the sections of the text."""
    if issubclass(model, Entry) and model.WHICH:
        yield Question(model.KIND, KINDS[model.KIND].NAME.label, model.WHICH, True, _records(model.KIND, library))
    yield from _of_fields(proposed_fields(model), library)
    for section in model.SECTIONS if issubclass(model, Record) else ():
        yield Question(section.name, section.label, section.hint, not section.not_at, section=section)


def _of_fields(
    fields: Mapping[str, FieldDescription], library: Records, group: tuple[str, ...] = (), around: Iterable[str] = ()
) -> Iterator[Question]:
    for name, one in fields.items():
        location, is_needed = (*group, name), one.is_needed({*fields, *around})
        if one.parts:
            parts = {inner: part for inner, part in one.parts.items() if part.is_proposed}
            for question in _of_fields(parts, library, location, fields):
                yield replace(question, is_needed=is_needed and question.is_needed)
        else:
            words = one.asked_as or label("_".join(location))
            yield Question("-".join(location), words, one.hint, is_needed, _options(one, library), one, location)
        if name in CHOOSE_SERVICES and is_needed:
            yield Question(UNLISTED, UNLISTED_LABEL, UNLISTED_HINT)


def _options(one: FieldDescription, library: Records) -> list[Option]:
    """The words to choose from, or the records that a proposal may name."""
    return one.options(library.network) if one.kind is None else _records(one.kind, library)


def _records(kind: str, library: Records) -> list[Option]:
    """The records of a kind that a proposal may name: current ones only."""
    records = sorted(library.records[kind].values(), key=by_title)
    return [Option(record.id, record.title) for record in records if record.is_current]


def proposal_schema(model: type[BaseModel]) -> Schema:
    """The JSON Schema of a proposal. It leaves out words and records, which depend on the network."""
    whole = group_schema(described(model), None)
    # Which record it is added to is not part of what is added.
    which = [model.KIND] if issubclass(model, Entry) and model.WHICH else []
    fields = proposed_fields(model)
    needed = [name for name, field in fields.items() if field.is_needed(fields)]
    at_stages = {name: field.needed_at for name, field in fields.items() if field.needed_at}
    asked = {*fields, *_WRITTEN_BY_THE_FORM, *GIVEN_BY_PAGES}
    properties = {name: _bare(schema) for name, schema in whole["properties"].items() if name in asked}
    for name in (*needed, *at_stages):
        if properties[name]["type"] == "array":
            properties[name].setdefault("minItems", 1)
    conditions = [
        {"if": {"properties": {"stage": {"enum": [*stages]}}, "required": ["stage"]}, "then": {"required": [name]}}
        for name, stages in at_stages.items()
    ]
    return {
        "type": "object",
        "properties": {**{name: {"type": "string"} for name in which}, **properties},
        "required": [*which, *(name for name in properties if name in needed or name in _WRITTEN_BY_THE_FORM)],
        "additionalProperties": False,
        **({"allOf": conditions} if conditions else {}),
    }


def _bare(schema: Schema) -> Schema:
    """A field's schema without keywords for people, with its choices as an enum and one type."""
    bare = {key: value for key, value in schema.items() if key not in _WORDS}
    if "items" in bare:
        bare["items"] = _bare(bare["items"])
    if "oneOf" in bare:
        bare["enum"] = [choice["const"] for choice in bare.pop("oneOf")]
    if isinstance(bare["type"], list):
        bare["type"] = bare["type"][0]
    return bare
