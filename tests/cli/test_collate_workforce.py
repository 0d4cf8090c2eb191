"""From sheets of counts to workforce figures, on the coordinator's own computer: the command, and the scripts of the page."""

from __future__ import annotations

import base64
import csv
import os
import random
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from macros.collate.files import read_sheets
from macros.collate.headcounts import DESTINATIONS, Choices, read_headcounts
from macros.collate.page_data import network_data, release_data
from macros.collate.refusal import Refusal
from macros.collate.workforce import Year, protected_figures
from macros.collate.workforce_files import workforce_files
from macros.figures.table import EVERYONE, Entry, Group, Whose
from macros.kinds import Service
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.library.releases import published_tables
from tests.support.count_sheets import FULL, KNOWN, REFUSED, ROWS, SHAPES, sheet_of_careers
from tests.support.exports import table
from tests.support.node import returned
from tests.support.programs import Done, run
from tests.support.project import ROOT, TODAY, TODAY_EPOCH
from tests.support.sampled_people import Career, careers, workforce_counts

HIDDEN = "[c]"
YEARS = ("2024-04-01", "2025-04-01")


def public_of(root: Path) -> PublicLibrary:
    return PublicLibrary.of(read_library(root), TODAY)


@pytest.fixture
def network(tmp_path: Path) -> Path:
    """The demonstration without its workforce figures."""
    shutil.copytree(ROOT / "demo", tmp_path / "demo")
    # Its settings are those of the project, with others on top.
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for path in (tmp_path / "demo/content/workforce").glob("20*"):
        path.unlink()
    return tmp_path / "demo"


def people_of(public: PublicLibrary, chance: random.Random) -> list[Career]:
    """A year of made-up people in some services, with the roles of the network."""
    areas = {one.id: one.area for one in list(public.all_of(Service).values())[: chance.randint(1, 5)]}
    roles = [*public.network.words("audiences")]
    return [
        Career(one.start, one.end, roles[len(one.role) % len(roles)], one.destination)
        for one in careers(chance, areas, chance.choice([15, 40, 90]))
    ]


def next_year(people: list[Career], chance: random.Random) -> list[Career]:
    """The year after, of those who were there at the end."""
    services = sorted({one.end for one in people if one.end})
    stayed = [Career(one.end, chance.choice([one.end] * 9 + services), one.role) for one in people if one.end]
    return [*stayed, *(Career("", one, "pwp") for one in services for _ in range(chance.randint(0, 9)))]


def written(path: Path, people: list[Career]) -> Path:
    path.write_bytes(table([FULL, *sheet_of_careers(people)]))
    return path


def read(content: bytes, choices: Choices) -> dict[str, Any]:
    try:
        found = read_headcounts(content, KNOWN, choices)
    except Refusal as refusal:
        return {"refusal": refusal.code, "words": str(refusal)}
    lines = [{"service": one.service, "role": one.role, "counts": dict(one.counts)} for one in found.lines]
    return {"lines": lines, "notes": [str(one) for one in found.notes]}


def in_javascript(*calls: Any) -> list[Any]:
    return returned([str(ROOT / "tests/support/collate.js")], calls)


def read_call(content: bytes, choices: Choices) -> list[Any]:
    known = {"services": {name: {"title": title} for name, title in KNOWN.services.items()}, "roles": dict(KNOWN.roles)}
    chosen = {
        "service": choices.service,
        "leavesOutUnknown": choices.leaves_out_unknown,
        "hasNoRoleIfUnknown": choices.has_no_role_if_unknown,
    }
    return ["headcounts", base64.b64encode(content).decode(), known, chosen]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_read(shape: str) -> None:
    content, choices = SHAPES[shape]
    found = read_headcounts(content, KNOWN, choices)
    sums = {name: sum(line.counts[name] for line in found.lines) for name in ("start", "end", "left")}
    expected = {
        "dashes and thousands": (1200, 1200, 0),
        "one service, without its name": (23, 22, 4),
        "one service, without roles": (20, 20, 3),
        "only the total of a service": (20, 20, 3),
        "another role, counted without": (41, 40, 7),
    }
    assert tuple(sums.values()) == expected.get(shape, (38, 38, 6))
    where = sum(line.counts.get(name, 0) for line in found.lines for name in DESTINATIONS)
    assert where == sums["left"]
    assert all("Jo" not in str(note) for note in found.notes)


