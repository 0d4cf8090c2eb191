"""A library has every record, with its references both ways, and shows only what may be shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.kinds import Evidence, Initiative, Meeting, Service, Theme
from macros.library.library import kind_of, markdown_files, read_library
from macros.library.macro_calls import callers
from macros.library.public import PublicLibrary
from macros.lint.engine import check_library
from macros.pages.parts import Item, page_that_calls
from macros.source.document import Document
from macros.source.folder import everything_in
from tests.support.cases import for_each
from tests.support.project import ROOT, TODAY

CHAMPION = """champions:
  - name: Sample Champion A
    role: Senior practitioner
    contact: team@example.org
    since: 2025-04
    consent_given: 2026-01-15
    consent_until: 2026-11-23
  - name: Sample Champion B
    role: Senior practitioner
    contact: team@example.org
    since: 2025-04
"""


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_every_record_is_read_and_found_by_kind_and_id(smallest: Path) -> None:
    library = read_library(smallest)
    assert [record.path for record in library.all()] == [
        "initiatives/sample-lunch.md",
        "meetings/sample-meeting.md",
        "evidence/sample-survey.md",
        "question-sets/about-your-work.md",
        "services/sample-brindle.md",
        "themes/peer-support.md",
    ]
    lunch = library.get("initiative", "sample-lunch")
    assert lunch is library.all_of(Initiative)["sample-lunch"]
    assert library.get("initiative", "nothing") is None


def test_references_lead_both_ways(smallest: Path) -> None:
    library = read_library(smallest)
    service = library.all_of(Service)["sample-brindle"]
    found = library.mentions(library.all_of(Initiative)["sample-lunch"])
    assert [(mention.field, mention.kind, mention.id) for mention in found] == [
        ("tags", "theme", "peer-support"),
        ("services", "service", "sample-brindle"),
    ]
    assert [(back.record.id, back.mention.location) for back in library.backlinks["service", "sample-brindle"]] == [
        ("sample-lunch", ("services", 0)),
        ("sample-meeting", ("attended", 0)),
    ]
    assert [record.id for record in library.linking_to(service, Meeting)] == ["sample-meeting"]
    assert library.linking_to(service, Meeting, "topics") == []
    assert library.linking_to(service, Evidence) == []
    theme = library.all_of(Theme)["peer-support"]
    assert [record.id for record in library.linking_to(theme, Initiative, "tags")] == ["sample-lunch"]


def test_a_former_name_leads_to_the_record(smallest: Path) -> None:
    change(smallest / "content/initiatives/sample-lunch.md", "stage: trying", "aliases: [lunch-club]\nstage: trying")
    aliases = read_library(smallest).aliases
    assert (aliases["initiative"], aliases["meeting"]) == ({"lunch-club": "sample-lunch"}, {})


def test_a_broken_record_is_not_a_broken_reference_in_others(smallest: Path) -> None:
    change(smallest / "content/services/sample-brindle.md", "area: north", "area: [north")
    library = read_library(smallest)
    assert library.all_of(Service) == {}
    assert "sample-brindle" in library.ids["service"]
    assert {finding.path for finding in check_library(library, TODAY)} == {"content/services/sample-brindle.md"}


def test_what_is_shown_has_no_documents(smallest: Path) -> None:
    library = read_library(smallest)
    assert not hasattr(PublicLibrary.of(library, TODAY), "documents")
    assert list(PublicLibrary.of(library, TODAY).all()) == list(library.all())


@pytest.mark.parametrize(
    ("today", "names"),
    [
        (date(2026, 1, 14), []),
        (date(2026, 1, 15), ["Sample Champion A"]),
        (date(2026, 11, 22), ["Sample Champion A"]),
        (date(2026, 11, 23), []),
        (date(2026, 11, 24), []),
    ],
)
def test_champions_are_shown_while_they_consent(today: date, names: list[str], smallest: Path) -> None:
    change(smallest / "content/services/sample-brindle.md", "area: north\n", f"area: north\n{CHAMPION}")
    library = read_library(smallest)
    shown = PublicLibrary.of(library, today).all_of(Service)["sample-brindle"]
    assert [champion.name for champion in shown.champions] == names
    assert (shown.id, shown.path) == ("sample-brindle", "services/sample-brindle.md")
    assert len(library.all_of(Service)["sample-brindle"].champions) == 2


@for_each(
    ("path", "kind"),
    [
        ("content/initiatives/a.md", "initiative"),
        ("content/evidence/a.md", "evidence"),
        ("content/initiatives/index.md", "page"),
        ("content/initiatives/old/a.md", "misplaced"),
        ("content/about/a.md", "page"),
        ("content/index.md", "page"),
    ],
)
def test_the_folder_says_what_kind_of_file_it_is(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_links_and_hidden_files_are_not_read(smallest: Path) -> None:
    (smallest / "content/initiatives/link.md").symlink_to(smallest / "content/initiatives/sample-lunch.md")
    (smallest / "content/linked").symlink_to(smallest / "content/themes")
    (smallest / "content/.hidden").mkdir()
    (smallest / "content/.hidden/a.md").write_text("---\n---\n")
    (smallest / "content/about").mkdir()
    (smallest / "content/about/index.md").write_text("---\ntitle: About us\n---\nText.\n")
    assert [path.rpartition("/")[2] for path in markdown_files(everything_in(smallest, "content"))] == [
        "index.md",
        "sample-survey.md",
        "index.md",
        "sample-lunch.md",
        "sample-meeting.md",
        "about-your-work.md",
        "sample-brindle.md",
        "peer-support.md",
    ]
    assert read_library(smallest).pages["content/about/index.md"].title == "About us"


def test_a_folder_without_records_is_an_empty_library(smallest: Path) -> None:
    for file in (smallest / "content").glob("*/*.md"):
        file.unlink()
    assert list(read_library(smallest).all()) == []


def test_a_page_is_known_by_what_it_shows_whatever_it_is_called() -> None:
    shown = PublicLibrary.of(read_library(ROOT / "tests/networks/welsh"), TODAY)
    assert shown.callers["rule_list"] == "content/contribute/rheolau.md"
    actions = page_that_calls("open_actions", shown)
    assert actions == Item(shown.pages["content/meetings/index.md"].title, "meetings/index.md", is_own=True)
    assert page_that_calls("latest_digest", shown) is None


def test_a_macro_that_a_page_only_tells_of_is_not_called(smallest: Path) -> None:
    page = smallest / "content/about.md"
    told = "{% raw %}{{ open_actions() }}{% endraw %}\n\n{# later: {{ reviews() }} #}\n\n"
    called = "{{+ latest_digest () }}{% set found = rule_list() %}{{ found }}\n"
    page.write_text(f"---\ntitle: About us\n---\n{told}{called}", encoding="utf-8")
    (smallest / "content/unfinished.md").write_text("---\ntitle: Unfinished\n---\n{{ champions(\n", encoding="utf-8")
    callers = read_library(smallest).callers
    assert {macro for macro, path in callers.items() if path == "content/about.md"} == {"latest_digest", "rule_list"}
    assert "content/unfinished.md" not in callers.values()


def test_a_form_that_fixes_an_answer_is_not_the_form_of_its_kind() -> None:
    narrowed = Document(
        "content/a.md", "page", "a", body='{{ propose_form("initiative", "a", fixed={"stage": "idea"}) }}'
    )
    whole = Document("content/b.md", "page", "b", body='{{ propose_form("initiative", "b") }}')
    called = callers([narrowed, whole])
    assert called["propose_form initiative"] == "content/b.md"
    assert called["propose_form"] == "content/a.md"
    assert "propose_form initiative" not in callers([narrowed])


def test_a_page_with_an_expression_that_nobody_would_write_calls_nothing() -> None:
    """Such a page is shown as it is written, and looked at for its macros all the same."""
    page = Document("content/about/sums.md", "page", "sums", body="{{ " + "a." * 3_000 + "b() }}")
    assert callers([page]) == {}
