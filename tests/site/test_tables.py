"""The tables open right in a spreadsheet, say everything that fits into one, and run nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros.kinds import KINDS
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.outputs.csv_tables import tables
from macros.outputs.file import SiteInfo
from macros.schema.description import FieldDescription, described, label
from tests.support.building import Site
from tests.support.project import TODAY
from tests.unit.test_library import CHAMPION, change

PLACE = SiteInfo("https://example.org/kb/", "A name", "What it is for", "en")

Table = list[dict[str, str]]


def rows(held: bytes) -> Table:
    """What a spreadsheet that keeps to the standard reads."""
    return list(csv.DictReader(io.StringIO(held.decode("utf-8-sig"), newline=""), strict=True))


def in_memory(root: Path) -> dict[str, Table]:
    """The tables of the network in `root` by their kinds' folders, without a site."""
    public = PublicLibrary.of(read_library(root), TODAY)
    return {Path(file.path).stem: rows(file.content) for file in tables(public, PLACE)}


def row(table: Table, record_id: str) -> dict[str, str]:
    return next(one for one in table if one["ID"] == record_id)


def test_a_table_is_what_spreadsheets_expect(any_site: Site) -> None:
    for model in KINDS.values():
        held = any_site.files[f"api/{model.FOLDER}.csv"]
        assert held.startswith(b"\xef\xbb\xbfTitle,Page,Summary,")
        assert held.count(b"\n") == held.count(b"\r\n") == len(rows(held)) + 1
        head, *body = csv.reader(io.StringIO(held.decode("utf-8-sig"), newline=""), strict=True)
        assert len(set(head)) == len(head)
        assert {len(one) for one in body} <= {len(head)}


def test_every_record_has_a_row_with_its_page(any_site: Site) -> None:
    for model in KINDS.values():
        table = rows(any_site.files[f"api/{model.FOLDER}.csv"])
        for one in table:
            page = any_site.page(f"{model.FOLDER}/{one['ID']}/")
            assert one["Page"].endswith(f"/{model.FOLDER}/{one['ID']}/")
            assert one["Title"].lstrip("'") == page.h1.lstrip("'")
            assert one["Last change"] >= one["Added"]
        assert len(table) == len({one["ID"] for one in table})


def heads(fields: Mapping[str, FieldDescription], before: str = "") -> list[str]:
    """The columns that these fields need."""
    found = []
    for name, inside in fields.items():
        if not inside.parts:
            found.append(label(before + name))
        elif inside.is_list:
            found += [] if before else [f"{label(name)} (number)"]
        else:
            found += heads(inside.parts, f"{name}_")
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_column(kind: str, demo: Site) -> None:
    table = rows(demo.files[f"api/{KINDS[kind].FOLDER}.csv"])
    assert [head for head in heads(described(KINDS[kind])) if head not in table[0]] == []


def test_cells_read_as_the_pages_do(demo: Site, orchard: Site) -> None:
    meeting = row(rows(demo.files["api/meetings.csv"]), "2026-03-meeting")
    assert (meeting["Date"], meeting["Stage"], meeting["Starts"]) == ("2026-03-12", "Held", "13:30")
    assert meeting["Tags"] == "Environment; Breaks and boundaries"
    assert meeting["Presentations (number)"] == "2"
    assert meeting["Presentations (services)"] == "Nectarine; Medlar"
    assert meeting["Opening title"] == ""
    service = row(rows(demo.files["api/services.csv"]), "apricot")
    assert (service["Area"], service["Active"]) == ("North bank", "yes")
    first = row(rows(orchard.files["api/meetings.csv"]), "2016-10-first-meeting")
    assert first["Date"] == "2016-10"


def test_long_text_and_signs_stay_in_their_cell(smallest: Path) -> None:
    text = 'A line, with "quotes"; semicolons; Siân\'s tab and an emoji \U0001f33b. ' * 9
    change(
        smallest / "content/evidence/sample-survey.md",
        "strength: 1\n",
        f"limitations: >-\n  {text.strip()}\n\n  Another paragraph.\nstrength: 1\n",
    )
    table = in_memory(smallest)["evidence"]
    assert row(table, "sample-survey")["Limitations"] == f"{text.strip()} Another paragraph."


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("=1+1 is two", "'=1+1 is two"),
        ("+44 is England", "'+44 is England"),
        ("-1 in words", "'-1 in words"),
        ("@SUM(A1:A9)", "'@SUM(A1:A9)"),
        ("\uff1d1+1 in full width", "'\uff1d1+1 in full width"),
        ("One;=1+1", "One;'=1+1"),
        ("One; =1+1", "One; =1+1"),
        ("1+1=2, well-known @ home", "1+1=2, well-known @ home"),
    ],
)
def test_no_cell_is_a_formula(written: str, shown: str, smallest: Path) -> None:
    file = smallest / "content/services/sample-brindle.md"
    title = next(line for line in file.read_text(encoding="utf-8").split("\n") if line.startswith("title:"))
    change(file, title, f"title: '{written}'")
    found = in_memory(smallest)
    assert row(found["services"], "sample-brindle")["Title"] == shown
    assert row(found["initiatives"], "sample-lunch")["Services"] == shown


def test_nobody_is_named_in_a_table(smallest: Path, any_site: Site) -> None:
    change(
        smallest / "content/services/sample-brindle.md",
        "area: north\n",
        f"area: north\n{CHAMPION.replace('2026-11-23', '2026-11-24')}\n",
    )
    service = row(in_memory(smallest)["services"], "sample-brindle")
    assert service["Champions (number)"] == "1"
    assert not any("Sample Champion" in cell for cell in service.values())
    named = {
        champion["name"]
        for path, held in any_site.files.items()
        if path.startswith("api/services/")
        for champion in json.loads(held)["record"]["champions"]
    }
    shown = " ".join(any_site.files[f"api/{model.FOLDER}.csv"].decode("utf-8") for model in KINDS.values())
    assert [name for name in named if name in shown] == []


def test_a_network_on_its_first_day_has_tables_of_a_head_only(empty: Site) -> None:
    assert {path: rows(held) for path, held in empty.files.items() if path.endswith(".csv")} == {
        f"api/{model.FOLDER}.csv": [] for model in KINDS.values()
    }
