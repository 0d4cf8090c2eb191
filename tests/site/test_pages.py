"""Every page of every network: well made, with nothing on it that a reader should not see."""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from functools import cache
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest

from macros.kinds import Record
from macros.library.library import address_of, read_library
from macros.library.public import PublicLibrary
from macros.source.anchors import anchor
from macros.source.body import anchors
from tests.support.building import Site
from tests.support.links import broken_links
from tests.support.project import ROOT, TODAY
from tests.support.reading import with_class, words


def at(record: Record) -> str:
    """Where a record's page is."""
    return f"{record.FOLDER}/{record.id}/"


@cache
def library_of(site: Site) -> PublicLibrary:
    """The records of a site that may be shown."""
    return PublicLibrary.of(read_library(site.root), TODAY)


def test_the_build_warns_of_nothing(any_site: Site) -> None:
    assert "WARNING" not in any_site.log
    assert "ERROR" not in any_site.log


def test_every_record_has_a_page_that_says_what_it_is(any_site: Site) -> None:
    for record in library_of(any_site).all():
        page = any_site.page(at(record))
        assert page.h1 == record.title
        assert page.title == f"{record.alerting_title} - {words(with_class(page.tree, 'kb-wordmark')[0])}"
        assert page.description == record.summary
        assert record.summary in page.text


def test_no_heading_gets_the_name_of_another_part_of_its_page(any_site: Site) -> None:
    """Whatever people call a heading, what the templates call the parts of a page stays theirs. Names from macros vary by page."""
    library = read_library(any_site.root)
    with_macros = {path for path, page in library.pages.items() if page.render_macros}
    names = set()
    for path, document in library.documents.items():
        if path.endswith(".md") and path not in with_macros and (address := address_of(path)):
            names |= {*any_site.page(f"{address}/").tree.xpath("//@id")}.difference(anchors(document.parts))
    assert "main" in names
    assert [name for name in sorted(names) if anchor(name, {}) == name] == []


def test_every_record_is_listed_once_on_the_page_of_its_kind(any_site: Site) -> None:
    for kind, records in library_of(any_site).records.items():
        folder = next((record.FOLDER for record in records.values()), None)
        if folder is None:
            continue
        page = any_site.page(f"{folder}/")
        shown = {(entry.title, entry.address): entry.summary for entry in page.entries}
        assert len(page.entries) == len(records), kind
        assert shown == {(one.title, at(one)): one.summary for one in records.values()}


def test_the_numbers_on_a_list_are_those_of_its_entries(any_site: Site) -> None:
    for kind, records in library_of(any_site).records.items():
        folder = next((record.FOLDER for record in records.values()), None)
        if folder is None:
            continue
        page = any_site.page(f"{folder}/")
        counts = [(page.under(one.text).entries, one.count) for one in page.headings if one.count is not None]
        assert all(len(listed) == said for listed, said in counts), kind
        assert sum(said for _, said in counts) == len(records)
        jumps = [words(one) for one in with_class(page.article, "kb-jump") for one in one.iter("li")]
        headings = [words(one.element, without=["headerlink"]) for one in page.headings if one.count is not None]
        assert jumps == (headings if len(headings) > 1 else []), "a link to a heading says what that says"
        total = words(with_class(page.article, "kb-total")[0])
        assert total.startswith(f"{len(records)} ")


def test_a_record_shows_where_in_the_site_it_is(any_site: Site) -> None:
    for record in library_of(any_site).all():
        page, listed = any_site.page(at(record)), any_site.page(f"{record.FOLDER}/")
        # The list of a kind opens a section of the menu, or stands in one that another page opens.
        ways = [way for _, way in page.breadcrumbs]
        assert (ways[0], ways[-1]) == ("", f"{record.FOLDER}/")
        assert ways[1:-1] in ([], ["evaluation/"])
        assert page.current_section == listed.current_section != []


def test_every_page_has_one_first_heading_and_skips_no_level(any_site: Site) -> None:
    for page in any_site.pages:
        levels = [heading.level for heading in page.headings]
        assert levels.count(1) == 1, page.address
        assert levels[0] == 1, page.address
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.address


def test_every_heading_says_something_and_has_something_under_it(any_site: Site) -> None:
    for page in any_site.pages:
        if page.address == "404.html":
            continue
        for heading in page.headings:
            assert heading.text, page.address
            following = next(heading.element.itersiblings(), None)
            assert following is not None, (page.address, heading.text)
            assert words(following), (page.address, heading.text)


