"""What a member proposes with a form: which fields are asked for, at which stage, and the JSON Schema of what they send."""

from collections import Counter
from collections.abc import Mapping, Sequence

from pydantic import BaseModel

from macros.kinds import KINDS, Record, Service, Topic
from macros.library.records import Records
from macros.schema.description import FieldDescription, described, label
from macros.schema.json_schema import Schema, group_schema

# What can be proposed, by the name that a page of the site calls it by.
PROPOSALS: dict[str, type[BaseModel]] = {
    **{kind: model for kind, model in KINDS.items() if model.HAS_FORM},
    "topic": Topic,
}

# What the script of the form says by itself.
_WRITTEN_BY_THE_FORM = {"added"}
# What no form asks for, and a page may answer for everybody who uses its form.
GIVEN_BY_PAGES = {"opens_meetings"}
# Whoever does not find their service among the ones to choose from says in words which it is. The record names it as its file
# will be called: a proposal need not wait for another, and is valid once the service is added.
UNLISTED = "unlisted"
UNLISTED_LABEL = "Service that is not in the list"
UNLISTED_HINT = "Its name, if you do not find it in the list. Somebody from the network adds it."
CHOOSES_SERVICES = "services"
# What people write there to say that they have nothing to say, as the name of a file would have it: "N/A" as "n-a".
NO_NAMES = ("n-a", "na", "nil", "no", "no-response", "none", "not-applicable", "nothing")
# What a schema says to people, and a check by format, of which the pattern beside it says enough.
_WORDS = {"title", "description", "examples", "default", "format"}


def folded(text: str) -> str:
    """A text without what makes no difference to a name: the case of its letters, and how much space is in it."""
    return " ".join(text.split()).casefold()


def services_by_name(library: Records) -> Mapping[str, str]:
    """The id of every service by all that it is or was called: its title, its id, its former ids and names, each `folded`.

    A former name that several services share says of none that it is meant.
    """
    services = sorted(library.all_of(Service).values(), key=lambda one: not one.active)
    titles = {folded(one.title): one.id for one in reversed(services)}
    ids = {one: one for one in sorted({*library.ids[Service.KIND], *library.all_of(Service)})}
    former = {(folded(name), one.id) for one in services for name in one.former_names}
    times = Counter(name for name, _ in former)
    names = {name: one for name, one in sorted(former) if times[name] == 1}
    return {**names, **library.aliases[Service.KIND], **ids, **titles}


def proposed_fields(model: type[BaseModel]) -> dict[str, FieldDescription]:
    """The fields that a form asks for, in the order of the model."""
    return {name: one for name, one in described(model).items() if one.is_proposed and name not in _WRITTEN_BY_THE_FORM}


def records_to_name(kind: str, library: Records) -> list[Record]:
    """The records of a kind that what is proposed may name: no service that has left."""
    return [record for record in library.records[kind].values() if record.is_current]


def asked_as(one: FieldDescription, group: Sequence[str] = ()) -> str:
    """What a form calls a field, which may be in a group: as the site does, if that is not the name of the field."""
    return one.asked_as or label("_".join((*group, one.name)))


def proposal_schema(model: type[BaseModel]) -> Schema:
    """What a form of this model may send. Which words and records there are is the network's affair, and the form's."""
    whole = group_schema(described(model), None)
    fields = proposed_fields(model)
    needed = [name for name, one in fields.items() if one.is_needed(fields)]
    at_stages = {name: one.needed_at for name, one in fields.items() if one.needed_at}
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
    """A field's schema without what it says to people, and with its choices as a plain list."""
    found = {key: value for key, value in schema.items() if key not in _WORDS}
    if "items" in found:
        found["items"] = _bare(found["items"])
    if "oneOf" in found:
        found["enum"] = [choice["const"] for choice in found.pop("oneOf")]
    return found