def test_what_was_done_is_said() -> None:
    said = {
        shape: " ".join(map(str, read_headcounts(*SHAPES[shape][:1], KNOWN, SHAPES[shape][1]).notes))
        for shape in SHAPES
    }
    assert "Rows left out, because they add up others: 4, 6." in said["rows that add up"]
    assert "Blank, and counted as 0: 13 cells." in said["blank cells"]
    assert "everyone who left is counted as “not known”" in said["how many left, and not where"]
    assert "Never read, because they could say who answered: Name." in said["columns of no use"]
    assert "Left out, because they are not asked for: Band." in said["columns of no use"]
    assert (
        "Rows left out, because this site does not list their services: 5." in said["rows of another service, left out"]
    )
    assert "Rows counted without a role: 5." in said["another role, counted without"]


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_counted_is_refused_in_words(name: str) -> None:
    content, choices, words = REFUSED[name]
    with pytest.raises(Refusal, match=f"^{re.escape(words)}"):
        read_headcounts(content, KNOWN, choices)


def test_the_page_reads_every_sheet_as_the_command_does() -> None:
    sheets = [*SHAPES.values(), *((content, choices) for content, choices, _ in REFUSED.values())]
    found = in_javascript(*(read_call(*one) for one in sheets))
    assert found == [read(*one) for one in sheets]


@pytest.mark.parametrize("seed", range(6))
def test_two_years_are_counted_and_protected(network: Path, tmp_path: Path, seed: int) -> None:
    """Every number that is shown is the one that is counted person by person, rounded; and the page writes the same files."""
    chance = random.Random(f"workforce {seed}")
    people = people_of(public_of(network), chance)
    for starts in YEARS:
        public = public_of(network)
        file = written(tmp_path / f"{starts}.csv", people)
        lines, notes = read_sheets([str(file)], Choices(), public)
        year = Year(TODAY.fromisoformat(starts), sorted({line.service for line in lines}))
        protected = protected_figures(lines, year, public)
        files = workforce_files(year, protected, notes, public, public.today)
        name = f"{starts[:4]}-{int(starts[2:4]) + 1}"
        areas = {one: public.all_of(Service)[one].area for one in year.services}
        true = workforce_counts(people, areas, by_role=True)
        rows = [*csv.DictReader(files[f"{name}.csv"].splitlines())]
        assert len(rows) > 20
        for row in rows:
            whose = next((one for one in ("area", "service", "role") if row[one]), "")
            group = Group(Whose(whose), row[whose]) if whose else EVERYONE
            number = true[Entry(group, row["measure"], row["destination"])]
            assert row["count"] == HIDDEN or (number >= 8 and int(row["count"]) == 5 * round(number / 5)), row
        services: dict[str, set[str]] = {}
        for one in people:
            for service in filter(None, (one.start, one.end)):
                services.setdefault(one.role, set()).add(service)
        assert {row["role"] for row in rows if row["role"]} == {one for one in services if len(services[one]) > 1}
        years = [one for one in published_tables(public) if one.record.KIND == "workforce_figures"]
        data = {
            "years": [{"title": one.record.title, **release_data(one.release)} for one in years],
            **network_data(public),
        }
        in_json = [{"service": one.service, "role": one.role, "counts": dict(one.counts)} for one in lines]
        said = [[source, list(map(str, told))] for source, told in notes.items()]
        [found] = in_javascript(["workforceFiles", in_json, starts, said, data])
        assert dict(found) == files
        for kind in ("md", "csv"):
            (network / f"content/workforce/{name}.{kind}").write_text(files[f"{name}.{kind}"], encoding="utf-8")
        people = next_year(people, chance)
    checked = run(ROOT / "scripts/validate.py", "--root", network, environment=ENVIRONMENT)
    assert "workforce/" not in checked.stdout


ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": TODAY_EPOCH}


def collate(network: Path, out: Path, *arguments: object) -> Done:
    script = ROOT / "scripts/collate_workforce.py"
    return run(script, "--root", network, "--out", out, *arguments, environment=ENVIRONMENT)


