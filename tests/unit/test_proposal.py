"""What a form asks for follows from the models, the network's words and its records."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import pytest
from jsonschema import Draft202012Validator

from macros.kinds import Adoption, Initiative, Presentation, Topic
from macros.library.library import Library, read_library
from macros.library.public import PublicLibrary
from macros.library.records import Records
from macros.lint.engine import check_library
from macros.pages.edit_links import EditLinks
from macros.propose import specification as proposal
from macros.propose.site_form import ProposalForm, Target, Wanted, proposal_form
from macros.propose.specification import proposal_schema, proposed_fields
from macros.schema.description import described
from macros.schema.field import Need, field
from macros.schema.types import Text
from macros.source.writer import record_text
from tests.support.cases import for_each
from tests.support.project import ROOT, TODAY

REPOSITORY = EditLinks("https://github.com/a/b/edit/main/content/")
WHOLE = {
    "title": "Shared lunch",
    "summary": "The team eats together once a week, away from desks.",
    "added": "2026-11-23",
    "tags": ["peer-support"],
    "stage": "idea",
    "services": ["sample-brindle"],
    "contact": "team@example.invalid",
}
BODY = "\n".join(f"## {title}\n\nText.\n" for title in ("What happens", "How to try it", "What changed"))


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(ROOT)


def form_of(library: Library, wanted: Wanted, repository: EditLinks = REPOSITORY) -> ProposalForm:
    return proposal_form(wanted, PublicLibrary.of(library, TODAY), repository)


def test_a_form_asks_for_what_a_clinician_can_tell_and_for_nothing_else() -> None:
    assert [*proposed_fields(Initiative)] == [
        "title", "summary", "tags", "stage", "services", "started", "stopped", "why_stopped", "audience", "setting", "minutes",
        "cost", "contact", "evidence",
    ]  # fmt: skip
    assert [*proposed_fields(Adoption)] == ["service", "since", "adapted", "learnt_from"]
    assert [*proposed_fields(Presentation)] == ["title", "service", "initiative", "evidence"]
    assert [*proposed_fields(Topic)] == ["text", "service"]


def test_a_new_field_is_asked_for_and_checked_by_itself(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    class Changed(Initiative):
        weather: Annotated[str, Text(3, 80)] | None = field(
            default=None, proposed=True, description="The weather it needs.", examples=["Sun"]
        )
        mood: Annotated[str, Text(3, 400)] | None = field(
            default=None,
            needed=Need(why="Say how it feels."),
            hint="How it feels.",
            description="The mood.",
            examples=["Good"],
        )

    monkeypatch.setitem(proposal.PROPOSALS, "initiative", Changed)
    monkeypatch.setattr(Records, "all_of", lambda self, model: self.records[model.KIND])
    form = form_of(library, Wanted("initiative", "propose-initiative"))
    weather, mood = (one for one in form.questions if one.name in ("weather", "mood"))
    assert (weather.label, weather.hint, weather.sort, weather.is_needed) == (
        "Weather", "The weather it needs. For example, Sun. 3 to 80 characters.", "text", False,
    )  # fmt: skip
    assert (mood.hint, mood.sort, mood.is_needed) == ("How it feels. 3 to 400 characters.", "area", True)
    schema = proposal_schema(Changed)
    assert schema["properties"]["weather"] == {"type": "string", "minLength": 3, "maxLength": 80}
    assert "mood" in schema["required"]
    assert "weather" not in schema["required"]


@pytest.mark.parametrize(
    "values",
    [
        {},
        *({"stage": stage, "started": "2025-03"} for stage in ("trying", "established", "stopped")),
        *({"stage": stage} for stage in ("trying", "established", "stopped")),
        {"stage": "stopped", "started": "2025-03", "stopped": "2025-04"},
        {"stage": "stopped", "started": "2025-03", "stopped": "2025-04", "why_stopped": "No room."},
        {"services": []},
        {"contact": None},
        {"tags": []},
        {"tags": ["a", "b", "c", "d", "e", "f"]},
        {"title": "It"},
        {"minutes": 0},
        {"minutes": 30},
        {"cost": "much"},
    ],
    ids=str,
)
def test_the_schema_of_a_proposal_and_the_rules_agree(values: dict[str, object], smallest: Path) -> None:
    proposed = {name: value for name, value in {**WHOLE, **values}.items() if value is not None}
    is_valid = Draft202012Validator(proposal_schema(Initiative)).is_valid(proposed)
    written = {name: str(value) if isinstance(value, int) else value for name, value in proposed.items()}
    text = record_text(described(Initiative), written, BODY)
    (smallest / "content/initiatives/shared-lunch.md").write_text(text, encoding="utf-8")
    found = check_library(read_library(smallest), date(2026, 11, 25))
    assert is_valid == (not found), [one.message for one in found]


def test_the_services_of_the_network_are_there_to_choose(library: Library) -> None:
    form = form_of(library, Wanted("initiative", "propose-initiative"))
    services = next(one for one in form.questions if one.name == "services")
    assert [option.value for option in services.options] == ["east-riding", "north-yorkshire"]
    assert "shared-lunch" in json.loads(form.settings)["taken"]


def test_a_page_says_what_is_asked_and_answers_the_rest(library: Library) -> None:
    wanted = Wanted(
        "initiative",
        "x",
        ask={"title": ["Your question", "Ask."], "contact": []},
        fixed={"setting": ["team-meeting"], "opens_meetings": True},
    )
    form = form_of(library, wanted)
    assert [(one.name, one.label) for one in form.questions] == [("title", "Your question"), ("contact", "Contact")]
    assert form.questions[0].hint == "Ask."
    assert json.loads(form.settings)["fixed"] == {"setting": ["team-meeting"], "opens_meetings": True}


@for_each(
    ("wanted", "message"),
    [
        (Wanted("initiative", "x", ask={"tag": []}), 'has no question "tag"'),
        (Wanted("initiative", "x", fixed={"active": True}), 'has no question "active"'),
        (Wanted("initiative", "x", fixed={"tags": ["nonsense"]}), 'answers "tags" with nonsense, which does not exist'),
        (Wanted("topic", "x", fixed={"service": "apricot"}), 'answers "service" with apricot'),
    ],
)
def test_a_page_that_asks_for_what_there_is_not_stops_the_build(wanted: Wanted, message: str, library: Library) -> None:
    with pytest.raises(ValueError, match=message):
        form_of(library, wanted)


def test_a_site_without_a_repository_has_no_address_to_send_to(library: Library) -> None:
    nowhere = EditLinks("")
    form = form_of(library, Wanted("topic", "propose-topic"), nowhere)
    assert (nowhere.new_issue, nowhere.new_files, nowhere.origin) == ("", "", "")
    assert json.loads(form.settings)["issues"] == ""
    assert form.target
    assert form.target == Target(
        list="topics", asks="", id="", path="content/meetings/{id}.md", edit="", filled=form.target.filled
    )
    assert form.meeting == ""


def test_what_is_added_to_a_record_says_to_which(library: Library) -> None:
    form = form_of(library, Wanted("adoption", "propose-adoption"))
    assert form.target
    assert (form.target.asks, form.target.id) == ("initiative", "")
    assert form.target.edit == "https://github.com/a/b/edit/main/content/initiatives/{id}.md"
    first = form.questions[0]
    assert (first.name, first.sort, first.is_needed) == ("initiative", "select", True)
    assert "shared-lunch" in [option.value for option in first.options]
    schema = proposal_schema(Adoption)
    assert schema["required"] == ["initiative", "service"]


def test_nothing_can_be_added_where_there_is_no_record_of_the_kind(smallest: Path) -> None:
    (smallest / "content/initiatives/sample-lunch.md").unlink()
    assert form_of(read_library(smallest), Wanted("adoption", "x")).missing == ["initiatives"]
