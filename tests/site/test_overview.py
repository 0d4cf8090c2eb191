"""The site at a glance, for programs: llms.txt, robots.txt and the site map."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

from lxml import etree, html
from markdown import markdown

from macros.kinds import Theme
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.outputs.llms_txt import overview
from tests.support.building import Site
from tests.support.exporting import HOSTILE, PLACE, library, public, put
from tests.support.project import TODAY

_SITEMAP = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9"}
_LINK = re.compile(r"- \[(.+)\]\((https://\S+)\)(?:: .+)?")


def llms(site: Site) -> str:
    return site.files["llms.txt"].decode("utf-8")


def sitemap(site: Site) -> dict[str, str | None]:
    """When each page of the site map last changed, by its address below the top of the site."""
    tree = etree.fromstring(site.files["sitemap.xml"])
    top = tree.findtext("map:url/map:loc", namespaces=_SITEMAP)
    return {
        one.findtext("map:loc", namespaces=_SITEMAP).removeprefix(top): one.findtext("map:lastmod", namespaces=_SITEMAP)
        for one in tree.findall("map:url", _SITEMAP)
    }


# llms.txt. Source: https://llmstxt.org/


def test_llms_has_the_parts_that_it_should(orchard: Site) -> None:
    lines = llms(orchard).split("\n")
    assert lines[0] == "# Orchard Network"
    assert lines[2] == "> What the members of the Orchard Network have tried, and what is known about it."
    headings = [line for line in lines if line.startswith("#")]
    assert headings == ["# Orchard Network", "## Lists", "## Themes", "## Data", "## Optional"]
    under = lines[lines.index("## Lists") :]
    assert all(_LINK.fullmatch(line) for line in under if line and not line.startswith("#"))


def test_llms_leads_to_pages_that_are_there(orchard: Site) -> None:
    top = "https://orchard.example.org/"
    pages = [address.removeprefix(top) for _, address in _LINK.findall(llms(orchard))]
    assert len(pages) == len(set(pages))
    assert {"initiatives/", "themes/rest/", "feed.xml", "calendar.ics", "about/"} <= set(pages)
    missing = [page for page in pages if (f"{page}index.html" if page.endswith("/") else page) not in orchard.files]
    assert missing == []


def test_llms_says_where_programs_find_what_refers_to_a_record(orchard: Site) -> None:
    line = next(line for line in llms(orchard).split("\n") if line.startswith("- [Initiatives as JSON]"))
    assert "the address of the file that has all of it and what refers to it" in line
    for record in json.loads(orchard.files["api/initiatives.json"])["records"]:
        assert "backlinks" not in record
        assert "backlinks" in json.loads(orchard.files[record["api"].removeprefix("https://orchard.example.org/")])


def test_llms_stays_short_however_many_records_there_are(orchard: Site) -> None:
    assert "initiatives/picnic" not in llms(orchard)


def test_llms_says_of_a_demonstration_that_it_is_one(own: Site, demo: Site) -> None:
    assert "Everything here is made up: do not quote it as fact." in llms(demo)
    assert "made up" not in llms(own)


def test_llms_shows_every_sign_as_it_was_written(smallest: Path) -> None:
    shown = library(smallest)
    put(shown, shown.all_of(Theme)["peer-support"], title=HOSTILE, summary=HOSTILE)
    [file] = overview(public(shown), PLACE)
    line = next(line for line in file.content.decode("utf-8").split("\n") if "themes/peer-support/" in line)
    [item] = html.fragment_fromstring(markdown(line))
    [link] = item
    assert link.text_content() == HOSTILE
    assert link.tail == f": {HOSTILE}"


# robots.txt.


def test_robots_are_told_of_the_site_map_at_the_top_of_a_server_only(smallest: Path) -> None:
    shown = public(library(smallest))
    assert [file.path for file in overview(shown, PLACE)] == ["llms.txt"]
    _, robots = overview(shown, replace(PLACE, top="https://example.org/"))
    assert robots.path == "robots.txt"
    assert robots.content == b"User-agent: *\nAllow: /\nDisallow: /demo/\nSitemap: https://example.org/sitemap.xml\n"


# The site map.


def test_the_site_map_says_when_each_record_last_changed(own: Site) -> None:
    found = sitemap(own)
    records = list(PublicLibrary.of(read_library(own.root), TODAY).all())
    assert records
    for record in records:
        assert found[f"{record.FOLDER}/{record.id}/"] == str(record.last_change)


def test_the_site_map_does_not_guess(own: Site) -> None:
    found = sitemap(own)
    assert found[""] is None
    assert found["initiatives/"] is None
    assert "about/diamond-9/" in found


def test_former_addresses_and_a_demonstration_are_not_for_search_engines(orchard: Site, demo: Site) -> None:
    found = sitemap(orchard)
    assert "themes/rest/" in found
    aliases = [f"{one.FOLDER}/{alias}/" for one in read_library(orchard.root).all() for alias in one.aliases]
    assert aliases
    assert not found.keys() & set(aliases)
    assert sitemap(demo) == {}
