"""Pages stay short however many records there are: they list the newest, and lead to all of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from lxml import html

from macros.kinds import Action, Adoption, Evidence, Initiative, Meeting, Presentation, Record, Service, Theme, Topic
from macros.library.library import Library
from macros.outputs.print_packs import packs
from macros.pages.actions import actions_page
from macros.pages.downloads import downloads
from macros.pages.facets import narrowing
from macros.pages.record_page import record_page
from macros.pages.related import inverted_index
from macros.pages.rendering import address
from macros.pages.shortlist import MOST_LISTED, list_of
from tests.support.exporting import PLACE, public, put
from tests.support.project import TODAY
from tests.support.reading import Part, words
from tests.support.rendering import renderer

MORE = MOST_LISTED + 5
NEWEST = [f"Number {number}" for number in range(MOST_LISTED)]


def crowd(shown: Library, of: Record, number: int = MORE, **values: Any) -> None:
    """So many records like one, in its place: each is a day older than the one before."""
    for old in list(shown.records[of.KIND]):
        del shown.records[of.KIND][old]
    for one in range(number):
        put(shown, of, f"number-{one}", title=f"Number {one}", added=TODAY - timedelta(one), updates=[], **values)


def sections(record: Record, shown: Library) -> Mapping[str, Part]:
    """What stands under each heading of a record's page."""
    view = record_page(record, public(shown), inverted_index(public(shown)))
    url = address(record.path)
    body = html.fragment_fromstring(
        renderer().render("sections.html.j2", url, sections=[*view.above, *view.below]), create_parent=True
    )
    found: dict[str, list[Any]] = {}
    for element in body:
        if element.tag in ("h2", "h3"):
            heading = words(element)
        found.setdefault(heading, []).append(element)
    return {heading: Part(url, elements[1:]) for heading, elements in found.items()}


def number_listed(kind: str, shown: Library, **chosen: str) -> int:
    """How many records are left in a list once this is chosen, as its own form counts them."""
    [(name, value)] = chosen.items()
    facets = {facet.name: facet for facet in narrowing(kind, public(shown)).facets}
    return next(option.count for option in facets[name].options if option.value == value)


def test_a_theme_lists_the_newest_of_each_kind_and_leads_to_all_of_them(shown: Library) -> None:
    picnic, rest = shown.all_of(Initiative)["picnic"], shown.all_of(Theme)["rest"]
    crowd(shown, picnic, tags=["rest"])
    put(shown, picnic, "elsewhere", title="Elsewhere", tags=["company"])
    tagged = sections(rest, shown)[f"Initiatives {MORE}"]
    assert tagged.titles == NEWEST
    assert f"These are the newest {MOST_LISTED} of {MORE}." in tagged.text
    assert tagged.links[f"See all {MORE} initiatives about Rest"] == "initiatives/?theme=rest"
    assert number_listed("initiative", shown, theme="rest") == MORE


def test_a_list_that_is_short_enough_is_whole(shown: Library) -> None:
    crowd(shown, shown.all_of(Initiative)["picnic"], MOST_LISTED, tags=["rest"])
    tagged = sections(shown.all_of(Theme)["rest"], shown)[f"Initiatives {MOST_LISTED}"]
    assert tagged.titles == NEWEST
    assert "See all" not in tagged.text


def test_long_numbers_can_be_read() -> None:
    assert list_of(Evidence, 1234, "about Rest").text == "See all 1,234 pieces of evidence about Rest"


def test_themes_of_a_theme_lead_to_the_list_of_themes(shown: Library) -> None:
    rest = shown.all_of(Theme)["rest"]
    crowd(shown, rest, tags=["rest"])
    put(shown, rest)
    assert sections(rest, shown)[f"Themes {MORE}"].links["See all themes"] == "themes/"


def test_a_service_leads_to_its_initiatives_and_to_those_it_took_up(shown: Library) -> None:
    picnic, apple = shown.all_of(Initiative)["picnic"], shown.all_of(Service)["apple"]
    crowd(shown, picnic, services=["apple"], adopted_by=[])
    put(shown, picnic, "of-others", title="Of others", services=["pear"], adopted_by=[Adoption(service="apple")])
    put(shown, picnic, "elsewhere", title="Elsewhere", services=["pear"], adopted_by=[])
    found = sections(apple, shown)
    established = found[f"In use {MORE}"]
    assert established.titles == NEWEST
    link = f"See all {MORE + 1} initiatives of Apple service, its own and those it adopted"
    assert established.links[link] == "initiatives/?service=apple"
    assert number_listed("initiative", shown, service="apple") == MORE + 1
    assert found["Adopted from others"].titles == ["Of others"]


