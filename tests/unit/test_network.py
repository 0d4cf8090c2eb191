"""What is wrong with network.yml, without which nothing can be read, is explained at its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.library.library import NETWORK_FILE, NetworkUnreadable, read_library, read_network
from macros.lint.engine import check_library, network_diagnostics
from macros.lint.report import one_line
from tests.support.project import TODAY


def lines_after(network: Path, old: str, new: str) -> list[str]:
    file = network / NETWORK_FILE
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_bytes(text.replace(old, new).encode("utf-8", "surrogateescape"))
    with pytest.raises(NetworkUnreadable) as caught:
        read_library(network)
    return [one_line(finding) for finding in network_diagnostics(caught.value)]


def test_a_network_has_its_own_words(smallest: Path) -> None:
    network = read_network(smallest)
    assert network.words("areas") == {"north": "North", "south": "South"}
    assert (network.standing_item.name, str(network.established)) == ("Learning", "2016-10")


@pytest.mark.parametrize(
    ("old", "new", "start"),
    [
        ("established: 2016-10", "established: October 2016", ":6:14: error [date-invalid]"),
        ("established: 2016-10", "estabished: 2016-10", ":6:1: error [field-unknown]"),
        ("time_zone: Europe/London", "time_zone: Europe/Leeds", ":7:12: error [type-wrong]"),
        ("time_zone: Europe/London", "time_zone: ../../etc/passwd", ":7:12: error [type-wrong]"),
        ("  north: North", "  North East: North", ":15:"),
        ("  one: champion", "  one: a: champion", ":12:"),
        ("short_name: Sample", "short_name: *Sample", ":4:13: error [yaml-feature-refused]"),
        ("short_name: Sample", "short_name: Sam\udcffple", ":4:16: error [encoding-invalid]"),
        ("short_name: Sample", "short_name: Sam\u2028ple", ":4:16: error [character-forbidden]"),
        ("short_name: Sample", "short_name: " + "[" * 60_000, ":4:"),
    ],
)
def test_a_mistake_is_shown_where_it_stands(old: str, new: str, start: str, smallest: Path) -> None:
    lines = lines_after(smallest, old, new)
    assert any(line.startswith(NETWORK_FILE + start) for line in lines), lines
    assert not any("[key]" in line or "something else" in line for line in lines)


def test_a_network_without_its_file_is_explained(smallest: Path) -> None:
    (smallest / NETWORK_FILE).unlink()
    with pytest.raises(NetworkUnreadable) as caught:
        read_network(smallest)
    (finding,) = network_diagnostics(caught.value)
    assert one_line(finding).startswith(
        "content/network.yml:1:1: error [file-unreadable] This file cannot be read: it is not there"
    )


def test_the_rules_that_read_text_read_this_file_too(smallest: Path) -> None:
    library = read_library(smallest)
    assert library.documents[NETWORK_FILE].text.startswith("# The smallest network")


def test_a_network_that_begins_in_a_hundred_years_has_a_mistyped_year(smallest: Path) -> None:
    file = smallest / NETWORK_FILE
    file.write_text(file.read_text(encoding="utf-8").replace("2016-10", "2106-10"), encoding="utf-8")
    lines = [one_line(finding) for finding in check_library(read_library(smallest), TODAY)]
    assert any(line.startswith(f"{NETWORK_FILE}:6:14: error [date-too-far]") for line in lines)


@pytest.mark.parametrize("mapping", ["areas", "audiences", "settings", "hse_areas", "evidence_kinds"])
@pytest.mark.parametrize("is_blank", [False, True])
def test_a_list_of_words_that_is_missing_is_asked_for_in_words(mapping: str, is_blank: bool, smallest: Path) -> None:
    text = (smallest / NETWORK_FILE).read_text(encoding="utf-8")
    [listed] = re.findall(rf"^{mapping}:\n(?:  .*\n)+", text, flags=re.MULTILINE)
    lines = lines_after(smallest, listed, f"{mapping}:\n" if is_blank else "")
    assert any("[field-missing]" in line and f'"{mapping}"' in line for line in lines)


def test_a_time_zone_is_one_that_calendars_know(smallest: Path) -> None:
    """A system has names of its own for zones, such as "localtime"."""
    lines = lines_after(smallest, "time_zone: Europe/London", "time_zone: localtime")
    assert any("time zone" in line and "[type-wrong]" in line for line in lines), lines
