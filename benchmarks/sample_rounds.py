"""Made-up survey rounds and workforce figures for a network, protected like real ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.sample_people import SamplePeople
from macros.figures.disclosure.protect import protect
from macros.figures.disclosure.release import RawTable, Release
from macros.figures.table import table_lines
from macros.kinds import QuestionSet, Service, SurveyRow, WorkforceRow
from macros.library.library import CONTENT, read_library
from macros.schema.network import Network
from macros.schema.types import in_words


def sample_rounds(folder: Path, settings: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """The records and tables of the network in `folder`, each with its path. The settings are those of demo/sample-rounds.yml."""
    library = read_library(folder)
    areas = {one.id: one.area for one in library.all_of(Service).values()}
    people, asked = SamplePeople(settings, areas), library.all_of(QuestionSet)[settings["question_set"]]
    about = {"services": len(settings["people"]), "ids": "\n".join(f"  - {one}" for one in settings["people"])}
    texts = settings["records"]
    about["question_set"] = settings["question_set"]
    surveys: list[Release] = []
    years: list[Release] = []
    for name, year in settings["workforce"].items():
        counts = people.year(year["leaving"])
        words = {"starts_words": in_words(year["starts"]), "ends_words": in_words(year["ends"])}
        record = texts["workforce"].format(**about, **year, **words, added=_added(year["ends"]))
        raw = RawTable(WorkforceRow, counts, areas, (year["starts"], year["ends"]))
        yield from _pair(folder / CONTENT / "workforce" / name, record, raw, library.network, years)
        for survey_name, survey in settings["rounds"].items():
            if survey["opened"].year == year["ends"].year:
                record = texts["survey"].format(
                    **about, **survey, year=year["ends"].year, added=_added(survey["closed"])
                )
                raw = RawTable(SurveyRow, people.answers(survey, asked), areas, (survey["opened"], survey["closed"]))
                yield from _pair(
                    folder / CONTENT / "survey-rounds" / survey_name, record, raw, library.network, surveys
                )


def _pair(
    path: Path, record: str, raw: RawTable, network: Network, earlier: list[Release]
) -> Iterator[tuple[Path, str]]:
    """A record and its table, protected also against what was published earlier."""
    protected = protect(raw, network.disclosure, earlier)
    earlier.append(protected.release)
    yield path.with_suffix(".md"), record
    yield path.with_suffix(".csv"), "\n".join(table_lines(protected.cells, raw.row)) + "\n"


def _added(day: Any) -> str:
    # The made-up network began in 2024, and was given figures of the years before it.
    return f"{max(day.year, 2024)}-11-09"
