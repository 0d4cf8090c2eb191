"""The minutes of a meeting as a Word document, with what its page has."""

from __future__ import annotations

import shutil
import subprocess
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.kinds import Meeting
from macros.library.library import Library
from macros.outputs.text_origin import TextOrigin
from macros.outputs.word_document import new_document, packed
from macros.outputs.word_minutes import minutes
from macros.outputs.word_text import add_text
from macros.source.gfm import parse
from tests.support.building import Site
from tests.support.exporting import PLACE, public, rename
from tests.support.programs import PATIENCE
from tests.support.word import lines, links, notes, opened

HARVEST = "2026-09-harvest-meeting"
JUNE = "meetings/2026-06-meeting/"


def files(shown: Library) -> dict[str, bytes]:
    texts = defaultdict(lambda: parse(""), {f"meetings/{HARVEST}.md": parse("It was kind.\n1. Rain\n2. Sun")})
    return {file.path: file.content for file in minutes(public(shown), PLACE, texts.__getitem__, lambda path: b"")}


def harvest(shown: Library) -> Any:
    return opened(files(shown)[f"meetings/{HARVEST}/minutes.docx"])


def test_each_meeting_that_was_held_has_them_also_at_its_former_addresses(shown: Library) -> None:
    assert set(files(shown)) == {f"meetings/{HARVEST}/minutes.docx", "meetings/2016-10-first-meeting/minutes.docx"}
    rename(shown, shown.all_of(Meeting)[HARVEST], "apple-meeting")
    assert {f"meetings/{HARVEST}/minutes.docx", "meetings/apple-meeting/minutes.docx"} <= set(files(shown))


def test_they_say_what_the_page_of_the_meeting_says(shown: Library) -> None:
    seen = lines(harvest(shown))
    assert seen[:19] == [
        "Minutes: The harvest meeting",
        "10 September 2026, 1:30pm to 4pm, Under the big tree",
        "A meeting at which a good deal was presented, decided and agreed.",
        "Services present: Apple service; Medlar service",
        "Themes: Company",
        "What happened",
        "• Opening: Name a fruit (A hammock each)",
        "• Safety: Ladders (Led by Apple service)",
        "• Presentation: What our picnics taught us (Apple service; Picnic on the grass)",
        "• Presentation: Shade, in numbers (Medlar service; What shade does to gardeners)",
        "Safety: what followed",
        "• Initiative: Picnic on the grass",
        "• Evidence: What shade does to gardeners",
        "• Decision: Nobody climbs alone.",
        "Decisions",
        "• The ladder is shared.",
        "Actions",
        "Action | Who | Status",
        "Count the trees. | Apple service | Due 15 October 2026, 39 days overdue; Agreed in October 2016 at The first "
        "meeting; Carried over 1 meeting",
    ]
    assert "Buy a barrow.\nWhy: The last one was stolen. | Medlar service | Dropped 10 September 2026" in seen
    assert "• Who brings the ladder? (Asked by Pear service; Suggested at The first meeting)" in seen
    assert "=2 | Enough shade. | 4.0" in seen
    assert seen[-4:-1] == ["It was kind.", "1. Rain", "2. Sun"]


def test_topics_say_whether_they_were_taken_up(shown: Library) -> None:
    seen = lines(opened(files(shown)["meetings/2016-10-first-meeting/minutes.docx"]))
    assert "• Who brings the ladder? (Asked by Pear service; Discussed at The harvest meeting)" in seen
    assert "• Who takes it home? (Asked by Medlar service; Not discussed yet)" in seen


def test_what_they_name_leads_to_its_page(shown: Library) -> None:
    assert ("Picnic on the grass", "https://example.org/kb/initiatives/picnic/") in links(harvest(shown))
    [who] = {link.url for link in harvest(shown).tables[0].rows[1].cells[1].paragraphs[0].hyperlinks}
    assert who == "https://example.org/kb/services/apple/"


def test_are_the_same_to_the_byte(shown: Library) -> None:
    assert files(shown) == files(shown)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice Writer (soffice)")
def test_libreoffice_counts_the_same_numbers(tmp_path: Path) -> None:
    text = "1. a\n   1. b\n2. c\n   1. d\n\n      e\n   2. f\n\nThen\n\n1. g\n\n> 4) h\n> - [x] i\n\n0. j"
    document = new_document("Lists", "A network", "en-GB", date(2026, 11, 30))
    add_text(document, parse(text), TextOrigin(f"{JUNE}.md", PLACE, lambda path: b""), "Lists", 1)
    (tmp_path / "text.docx").write_bytes(packed(document))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "text.docx")], check=True, capture_output=True, timeout=PATIENCE)
    read = (tmp_path / "text.txt").read_text(encoding="utf-8-sig").split("\n")
    assert [line.strip() for line in read if line] == [
        *("1. a", "1. b", "2. c", "1. d", "e", "2. f", "Then", "1. g", "4. h", "• ☒ Done: i", "0. j")
    ]


def test_the_page_of_the_meeting_offers_them_and_they_have_its_text(demo: Site) -> None:
    [offered] = demo.page(JUNE).of_class("kb-downloads")
    addresses = {link.text_content().strip(): link.get("href") for link in offered.iter("a")}
    assert addresses["This meeting as a Word document (.docx)"] == f"../../{JUNE}minutes.docx"
    document = opened(demo.files[f"{JUNE}minutes.docx"])
    seen = lines(document)
    start = seen.index("What they would like to have in their first month:")
    assert seen[start : seen.index("What we left open")] == [
        "What they would like to have in their first month:",
        "1. A colleague who does not assess them, as in a buddy for every trainee.",
        "2. Time for questions:",
        "  ◦ ten minutes at the end of each clinic",
        "  ◦ a list of who to ask about what",
        "3. A desk.",
        "What the services can offer until then:",
        "Service | Offer | Places",
        "Lychee | A buddy from another team | 4",
        "Fig | A day with the duty worker | 2",
        "Medlar | Nothing yet | ",
        "Before the next meeting:",
        "☒ Done: Lychee sends round the questions that buddies ask.",
        "☐ To do: Every service counts its trainees.",
        "Tip",
        "The list of who to ask is worth printing. It hangs beside the kettle at Lychee.",
    ]
    [buddy] = [address for words, address in links(document) if words == "a buddy for every trainee"]
    assert buddy.endswith("/demo/initiatives/buddy-for-trainees/")
    assert notes(document) == {1: " Medlar had no trainees in 2026."}
