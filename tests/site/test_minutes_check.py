"""A record that is in no file yet is checked as it would be in one."""

from __future__ import annotations

from macros.kinds import Meeting
from macros.library.library import read_library
from macros.library.today import today_in
from macros.lint.engine import check_library
from macros.minutes.check import checked
from tests.support.cases import for_each
from tests.support.project import ROOT


@for_each("network", [ROOT / "demo", ROOT / "tests/networks/smallest"])
def test_a_record_as_it_is_has_the_diagnostics_that_it_has(network: object) -> None:
    library = read_library(ROOT / str(network))
    day = today_in(library.network)
    paths = [f"content/{one.path}" for one in library.all_of(Meeting).values()]
    found = check_library(library, day, paths=paths)
    for path in paths:
        of_file = [one for one in found if one.path == path]
        assert checked(path, library.documents[path].text, library, day) == of_file
    first = paths[0]
    wrong = library.documents[first].text.replace("\nstage: ", "\nstage: x")
    assert [one.rule for one in checked(first, wrong, library, day)] == ["choice-unknown"]
    assert library.documents[first].text != wrong
