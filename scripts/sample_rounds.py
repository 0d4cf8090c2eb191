"""Write the made-up survey rounds and workforce figures of the demonstration, protected like real ones."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click
import yaml

from benchmarks.sample_people import SamplePeople
from macros.figures.disclosure.protect import protect
from macros.figures.disclosure.release import RawTable, Release
from macros.figures.table import table_lines
from macros.kinds import QuestionSet, Service, SurveyRow, WorkforceRow
from macros.library.library import read_library
from macros.schema.network import Network
from macros.schema.types import in_words

_DEMO = Path(__file__).resolve().parent.parent / "demo"


@click.command()
@click.option("--check", is_flag=True, help="Write nothing, and end with 1 if a file is not as it would be written.")
def main(check: bool) -> None:
    """Write the records and tables. The parameters are in demo/sample-rounds.yml."""
    changed = [
        (path, text) for path, text in _files() if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    for path, text in changed:
        click.echo(f"{'Differs' if check else 'Wrote'}: {path.relative_to(_DEMO.parent)}")
        if not check:
            path.write_text(text, encoding="utf-8")
    sys.exit(1 if check and changed else 0)


def _files() -> Iterator[tuple[Path, str]]:
    settings: dict[str, Any] = yaml.safe_load((_DEMO / "sample-rounds.yml").read_text(encoding="utf-8"))
    library = read_library(_DEMO)
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
        yield from _pair(f"workforce/{name}", record, raw, library.network, years)
        for survey_name, survey in settings["rounds"].items():
            if survey["opened"].year == year["ends"].year:
                record = texts["survey"].format(
                    **about, **survey, year=year["ends"].year, added=_added(survey["closed"])
                )
                raw = RawTable(SurveyRow, people.answers(survey, asked), areas, (survey["opened"], survey["closed"]))
                yield from _pair(f"survey-rounds/{survey_name}", record, raw, library.network, surveys)


def _pair(
    name: str, record: str, raw: RawTable, network: Network, earlier: list[Release]
) -> Iterator[tuple[Path, str]]:
    """A record and its table, protected also against what was published earlier."""
    protected = protect(raw, network.disclosure, earlier)
    earlier.append(protected.release)
    yield _DEMO / f"content/{name}.md", record
    yield _DEMO / f"content/{name}.csv", "\n".join(table_lines(protected.cells, raw.row)) + "\n"


def _added(day: Any) -> str:
    # The made-up network began in 2024, and was given figures of the years before it.
    return f"{max(day.year, 2024)}-11-09"


if __name__ == "__main__":
    main()
