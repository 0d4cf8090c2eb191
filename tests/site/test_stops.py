"""Nothing wrong is published: the build says what is wrong and stops, and so does the server that shows changes at once."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.building import EMPTY, NETWORKS, Site, build, lay_out
from tests.support.project import ROOT
from tests.support.reading import with_class, words
from tests.support.serving import Server, serving

ORCHARD = (EMPTY, NETWORKS / "orchard")
PICNIC = "content/initiatives/picnic.md"
MISSPELT = 'content/initiatives/picnic.md:11:8: error [choice-unknown] "estabished" is not'


@pytest.fixture
def network(tmp_path: Path) -> Path:
    """A network to break."""
    return lay_out(tmp_path / "network", *ORCHARD)


def change(network: Path, path: str, before: str, after: str) -> None:
    """Change some words of a file, as an editor does."""
    file = network / path
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{path} has {before!r} {text.count(before)} times"
    file.write_text(text.replace(before, after), encoding="utf-8")


def misspell(network: Path) -> None:
    change(network, PICNIC, "stage: established", "stage: estabished")


def assert_refused(site: Site) -> None:
    """It has stopped in words, and nothing has been published."""
    assert site.status != 0
    assert "Traceback" not in site.log
    assert not list(site.folder.rglob("*"))


# The build.


def test_a_broken_record_stops_the_build(network: Path) -> None:
    misspell(network)
    site = build(network)
    assert_refused(site)
    assert MISSPELT in site.log
    assert 'Did you mean "established"?' in site.log
    assert "    11 | stage: estabished\n       |        ^^^^^^^^^^" in site.log
    assert "1 error" in site.log
    assert "The site was not built. Fix the errors above first." in site.log


def test_a_site_that_was_built_before_stays_as_it_is(network: Path) -> None:
    misspell(network)
    (network / "site").mkdir()
    (network / "site/index.html").write_text("Yesterday's site.", encoding="utf-8")
    site = build(network)
    assert site.status != 0
    assert site.files == {"index.html": b"Yesterday's site."}


def test_every_finding_of_every_file_is_printed(network: Path) -> None:
    misspell(network)
    change(network, "content/services/pear.md", "area: north", "area: west")
    (network / "content/themes/Rest.md").write_text("no front matter", encoding="utf-8")
    site = build(network)
    assert_refused(site)
    assert MISSPELT in site.log
    assert "content/services/pear.md:5:7: error [choice-unknown]" in site.log
    assert "content/themes/Rest.md" in site.log


def test_a_broken_network_file_stops_the_build(network: Path) -> None:
    change(network, "content/network.yml", "established: 2016-10", "established: soon")
    site = build(network)
    assert_refused(site)
    assert (
        'content/network.yml:6:14: error [date-invalid] The field "established" needs a date, not "soon".' in site.log
    )


def test_a_network_file_that_is_not_there_stops_the_build(network: Path) -> None:
    (network / "content/network.yml").unlink()
    site = build(network)
    assert_refused(site)
    assert "content/network.yml:1:1: error [file-unreadable]" in site.log


@pytest.mark.parametrize(
    ("macro", "cause"),
    [
        ('{{ record_list("initative") }}', "initative"),
        ("{{ nothing_of_the_kind }}", "nothing_of_the_kind"),
        ("{{ champions()", "end of template"),
    ],
    ids=["misused", "unknown", "unclosed"],
)
def test_a_mistake_in_a_macro_stops_the_build(network: Path, macro: str, cause: str) -> None:
    with (network / "content/actions.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{macro}\n")
    site = build(network)
    assert site.status != 0
    assert "actions.md" in site.log
    assert cause in site.log
    assert not list(site.folder.rglob("*.html"))


def test_a_form_that_gives_an_answer_there_is_not_stops_the_build_in_words(network: Path) -> None:
    """As a page does that is taken over from another network, and names one of its themes."""
    page = 'propose_form("initiative", "propose-question", fixed={"tags": ["social-connection"]})'
    (network / "content/question.md").write_text(
        f"---\ntitle: A question\nrender_macros: true\n---\n\n{{{{ {page} }}}}\n"
    )
    change(network, "mkdocs.yml", "- Home: index.md\n", "- Home: index.md\n- question.md\n")
    site = build(network)
    assert site.status != 0
    assert "Traceback" not in site.log
    assert 'The site was not built. content/question.md: The form "propose-question" answers "tags"' in site.log
    assert "Write one of these: " in site.log


def test_a_warning_does_not_stop_the_build(orchard: Site) -> None:
    """The consent of a champion of apple has ended, which the calendar did by itself, and a meeting does not say when it starts."""
    assert orchard.status == 0
    assert "Warnings on records: 2." in orchard.log


# What a record may not tell the site builder.


ORDERS = (
    "render_macros: true",
    "template: ../../../etc/passwd",
    "hide: [toc]",
    "status: new",
    "icon: material/alert",
    "search: {exclude: true}",
    "include_yaml: [network.yml]",
    "ignore_macros: false",
    "macros: {render: true}",
    "edit_url: https://example.com/",
)


def test_a_record_gives_the_site_builder_no_orders(network: Path) -> None:
    change(network, PICNIC, "stage: established", "\n".join(("stage: established", *ORDERS)))
    site = build(network)
    assert_refused(site)
    for line, order in enumerate(ORDERS, start=12):
        name = order.partition(":")[0]
        assert re.search(rf'{PICNIC}:{line}:\d+: error \[field-unknown\] .*"{name}"', site.log), order


def test_template_code_in_a_record_is_refused(network: Path) -> None:
    change(network, PICNIC, "We did it under the trees.", "We did it {{ 7 * 7 }} times.")
    site = build(network)
    assert_refused(site)
    assert "[template-code]" in site.log


FIRST_LINES = {
    "a-note": "Note: bring a cup.",
    # A field of a meeting would be refused here; MkDocs does not mind the capital letter.
    "a-field": "Title: Another title\nstage: held",
    "a-fence": "---\nTitle: Another title\n---",
    "two-fences": "---\n---",
}


def test_the_first_lines_of_a_text_are_text(network: Path) -> None:
    """MkDocs takes a line such as "Note: bring a cup" for front matter of another style, and leaves it out."""
    winter = (network / "content/meetings/2026-12-winter-meeting.md").read_text(encoding="utf-8")
    for name, first in FIRST_LINES.items():
        text = winter.replace("The winter meeting", f"Meeting with {name}").replace(
            "---\n\nBring", f"---\n{first}\n\nBring"
        )
        (network / f"content/meetings/{name}.md").write_text(text, encoding="utf-8")
    site = build(network)
    assert site.status == 0, site.log
    for name, first in FIRST_LINES.items():
        page = site.page(f"meetings/{name}/")
        shown = words(page.of_class("kb-body")[0], without=["headerlink"])
        assert page.h1 == f"Meeting with {name}"
        # Markdown makes a line or a heading of three hyphens.
        assert " ".join(shown.replace("---", "").split()) == " ".join(
            f"{first} Bring a coat.".replace("---", "").split()
        )


# The server.


def test_the_server_does_not_start_with_a_broken_record(network: Path) -> None:
    misspell(network)
    with serving(network) as server:
        assert server.status() != 0
        assert MISSPELT in server.log
        assert "Traceback" not in server.log


def test_the_server_shows_every_change(network: Path) -> None:
    """One server for the whole life of a record: edited, added, deleted, broken and mended."""
    with serving(network) as server:
        server.wait_until(lambda: "Picnic on the grass" in titles(server))

        change(network, PICNIC, "title: Picnic on the grass", "title: Picnic in the rain")
        server.wait_until(lambda: "Picnic in the rain" in titles(server))
        assert "Picnic on the grass" not in titles(server)

        text = (network / PICNIC).read_text(encoding="utf-8").replace("Picnic in the rain", "Picnic in the snow")
        text = text.replace("  - lunch-outside\n  - old-picnic\n", "").replace("aliases:\n", "")
        (network / "content/initiatives/snow.md").write_text(text, encoding="utf-8")
        server.wait_until(lambda: "Picnic in the snow" in titles(server))
        assert server.page("initiatives/snow/") is not None

        (network / "content/initiatives/snow.md").unlink()
        server.wait_until(lambda: "Picnic in the snow" not in titles(server))
        assert server.page("initiatives/snow/") is None

        misspell(network)
        server.wait_until(lambda: MISSPELT in told(server))
        assert MISSPELT in server.log
        assert "Fix the errors above first" in server.log
        assert badges(server)[0] == "In use"

        change(network, PICNIC, "stage: estabished", "stage: trying")
        server.wait_until(lambda: badges(server)[:1] == ["Tried or being tried"])
        assert told(server) == ""

        assert "Traceback" not in server.log
        assert server.helpers == []


def test_the_server_shows_a_saved_record_before_it_builds(network: Path) -> None:
    """The build that follows is refused. So only what was shown before it can have what was saved."""
    with serving(network) as server:
        server.wait_until(lambda: "Picnic on the grass" in titles(server))
        with (network / PICNIC).open("a", encoding="utf-8") as record:
            record.write("\nIt was [as sunny](nowhere.md) as could be.\n")
        server.wait_until(lambda: "link-broken" in told(server))
        assert "It was as sunny as could be" in shown(server)
        assert titles(server), "everything else is as it was"
        change(network, PICNIC, "[as sunny](nowhere.md)", "cloudy")
        server.wait_until(lambda: "It was cloudy as could be" in shown(server) and not told(server))
        assert "Traceback" not in server.log


def shown(server: Server) -> str:
    """The words on the page of the picnic now."""
    page = server.page("initiatives/picnic/")
    return words(page.tree) if page else ""


def test_the_server_outlives_a_mistake_in_a_macro(network: Path) -> None:
    """The site was half built then, so that the page itself is not there."""
    with serving(network) as server:
        server.wait_until(lambda: "Picnic on the grass" in titles(server))
        with (network / "content/actions.md").open("a", encoding="utf-8") as page:
            page.write("\n{{ nothing_of_the_kind }}\n")
        server.wait_until(lambda: "nothing_of_the_kind" in server.log)
        server.wait_until(lambda: b"This page is not up to date" in server.not_there("initiatives/picnic/"))
        change(network, "content/actions.md", "\n{{ nothing_of_the_kind }}\n", "")
        server.wait_until(lambda: "In use" in badges(server))


def told(server: Server) -> str:
    """What the page of the picnic says of the latest mistake."""
    page = server.page("initiatives/picnic/")
    return " ".join(one.text_content() for one in with_class(page.tree, "kb-mistake")) if page else ""


def titles(server: Server) -> list[str]:
    """What the list of initiatives shows now."""
    page = server.page("initiatives/")
    return page.titles if page else []


def badges(server: Server) -> list[str]:
    """How the page of the picnic is marked now."""
    page = server.page("initiatives/picnic/")
    return [badge.text_content() for badge in page.of_class("kb-badge")] if page else []


def test_a_site_that_cannot_show_the_rules_is_not_built(tmp_path: Path) -> None:
    """The code without its tests, as somebody would copy it to where the site is built."""
    copy = tmp_path / "copy"
    for part in ("macros", "theme"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__", "admin"))
    shutil.copytree(ROOT / "tests/networks/empty/content", copy / "content")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    menu = settings[settings.index("\nnav:") : settings.index("\n# Records are found")]
    (copy / "mkdocs.yml").write_text(settings.replace(menu, ""), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=copy, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    printed = done.stdout + done.stderr
    assert "The site was not built. The page of rules shows an example of each, and " in printed
    assert "Traceback" not in printed
    assert not (copy / "site/index.html").exists()