def test_the_command(network: Path, tmp_path: Path) -> None:
    chance = random.Random(15)
    people = [
        *(Career("apricot", "apricot", "pwp") for _ in range(80)),
        *(Career("apricot", "bilberry", "pwp") for _ in range(30)),
        *(Career("bilberry", "", "pwp", "left-nhs") for _ in range(25)),
        *(Career("bilberry", "apricot", "pwp") for _ in range(12)),
        *(Career("apricot", "", "pwp", "training") for _ in range(15)),
        *(Career("", one, "pwp") for one in ("apricot", "bilberry") for _ in range(20)),
        *(Career("bilberry", "bilberry", "manager") for _ in range(60)),
    ]
    file, out = written(tmp_path / "counts.csv", people), tmp_path / "out"
    done = collate(network, out, "--starts", "2024-04-01", file)
    assert done.returncode == 0, done.stderr
    assert {one.name for one in out.iterdir()} == {"2024-25.md", "2024-25.csv", "report.txt"}
    assert "3 rows counted." in done.stdout
    assert "Not shown, because only one service has them: Managers." in done.stdout
    record = (out / "2024-25.md").read_text(encoding="utf-8")
    assert "title: Workforce, 1 April 2024 to 31 March 2025\n" in record
    assert "starts: 2024-04-01\nends: 2025-03-31\nservices:\n  - apricot\n  - bilberry\n" in record
    for kind in ("md", "csv"):
        shutil.copy(out / f"2024-25.{kind}", network / "content/workforce")
    again = collate(network, out, "--starts", "2025-03-01", file)
    assert "“Workforce, 1 April 2024 to 31 March 2025” covers some of the same days." in again.stderr
    other = collate(network, out, "--starts", "2025-04-01", file)
    assert (
        "Apricot has 125 people at the start, and “Workforce, 1 April 2024 to 31 March 2025” has about 110"
        in other.stderr
    )
    following = collate(network, out, "--starts", "2025-04-01", written(file, next_year(people, chance)))
    assert following.returncode == 0, following.stderr


def refused(network: Path, tmp_path: Path, *rows: Any, more: Any = ()) -> str:
    file = tmp_path / "counts.csv"
    file.write_bytes(table([FULL, *rows]))
    done = collate(network, tmp_path / "out", "--starts", "2024-04-01", file, *more)
    assert done.returncode == 1
    return done.stderr


def test_what_does_not_fit_is_refused(network: Path, tmp_path: Path) -> None:
    apricot, bilberry = (["Apricot", "PWPs", *ROWS[0][2:]], ["Bilberry", "PWPs", *ROWS[2][2:]])
    assert (
        "The counts of Apricot do not add up: 20 at the start and 5 who came, less 5 who went, make 20, not 21."
        in refused(network, tmp_path, [*apricot[:-1], 21], bilberry)
    )
    assert "1 came from another service of the network and 2 went to one." in refused(network, tmp_path, apricot)
    assert "counts.csv: The counts of Apricot are in another file too." in refused(
        network, tmp_path, apricot, more=[tmp_path / "counts.csv"]
    )
    assert "To leave them out, add --leave-out-unknown." in refused(network, tmp_path, ["Ward 7", *apricot[1:]])
    assert "To count them without a role, add --no-role-if-unknown." in refused(
        network, tmp_path, apricot, ["Bilberry", "Chef", *bilberry[2:]]
    )
    late = collate(network, tmp_path / "out", "--starts", "2026-04-01", tmp_path / "counts.csv", "--no-role-if-unknown")
    assert "These twelve months end on 31 March 2027, which is still to come." in late.stderr
    assert (
        "Write the service in front of the name"
        in collate(network, tmp_path / "out", "--starts", "2024-04-01", nameless(tmp_path)).stderr
    )


def nameless(folder: Path) -> Path:
    file = folder / "nameless.csv"
    file.write_bytes(table([FULL[1:], ROWS[0][1:]]))
    return file


def test_a_leap_day_starts_a_year_too() -> None:
    starts = [TODAY.fromisoformat(one) for one in ("2028-02-29", "2027-03-01", "2028-03-01", "2027-01-01")]
    assert [Year(one, []).ends.isoformat() for one in starts] == [
        "2029-02-28",
        "2028-02-29",
        "2029-02-28",
        "2027-12-31",
    ]
    assert in_javascript(*(["lastDay", one.isoformat()] for one in starts)) == [
        Year(one, []).ends.isoformat() for one in starts
    ]
