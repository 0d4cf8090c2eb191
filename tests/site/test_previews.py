"""Every page says what to show where its address is shared, and the picture for it is there."""

from __future__ import annotations

from pathlib import Path

from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.outputs.social_card import WIDTH
from tests.support.building import Site, build, lay_out
from tests.support.pictures import ground, opened
from tests.support.project import ROOT, TODAY
from tests.support.reading import Page


def tags(page: Page) -> dict[str, str]:
    """What the head of a page says for previews. Nothing is said twice."""
    found = [(one.get("property") or one.get("name"), one.get("content")) for one in page.tree.iter("meta")]
    shown = [(name, value) for name, value in found if name and name.startswith(("og:", "article:", "twitter:"))]
    assert len(dict(shown)) == len(shown), page.address
    return dict(shown)


def test_every_page_says_what_to_show_where_its_address_is_shared(any_site: Site) -> None:
    library = read_library(any_site.root)
    titles = {one.alerting_title for one in library.all()} | {one.title for one in library.pages.values()}
    for page in any_site.pages:
        found = tags(page)
        if page.address in ("404.html", "admin/") or page.address.endswith(("/pack/", "/champion-pack/", "/answer/")):
            assert found == {}, page.address
            continue
        assert found["og:title"] in titles, page.address
        assert found["og:description"] == page.description
        assert found["og:url"] == page.tree.xpath("string(//link[@rel='canonical']/@href)")
        assert found["og:url"] == any_site.address + page.address
        assert found["og:locale"] == f"{page.tree.get('lang').partition('-')[0]}_GB"
        assert found["og:type"] == ("article" if "article:published_time" in found else "website")
        assert found["twitter:card"] == "summary_large_image"
        assert found["og:image:alt"].startswith(found["og:site_name"])
        picture = opened(any_site.files[found["og:image"].removeprefix(any_site.address)])
        assert (str(picture.width), str(picture.height)) == (found["og:image:width"], found["og:image:height"])


def test_every_picture_is_that_of_a_page(any_site: Site) -> None:
    """No picture is left of a record that is not shown."""
    named = [found["og:image"].removeprefix(any_site.address) for found in map(tags, any_site.pages) if found]
    assert sorted(named) == sorted(path for path in any_site.files if path.startswith("previews/"))


def test_a_record_says_when_it_was_published_and_changed(own: Site) -> None:
    for record in PublicLibrary.of(read_library(ROOT), TODAY).all():
        found = tags(own.page(f"{record.FOLDER}/{record.id}/"))
        assert found["article:published_time"] == record.added.isoformat()
        assert found["article:modified_time"] == record.last_change.isoformat()


def test_signs_in_a_title_arrive_as_they_are(signs: Site) -> None:
    library = read_library(signs.root)
    for record in library.all():
        found = tags(signs.page(f"{record.FOLDER}/{record.id}/"))
        assert found["og:title"].endswith(record.title)
        assert found["og:site_name"] == "R&D Network of Siân #1"
    assert any(set('"&<') & set(record.title) for record in library.all())


def test_the_pictures_of_another_network_have_its_colours(welsh: Site) -> None:
    picture = opened(welsh.files["previews/index.png"]).convert("RGB")
    assert picture.getpixel((WIDTH - 1, 0)) == (0, 0x70, 0x3C)
    assert ground(picture) == (0xF6, 0xFA, 0xF3)


def test_a_network_without_fonts_is_told_what_is_missing(tmp_path: Path) -> None:
    network = lay_out(tmp_path / "network", ROOT / "tests/networks/empty")
    (network / "theme/assets/fonts.css").write_text("", encoding="utf-8")
    built = build(network)
    assert built.status == 1
    assert "pictures for link previews are drawn with the fonts that assets/fonts.css" in built.log
    assert "Traceback" not in built.log
