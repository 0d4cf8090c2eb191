"""What pages offer to download."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html

from macros.kinds import Evidence, Initiative, Meeting, MeetingStage, Service, Theme
from macros.library.library import Library
from macros.library.public import PublicLibrary
from macros.pages.downloads import Subject, alternates, downloads, files_of
from macros.schema.types import Month
from tests.support.exporting import public, put
from tests.support.rendering import renderer

TOP = "https://example.org/kb/"


@pytest.fixture
def shown(small: Library) -> PublicLibrary:
    """The smallest network."""
    return public(small)


def offered(subject: Subject, of: PublicLibrary) -> list[str]:
    return [one.file or one.href for one in downloads(subject, of, TOP)]


def test_the_home_page_offers_the_whole_site(shown: PublicLibrary) -> None:
    assert offered(None, shown) == [
        "feed.xml",
        "webcal://example.org/kb/calendar.ics",
        "calendar.ics",
        "api/index.json",
    ]


def test_a_list_is_offered_as_a_table_too(shown: PublicLibrary) -> None:
    assert offered(Evidence, shown) == ["evidence/feed.xml", "api/evidence.csv", "api/evidence.json"]
    assert "calendar.ics" in offered(Meeting, shown)


def test_a_record_with_no_more_than_its_data_offers_nothing(shown: PublicLibrary) -> None:
    lunch = shown.all_of(Initiative)["sample-lunch"]
    assert offered(lunch, shown) == []
    assert "api/initiatives/sample-lunch.json" in [one.file for one in alternates(lunch, "Sample")]


def test_a_theme_and_a_service_offer_calendars_only_if_they_have_meetings(orchard_as_read: Library) -> None:
    network = public(orchard_as_read)
    services, themes = network.all_of(Service), network.all_of(Theme)
    assert "services/apple/meetings.ics" in offered(services["apple"], network)
    assert offered(services["pear"], network) == [
        "services/pear/feed.xml",
        "services/pear/champion-pack/",
        "api/services/pear.json",
    ]
    assert "themes/company/meetings.ics" in offered(themes["company"], network)


def test_no_two_links_of_a_page_read_the_same(orchard_as_read: Library) -> None:
    network = public(orchard_as_read)
    apple = network.all_of(Service)["apple"]
    labels = [one.label for one in downloads(apple, network, TOP)]
    assert sum(label.startswith(("Subscribe to", "Download")) for label in labels) == 4
    assert len(set(labels)) == len(labels)
    assert "Download the due dates of actions (.ics)" in labels


def test_a_theme_is_printed_if_there_is_something_to_print(orchard_as_read: Library) -> None:
    network = public(orchard_as_read)
    themes = network.all_of(Theme)
    assert "themes/company/pack/" in offered(themes["company"], network)
    assert not any("pack" in one for one in offered(themes["silence"], network))


def test_a_meeting_goes_into_a_calendar_and_has_an_agenda_while_it_is_to_come_and_minutes_then(
    shown: PublicLibrary,
) -> None:
    held = shown.all_of(Meeting)["sample-meeting"]
    documents = [one for one in offered(held, shown) if one.endswith((".ics", ".docx"))]
    assert documents == ["meetings/sample-meeting/minutes.docx"]
    planned = put(shown, held, stage=MeetingStage.PLANNED, date=date(2026, 12, 10))
    assert "meetings/sample-meeting/meeting.ics" in offered(planned, shown)
    assert "meetings/sample-meeting/agenda.docx" in offered(planned, shown)
    one_day = put(shown, held, stage=MeetingStage.PLANNED, date=Month(2026, 12))
    assert not any(one.endswith((".ics", ".docx")) for one in offered(one_day, shown))


def test_the_head_of_a_page_names_its_feed_and_that_of_the_site(shown: PublicLibrary) -> None:
    theme = shown.all_of(Theme)["peer-support"]
    assert [(one.label, one.file) for one in alternates(theme, "Network")] == [
        ("Network: Peer support", "themes/peer-support/feed.xml"),
        ("Network: what is new", "feed.xml"),
        ("Data of this page", "api/themes/peer-support.json"),
    ]
    assert [one.file for one in alternates(None, "Network")] == ["feed.xml", "api/index.json"]


def test_the_files_of_a_kind_are_all_named_and_each_says_of_what_it_is(shown: PublicLibrary) -> None:
    whole = downloads(None, shown, TOP)
    page = renderer().render("data_links.html.j2", "about/data/", whole=whole, kinds=[("Evidence", files_of(Evidence))])
    *of_all, of_evidence = html.fragment_fromstring(page.strip())
    assert [one.find("a").text for one in of_all] == [one.label for one in whole]
    assert {link.text_content(): link.get("href") for link in of_evidence.iter("a")} == {
        "table (CSV) of evidence": "../../api/evidence.csv",
        "data (JSON) of evidence": "../../api/evidence.json",
        "schema of evidence": "../../api/schemas/evidence.json",
        "feed (Atom) of evidence": "../../evidence/feed.xml",
    }


def test_links_lead_from_where_the_page_is_to_the_top(shown: PublicLibrary) -> None:
    theme = shown.all_of(Theme)["peer-support"]
    page = renderer().render("downloads.html.j2", "themes/peer-support/", downloads=downloads(theme, shown, TOP))
    section = html.fragment_fromstring(page.strip())
    assert (section.tag, section.get("class")) == ("section", "kb-downloads")
    assert next(link.get("href") for link in section.iter("a")) == "../../themes/peer-support/feed.xml"
    assert section.get("aria-labelledby") == section.find("h2").get("id")
