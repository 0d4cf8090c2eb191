"""The JSON Schema of a record says what its model takes, as a validator that is not ours reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import BaseModel, TypeAdapter, ValidationError

from macros.kinds import KINDS, PROPOSED
from macros.library.library import read_network
from macros.schema import types as fields
from macros.schema.description import described, label
from macros.schema.json_schema import record_schema
from macros.source.fences import fenced
from tests.support.building import NETWORKS
from tests.support.cases import for_each
from tests.support.project import ROOT

NETWORK = read_network(ROOT)
SCHEMAS = {kind: record_schema(kind, model, NETWORK) for kind, model in KINDS.items()}
# Where the other networks have their words: one of them is laid over the empty one.
OTHERS = {"smallest": "smallest", "welsh": "welsh", "orchard": "empty", "signs": "signs"}


class Yaml12(yaml.CSafeLoader):
    """Reads YAML as version 1.2 has it, and with it editors and forms: a date is text, and only true and false are not."""


Yaml12.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("null", r"^$", [""]),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def written(path: Path) -> dict[str, Any]:
    """The front matter of a file as an editor reads it, without what was left blank."""
    front_matter = fenced(path.read_text(encoding="utf-8")).front_matter
    found: dict[str, Any] = without_blanks(yaml.load(front_matter, Loader=Yaml12))
    return found


def without_blanks(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_blanks(inner) for name, inner in value.items() if inner is not None}
    return [without_blanks(inner) for inner in value if inner is not None] if isinstance(value, list) else value


def records(content: Path) -> Iterator[tuple[str, Path]]:
    for kind, model in KINDS.items():
        yield from ((kind, path) for path in (content / model.FOLDER).glob("*.md") if path.name != "index.md")


def mistakes(kind: str, values: dict[str, Any], schemas: dict[str, Any] = SCHEMAS) -> list[str]:
    validator = Draft202012Validator(schemas[kind], format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(values)]


@for_each("kind", KINDS)
def test_it_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[kind])


def test_every_record_of_the_project_is_valid() -> None:
    found = list(records(ROOT / "content"))
    assert {kind for kind, _ in found} >= set(PROPOSED)
    assert {str(path): said for kind, path in found if (said := mistakes(kind, written(path)))} == {}


@for_each("name", OTHERS)
def test_every_record_of_another_network_is_valid_with_its_own_words(name: str) -> None:
    network = read_network(NETWORKS / OTHERS[name])
    schemas = {kind: record_schema(kind, model, network) for kind, model in KINDS.items()}
    found = list(records(NETWORKS / name / "content"))
    assert found
    assert {str(path): said for kind, path in found if (said := mistakes(kind, written(path), schemas))} == {}


@cache
def fullest(kind: str) -> dict[str, Any]:
    """A valid record of the kind, the one with the most fields."""
    return max((written(path) for found, path in records(ROOT / "content") if found == kind), key=len)


BAD: list[tuple[str, dict[str, Any]]] = [
    ("theme", {"title": None}),
    ("theme", {"title": "Ab"}),
    ("theme", {"title": "x" * 81}),
    ("theme", {"title": ["A list"]}),
    ("theme", {"title": 2016}),
    ("theme", {"unknown": "A field that nobody knows"}),
    ("theme", {"added": "6 August 2018"}),
    ("theme", {"added": "2018-08"}),
    ("theme", {"added": "2018-02-30"}),
    ("initiative", {"opens_meetings": "perhaps"}),
    ("theme", {"review_every": 0}),
    ("theme", {"review_every": 61}),
    ("theme", {"review_every": "12 months"}),
    ("theme", {"group": "no-such-group"}),
    ("theme", {"aliases": ["Not an id"]}),
    ("theme", {"tags": ["a", "b", "c", "d", "e", "f"]}),
    ("theme", {"synonyms": "Not a list"}),
    ("theme", {"source": {"title": "No address"}}),
    ("theme", {"source": {"title": "A page", "url": "www.example.org"}}),
    ("theme", {"updates": [{"date": "2026-01-01", "note": "A change", "by": "Somebody"}]}),
    ("initiative", {"stage": "estabished"}),
    ("initiative", {"stage": None}),
    ("initiative", {"tags": []}),
    ("initiative", {"tags": None}),
    ("initiative", {"started": "18"}),
    ("initiative", {"started": "2018-13"}),
    ("initiative", {"minutes": 1441}),
    ("initiative", {"cost": "a bit"}),
    ("initiative", {"contact": "team at example.org"}),
    ("initiative", {"hse_areas": ["demands", "coffee"]}),
    ("initiative", {"adopted_by": [{"since": "2018-08"}]}),
    ("meeting", {"starts": "25:00"}),
    ("meeting", {"starts": "9:00"}),
    ("meeting", {"standing_item": {"led_by": "Network chair"}}),
    ("meeting", {"diamond9": {"question": "What?", "statements": [], "groups": []}}),
    ("meeting", {"diamond9": {"question": "What?"}}),
    ("meeting", {"decisions": [""]}),
    ("evidence", {"strength": 6}),
    ("evidence", {"strength": "strong"}),
    ("evidence", {"kind": "rumour"}),
    ("evidence", {"citation": {"authors": "A. Author", "title": "A title", "where": "A journal", "year": 1899}}),
    ("evidence", {"citation": {"authors": "A. Author", "title": "A title", "where": "A journal", "doi": "doi:10.1/a"}}),
    ("service", {"website": "https://"}),
    ("service", {"website": "javascript:alert(1)"}),
    ("service", {"champions": [{"name": "Sample Champion A"}]}),
    ("service", {"active": "no longer"}),
]  # fmt: skip


@for_each(("kind", "change"), BAD)
def test_what_the_model_refuses_is_not_valid(kind: str, change: dict[str, Any]) -> None:
    values = deepcopy(fullest(kind))
    assert mistakes(kind, values) == []
    values.update(change)
    assert mistakes(kind, without_blanks(values))
    with pytest.raises(ValidationError):
        KINDS[kind].model_validate(without_blanks(values), context=NETWORK)


def pairs(model: type[BaseModel], schema: dict[str, Any]) -> Iterator[tuple[Any, dict[str, Any], bool]]:
    """Every field of a model and of the groups in it, with its schema and whether the schema asks for it."""
    assert list(schema["properties"]) == list(model.model_fields)
    assert schema["additionalProperties"] is False
    for name, field in model.model_fields.items():
        inner = schema["properties"][name]
        yield field, inner, name in schema["required"]
        if described(model)[name].parts:
            yield from pairs(described(model)[name].leaf, inner.get("items", inner))


@for_each("kind", KINDS)
def test_every_field_of_every_model_is_there_and_explained(kind: str) -> None:
    for field, schema, is_asked_for in pairs(KINDS[kind], SCHEMAS[kind]):
        assert schema["description"] == field.description
        assert schema["title"][0].isupper()
        assert is_asked_for == field.is_required()


@for_each("kind", KINDS)
def test_examples_and_defaults_are_valid(kind: str) -> None:
    for _, schema, _ in pairs(KINDS[kind], SCHEMAS[kind]):
        known = [*schema.get("examples", []), *([schema["default"]] if "default" in schema else [])]
        assert [list(Draft202012Validator(schema).iter_errors(one)) for one in known] == [[]] * len(known)


def test_examples_are_of_the_type_that_is_asked_for() -> None:
    properties = SCHEMAS["initiative"]["properties"]
    assert properties["minutes"]["examples"] == [30]
    assert properties["opens_meetings"]["examples"] == [True]
    assert properties["tags"]["examples"] == [["peer-support"]]
    assert "examples" not in properties["quotes"]


def test_choices_have_the_words_that_readers_see() -> None:
    stage = SCHEMAS["initiative"]["properties"]["stage"]["oneOf"][0]
    assert (stage["const"], stage["title"]) == ("idea", "Idea")
    assert stage["description"] == "It has been suggested. We have no record yet of a service in the network doing it."
    assert {"const": "south-yorkshire", "title": "South Yorkshire"} in SCHEMAS["service"]["properties"]["area"]["oneOf"]


def test_limits_stand_where_they_belong() -> None:
    tags = SCHEMAS["initiative"]["properties"]["tags"]
    assert (tags["minItems"], tags["maxItems"]) == (1, 5)
    names = SCHEMAS["service"]["properties"]["former_names"]
    assert ("maxItems" in names, names["items"]["maxLength"]) == (False, 120)
    rows = SCHEMAS["meeting"]["properties"]["diamond9"]["properties"]["groups"]["items"]["properties"]["rows"]
    assert rows["items"]["items"]["type"] == "string"


@for_each(
    ("name", "shown"),
    [
        ("title", "Title"),
        ("hse_areas", "HSE areas"),
        ("diamond9", "Diamond 9"),
        ("citation_doi", "Citation DOI"),
        ("source_url", "Source web address"),
        ("id", "ID"),
    ],
)
def test_fields_are_labelled_as_people_write_them(name: str, shown: str) -> None:
    assert label(name) == shown


# The fields that check a text by themselves are described by a pattern beside them: both must take the same texts.

_SIGNS = st.sampled_from([*"aZ09-.:/@_%+<>\"'`{}|\\^ \u00e9", "10.", "https://", "2018-", "08-06", "@x.org"])
_PIECES = st.lists(_SIGNS, max_size=8).map("".join)
_PATTERNS = {
    name: (TypeAdapter(getattr(fields, name)), re.compile(properties["pattern"]))
    for name, properties in {
        "Day": SCHEMAS["theme"]["properties"]["added"],
        "DayOrMonth": SCHEMAS["meeting"]["properties"]["date"],
        "DayMonthOrYear": SCHEMAS["initiative"]["properties"]["started"],
        "TimeOfDay": SCHEMAS["meeting"]["properties"]["starts"],
        "WebAddress": SCHEMAS["service"]["properties"]["website"],
        "MailAddress": SCHEMAS["service"]["properties"]["contact"],
        "Doi": SCHEMAS["evidence"]["properties"]["citation"]["properties"]["doi"],
        "Identifier": SCHEMAS["theme"]["properties"]["aliases"]["items"],
    }.items()
}
LIKELY = [
    "2018-08-06", "2018-08", "2018", "0001-01-01", "2018-8-6", "00:00", "23:59", "24:00", "a-b", "a--b", "-a", "a_b",
    "https://example.org/caf\u00e9?a=b#c", "http://example.org", "ftp://example.org", "https://a b", "https://a|b",
    "10.1080/09638237.2016.1276540", "10.1/a", "10.12345/a(b)c;d", "10.1234/a{b}", "team.one+two@a-b.example.org",
    "team@localhost", "a@b.c\n",
]  # fmt: skip


def taken(kind: Annotated[Any, "a type of field"], text: str) -> bool:
    try:
        _PATTERNS[kind][0].validate_python(text)
    except ValidationError:
        return False
    return True


@for_each("kind", _PATTERNS)
@for_each("text", LIKELY)
def test_the_pattern_of_a_field_takes_what_the_field_takes(kind: str, text: str) -> None:
    is_matched = bool(_PATTERNS[kind][1].search(text)) and not text.endswith("\n")
    assert is_matched == taken(kind, text)


@settings(deadline=None)
@given(text=_PIECES)
@pytest.mark.parametrize("kind", _PATTERNS)
def test_the_pattern_of_a_field_refuses_nothing_that_the_field_takes(kind: str, text: str) -> None:
    if taken(kind, text):
        assert _PATTERNS[kind][1].search(text)


def test_a_year_is_valid_with_and_without_quotation_marks() -> None:
    for year in (2018, "2018"):
        assert mistakes("initiative", fullest("initiative") | {"started": year}) == []
