"""What the models say of themselves."""

from __future__ import annotations

import pytest
from test_document import smallest_library

from macros.kinds import KINDS, Action, Citation, Evidence, Initiative, Meeting, Part
from macros.schema.description import described, field_at, fields_beside, fields_of
from macros.schema.network import Network
from macros.schema.references import mentions


def test_a_location_leads_to_a_field() -> None:
    due = field_at(Meeting, ("actions", 2, "due"))
    assert due is described(Action)["due"]
    assert field_at(Meeting, ("actions", 2, "nothing")) is None
    assert field_at(Meeting, ("title", "of")) is None
    assert field_at(Network, ("areas", "north")) is None
    assert field_at(Meeting, ()) is None


def test_a_location_leads_to_the_fields_beside_it() -> None:
    assert fields_beside(Evidence, ()) is described(Evidence)
    assert fields_beside(Evidence, ("citation",)) is described(Citation)
    assert fields_beside(Meeting, ("actions", 0)) is described(Action)
    assert fields_beside(Meeting, ("title",)) is described(Meeting)


def test_choices_are_those_of_the_field() -> None:
    stages = [choice.value for choice in described(Initiative)["stage"].choices]
    assert stages == ["idea", "trying", "established", "stopped"]
    assert described(Initiative)["title"].choices == []


def test_references_are_found_however_deep_they_stand() -> None:
    meeting = smallest_library().of(Meeting)["sample-meeting"]
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


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_says_what_it_is_for_and_gives_an_example(kind: str) -> None:
    for location, field in fields_of(KINDS[kind]):
        assert field.description, location
        assert field.description.endswith("."), location
        assert field.examples, location


@pytest.mark.parametrize("model", [*KINDS.values(), Network])
def test_no_model_takes_a_field_it_does_not_know(model: type) -> None:
    assert model.model_config["extra"] == "forbid"
    assert Part.model_config["extra"] == "forbid"
