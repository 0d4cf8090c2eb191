"""The Atom feeds, as a feed reader sees them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
from hypothesis import HealthCheck, given, settings
from lxml import etree, html

from macros.kinds import FOLDERS, Evidence, Initiative, Page, Theme, Update
from macros.library.library import Library
from macros.outputs.feeds import MOST_ENTRIES, feeds
from tests.support.exporting import HOSTILE, PLACE, WRITTEN, orchard, public, put, rename
from tests.support.inventing import examples

ATOM = "{http://www.w3.org/2005/Atom}"
LUNCH = "https://example.org/kb/initiatives/sample-lunch/"


def files(shown: Library) -> dict[str, bytes]:
    return {file.path: file.content for file in feeds(public(shown), PLACE)}


def feed(shown: Library, path: str = "feed.xml") -> Any:
    """A feed as a feed reader has it."""
    found = feedparser.parse(files(shown)[path])
    assert not found.bozo, found.get("bozo_exception")
    return found


def titles(shown: Library, path: str = "feed.xml") -> list[str]:
    return [entry.title for entry in feed(shown, path).entries]


# Which feeds there are, and what is in them.


def test_a_feed_for_everything_that_can_be_followed(small: Library) -> None:
    assert set(files(small)) == {
        "feed.xml",
        *(f"{folder}/feed.xml" for folder in FOLDERS),
        "themes/peer-support/feed.xml",
        "services/sample-brindle/feed.xml",
    }


def test_the_site_has_all_and_a_list_has_its_own_kind(small: Library) -> None:
    assert titles(small, "initiatives/feed.xml") == ["A made-up lunch"]
    assert len(titles(small)) == sum(len(of_kind) for of_kind in small.records.values())


def test_a_theme_has_what_is_tagged_with_it_and_itself(small: Library, lunch: Initiative) -> None:
    put(small, lunch, "other", title="Elsewhere", tags=[])
    assert titles(small, "themes/peer-support/feed.xml") == [
        "A made-up lunch",
        "Peer support",
        "What a made-up survey found",
    ]


def test_a_role_has_what_is_for_it_and_what_is_about_it(small: Library, lunch: Initiative) -> None:
    word, label = next(iter(small.network.audiences.items()))
    path = f"roles/{word}/feed.xml"
    assert path not in files(small)
    small.pages["content/roles.md"] = Page(
        title="For your role", description="What there is for each role of the network."
    )
    small.callers = {"for_each_role": "content/roles.md"}
    put(small, lunch, "own", title="For this role", audience=[word])
    put(small, lunch, "other", title="For another", audience=["others"])
    found = feed(small, path)
    assert [entry.title for entry in found.entries] == ["For this role"]
    assert found.feed.title == f"Sample Network: {label}"
    assert found.feed.link.startswith("https://example.org/kb/roles/#kb-")


def test_a_service_has_its_initiatives_those_it_took_up_and_its_meetings(shown: Library) -> None:
    assert set(titles(shown, "services/apple/feed.xml")) == {
        "Apple service",
        "A hammock each",
        "Barrow race",
        "Ladder for two",
        "Picnic on the grass",
        "The harvest meeting",
    }
    assert set(titles(shown, "services/medlar/feed.xml")) == {
        "Medlar service",
        "Picnic on the grass",
        "The harvest meeting",
    }
    # It only asked for a topic.
    assert set(titles(shown, "services/pear/feed.xml")) == {"Pear service"}


def test_nobody_whose_consent_has_ended_is_in_a_feed(shown: Library) -> None:
    held = b"".join(files(shown).values())
    assert b"Russet" not in held


# Changes.


def test_every_change_is_an_entry_of_its_own(small: Library, lunch: Initiative) -> None:
    updates = [
        Update(date=date(2026, 3, 1), note="A second service has taken it up."),
        Update(date=date(2026, 5, 1), note="It has moved outside."),
        Update(date=date(2026, 5, 1), note="Tea is served."),
    ]
    put(small, lunch, updates=updates)
    entries = feed(small, "initiatives/feed.xml").entries
    assert [(entry.title, entry.updated[:10], entry.id) for entry in entries] == [
        ("Updated: A made-up lunch", "2026-05-01", f"{LUNCH}#2026-05-01"),
        ("Updated: A made-up lunch", "2026-05-01", f"{LUNCH}#2026-05-01-2"),
        ("Updated: A made-up lunch", "2026-03-01", f"{LUNCH}#2026-03-01"),
        ("A made-up lunch", "2026-01-10", LUNCH),
    ]
    assert entries[0].summary == f"<p>It has moved outside.</p>\n<p>{lunch.summary}</p>"
    assert entries[-1].summary == lunch.summary
    assert {entry.link for entry in entries} == {LUNCH}


def test_paragraphs_stay_apart_in_a_reader_that_drops_tags(small: Library, lunch: Initiative) -> None:
    put(small, lunch, updates=[Update(date=date(2026, 5, 1), note="It has moved outside.")])
    [newest, _] = feed(small, "initiatives/feed.xml").entries
    assert re.sub("<[^>]*>", "", newest.summary).split("\n") == ["It has moved outside.", lunch.summary]


def test_an_update_of_the_first_day_is_no_news(small: Library, lunch: Initiative) -> None:
    put(small, lunch, updates=[Update(date=lunch.added, note="A word was mended.")])
    assert titles(small, "initiatives/feed.xml") == ["A made-up lunch"]


def test_the_newest_come_first_and_no_more_than_anybody_reads(small: Library, lunch: Initiative) -> None:
    for number in range(MOST_ENTRIES + 5):
        put(small, lunch, f"lunch-{number}", title=f"Lunch {number:02}", added=date(2026, 2, 1 + number // 2))
    shown = feed(small)
    assert len(shown.entries) == MOST_ENTRIES
    assert [entry.title for entry in shown.entries[:4]] == [f"Lunch {one}" for one in (34, 32, 33, 30)]
    assert shown.feed.updated == shown.entries[0].updated == "2026-02-18T00:00:00+00:00"


def test_a_rename_makes_nothing_new_and_loses_no_subscriber(small: Library, lunch: Initiative) -> None:
    before = feed(small, "themes/peer-support/feed.xml")
    rename(small, rename(small, lunch, "lunch-club"), "eating-together")
    rename(small, small.all_of(Theme)["peer-support"], "support")
    # The rules see to it that what is tagged with a theme follows its name.
    for tagged in (small.all_of(Initiative)["eating-together"], small.all_of(Evidence)["sample-survey"]):
        put(small, tagged, tags=["support"])
    after = feed(small, "themes/support/feed.xml")
    assert [entry.id for entry in after.entries] == [entry.id for entry in before.entries]
    assert after.feed.id == before.feed.id
    assert after.entries[0].link == "https://example.org/kb/initiatives/eating-together/"
    assert files(small)["themes/peer-support/feed.xml"] == files(small)["themes/support/feed.xml"]


# The form.


def test_a_feed_says_what_atom_asks_for(small: Library) -> None:
    """Source: https://www.rfc-editor.org/rfc/rfc4287"""
    for path, content in files(small).items():
        root = etree.fromstring(content)
        assert root.tag == f"{ATOM}feed"
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
        for element in (root, *root.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"{ATOM}{name}")) == 1
            assert len(element.findall(f"{ATOM}link[@rel='alternate']")) == 1
        assert root.find(f"{ATOM}link[@rel='self']").get("href") == f"https://example.org/kb/{path}"
        assert root.findtext(f"{ATOM}author/{ATOM}name") == "The Sample Network"
        ids = [one.text for one in root.iter(f"{ATOM}id")]
        assert len(ids) == len(set(ids))


