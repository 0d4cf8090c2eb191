"""What contributors read: every field, an example that works, every word, and every rule with its reason and an example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.kinds import KINDS, QuestionSet
from macros.library.example_values import example_text
from macros.library.library import Library, read_library
from macros.library.public import PublicLibrary
from macros.lint.catalogue import ExampleMissing, RuleEntry, rule_catalogue
from macros.lint.diagnostics import RuleTopic
from macros.lint.engine import check_library, rules
from macros.pages.field_guide import FieldLine, kind_guide
from macros.pages.vocabulary import vocabulary
from macros.schema.description import described, fields_of
from macros.schema.field import Demand
from tests.support.building import EMPTY, NETWORKS, lay_out_to_read
from tests.support.cases import for_each
from tests.support.project import ROOT, TODAY


def lines_of(kind: str, library: Library) -> list[FieldLine]:
    return [line for lines in kind_guide(kind, PublicLibrary.of(library, TODAY)).groups.values() for line in lines]


def with_parts(lines: list[FieldLine]) -> Iterator[FieldLine]:
    for line in lines:
        yield line
        yield from with_parts(list(line.parts))


@pytest.fixture(scope="module")
def own() -> Library:
    return read_library(ROOT)


@pytest.fixture(scope="module")
def initiative(own: Library) -> dict[str, FieldLine]:
    return {line.anchor: line for line in with_parts(lines_of("initiative", own))}


@for_each("kind", KINDS)
def test_every_field_is_there_once(kind: str, own: Library) -> None:
    lines = lines_of(kind, own)
    assert sorted(line.field.name for line in lines) == sorted(KINDS[kind].model_fields)
    for line in with_parts(lines):
        assert line.field.description.endswith("."), line.anchor
        assert line.field.name in line.example, f"{line.anchor} has no example"
    assert len({line.anchor for line in with_parts(lines)}) == len(list(with_parts(lines)))


def test_the_fields_of_a_group_are_there(initiative: dict[str, FieldLine]) -> None:
    for name, field in described(KINDS["initiative"]).items():
        if field.parts:
            assert [part.field.name for part in initiative[name].parts] == list(field.leaf.model_fields)
    assert initiative["quotes"].field.is_list
    assert not initiative["source"].field.is_list


def test_what_is_needed_comes_first(own: Library) -> None:
    groups = {
        title: [line.field.name for line in lines]
        for title, lines in kind_guide("initiative", PublicLibrary.of(own, TODAY)).groups.items()
    }
    assert groups["What every initiative record has"] == ["title", "summary", "added", "tags", "stage"]
    assert groups["What most initiative records have"] == ["services", "started", "contact"]
    assert "minutes" in groups["What else it can have"]
    assert "why_stopped" in groups["For later, and for special cases"]


@for_each(
    ("anchor", "ask", "limits"),
    [
        ("title", Demand.REQUIRED, "3 to 80 characters."),
        ("tags", Demand.REQUIRED, "A list of 1 to 5."),
        ("services", Demand.ASKED, "A list of at most 25."),
        ("added", Demand.REQUIRED, "A day, the year first: 2018-08-06."),
        ("started", Demand.ASKED, "A day, a month or a year, the year first: 2018-08-06, 2018-08 or 2018."),
        ("minutes", Demand.OPTIONAL, "A whole number, 1 to 1440."),
        ("opens_meetings", Demand.LATER, "Either true or false."),
        ("contact", Demand.ASKED, "An e-mail address."),
        ("aliases", Demand.LATER, "A list of at most 50. Lower-case letters, numbers and single hyphens."),
        ("quotes", Demand.OPTIONAL, "A list."),
        ("quotes-text", Demand.REQUIRED, "3 to 400 characters."),
    ],
)
def test_limits_are_in_words(initiative: dict[str, FieldLine], anchor: str, ask: Demand, limits: str) -> None:
    assert (initiative[anchor].field.ask, initiative[anchor].limits) == (ask, limits)


def test_further_limits_are_in_words(own: Library) -> None:
    assert {line.field.name: line.limits for line in lines_of("theme", own)}[
        "synonyms"
    ] == "A list. 2 to 60 characters each."
    meeting = {line.anchor: line.limits for line in with_parts(lines_of("meeting", own))}
    assert meeting["diamond9-statements"] == "A list of exactly 9."
    assert meeting["starts"] == "A time of day: 14:30."


def test_choices_are_described(initiative: dict[str, FieldLine]) -> None:
    stages = {one.value: one.description for one in initiative["stage"].choices}
    assert stages["idea"] == "It has been suggested. We have no record yet of a service in the network doing it."
    assert ("team-meeting", "Team meeting") in [(one.value, one.label) for one in initiative["setting"].choices]
    assert initiative["title"].choices == []


def test_a_reference_is_shown_by_a_record_that_there_is(own: Library, initiative: dict[str, FieldLine]) -> None:
    assert initiative["quotes-service"].field.kind == "service"
    assert initiative["quotes-service"].named in own.records["service"]


def test_on_the_first_day_there_is_no_record_to_name(tmp_path: Path) -> None:
    library = read_library(lay_out_to_read(tmp_path, EMPTY))
    assert {line.field.name: line.named for line in lines_of("initiative", library)}["tags"] == ""


NETWORK_LAYERS = {
    "own": [ROOT],
    "orchard": [EMPTY, NETWORKS / "orchard"],
    "signs": [EMPTY, NETWORKS / "signs"],
    "welsh": [NETWORKS / "welsh"],
    "smallest": [NETWORKS / "smallest"],
}


@pytest.mark.parametrize("network", NETWORK_LAYERS)
def test_the_examples_pass_as_they_are(network: str, tmp_path: Path) -> None:
    """Of every kind, in every network that has a record to refer to, but for the address, which everybody has to change; what is
    only a warning counts too."""
    root = lay_out_to_read(tmp_path, *NETWORK_LAYERS[network])
    library = read_library(root)
    paths = {}
    for model in KINDS.values():
        path = root / "content" / model.FOLDER / "an-example.md"
        path.parent.mkdir(exist_ok=True)
        paths[path.relative_to(root).as_posix()] = example_text(model, library)
    for path_below, text in paths.items():
        (root / path_below).write_text(text, encoding="utf-8")
    found = check_library(read_library(root), TODAY, paths=set(paths))
    # What the network's own meetings have left open, and when they are, no example can know.
    found = [finding for finding in found if finding.rule not in ("action-forgotten", "meeting-missing")]
    addressed = {(path, "address-made-up") for path, text in paths.items() if "example.org" in text}
    # An example is a record alone.
    without_table = {
        (f"content/{model.FOLDER}/an-example.md", "table-invalid") for model in KINDS.values() if model.ROW is not None
    }
    # Its questions are in a record of another kind, of which there may be none.
    without_questions = (
        set() if library.all_of(QuestionSet) else {("content/survey-rounds/an-example.md", "reference-broken")}
    )
    assert {(one.path, one.rule) for one in found} == addressed | without_table | without_questions


def test_an_example_says_all_that_a_new_record_may(own: Library) -> None:
    text = example_text(KINDS["initiative"], own)
    for line in lines_of("initiative", own):
        assert (f"\n{line.field.name}:" in text) is (line.field.ask is not Demand.LATER)


def test_every_word_is_told(own: Library) -> None:
    words = vocabulary(PublicLibrary.of(own, TODAY))
    lists = {one.name: one for one in words.lists}
    assert ("case-study", "Case study") in lists["evidence_kinds"].words
    assert lists["settings"].used_in == ["Initiative: Setting", "Evidence: Setting"]
    assert lists["settings"].about == "Where an initiative or a study may take place."
    assert {theme.id for theme in words.themes} == set(own.records["theme"])
    assert ["PWP", "psychological wellbeing practitioner"] in words.same
    used = {field.vocabulary for model in KINDS.values() for _, field in fields_of(model)}
    assert set(lists) == used - {None}


ENTRIES = [entry for entries in rule_catalogue().values() for entry in entries]


def test_every_rule_is_under_one_topic() -> None:
    assert sorted(entry.id for entry in ENTRIES) == sorted(rules())
    assert set(rule_catalogue()) == set(RuleTopic)
    assert all(rule_catalogue().values())


def faults(entry: RuleEntry) -> Iterator[str]:
    if entry.example.bad == entry.example.good:
        yield f"the example of {entry.id} is not mended"
    if not re.match('[A-Z0-9"]', entry.example.message):
        yield f"the message of {entry.id} does not begin as a sentence: {entry.example.message}"
    for shown in (entry.example.bad, entry.example.good):
        if not 1 <= len(shown.split("\n")) <= 14:
            yield f"the example of {entry.id} is not short: {shown}"
        if not all(sign.isprintable() or sign == "\n" for sign in shown):
            yield f"the example of {entry.id} has a sign in it that cannot be seen: {shown!r}"


def test_every_rule_has_a_short_example_that_is_mended() -> None:
    """Two examples in tests/rules/ whose names differ in "bad" and "good" only: one is the other, mended."""
    assert [fault for entry in ENTRIES for fault in faults(entry)] == []


def test_an_example_shows_what_the_rule_speaks_of() -> None:
    examples = {entry.id: entry.example for entry in ENTRIES}
    assert "stage: estabished" in examples["choice-unknown"].bad
    assert "stage: established" in examples["choice-unknown"].good
    assert "[U+200B]" in examples["character-hidden"].bad
    assert examples["file-name-invalid"].bad == "content/initiatives/Shared Lunch.md"
    assert examples["file-name-invalid"].good == "content/initiatives/shared-lunch.md"


def test_a_rule_without_an_example_is_no_page_with_less_on_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.lint.catalogue._EXAMPLES", tmp_path / "rules")
    with pytest.raises(ExampleMissing, match=r'"([a-z-]+)" has none\. .* tests/rules/\1/'):
        rule_catalogue()
