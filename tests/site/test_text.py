"""Whatever people write looks the same wherever it is shown.

Every title, summary and name of tests/networks/signs ends with SIGNS, so that wherever one begins, they must follow.
"""

from __future__ import annotations

import posixpath
import re

import pytest

from tests.support.building import Site
from tests.support.reading import Page, with_class, words

SIGNS = "R&D \"a\" 'b' | *c* _d_ `e` #f 🌱 Siân 50% [x](y) <2"
KINDS = {
    "initiatives/sign/": "Initiative",
    "meetings/sign/": "Meeting",
    "evidence/sign/": "Evidence",
    "services/sign/": "Service",
    "themes/sign/": "Theme",
    "about/signs/": "Page",
    "about/": "Section",
    "": "Home",
}
RECORDS = {address: kind for address, kind in KINDS.items() if "sign/" in address}


def whole(text: str) -> bool:
    """Whether the signs follow wherever they should: after a name with a colon that the network begins its texts with."""
    starts = re.finditer(r"(?:[A-Z][a-z]+|champions?|of the [a-z ]+): (?=R&)", text)
    return all(text.startswith(SIGNS, start.end()) for start in starts)


@pytest.fixture(params=KINDS)
def page(request: pytest.FixtureRequest, signs: Site) -> Page:
    return signs.page(request.param)


def test_in_the_heading(page: Page) -> None:
    assert page.h1 == f"{KINDS[page.address]}: {SIGNS}"


def test_in_the_title_of_the_tab(page: Page) -> None:
    assert page.title == f"{KINDS[page.address]}: {SIGNS} - R&D Network of Siân #1"


def test_in_the_description_for_search_engines(page: Page) -> None:
    kind = KINDS[page.address]
    assert (
        page.description
        == f"The {'summary' if page.address in RECORDS else 'description'} of the {kind.lower()}: {SIGNS}"
    )


def test_in_lists_with_title_and_summary(signs: Site) -> None:
    for address, kind in RECORDS.items():
        entries = {entry.address: entry for entry in signs.page(f"{address.split('/')[0]}/").entries}
        assert entries[address].title == f"{kind}: {SIGNS}"
        assert entries[address].summary == f"The summary of the {kind.lower()}: {SIGNS}"


def test_in_breadcrumbs_and_in_the_navigation(signs: Site) -> None:
    navigation = [words(link) for link in signs.page("about/signs/").tree.xpath("//nav[contains(@class, 'kb-nav')]//a")]
    assert f"Home: {SIGNS}" in navigation
    assert signs.page("services/sign/").breadcrumbs == [(f"Home: {SIGNS}", ""), ("Services", "services/")]


def test_in_the_links_at_the_foot_and_to_the_other_pages_of_a_section(signs: Site) -> None:
    page = signs.page("about/signs/")
    assert f"Page: {SIGNS}" in [words(link) for link in page.tree.xpath("//footer[@class='kb-footer']//a")]
    assert page.tree.xpath("//nav[@class='kb-siblings']/@aria-label") == ["Written"]


def test_in_the_directory_of_champions(signs: Site) -> None:
    text = signs.page("champions/").text
    assert f"Name: {SIGNS}, Role: {SIGNS}" in text
    assert f"a champion: {SIGNS}." in text
    assert signs.page("champions/").has(f"Area: {SIGNS}")


def test_in_the_words_of_the_network(signs: Site) -> None:
    assert signs.page("services/sign/").has(f"Champions: {SIGNS}")
    assert signs.page("services/sign/").facts["Area"] == f"Area: {SIGNS}"
    assert f"Item: {SIGNS}" in signs.page("meetings/sign/").under("Agenda").text
    assert signs.page("themes/").has(f"Group: {SIGNS}")


def test_everywhere_on_every_page(signs: Site) -> None:
    for page in signs.pages:
        assert whole(words(page.tree)), page.address
        for element in page.tree.iter():
            # Names of headings are made of letters and numbers only.
            for name in ("title", "aria-label", "content", "alt"):
                assert whole(element.get(name) or ""), (page.address, element.tag, name)


def test_names_of_headings_have_no_signs(signs: Site) -> None:
    for page in signs.pages:
        for name in page.tree.xpath("//article//*[self::h1 or self::h2 or self::h3]/@id"):
            assert re.fullmatch(r"[\w-]+", name), (page.address, name)


def test_in_a_redirect(signs: Site) -> None:
    assert signs.page("initiatives/former-sign/").links == {f"Initiative: {SIGNS}": "initiatives/sign/"}


def test_in_the_text_of_a_record(signs: Site) -> None:
    assert "We wrote \"R&D\" & 'more', 50% of it by Siân." in signs.page("initiatives/sign/").text


@pytest.mark.parametrize("address", RECORDS)
def test_a_picture_beside_a_record_is_published_and_shown(address: str, signs: Site) -> None:
    [picture] = signs.page(address).tree.xpath("//*[contains(@class, 'kb-body')]//img")
    assert picture.get("alt") == "A lamp"
    published = posixpath.normpath(posixpath.join(address, picture.get("src")))
    assert signs.files[published] == (signs.root / "content" / address.split("/")[0] / "lamp.png").read_bytes()


def test_tasks_say_whether_they_are_done(signs: Site) -> None:
    tasks = with_class(signs.page("themes/written/").tree, "task-list-item")
    assert [words(task).partition(" 1)")[0] for task in tasks[:2]] == [
        "To do: find a lamp",
        "Done: tell the caretaker team by e-mail at www.example.invalid",
    ]


def test_notes_say_what_they_are(signs: Site) -> None:
    notes = [words(note) for note in with_class(signs.page("themes/written/").tree, "markdown-alert")]
    assert notes == [
        "Note The lamp is warm.",
        "Tip Use two.",
        "Important Ask first.",
        "Warning It is bright.",
        "Caution Not in the rain.",
    ]


def test_a_footnote_and_its_mark_lead_to_each_other(signs: Site) -> None:
    page = signs.page("themes/written/")
    for mark in with_class(page.tree, "footnote-ref")[:2]:
        [link] = mark.iter("a")
        [note] = page.tree.xpath(f"//li[@id='{link.get('href')[1:]}']")
        [back] = with_class(note, "footnote-backref")
        assert back.get("href") == f"#{link.get('id')}"
        assert link.get("aria-label") == f"Note {words(link)}"


def test_a_title_that_looks_like_a_number(signs: Site) -> None:
    """12:30 is 750 to some readers of YAML."""
    assert signs.page("about/half-past/").h1 == "12:30"
    assert signs.page("about/half-past/").title.startswith("12:30 - ")
