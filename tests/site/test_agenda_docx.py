"""The agenda as a Word document, as Word and LibreOffice see it."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections import defaultdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from pypdf import PdfReader

from macros.kinds import Meeting, Service
from macros.library.library import Library
from macros.library.public import PublicLibrary
from macros.outputs.action_ref import action_ref
from macros.outputs.word_agenda import agendas
from macros.outputs.word_form import HOW_TO_SEND
from macros.source.gfm import parse
from tests.support.building import Site
from tests.support.exporting import PLACE, public, put, rename
from tests.support.programs import PATIENCE
from tests.support.project import TODAY

WINTER = "2026-12-winter-meeting"
PLANNED = "meetings/2026-12-meeting/agenda.docx"
LATER = "meetings/2027-03-meeting/agenda.docx"
MUCH_LATER = "meetings/2027-06-away-days/agenda.docx"
TEXT = "Bring a&#27;&#xFFFE; coat.\n\n## How to come\n\n- By bus\n\n- On foot\n"
NOTES = """
- First ![a map](x.png)
  - [x] inner

  then
- ~~~
  one
    two
  ~~~

| Bus | |
| --- | --- |
| 8 *am* | late |

> [!WARNING]
> It is full.[^1]

After

[^1]: At eight.
"""


def files(shown: Library, of: PublicLibrary | None = None, text: str = TEXT) -> dict[str, bytes]:
    texts = defaultdict(lambda: parse(""), {f"meetings/{WINTER}.md": parse(text)})
    return {
        file.path: file.content for file in agendas(of or public(shown), PLACE, texts.__getitem__, lambda path: b"")
    }


def winter(shown: Library, text: str = TEXT) -> Any:
    return Document(io.BytesIO(files(shown, text=text)[f"meetings/{WINTER}/agenda.docx"]))


def test_each_meeting_to_come_has_one_also_at_its_former_addresses(shown: Library) -> None:
    assert set(files(shown)) == {f"meetings/{WINTER}/agenda.docx", "meetings/2027-03-spring-meeting/agenda.docx"}
    rename(shown, shown.all_of(Meeting)[WINTER], "ice-meeting")
    assert f"meetings/{WINTER}/agenda.docx" in files(shown)
    assert "meetings/ice-meeting/agenda.docx" in files(shown)


def test_has_headings_a_table_of_times_and_links_that_work_anywhere(shown: Library) -> None:
    document = winter(shown)
    headings = [(one.style.name, one.text) for one in document.paragraphs if one.style.name.startswith("Heading")]
    assert headings == [
        ("Heading 1", "Agenda: The winter meeting"),
        ("Heading 2", "Times"),
        ("Heading 2", "Open actions"),
        ("Heading 3", "Apple service"),
        ("Heading 3", "Medlar service"),
        ("Heading 2", "Topics suggested and not discussed yet"),
        ("Heading 2", "Reviews and agreements due"),
        ("Heading 3", "Safety champions to ask about staying listed"),
        ("Heading 2", "Notes"),
        ("Heading 3", "How to come"),
        ("Heading 1", "Minutes: The winter meeting"),
        ("Heading 2", "Attendance"),
        ("Heading 2", "Decisions"),
        ("Heading 2", "Actions"),
        ("Heading 2", "Safety: Ice"),
        ("Heading 2", "Topics suggested and not discussed yet"),
        ("Heading 2", "Reviews and agreements due"),
        ("Heading 2", "Discussion"),
        ("Heading 2", "Any other business and close"),
    ]
    table = document.tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[:3] == [
        ["Time", "Minutes", "Item"],
        ["9am", "30", "Safety: Ice\nLed by Medlar service"],
        ["9:30am", "15", "Open actions"],
    ]
    links = [link.address for paragraph in document.paragraphs for link in paragraph.hyperlinks]
    assert "https://example.org/kb/meetings/2016-10-first-meeting/" in links
    page = f"https://example.org/kb/meetings/{WINTER}/"
    assert links[-3:] == [page, "https://example.org/kb/contribute/", page]
    assert links == [link for link in links if "#" not in link]
    bullets = [one.text for one in document.paragraphs if one.style.name == "List Bullet"]
    assert "Count the trees. (Overdue; Due 15 October 2026)" in bullets
    assert bullets[-2:] == ["By bus", "On foot"]


def test_tables_and_code_of_the_notes_are_in_it(shown: Library) -> None:
    document = winter(shown, NOTES)
    after = [(one.style.name, one.text) for one in document.paragraphs]
    end = next(place for place, (_, text) in enumerate(after) if text.startswith("Correct on"))
    notes = after[after.index(("Heading 2", "Notes")) + 1 : end]
    assert notes == [
        ("List Bullet", "First [a map]"),
        ("List Bullet", "☒ Done: inner"),
        ("List Continue", "then"),
        ("Source Code", "one\n  two"),
        ("Note Title", "Warning"),
        ("Note", "It is full."),
        ("Normal", "After"),
    ]
    assert [[cell.text for cell in row.cells] for row in document.tables[1].rows] == [["Bus", ""], ["8 am", "late"]]


def test_is_marked_for_those_who_listen_to_it_and_set_for_our_paper(shown: Library) -> None:
    document = winter(shown)
    table = document.tables[0]
    head = table.rows[0]._tr.trPr
    assert head.find(qn("w:tblHeader")) is not None
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")).startswith("When each item starts")
    assert [one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))] == ["en-GB"]
    section = document.sections[0]
    assert [round(side / Mm(1)) for side in (section.page_width, section.page_height)] == [210, 297]
    properties = document.core_properties
    assert (properties.title, properties.author) == ("Agenda: The winter meeting", shown.network.name)
    assert properties.created.replace(tzinfo=None) == datetime(TODAY.year, TODAY.month, TODAY.day)
    assert "python" not in str(properties.comments)


def test_an_agenda_without_times_has_minutes_only(shown: Library) -> None:
    spring = Document(io.BytesIO(files(shown)["meetings/2027-03-spring-meeting/agenda.docx"]))
    assert [cell.text for cell in spring.tables[0].rows[0].cells] == ["Minutes", "Item"]


def test_names_no_champion(shown: Library) -> None:
    names = [champion.name for service in shown.all_of(Service).values() for champion in service.champions]
    with zipfile.ZipFile(io.BytesIO(files(shown)[f"meetings/{WINTER}/agenda.docx"])) as opened:
        everything = b"".join(map(opened.read, opened.namelist())).decode("utf-8", "replace")
    assert "One safety champion, before 10 December 2026" in everything
    assert names
    assert not any(name in everything for name in names)


def test_is_the_same_to_the_byte_and_says_on_which_day_it_was_made(shown: Library) -> None:
    first = files(shown)
    assert files(shown) == first
    assert files(shown, PublicLibrary.of(shown, date(2026, 11, 24))) != first
    with zipfile.ZipFile(io.BytesIO(first[f"meetings/{WINTER}/agenda.docx"])) as opened:
        assert opened.testzip() is None
        assert {one.date_time for one in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert opened.namelist()[0] == "[Content_Types].xml"


def test_the_form_has_what_is_open_and_nothing_that_programs_lose(shown: Library) -> None:
    content = files(shown)[f"meetings/{WINTER}/agenda.docx"]
    about, attendance, decisions, actions = Document(io.BytesIO(content)).tables[1:]
    assert [row.cells[0].text for row in about.rows] == ["Date", "What happened, in a sentence (30 to 200 characters)"]
    texts = [one.text for one in Document(io.BytesIO(content)).paragraphs]
    assert f"Page on the site: {PLACE.of('index.md')}meetings/{WINTER}/" in texts
    assert texts.index("The form for the minutes comes after the agenda.") < texts.index("Times")
    assert [cell.text for cell in attendance.rows[1].cells] == ["Apple service", "", ""]
    assert "Quince service" not in [row.cells[0].text for row in attendance.rows]
    assert {cell.text for row in decisions.rows[1:] for cell in row.cells} == {""}
    # High enough to write in by hand.
    assert {row.height and round(row.height.mm) for row in decisions.rows[1:]} == {9}
    rows = [[cell.text for cell in row.cells] for row in actions.rows]
    ref = action_ref("count-the-trees")
    assert rows[:2] == [
        ["Ref", "Action", "Owner", "Due", "Done"],
        [ref, "Count the trees.", "Apple service", "15 October 2026", ""],
    ]
    assert {cell for row in rows[3:] for cell in row} == {""}
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        everything = opened.read("word/document.xml").decode()
    assert not [name for name in ("w:sdt", "w:bookmarkStart", "w:vanish", "w:fldSimple") if f"<{name}" in everything]


def test_the_form_says_where_the_steps_to_send_it_are(demo: Site) -> None:
    form = Document(io.BytesIO(demo.files[PLANNED]))
    [said] = [one for one in form.paragraphs if one.text.startswith(HOW_TO_SEND)]
    page = said.hyperlinks[0].url
    assert said.text == f"{HOW_TO_SEND}{page}"
    assert page.endswith("/contribute/read-minutes/")
    assert ">Check my minutes<" in demo.files["contribute/read-minutes/index.html"].decode()


def test_what_a_survey_found_is_in_sentences_of_its_own(demo: Site) -> None:
    said = [one.text for one in Document(io.BytesIO(demo.files[PLANNED])).paragraphs]
    assert [one for one in said if ": " in one and one.endswith(".") and "answered" in one]
    assert not [one for one in said if ".;" in one or one.endswith(".)")]


def test_signs_stay_what_they_are(shown: Library) -> None:
    title = 'R&D <b> "Siân\'s" 50% 😀 \u202fend'
    put(shown, shown.all_of(Meeting)[WINTER], title=title)
    assert winter(shown).paragraphs[0].text == f"Agenda: {title}"


def test_the_page_of_the_meeting_leads_to_it(demo: Site) -> None:
    [offered] = demo.page("meetings/2026-12-meeting/").of_class("kb-downloads")
    links = {link.text_content().strip(): link.get("href") for link in offered.iter("a")}
    assert links["Agenda and form for the minutes (Word, .docx)"] == f"../../{PLANNED}"
    names = [link.get("download") for link in offered.iter("a") if link.get("href") == f"../../{PLANNED}"]
    assert names == ["2026-12-10 agenda and minutes.docx"]
    assert demo.files[PLANNED].startswith(b"PK")
    assert sorted(path for path in demo.files if path.endswith("agenda.docx")) == [PLANNED, LATER, MUCH_LATER]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice Writer (soffice)")
def test_libreoffice_prints_the_agenda_on_two_sheets_and_the_form_after_it(demo: Site, tmp_path: Path) -> None:
    (tmp_path / "agenda.docx").write_bytes(demo.files[PLANNED])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "agenda.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    reader = PdfReader(tmp_path / "agenda.pdf")
    assert [sheet.extract_text().startswith("Minutes: ") for sheet in reader.pages] == [
        False,
        False,
        True,
        False,
        False,
    ]
    assert all(abs(float(sheet.mediabox.width) - 595) < 2 for sheet in reader.pages)
    words = " ".join(" ".join(sheet.extract_text().split()) for sheet in reader.pages)
    assert "Agenda: Meeting, December 2026" in words
    assert "Page 2 of 5" in words
    for row in (
        "1:30pm 10 Opening: Five quiet minutes",
        "2:10pm 30 Diamond 9: What matters most when one champion takes over from another? Rank these cards on screen",
        "2:40pm 10 Break",
        "3:55pm 5 Any other business and close",
    ):
        assert row in words
