"""What forms ask for, at which stage, and the JSON Schema of a proposal."""

from collections import Counter
from collections.abc import Mapping, Sequence

from pydantic import BaseModel

from macros.kinds import KINDS, Record, Service, Topic
from macros.library.records import Records
from macros.schema.description import FieldDescription, described, label
from macros.schema.json_schema import Schema, group_schema

# The models that can be proposed, by their names on the site's pages.
PROPOSALS: dict[str, type[BaseModel]] = {
    **{kind: model for kind, model in KINDS.items() if model.HAS_FORM},
    "topic": Topic,
}

# Filled in by the form's script.
_WRITTEN_BY_THE_FORM = {"added"}
# Fields that no form asks for, which a page may set for its form.
GIVEN_BY_PAGES = {"opens_meetings"}
# People whose service is not in the list type its name. The record refers to the id the service will get, so a proposal
# is valid as soon as the service is added.
UNLISTED = "unlisted"
UNLISTED_LABEL = "Service that is not in the list"
UNLISTED_HINT = "Its name, if you do not find it in the list. Somebody from the network adds it."
CHOOSES_SERVICES = "services"
# What people write when they have no answer, as a file name: "N/A" is "n-a".
NO_NAMES = ("n-a", "na", "nil", "no", "no-response", "none", "not-applicable", "nothing")
# Keywords for people, and `format`, which `pattern` makes redundant.
_WORDS = {"title", "description", "examples", "default", "format"}


def folded(text: str) -> str:
    """A name normalised for comparison: case folded, with single spaces."""
    return " ".join(text.split()).casefold()


def services_by_name(library: Records) -> Mapping[str, str]:
    """The ids of services by everything they are or were called: title, id, former ids and names, each `folded`.

    A former name shared by several services is left out.
    """
    services = sorted(library.all_of(Service).values(), key=lambda service: not service.active)
    titles = {folded(service.title): service.id for service in reversed(services)}
    ids = {name: name for name in sorted({*library.ids[Service.KIND], *library.all_of(Service)})}
    former = {(folded(name), service.id) for service in services for name in service.former_names}
    times = Counter(name for name, _ in former)
    names = {name: service_id for name, service_id in sorted(former) if times[name] == 1}
    return {**names, **library.aliases[Service.KIND], **ids, **titles}


def proposed_fields(model: type[BaseModel]) -> dict[str, FieldDescription]:
    """The fields that a form asks for, in model order."""
    return {name: one for name, one in described(model).items() if one.is_proposed and name not in _WRITTEN_BY_THE_FORM}


def records_to_name(kind: str, library: Records) -> list[Record]:
    """The records of a kind that a proposal may name: current ones only."""
    return [record for record in library.records[kind].values() if record.is_current]


def asked_as(field: FieldDescription, group: Sequence[str] = ()) -> str:
    """A form's label for a field, which may be in a group: the site's own if it has one, else from the name."""
    return field.asked_as or label("_".join((*group, field.name)))


def proposal_schema(model: type[BaseModel]) -> Schema:
    """The JSON Schema of a proposal. It leaves out words and records, which depend on the network."""
    whole = group_schema(described(model), None)
    fields = proposed_fields(model)
    needed = [name for name, field in fields.items() if field.is_needed(fields)]
    at_stages = {name: field.needed_at for name, field in fields.items() if field.needed_at}
    properties = {
        name: _bare(schema)
        for name, schema in whole["properties"].items()
        if name in {*fields, *_WRITTEN_BY_THE_FORM, *GIVEN_BY_PAGES}
    }
    for name in (*needed, *at_stages):
        if properties[name]["type"] == "array":
            properties[name].setdefault("minItems", 1)
    conditions = [
        {"if": {"properties": {"stage": {"enum": [*stages]}}, "required": ["stage"]}, "then": {"required": [name]}}
        for name, stages in at_stages.items()
    ]
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name in needed or name in _WRITTEN_BY_THE_FORM],
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
