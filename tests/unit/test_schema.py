"""What the models say of themselves."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import BaseModel

from macros.kinds import KINDS, Action, Citation, Evidence, Initiative, Meeting, Page, Part
from macros.library.reading import read_record
from macros.lint.diagnostics import RuleContext
from macros.lint.engine import rules
from macros.lint.rules import field_needed_here
from macros.schema.description import described, field_at, fields_beside, fields_of
from macros.schema.field import Demand, Need, When
from macros.schema.field import field as declare
from macros.schema.network import Network
from macros.schema.references import mentions
from macros.schema.types import Day, Text
from macros.source.document import Document, parse_document
from tests.support.cases import for_each
from tests.unit.test_document import smallest_library


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


@for_each("kind", KINDS)
def test_every_field_says_what_it_is_for_and_gives_an_example(kind: str) -> None:
    for location, field in fields_of(KINDS[kind]):
        assert field.description, location
        assert field.description.endswith("."), location
        assert field.examples, location


@for_each("model", [Network, Page])
def test_every_setting_says_what_it_is_for(model: type[BaseModel]) -> None:
    assert [location for location, field in fields_of(model) if not field.description.endswith(".")] == []


@for_each(("kind", "model"), KINDS.items())
def test_what_a_field_says_of_others_is_true(kind: str, model: type[BaseModel]) -> None:
    for location, field in fields_of(model):
        outer = field_at(model, location[:-1])
        group = outer.leaf if outer else model
        for case in (field.needed and field.needed.when, field.only and field.only.when, field.to_come):
            if isinstance(case, When):
                assert hasattr(group, case.name) or case.name in group.model_fields, location
        if field.after:
            assert field.after.name in group.model_fields or field.after.name in model.model_fields, location
        if field.needed:
            assert field.needed.rule in rules(), location
            assert field.needed.why or field.needed.rule != "field-needed-here", location


def test_a_date_is_past_and_of_the_network_if_nothing_is_said_of_it() -> None:
    class Checked(Initiative):
        """An initiative with a date more."""

        seen: Day | None = declare(default=None, description="The day it was seen.", examples=["2026-03-12"])

    seen = described(Checked)["seen"]
    assert (seen.is_date, seen.to_come, seen.older) == (True, False, False)


def test_what_every_record_needs_is_asked_for() -> None:
    assert described(Citation)["doi"].ask is Demand.ASKED
    assert described(Action)["why"].ask is Demand.LATER
    # What can take its place is asked for too, or is not.
    assert described(Citation)["doi"].is_needed(())
    assert not described(Citation)["doi"].is_needed(("url",))


@for_each("model", [*KINDS.values(), Network])
def test_no_model_takes_a_field_it_does_not_know(model: type[BaseModel]) -> None:
    assert model.model_config["extra"] == "forbid"
    assert Part.model_config["extra"] == "forbid"


LONGER = b"""---
title: Shared lunch
summary: The team eats together once a week, away from desks, with no agenda.
added: 2026-03-12
source:
  title: What helps a team
  url: https://www.example.org/
tags:
  - peer-support
stage: established
---
"""


def test_a_list_that_is_needed_is_asked_for_with_an_example(monkeypatch: pytest.MonkeyPatch) -> None:
    class Longer(Initiative):
        """An initiative with a list more."""

        tools: list[Annotated[str, Text(2, 40)]] = declare(
            default=[],
            needed=Need(why="Say what it takes.", beside="title"),
            description="What it takes.",
            examples=[["A kettle"]],
        )

    monkeypatch.setitem(KINDS, "initiative", Longer)
    library = smallest_library()
    document = Document(path="content/initiatives/shared-lunch.md", kind="initiative", id="shared-lunch")
    parse_document(document, LONGER)
    context = RuleContext(library, document, read_record(document, library.network))
    assert [(found.span.line, found.message) for found in field_needed_here.check(context)] == [
        (
            2,
            'Say what it takes. Add a line "tools:". Write each entry on a line of its own below it, after two spaces, such as '
            '"- A kettle".',
        )
    ]
