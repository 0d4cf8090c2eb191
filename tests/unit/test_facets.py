"""What a list can be narrowed down by: the questions, the answers that there are, and which record gives which."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import html

from macros.kinds import KINDS
from macros.library.library import Library, read_network
from macros.library.public import PublicLibrary
from macros.pages.facets import Facet, narrowing
from macros.pages.lists import list_page
from macros.schema.types import Month
from tests.support.project import ROOT, TODAY
from tests.support.rendering import renderer

NETWORK = ROOT / "tests/networks/smallest"
COMMON: dict[str, dict[str, Any]] = {
    "initiative": {"stage": "idea", "tags": ["rest"]},
    "meeting": {"stage": "held", "date": "2025-03-01"},
    "evidence": {
        "kind": "survey",
        "question": "Does it help?",
        "findings": "It helps.",
        "strength": "3",
        "strength_reason": "It is made up.",
        "checked": "abstract",
    },
    "service": {"area": "north"},
    "theme": {"group": "people"},
}
CITATION = {"authors": "Sample Author", "title": "A made-up study", "where": "A made-up journal"}
CHAMPION = {
    "name": "Sample A",
    "role": "Manager",
    "contact": "team@example.org",
    "since": "2025-01",
    "consent_given": "2026-01-05",
    "consent_until": "2027-01-04",
}


@pytest.fixture
def library() -> Library:
    """A network with two themes, two services, and nothing else yet."""
    empty = Library(read_network(NETWORK), root=NETWORK)
    add(empty, "theme", "rest", title="Rest")
    add(empty, "theme", "company", title="Company")
    add(empty, "service", "apple", title="Apple service", area="north")
    add(empty, "service", "pear", title="Pear service", area="south")
    return empty


def add(library: Library, kind: str, record_id: str, **values: Any) -> None:
    """A record of which only `values` matter."""
    written = {"title": record_id, "summary": "It is made up, to be found in a list of others.", "added": "2026-01-10"}
    record = KINDS[kind].model_validate({**written, **COMMON[kind], **values}, context=library.network)
    record._id = record_id
    library.records[kind][record_id] = record


def offered(library: Library, kind: str) -> dict[str, dict[str, int]]:
    """The questions by name, each with its answers and how many records give them."""
    return {one.name: {option.value: option.count for option in one.options} for one in facets(library, kind).values()}


def facets(library: Library, kind: str) -> dict[str, Facet]:
    return {one.name: one for one in narrowing(kind, PublicLibrary.of(library, TODAY)).facets}


def labels(library: Library, kind: str, name: str) -> list[str]:
    return [option.label for option in facets(library, kind)[name].options]


def answers(library: Library, kind: str, record_id: str) -> list[str]:
    """What a record answers, as it would stand in the address of a page."""
    narrow = narrowing(kind, PublicLibrary.of(library, TODAY))
    options = [f"{facet.name}={option.value}" for facet in narrow.facets for option in facet.options]
    path = library.records[kind][record_id].path
    return [options[int(place)] for place in narrow.answers[path].split()]


# Which questions there are.


def test_only_answers_that_some_record_gives_can_be_chosen(library: Library) -> None:
    add(library, "initiative", "picnic", cost="free")
    add(library, "initiative", "hammock", cost="high")
    add(library, "initiative", "ladder")
    assert offered(library, "initiative")["cost"] == {"free": 1, "high": 1}


def test_a_question_whose_answer_leaves_nothing_out_is_not_asked(library: Library) -> None:
    add(library, "initiative", "picnic", cost="free")
    add(library, "initiative", "hammock", cost="free")
    assert offered(library, "initiative") == {}
    assert answers(library, "initiative", "picnic") == []
    add(library, "initiative", "ladder")
    assert offered(library, "initiative") == {"cost": {"free": 2}}


def test_a_list_of_nothing_asks_nothing(library: Library) -> None:
    assert offered(library, "meeting") == {}


def test_themes_stand_in_their_groups_and_are_not_narrowed_down(library: Library) -> None:
    assert offered(library, "theme") == {}


def test_answers_stand_in_the_order_of_the_vocabulary(library: Library) -> None:
    for number, cost in enumerate(["high", "free", "low"]):
        add(library, "initiative", f"picnic-{number}", cost=cost, stage="trying" if number else "idea", setting=[])
    add(library, "initiative", "indoors", setting=["one-to-one", "team-meeting"])
    assert labels(library, "initiative", "cost") == ["No cost but time", "Low", "High"]
    assert labels(library, "initiative", "stage") == ["Idea", "Tried or being tried"]
    assert labels(library, "initiative", "setting") == ["Team meeting", "One-to-one"]


def test_more_answers_than_can_be_taken_in_fold_away(library: Library) -> None:
    for number in range(10):
        add(library, "evidence", f"study-{number}", citation=CITATION | {"year": str(2000 + number)})
    page = list_page("evidence", PublicLibrary.of(library, TODAY))
    shown = html.fragment_fromstring(renderer().render("listings.html.j2", "evidence/", page=page).strip())
    years = shown.xpath("//input[@name='year']")
    folded = shown.xpath("//details[@class='kb-facet__further']//input[@name='year']")
    assert [one.get("value") for one in years][:2] == ["2009", "2008"]
    assert [one.get("value") for one in folded] == ["2001", "2000"]


# Initiatives.


def test_an_initiative_is_found_by_all_that_a_reader_may_ask(library: Library) -> None:
    add(library, "initiative", "other", tags=["company"])
    add(
        library,
        "initiative",
        "picnic",
        stage="established",
        cost="free",
        minutes="10",
        setting=["team-meeting"],
        services=["apple"],
        adopted_by=[{"service": "pear", "since": "2026-01"}],
        started="2025-09",
    )
    assert answers(library, "initiative", "picnic") == [
        "theme=rest",
        "cost=free",
        "minutes=up-to-10",
        "stage=established",
        "setting=team-meeting",
        "area=north",
        "area=south",
        "service=apple",
        "service=pear",
        "year=2025",
    ]
    assert answers(library, "initiative", "other") == ["theme=company", "stage=idea"]


@pytest.mark.parametrize(
    ("minutes", "band"),
    [
        (1, "up-to-10"),
        (10, "up-to-10"),
        (11, "11-to-30"),
        (30, "11-to-30"),
        (31, "31-to-60"),
        (60, "31-to-60"),
        (61, "over-60"),
        (1440, "over-60"),
    ],
)
def test_minutes_are_found_in_bands(library: Library, minutes: int, band: str) -> None:
    add(library, "initiative", "picnic", minutes=str(minutes))
    add(library, "initiative", "other")
    assert answers(library, "initiative", "picnic") == [f"minutes={band}"]


def test_a_service_counts_once_whatever_it_did(library: Library) -> None:
    add(library, "service", "medlar", title="Medlar service", area="north")
    add(library, "initiative", "picnic", services=["apple", "medlar"], adopted_by=[{"service": "apple"}])
    add(library, "initiative", "other")
    assert offered(library, "initiative") == {"area": {"north": 1}, "service": {"apple": 1, "medlar": 1}}


def test_a_record_that_is_not_shown_cannot_be_chosen(library: Library) -> None:
    add(library, "initiative", "picnic", services=["apple"], tags=["rest", "company"])
    add(library, "initiative", "other")
    del library.records["service"]["apple"], library.records["theme"]["company"]
    assert offered(library, "initiative") == {}


def test_titles_stand_in_the_order_of_the_alphabet(library: Library) -> None:
    add(library, "service", "zucchini", title="Medlar service")
    add(library, "service", "aubergine", title="Aubergine service")
    for service in ("zucchini", "aubergine", "pear", "apple"):
        add(library, "initiative", f"picnic-of-{service}", services=[service])
    assert list(offered(library, "initiative")["service"]) == ["apple", "aubergine", "zucchini", "pear"]


# Evidence.


def test_evidence_is_found_by_all_that_a_reader_may_ask(library: Library) -> None:
    add(library, "evidence", "old", citation=CITATION, tags=[], strength="1", checked="full-text")
    add(library, "evidence", "new", citation=CITATION | {"year": "2014"}, tags=["rest"], setting=["one-to-one"])
    assert answers(library, "evidence", "new") == [
        "theme=rest",
        "strength=3",
        "setting=one-to-one",
        "year=2014",
        "checked=abstract",
    ]
    assert answers(library, "evidence", "old") == ["strength=1", "checked=full-text"]


def test_the_strongest_evidence_is_offered_first_and_in_words(library: Library) -> None:
    for strength in ("1", "4", "5"):
        add(library, "evidence", f"study-{strength}", citation=CITATION, strength=strength)
    assert labels(library, "evidence", "strength") == ["5 of 5: strong", "4 of 5", "1 of 5: weak"]


def test_evidence_that_no_one_has_seen_is_not_rated_and_comes_last(library: Library) -> None:
    add(library, "evidence", "heard-of", citation=CITATION, strength=None, strength_reason=None, checked="second-hand")
    add(library, "evidence", "weak", citation=CITATION, strength="1")
    assert labels(library, "evidence", "strength") == ["1 of 5: weak", "Not rated"]
    assert answers(library, "evidence", "heard-of") == ["strength=0", "checked=second-hand"]
    page = page_of(library, "evidence")
    assert page.index(">weak<") < page.index(">heard-of<")
    assert "<span>Strength not rated</span>" in page


# Meetings.


def test_a_list_with_few_of_the_meetings_that_there_can_have_been_says_so(library: Library) -> None:
    library.network = library.network.model_copy(update={"established": Month(2025, 11), "meets_every": 3})
    said = "The network began in November 2025. We do not have a record of every meeting since."
    add(library, "meeting", "first", date="2025-11-20")
    page = page_of(library, "meeting")
    assert '<p class="kb-total">1 meeting on record.</p>' in page
    assert said in page
    add(library, "meeting", "second", date="2026-06-20")
    page = page_of(library, "meeting")
    assert "2 meetings on record." in page
    assert said not in page


def test_a_meeting_is_found_by_all_that_a_reader_may_ask(library: Library) -> None:
    add(library, "meeting", "next", date="2026-12-01", stage="planned", tags=["rest"])
    add(
        library,
        "meeting",
        "last",
        date="2025-03",
        attended=["pear"],
        presentations=[{"title": "What we did", "service": "apple"}, {"title": "What others did"}],
    )
    assert answers(library, "meeting", "last") == ["year=2025", "stage=held", "service=pear", "service=apple"]
    assert answers(library, "meeting", "next") == ["theme=rest", "year=2026", "stage=planned"]


# Services.


def test_a_service_is_found_by_its_area_and_its_champions(library: Library) -> None:
    add(library, "service", "apple", area="north", champions=[CHAMPION], tags=["rest"])
    add(library, "service", "quince", area="south", active="false")
    assert answers(library, "service", "apple") == ["area=north", "champion=yes", "theme=rest", "active=yes"]
    assert answers(library, "service", "pear") == ["area=south", "champion=no", "active=yes"]
    assert answers(library, "service", "quince") == ["active=no"], (
        "who has left is in no area's list and lacks no champion"
    )
    assert offered(library, "service")["area"] == {"north": 1, "south": 1}


def test_champions_are_called_what_the_network_calls_them(library: Library) -> None:
    add(library, "service", "apple", champions=[CHAMPION])
    assert facets(library, "service")["champion"].label == library.network.champions.one.capitalize()


# The page.


def page_of(library: Library, kind: str) -> str:
    return str(renderer().render("listings.html.j2", "list/", page=list_page(kind, PublicLibrary.of(library, TODAY))))


def test_the_form_is_hidden_until_it_works_and_says_everything_escaped(library: Library) -> None:
    add(library, "theme", "rest", title="Rest & <quiet>")
    add(library, "initiative", "picnic", cost="low")
    add(library, "initiative", "other", tags=["company"])
    page = page_of(library, "initiative")
    assert 'autocomplete="off" hidden>' in page
    assert "Rest &amp; &lt;quiet&gt;" in page
    assert "Rest &" not in page.replace("Rest &amp;", "")


def test_an_entry_says_which_boxes_are_about_it(library: Library) -> None:
    add(library, "initiative", "picnic", cost="low", minutes="5")
    add(library, "initiative", "other", tags=["company"])
    page = page_of(library, "initiative")
    assert page.count("<input") == 4
    assert (
        '<li class="kb-entry" data-answers="1 2 3" data-order="5 1 0"><a class="kb-entry__title" href="../initiatives/picnic/">'
        in page
    )


def test_a_list_that_cannot_be_narrowed_down_has_no_form(library: Library) -> None:
    page = page_of(library, "theme")
    assert "<form" not in page
    assert "data-answers" not in page
    assert 'role="status"' not in page


def test_an_entry_says_how_long_it_takes_and_what_it_costs(library: Library) -> None:
    add(library, "initiative", "picnic", cost="free", minutes="1", services=["apple"], started="2025-09")
    add(library, "initiative", "other", cost="some", minutes="10", services=["pear"])
    page = page_of(library, "initiative")
    said = " ".join(re.sub(r"<[^>]*>", "", page).split())
    assert "1 minute · No cost but time · no related evidence listed yet · Apple service · since September 2025" in said
    assert "10 minutes · Some cost · no related evidence listed yet · Pear service" in said


def test_an_entry_says_what_is_estimated_and_whose_an_initiative_is(library: Library) -> None:
    add(library, "initiative", "picnic", cost="free", minutes="1", estimated="true", by_network="true")
    add(library, "initiative", "other", cost="some", services=["pear"], by_network="true")
    add(library, "initiative", "third", estimated="true")
    page = page_of(library, "initiative")
    said = " ".join(re.sub(r"<[^>]*>", "", page).split())
    name = library.network.short_name
    assert f"1 minute · No cost but time · our estimates · no related evidence listed yet · {name}" in said
    assert f"Some cost · no related evidence listed yet · Pear service, {name}" in said
    assert "no related evidence listed yet · no service named" in said
    assert said.count("our estimates") == 1


def test_a_list_knows_what_all_of_its_entries_have_in_common(library: Library) -> None:
    """A link may ask for it, and everything in the list is the answer."""
    add(library, "initiative", "picnic", cost="free", tags=["rest"])
    add(library, "initiative", "other", cost="free", tags=["company"])
    page = page_of(library, "initiative")
    assert (
        'data-asked="theme cost minutes evidence stage setting audience area service year" data-alike="cost=free evidence=no stage=idea"'
        in page
    )
    assert "Below is the whole list, even if your link asked for part of it." in page


def test_a_single_entry_still_says_what_a_link_cannot_ask_for(library: Library) -> None:
    add(library, "initiative", "picnic", cost="free", tags=["rest"])
    page = page_of(library, "initiative")
    assert "<form" not in page
    assert 'data-alike="theme=rest cost=free evidence=no stage=idea"' in page