def test_every_page_has_a_title_of_its_own_a_description_and_a_language(any_site: Site) -> None:
    # A theme may have the name of a page, as a title is taken only within a kind.
    titles = Counter((page.address.split("/")[0], page.title) for page in any_site.pages)
    assert [title for title, times in titles.items() if times > 1] == []
    for page in any_site.pages:
        assert len(page.description) >= 30, page.address
        assert re.fullmatch("[a-z]{2}(-[A-Z]{2})?", page.tree.get("lang")), page.address


def test_no_two_things_on_a_page_have_the_same_name(any_site: Site) -> None:
    for page in any_site.pages:
        names = Counter(page.tree.xpath("//@id"))
        assert [name for name, times in names.items() if times > 1] == [], page.address


def test_every_link_leads_somewhere(any_site: Site) -> None:
    assert broken_links(any_site, any_site.base) == []


def test_a_former_name_leads_to_the_record(any_site: Site) -> None:
    for record in library_of(any_site).all():
        for alias in record.aliases:
            page = any_site.page(f"{record.FOLDER}/{alias}/")
            assert page.is_redirect
            assert page.links == {record.title: at(record)}
            refresh = page.tree.xpath("//meta[@http-equiv='refresh']/@content")[0]
            assert refresh == f"0; url=../../{at(record)}"


_REMNANTS = {
    "template code": r"\{\{|\{%|\}\}|%\}",
    # "None of them" is English.
    "a value that is not there": r"\bNone\b(?!\s+[a-z])|\bUndefined\b|\bNaN\b|\bnull\b",
    "the inside of a program": r"<?\b(?:object at 0x|datetime\.|Month\(|Item\(|Markup\(|InitiativeStage|MeetingStage|Traceback)",
    "a list as a program writes it": r"\['|\[\"|\{'",
    "front matter": r"(?m)^(?:title|summary|added|render_macros|stage|consent_given|consent_until): ",
    "an escape that was escaped": r"&(?:amp|quot|lt|gt|#\d+);",
}


def test_nothing_of_how_it_is_made_shows(any_site: Site) -> None:
    for page in any_site.pages:
        body = deepcopy(page.tree.find("body"))
        # The guide shows on purpose how records are made, and what the checks say of it.
        if page.address.startswith("contribute/"):
            for example in [*body.iter("pre"), *with_class(body, "kb-compare__message")]:
                example.drop_tree()
        shown = body.text_content() + page.title + page.description
        for script in page.tree.iter("script"):
            shown = shown.replace(script.text or "", "")
        for what, pattern in _REMNANTS.items():
            found = re.search(pattern, shown)
            assert not found, f"{page.address} shows {what}: {shown[max(0, found.start() - 40) : found.end() + 40]!r}"


def test_nothing_is_fetched_from_anybody_else(any_site: Site) -> None:
    """Links lead elsewhere when a reader follows them; nothing does by itself."""
    issues = any_site.settings["edit_uri"].partition("/edit/")[0] + "/issues/new"
    for page in any_site.pages:
        fetched = [
            *page.tree.xpath("//@src | //@srcset | //@data | //@poster | //object/@data"),
            *page.tree.xpath("//link[not(@rel='canonical' or @rel='next' or @rel='prev')]/@href"),
            # The forms to propose something with lead to the issues of the site's own repository, when a person sends them.
            *page.tree.xpath("//form[not(contains(@class, 'kb-propose__form'))]/@action"),
        ]
        assert set(page.tree.xpath("//form[contains(@class, 'kb-propose__form')]/@action")) <= {issues}
        assert [one for one in fetched if urlsplit(one).netloc] == [], page.address
        inline = " ".join(page.tree.xpath("//style/text() | //@style"))
        assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", inline), page.address
    for path, held in any_site.files.items():
        if path.endswith(".css"):
            css = held.decode()
            assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", css), path


def test_styles_that_are_kept_in_parts_are_published_as_one_file(own: Site) -> None:
    joined = [*(ROOT / "theme/styles").iterdir()]
    assert joined != []
    for folder in joined:
        published = own.files[f"assets/{folder.name}.css"].decode()
        assert "{%" not in published
        for part in folder.iterdir():
            assert published.count(part.read_text(encoding="utf-8").strip()) == 1, part
    assert [path for path in own.files if path.startswith("styles/")] == []


def test_a_page_fetches_what_forms_need_only_if_it_has_one(any_site: Site) -> None:
    for page in any_site.pages:
        fetched = {
            str(one).rpartition("/")[2] for one in page.tree.xpath("//link[@rel='stylesheet']/@href | //script/@src")
        }
        forms = {one.get("aria-label") for one in with_class(page.tree, "kb-filters")}
        # A list without a form still says what a link cannot ask it for.
        lists = bool(with_class(page.tree, "kb-unknown"))
        assert lists >= ("Filter the list" in forms), page.address
        assert ("filter.css" in fetched) == (lists or bool(forms)), page.address
        assert ("filter.js" in fetched) == lists, page.address
        assert ("search_page.css" in fetched) == bool(with_class(page.tree, "kb-search-page")), page.address


