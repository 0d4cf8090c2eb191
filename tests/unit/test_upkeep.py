"""How records are kept up: what was retired, what is due and with whom, coverage over time, the pack for a new champion."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from lxml import html

from macros.kinds import Champion, ChampionTime, Initiative, Page, Review, ReviewOutcome, Service, Theme
from macros.library.library import Library
from macros.library.public import PublicLibrary
from macros.outputs.print_packs import packs, welcome_packs
from macros.pages.champions import champions_directory
from macros.pages.coverage import MOST_QUARTERS, coverage
from macros.pages.downloads import downloads
from macros.pages.edit_links import EditLinks
from macros.pages.home import news, themes_by_use
from macros.pages.lists import list_page
from macros.pages.parts import badge
from macros.pages.record_page import RecordPage, record_page
from macros.pages.related import inverted_index
from macros.pages.reviews import reviews_page
from macros.schema.types import Month
from tests.support.exporting import PLACE, public, put
from tests.support.project import TODAY
from tests.support.reading import Part, words
from tests.support.rendering import renderer

FILES = EditLinks("https://github.example/network/edit/main/content/")
RETIRED: dict[str, Any] = {"reviews": [Review(date=date(2026, 11, 2), outcome=ReviewOutcome.RETIRED)]}


@pytest.fixture
def trees(shown: Library) -> Library:
    """A network whose records refer to each other, in which the ladder was retired and the picnic has replaced it."""
    ladder = shown.all_of(Initiative)["ladder"]
    put(shown, ladder, why_retired="It was too short.", replaced_by=["picnic"], tags=["rest"], **RETIRED)
    return shown


def page_of(record: Any, shown: Library) -> RecordPage:
    now = public(shown)
    return record_page(record, now, inverted_index(now))


def facts(page: RecordPage) -> dict[str, str]:
    return {one.label: " ".join(item.text for item in one.items) for one in page.history}


# What was retired.


def test_a_retired_record_says_why_and_what_replaced_it_and_that_says_so_too(trees: Library) -> None:
    page = page_of(trees.all_of(Initiative)["ladder"], trees)
    assert badge(page.record) == ("retired", "Retired")
    assert [(one.text, one.path) for one in page.notices[:2]] == [
        ("This page was retired on 2 November 2026, because it is out of date. It was too short.", None),
        (f"It was replaced by: {trees.all_of(Initiative)['picnic'].title}", "initiatives/picnic.md"),
    ]
    assert "Next review due" not in facts(page)
    assert (
        facts(page_of(trees.all_of(Initiative)["picnic"], trees))["Replaces"]
        == trees.all_of(Initiative)["ladder"].title
    )


def test_a_retired_record_is_found_and_not_offered(trees: Library) -> None:
    now, ladder = public(trees), trees.all_of(Initiative)["ladder"]
    *others, last = list_page("initiative", now).listings
    assert (last.title, [one.record.title for one in last.entries]) == ("Retired", [ladder.title])
    assert all(one.entries and ladder.title not in [entry.record.title for entry in one.entries] for one in others)
    assert ladder.title not in [one.title for one in news(now)]
    related = [one for one in page_of(trees.all_of(Initiative)["picnic"], trees).below if one.title == "Related"]
    assert not any(entry.record.title == ladder.title for one in related for entry in one.content)
    texts = {one.path: "" for one in trees.all_of(Initiative).values()}
    assert not any(ladder.title.encode() in file.content for file in packs(now, PLACE, renderer(), texts))
    put(trees, trees.all_of(Theme)["rest"], replaced_by=["company"], **RETIRED)
    assert "themes/rest.md" not in [theme.path for theme, _ in themes_by_use(public(trees))]
    # That it replaces another does not make a theme of it that one more record has.
    company = trees.all_of(Theme)["company"]
    assert len(trees.linking_to(company, Theme)) == 1
    assert page_of(trees.all_of(Theme)["rest"], trees).notices[1].path == "themes/company.md"


# What is due.


def test_reviews_are_listed_by_owner_the_longest_overdue_first(trees: Library) -> None:
    pear, medlar = trees.all_of(Service)["pear"], trees.all_of(Service)["medlar"]
    put(trees, pear, added=date(2025, 11, 1), contact=None)
    put(trees, medlar, reviews=[Review(date=date(2026, 1, 5), outcome=ReviewOutcome.STILL_RIGHT, by="Chair")])
    page = reviews_page(public(trees), FILES)
    assert [one.owner.name for one in page.busy] == ["Pear service", "Medlar service", "Editors", "Apple service"]
    first, second, *_ = page.busy
    [line] = first.overdue
    assert (line.review.due, line.edit) == (
        date(2026, 11, 1),
        "https://github.example/network/edit/main/content/services/pear.md",
    )
    assert line.last == "Not reviewed since it was added on 1 November 2025"
    assert [one.last for one in second.soon] == ["Last reviewed 5 January 2026 by Chair: still right"]
    assert sum(len(one.overdue) for one in page.busy) == 1
    shown = str(renderer().render("reviews.html.j2", "reviews/", page=page))
    assert 'Overdue <span class="kb-count">1</span>' in shown
    assert 'Due by 21 February 2027 <span class="kb-count">1</span>' in shown
    assert facts(page_of(trees.all_of(Service)["pear"], trees))["Looked after by"] == "Pear service"
    assert "Looked after by: Pear service." in page_of(trees.all_of(Service)["pear"], trees).notices[0].text


def test_agreements_are_listed_by_service_and_nobody_is_named(trees: Library) -> None:
    page = reviews_page(public(trees), FILES)
    assert [(one.service.title, one.ask_from <= page.today, one.ends) for one in page.asking] == [
        ("Apple service", True, date(2026, 12, 10))
    ]
    shown = str(renderer().render("reviews.html.j2", "reviews/", page=page))
    assert "Apple service" in shown
    assert "Pippin" not in shown
    apple = public(trees).all_of(Service)["apple"]
    put(trees, trees.all_of(Service)["apple"], champions=[], past_champions=apple.past_champions)
    assert [(one.title, str(since)) for one, since in reviews_page(public(trees), FILES).without] == [
        ("Apple service", "2026-11")
    ]


# Champions.


def champion(**values: Any) -> Champion:
    words = {"name": "Sample Champion Z", "role": "Cook", "contact": "team@example.org", "since": "2025-02"}
    return Champion.model_validate({**words, "consent_given": "2026-01-01", "consent_until": "2027-01-01", **values})


def test_coverage_counts_services_that_had_somebody_at_some_time_in_the_quarter(small: Library) -> None:
    brindle = small.all_of(Service)["sample-brindle"]
    assert coverage(public(small)) is None
    put(small, brindle, champions=[champion()])
    put(small, brindle, "second", past_champions=[ChampionTime(since=Month(2024, 7), until=date(2025, 4, 1))])
    put(small, brindle, "third", past_champions=[ChampionTime(since=date(2026, 4, 1), until=Month(2026, 6))])
    put(small, brindle, "gone", champions=[champion()], active=False)
    found = coverage(public(small))
    assert found is not None
    assert (found.total, len(found.bars)) == (3, MOST_QUARTERS)
    assert [one.number for one in found.bars] == [2, 2, 1, 1, 1, 2, 1, 1]
    assert (found.bars[0].name, found.bars[-1].name) == ("January to March 2025", "October to December 2026")


def test_where_nobody_can_be_asked_the_directory_leads_to_an_area_where_somebody_can(trees: Library) -> None:
    put(trees, trees.all_of(Service)["pear"], champions=[champion()])
    shown = str(
        renderer(main_pages=public(trees).main_pages).render(
            "champions.html.j2", "champions/", directory=champions_directory(public(trees))
        )
    )
    assert shown.count("no one to ask") == 1
    assert (
        "There is no one to ask in South yet. "
        'Ask in <a href="#kb-north">North</a>, or <a href="../contribute/">add your service</a>.'
    ) in shown


def test_a_withdrawn_name_is_in_no_pack_and_its_time_still_counts(small: Library) -> None:
    brindle = small.all_of(Service)["sample-brindle"]
    put(small, brindle, champions=[champion(consent_withdrawn=TODAY.isoformat())])
    put(small, brindle, "near", title="Near service", champions=[champion(name="Sample Champion Y")])
    put(small, brindle, "gone", title="Gone service", active=False)
    put(small, brindle, "other", title="Other service")
    now = public(PublicLibrary.of(small, TODAY))
    written = {file.path: file.content.decode() for file in welcome_packs(now, PLACE, renderer())}
    assert sorted(written) == [
        f"services/{one}/champion-pack/index.html" for one in ("near", "other", "sample-brindle")
    ]
    pack = Part("services/x/champion-pack/", [html.document_fromstring(written[sorted(written)[2]]).find("body")])
    assert "Sample Champion Y" in pack.text
    assert "A made-up lunch" in pack.titles
    assert not any("Sample Champion Z" in one for one in written.values())
    over_time = coverage(now)
    assert over_time is not None
    assert over_time.bars[-1].number == 2
    assert "We do not have its date yet" in pack.text
    offered = [one.file for one in downloads(now.all_of(Service)["other"], now, PLACE.top)]
    assert "services/other/champion-pack/" in offered
    gone = downloads(now.all_of(Service)["gone"], now, PLACE.top)
    assert not any("champion-pack" in one.file for one in gone)


def test_a_pack_that_cannot_name_all_says_how_many_there_are_and_where(small: Library) -> None:
    small.callers = {"champions": "content/about/who-is-who.md"}
    small.pages["content/about/who-is-who.md"] = Page(title="Who is who")
    brindle, lunch = small.all_of(Service)["sample-brindle"], small.all_of(Initiative)["sample-lunch"]
    for number in range(9):
        put(small, lunch, f"lunch-{number}", title=f"Lunch {number}")
        put(small, brindle, f"near-{number}", title=f"Near {number}", champions=[champion()])
    written = {file.path: file.content.decode() for file in welcome_packs(public(small), PLACE, renderer())}
    page = html.document_fromstring(written["services/sample-brindle/champion-pack/index.html"])
    does, ask = page.find_class("kb-more")
    assert words(does).startswith("These are the newest 8 of 10. See all 10 initiatives of ")
    assert does.find("a").get("href") == "../../../initiatives/?service=sample-brindle"
    assert words(ask).startswith("These are the first 8 of 9. See all ")
    assert ask.find("a").get("href").startswith("../../../about/who-is-who/#kb-")


def test_a_theme_says_how_many_records_have_it(trees: Library) -> None:
    before = {theme.title: number for theme, number in themes_by_use(public(trees))}
    company = trees.all_of(Theme)["company"].title
    put(trees, trees.all_of(Initiative)["picnic"], "another", title="Another", tags=["company"])
    uses = themes_by_use(public(trees))
    assert {theme.title: number for theme, number in uses} == {**before, company: before[company] + 1}
    assert [number for _, number in uses] == sorted((number for _, number in uses), reverse=True)
