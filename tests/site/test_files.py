"""The built files as a whole: they work under any path, and are the same each time."""

from __future__ import annotations

from pathlib import Path

from tests.support.building import RECIPES, Site, Sites, build, lay_out, recipe
from tests.support.links import broken_links
from tests.support.project import ROOT, TODAY


def test_the_site_works_below_the_top_of_its_server(sites: Sites) -> None:
    below = recipe(sites, "own-below-kb")
    assert below.base == "/kb/"
    assert broken_links(below, "/kb/") == []


def test_the_page_for_what_is_not_there_finds_its_way_from_anywhere(sites: Sites) -> None:
    """It is served at every address, so that its links start at the top of the server."""
    page = recipe(sites, "own-below-kb").page("404.html")
    targets = page.tree.xpath("//body//a/@href | //link[@rel='stylesheet']/@href | //script/@src")
    inside = [target for target in targets if "://" not in target and not target.startswith("#")]
    assert inside
    assert all(target.startswith("/kb/") for target in inside)


def test_broken_links_are_found(tmp_path: Path, sites: Sites) -> None:
    """The test above is worth something only if a broken link would fail it."""
    built = tmp_path / "site/a"
    built.mkdir(parents=True)
    (built / "index.html").write_text(
        '<p id="here"></p><a href="../b/"></a><a href="#there"></a><img src="/c.png"><a href="/kb/a/#here"></a>'
    )
    broken = broken_links(Site(tmp_path, 0, ""), "/kb/")
    assert broken == ["a/index.html: href ../b/", "a/index.html: no such heading #there", "a/index.html: src /c.png"]


def test_two_builds_are_the_same_to_the_byte(own: Site, tmp_path: Path) -> None:
    again = build(lay_out(tmp_path / "somewhere-else", ROOT), TODAY)
    assert again.status == 0, again.log
    assert list(again.files) == list(own.files)
    assert [path for path, held in again.files.items() if held != own.files[path]] == []
    assert "sitemap.xml.gz" in own.files


def test_no_built_file_says_where_it_was_built(own: Site) -> None:
    assert own.files_with(str(own.root)) == []
    assert own.files_with(str(ROOT)) == []


def test_nothing_is_published_but_the_site(own: Site) -> None:
    # What the editor in the browser is told is part of the site, and so is the newsletter.
    theirs = {"admin/config.yml", "digest/digest.md"}
    assert [path for path in own.files if path.endswith((".yml", ".md", ".py", ".j2")) and path not in theirs] == []


def test_every_network_has_a_recipe() -> None:
    used = {layer.name for parts in RECIPES.values() for layer in parts["layers"]}
    networks = {path.name for path in (ROOT / "tests/networks").iterdir() if path.is_dir()}
    assert networks - {"smallest"} <= used
