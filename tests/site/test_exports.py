"""What the site has beside its pages is reached from its pages: the digest, the search index, the packs, the agenda."""

from __future__ import annotations

import shutil
from pathlib import Path

from lxml import html

from tests.support.building import NETWORKS, Site, build, lay_out
from tests.support.reading import words


def test_the_site_shows_it_and_leads_to_the_files(own: Site) -> None:
    page = own.page("digest/")
    for name in ("e-mail", "plain text", "Markdown"):
        assert page.links[f"The digest as {'an ' if name == 'e-mail' else ''}{name}"] in own.files
    assert "what is on the site so far" in page.text
    email = html.fromstring(own.files["digest/email.html"].decode())
    assert {link.get("href")[: len(own.address)] for link in email.iter("a")} == {own.address}
    assert email.xpath("//img | //link | //script | //style | //*[@src]") == []


def test_the_index_of_a_site_stands_beside_its_pages(orchard: Site) -> None:
    assert {"search-index/index.json", "search/index.html"} <= set(orchard.files)
    [words] = [path for path in orchard.files if path.startswith("search-index/") and path.endswith("/words.json")]
    assert b"hammock" in orchard.files[words]


def test_a_page_links_to_the_search_and_to_the_a_to_z_without_a_script(orchard: Site) -> None:
    (footer,) = orchard.page("initiatives/").tree.iter("footer")
    links = {words(link): link.get("href") for link in footer.iter("a")}
    assert links["Search"] == "../search/"
    assert links["A to Z"] == "../a-to-z/"
    (header,) = orchard.page("initiatives/").tree.iter("header")
    assert "../search/" in [link.get("href") for link in header.iter("a")]


def test_a_pack_says_what_the_role_is_where_a_link_leads_nowhere(own: Site) -> None:
    role = own.page("about/wellbeing-champions/")
    pack = own.page("services/east-riding/champion-pack/")
    assert role.description in pack.text
    assert f"{own.address}about/wellbeing-champions/" in pack.text


def test_without_npm_the_site_has_no_editor(tmp_path: Path) -> None:
    folder = lay_out(tmp_path, NETWORKS / "empty", settings={"edit_uri": "https://github.com/a/b/edit/main/content/"})
    shutil.rmtree(folder / "theme/admin", ignore_errors=True)
    site = build(folder)
    assert site.status == 0, site.log
    assert [path for path in site.files if path.startswith("admin/")] == []
    assert [path for path in site.files_with("admin/") if path.endswith(".html")] == []
