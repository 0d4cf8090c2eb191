"""What the models say of themselves."""

from __future__ import annotations

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.kinds import KINDS, Action, Citation, Evidence, Initiative, Meeting, Part
from macros.schema.network import Network
from macros.schema.shape import choices, field_at, is_part, mentions, part_at, shape
from tests.unit.test_document import smallest_library


def test_a_location_leads_to_a_field() -> None:
    due = field_at(Meeting, ("actions", 2, "due"))
    assert due is Action.model_fields["due"]
    assert field_at(Meeting, ("actions", 2, "nothing")) is None
    assert field_at(Meeting, ("title", "of")) is None
    assert field_at(Network, ("areas", "north")) is None
    assert field_at(Meeting, ()) is None


def test_a_location_leads_to_the_group_it_is_in() -> None:
    assert part_at(Evidence, ()) is Evidence
    assert part_at(Evidence, ("citation",)) is Citation
    assert part_at(Meeting, ("actions", 0)) is Action
    assert part_at(Meeting, ("title",)) is Meeting


def test_choices_are_those_of_the_field() -> None:
    assert choices(Initiative.model_fields["stage"]) == ["idea", "trying", "established", "stopped"]
    assert choices(Initiative.model_fields["title"]) == []


def test_references_are_found_however_deep_they_stand() -> None:
    meeting = smallest_library().all_of(Meeting)["sample-meeting"]
    topics = [{"text": "How?", "service": "a", "taken_up": "b"}, {"text": "Why?"}]
    full = Meeting.model_validate(
        {**meeting.model_dump(exclude={"topics"}), "topics": topics, "opening": {"title": "One", "initiative": "c"}}
    )
    assert [(mention.location, mention.kind, mention.id) for mention in mentions(full)] == [
        (("opening", "initiative"), "initiative", "c"),
        (("attended", 0), "service", "sample-brindle"),
        (("topics", 0, "service"), "service", "a"),
        (("topics", 0, "taken_up"), "meeting", "b"),
    ]


def fields_of(model: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    found: list[tuple[str, FieldInfo]] = []
    for name, field in model.model_fields.items():
        found.append((f"{model.__name__}.{name}", field))
        if is_part(shape(field).leaf):
            found.extend(fields_of(shape(field).leaf))
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_says_what_it_is_for_and_gives_an_example(kind: str) -> None:
    for name, field in fields_of(KINDS[kind]):
        assert field.description, name
        assert field.description.endswith("."), name
        assert field.examples, name


@pytest.mark.parametrize("model", [*KINDS.values(), Network])
def test_no_model_takes_a_field_it_does_not_know(model: type[BaseModel]) -> None:
    assert model.model_config["extra"] == "forbid"
    assert Part.model_config["extra"] == "forbid"