def test_a_service_leads_to_the_meetings_it_took_part_in(shown: Library) -> None:
    harvest, apple = shown.all_of(Meeting)["2026-09-harvest-meeting"], shown.all_of(Service)["apple"]
    presented = Presentation(title="What we did", service="apple")
    for number in range(MORE):
        day = TODAY - timedelta(MORE - number)
        put(
            shown,
            harvest,
            f"meeting-{number}",
            title=f"Meeting {number}",
            date=day,
            presentations=[presented],
            attended=[],
        )
    put(shown, harvest, attended=["apple"], presentations=[])
    part = sections(apple, shown)["Presented at meetings"]
    assert list(part.links)[:2] == [f"Meeting {MORE - 1}", f"Meeting {MORE - 2}"], "the latest first"
    assert len(part.links) == MOST_LISTED + 1
    assert part.links[f"See all {MORE + 1} meetings that Apple service took part in"] == "meetings/?service=apple"
    assert number_listed("meeting", shown, service="apple") == MORE + 1


def test_a_service_leads_to_what_else_it_has_to_do(shown: Library) -> None:
    harvest, apple = shown.all_of(Meeting)["2026-09-harvest-meeting"], shown.all_of(Service)["apple"]
    actions = [
        Action(id=f"action-{one}", text=f"Do {one}.", owner="apple", due=TODAY + timedelta(one)) for one in range(MORE)
    ]
    put(shown, shown.all_of(Meeting)["2016-10-first-meeting"], actions=[])
    put(shown, harvest, actions=actions)
    part = sections(apple, shown)["Open actions"]
    assert "Do 0." in part.text
    assert f"Do {MOST_LISTED}." not in part.text
    assert f"These are the most urgent {MOST_LISTED} of {MORE}." in part.text
    place = part.links["See all open actions of Apple service"]
    page = renderer().render("actions.html.j2", "actions/", page=actions_page(public(shown), PLACE.top))
    assert place.startswith("actions/#")
    assert f'id="{place.removeprefix("actions/#")}"' in page


def test_evidence_lists_the_newest_initiatives_that_rest_on_it(shown: Library) -> None:
    shade = shown.all_of(Evidence)["shade-survey"]
    crowd(shown, shown.all_of(Initiative)["picnic"], evidence=["shade-survey"])
    part = sections(shade, shown)["Related initiatives"]
    assert part.titles == NEWEST
    assert part.links["See all initiatives"] == "initiatives/"


def test_evidence_that_much_other_evidence_contradicts_says_how_much(shown: Library) -> None:
    shade = shown.all_of(Evidence)["shade-survey"]
    crowd(shown, shade, conflicts_with=["shade-survey"])
    put(shown, shade, conflicts_with=[])
    notices = [one.text for one in record_page(shade, public(shown), inverted_index(public(shown))).notices]
    assert notices[:2] == [f"Other evidence disagrees: {title}" for title in ("Number 0", "Number 1")]
    assert notices[-1] == "Other evidence disagrees: 5 more"


def test_what_is_talked_about_for_years_lists_the_latest_meetings(shown: Library) -> None:
    picnic, harvest = shown.all_of(Initiative)["picnic"], shown.all_of(Meeting)["2026-09-harvest-meeting"]
    for number in range(MORE):
        put(shown, harvest, f"meeting-{number}", title=f"Meeting {number}", date=TODAY - timedelta(number))
    part = sections(picnic, shown)["Discussed at"]
    assert part.titles[:2] == ["Meeting 0", "Meeting 1"]
    assert len(part.titles) == MOST_LISTED
    assert part.links["See all meetings"] == "meetings/"


def test_a_meeting_lists_the_first_of_many_topics_that_it_took_up(shown: Library) -> None:
    harvest, first = (shown.all_of(Meeting)["2026-09-harvest-meeting"], shown.all_of(Meeting)["2016-10-first-meeting"])
    topics = [Topic(text=f"Topic {one}?", taken_up=harvest.id) for one in range(MORE)]
    put(shown, first, topics=topics)
    part = sections(harvest, shown)["Topics discussed"]
    assert f"Topic {MOST_LISTED - 1}?" in part.text
    assert f"Topic {MOST_LISTED}?" not in part.text
    assert part.links["See all meetings"] == "meetings/"


# On paper.


def test_a_pack_has_a_card_for_each_of_the_newest_and_says_so(shown: Library) -> None:
    crowd(shown, shown.all_of(Initiative)["picnic"], tags=["rest"])
    texts = {one.path: "<p>We ate outside.</p>" for one in shown.all_of(Initiative).values()}
    files = {file.path: file.content for file in packs(public(shown), PLACE, renderer(), texts)}
    pack = Part("themes/rest/pack/", [html.document_fromstring(files["themes/rest/pack/index.html"]).find("body")])
    cards = [words(card.find("h2")) for card in pack.of_class("kb-card")]
    assert sorted(cards) == sorted(NEWEST)
    assert f"These are the newest {MOST_LISTED} of {MORE}." in pack.text
    assert pack.links[f"See all {MORE} initiatives about Rest"] == "initiatives/?theme=rest"
    offered = [one.label for one in downloads(shown.all_of(Theme)["rest"], public(shown), PLACE.top)]
    assert f"Print its {MOST_LISTED} newest initiatives, one card each" in offered