@pytest.mark.parametrize(
    ("thing", "files"),
    [
        ("kb-propose", {"propose.css", "propose.js"}),
        ("kb-d9-years", {"diamond9_result.css"}),
        ("kb-d9-result", {"diamond9_result.css"}),
        ("kb-coverage", {"coverage.css"}),
        ("kb-by-age", {"actions.css"}),
        ("kb-thread", {"thread.css"}),
        ("kb-agenda--timed", {"agenda.css"}),
        ("kb-d9", {"diamond9.css", "diamond9.js"}),
    ],
)
def test_a_page_fetches_what_a_thing_needs_only_if_it_has_one(thing: str, files: set[str], orchard: Site) -> None:
    having = [page for page in orchard.pages if with_class(page.tree, thing)]
    assert having
    for page in orchard.pages:
        links = page.tree.xpath("//link[@rel='stylesheet']/@href | //script/@src")
        fetched = {str(one).rpartition("/")[2] for one in links}
        if page in having:
            assert files <= fetched, page.address
        elif not thing.startswith("kb-d9-"):
            assert not files & fetched, page.address


def test_what_is_printed_in_its_own_way_comes_after_how_any_page_is_printed(orchard: Site) -> None:
    links = [
        str(one).rpartition("/")[2] for one in orchard.page("diamond-9/").tree.xpath("//link[@rel='stylesheet']/@href")
    ]
    assert links[-2:] == ["print.css", "diamond9.css"]


def test_styles_are_in_style_sheets(own: Site) -> None:
    """A content security policy without `unsafe-inline` lets no `style` attribute through."""
    for page in own.pages:
        assert page.article is None or page.article.xpath(".//@style | .//@onclick | .//@onload") == [], page.address


@pytest.mark.parametrize("parts", ["title", "description"])
def test_written_pages_say_what_they_were_told_to(any_site: Site, parts: str) -> None:
    for path, written in read_library(any_site.root).pages.items():
        place = path.removeprefix("content/").removesuffix(".md").removesuffix("index")
        page = any_site.page(place if place.endswith("/") or not place else f"{place}/")
        if parts == "title":
            assert page.title.startswith(f"{written.title} - ")
            assert page.h1 == written.title
        elif written.description:
            assert page.description == written.description


def test_a_link_that_answers_a_question_of_a_form_leads_to_one_that_asks_it(own: Site) -> None:
    forms = {
        page.address: {*page.tree.xpath("//form//@name")}
        for page in own.pages
        if page.address.startswith("contribute/")
    }
    answered = set()
    for page in own.pages:
        for target in page.links.values():
            parts = urlsplit(target)
            for name in parse_qs(parts.query) if parts.path in forms else ():
                assert name in forms[parts.path], f"{page.address} leads to {target}"
                answered.add(name)
    assert {"stage", "initiative"} <= answered


@pytest.mark.parametrize("address", ["stopped/", "for-your-role/", "themes/workload/", "evaluation/what-to-try/"])
def test_someone_who_tried_something_is_sent_to_the_form_for_that(own: Site, address: str) -> None:
    leads = {urlsplit(to).path for said, to in own.page(address).links.items() if said.startswith("Tell us")}
    assert leads == {"contribute/propose/"}


def test_a_service_is_corrected_and_its_champion_named_without_a_form_for_initiatives(own: Site) -> None:
    page = own.page("services/east-riding/")
    leads = page.tree.xpath("//article//a[normalize-space()='Tell us']/@href")
    assert [*leads] == ["../../contribute/#tell-us-anything-else", "../../contribute/"]


def test_a_page_with_a_feed_leads_to_the_other_ways_to_follow_it(own: Site) -> None:
    link = "//section[@aria-labelledby='kb-take-it-with-you']//a[.='Other ways to follow it']/@href"
    assert [*own.page("themes/workload/").tree.xpath(link)] == ["../../follow/"]
    assert [*own.page("initiatives/shared-lunch/").tree.xpath(link)] == []


def test_a_review_on_the_day_a_record_was_added_is_no_news(own: Site) -> None:
    assert "Last reviewed" not in own.page("initiatives/shared-lunch/").text


def test_the_privacy_notice_says_that_authors_are_named(own: Site) -> None:
    assert (
        "Pages about evidence name the authors of what they cite."
        in own.page("about/privacy/").under("People who are named").text
    )
