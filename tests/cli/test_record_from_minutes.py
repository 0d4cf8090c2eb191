"""The command that makes a record of minutes: it shows first, writes when told to, and refuses in plain words."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from macros.library.library import Library
from tests.support.building import EMPTY, NETWORKS, lay_out_to_read
from tests.support.filling import Form, typed
from tests.support.minutes_made import AFTER, WINTER
from tests.support.programs import Done, run
from tests.support.project import ROOT

RECORD = f"content/meetings/{WINTER}.md"


@pytest.fixture
def network(tmp_path: Path) -> Path:
    return lay_out_to_read(tmp_path / "network", EMPTY, NETWORKS / "orchard")


def command(network: Path, file: Path, *options: str) -> Done:
    epoch = str(int(datetime(AFTER.year, AFTER.month, AFTER.day, 12, tzinfo=UTC).timestamp()))
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch}
    return run(ROOT / "scripts/record_from_minutes.py", file, "--root", network, *options, environment=environment)


def minutes(shown: Library, folder: Path, note: str = "It was cold.") -> Path:
    def fill(form: Form) -> None:
        form.attend("Apple service", "x")
        form.note("Safety: Ice", note)

    path = folder / "minutes.docx"
    path.write_bytes(typed(shown, WINTER, AFTER, fill))
    return path


def test_it_shows_what_would_change_and_writes_only_when_told_to(shown: Library, network: Path, tmp_path: Path) -> None:
    file, before = minutes(shown, tmp_path), (network / RECORD).read_text(encoding="utf-8")
    done = command(network, file)
    assert done.stderr == ""
    assert "Understood:\n- These services were there: Apple service." in done.stdout
    assert "Questions for you:" in done.stdout
    assert "-stage: planned\n+stage: held" in done.stdout
    assert "Nothing was written." in done.stdout
    assert (network / RECORD).read_text(encoding="utf-8") == before
    said = f"Wrote {RECORD}. To answer the questions, correct the Word file and run this again, or change the record."
    assert said in command(network, file, "--write").stdout
    assert "It was cold." in (network / RECORD).read_text(encoding="utf-8")


def test_it_writes_nothing_with_something_personal_in_it(shown: Library, network: Path, tmp_path: Path) -> None:
    done = command(
        network, minutes(shown, tmp_path, "Ask jane.smith@example.net about NHS number 9990000018."), "--write"
    )
    assert done.returncode == 1
    assert "Nothing was written, because there seems to be personal data in it." in done.stderr
    assert "stage: planned" in (network / RECORD).read_text(encoding="utf-8")


def test_any_other_minutes_become_a_draft(network: Path, tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading("Board meeting", 0)
    for line in ("Date: 3 November 2026", "Present: Apple service, Pear service", "Decision: We go on.", "It rained."):
        document.add_paragraph(line)
    document.save(str(tmp_path / "board.docx"))
    done = command(network, tmp_path / "board.docx", "--write")
    text = (network / "content/meetings/2026-11-board-meeting.md").read_text(encoding="utf-8")
    assert "so this is a new page" in done.stdout
    assert "date: 2026-11-03\n" in text
    assert "attended:\n  - apple\n  - pear\n" in text
    assert "decisions:\n  - We go on.\n" in text
    assert text.endswith("---\n\nIt rained.\n")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"Minutes"])
def test_what_is_no_word_file_is_refused_in_a_sentence(network: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "minutes.docx").write_bytes(content)
    done = command(network, tmp_path / "minutes.docx")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: This is not a Word file, or it is damaged.")


def test_another_format_needs_libreoffice(network: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "minutes.odt").write_bytes(b"x")
    assert "needs LibreOffice, which is not installed" in command(network, tmp_path / "minutes.odt").stderr


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice Writer (soffice)")
def test_a_text_of_libreoffice_is_read_with_it(shown: Library, network: Path, tmp_path: Path) -> None:
    from macros.minutes.office import as_docx

    rtf = tmp_path / "minutes.rtf"
    rtf.write_bytes(b"{\\rtf1 Minutes of the board\\par Date: 3 November 2026\\par It rained.\\par}")
    assert as_docx(rtf).startswith(b"PK")
    assert "It rained." in command(network, rtf).stdout