def test_what_a_feed_is_called_and_where_its_page_is(small: Library) -> None:
    small.pages |= {f"content/{folder}/index.md": Page(title="A list") for folder in FOLDERS}
    assert {path: (shown.title, shown.link) for path in files(small) if (shown := feed(small, path).feed)} == {
        "feed.xml": ("Sample Network: what is new", "https://example.org/kb/"),
        "initiatives/feed.xml": ("Sample Network: initiatives", "https://example.org/kb/initiatives/"),
        "meetings/feed.xml": ("Sample Network: meetings", "https://example.org/kb/meetings/"),
        "evidence/feed.xml": ("Sample Network: evidence", "https://example.org/kb/evidence/"),
        "question-sets/feed.xml": ("Sample Network: question sets", "https://example.org/kb/question-sets/"),
        "services/feed.xml": ("Sample Network: services", "https://example.org/kb/services/"),
        "themes/feed.xml": ("Sample Network: themes", "https://example.org/kb/themes/"),
        "survey-rounds/feed.xml": ("Sample Network: survey rounds", "https://example.org/kb/survey-rounds/"),
        "workforce/feed.xml": ("Sample Network: workforce figures", "https://example.org/kb/workforce/"),
        "themes/peer-support/feed.xml": ("Sample Network: Peer support", "https://example.org/kb/themes/peer-support/"),
        "services/sample-brindle/feed.xml": (
            "Sample Network: Sample service Brindle",
            "https://example.org/kb/services/sample-brindle/",
        ),
    }


def test_the_feed_of_a_kind_without_a_page_leads_to_the_home_page(small: Library) -> None:
    assert feed(small, "workforce/feed.xml").feed.link == "https://example.org/kb/"


def test_a_feed_of_nothing_is_still_a_feed(small: Library) -> None:
    for of_kind in small.records.values():
        of_kind.clear()
    for path in ("feed.xml", "meetings/feed.xml"):
        shown = feed(small, path)
        assert shown.entries == []
        assert shown.feed.updated == "2016-10-01T00:00:00+00:00"


def test_an_entry_names_its_kind_and_its_themes(small: Library) -> None:
    [entry] = feed(small, "initiatives/feed.xml").entries
    assert [tag.term for tag in entry.tags] == ["Initiative", "Peer support"]


def test_every_sign_is_shown_as_it_was_written(small: Library, lunch: Initiative) -> None:
    put(small, lunch, title=HOSTILE, summary=HOSTILE, updates=[Update(date=date(2026, 3, 1), note=HOSTILE)])
    assert_shown(small, HOSTILE, HOSTILE)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=examples(50))
@given(title=WRITTEN, note=WRITTEN)
def test_whatever_people_write_comes_through(title: str, note: str, small: Library, lunch: Initiative) -> None:
    put(small, lunch, title=title, summary=note, updates=[Update(date=date(2026, 3, 1), note=note)])
    assert_shown(small, title, note)


def assert_shown(small: Library, title: str, note: str) -> None:
    """The change is there with its title and its note, once what the two layers of escaping hide is undone."""
    entry = etree.fromstring(files(small)["initiatives/feed.xml"]).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title").removeprefix("Updated: ") == title
    paragraphs = html.fragments_fromstring(entry.findtext(f"{ATOM}summary"))
    assert ["".join(one.itertext()) for one in paragraphs] == [note, note]
    assert [one.tag for one in paragraphs] == ["p", "p"]
    assert not feedparser.parse(files(small)["feed.xml"]).bozo


def test_the_same_records_make_the_same_feeds(tmp_path: Path) -> None:
    assert files(orchard(tmp_path / "one")) == files(orchard(tmp_path / "two"))
