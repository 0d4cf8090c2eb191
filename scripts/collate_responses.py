"""Count the answers to a survey on this computer, and write a table in which no one can be recognised."""

import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from macros.collate.answers import Decisions
from macros.collate.files import (
    DAY,
    OUT,
    Given,
    blank_questions,
    collated,
    given,
    invited,
    same_questions,
    wanted_set,
    write_collated,
)
from macros.collate.round_files import round_files
from macros.collate.survey import Survey, protected_table
from macros.library.public import PublicLibrary
from macros.lint.command_line import command


@command()
@click.argument("files", nargs=-1, required=True, metavar="[SERVICE=]FILE...")
@click.option("--questions", required=True, metavar="NAME", help="The question set: its file name, without .md.")
@click.option("--opened", required=True, type=DAY, metavar="DAY", help="The first day of the survey: 2026-09-01.")
@click.option("--closed", required=True, type=DAY, metavar="DAY", help="The last day of the survey.")
@click.option(
    "--asked", multiple=True, metavar="SERVICE=NUMBER", help="How many people were asked. Give it for each service."
)
@click.option(
    "--same",
    multiple=True,
    metavar="HEADING=QUESTION",
    help="A column that has a question in other words, by its short name.",
)
@click.option("--leave-out", multiple=True, metavar="HEADING", help="A column that is not a question of the set.")
@click.option(
    "--blank-if-unknown",
    multiple=True,
    metavar="QUESTION",
    help='Count answers to this question as blank if no one could choose them. "service" leaves out people of unknown services.',
)
@click.option("--day-first/--month-first", default=None, help="What comes first in dates such as 03/04/2026.")
@OUT
def main(
    files: tuple[str, ...],
    questions: str,
    opened: datetime,
    closed: datetime,
    asked: tuple[str, ...],
    same: tuple[str, ...],
    leave_out: tuple[str, ...],
    blank_if_unknown: tuple[str, ...],
    day_first: bool | None,
    out: Path | None,
    root: Path,
) -> None:
    """Count the answers in FILES: what a survey program has exported, or folders of answer files.

    A file in which everyone is from one service has the service in front: north=answers.xlsx.

    Nothing leaves this computer. Columns that could say who answered are never read. Three files are written: the record of the
    round, its table, and a report that is not for publishing.
    """

    def made(public: PublicLibrary, day: date) -> Mapping[str, str]:
        wanted = wanted_set(questions, public)
        in_other_words, blank = same_questions(same, wanted), blank_questions(blank_if_unknown, wanted)
        decisions = Decisions(opened.date(), closed.date(), None, in_other_words, leave_out, blank, day_first)
        sources: list[Given] = [given(one, public) for one in files]
        survey = Survey(wanted, decisions.opened, decisions.closed, invited(asked, public))
        people, notes = collated(sources, wanted, decisions, public)
        return round_files(survey, protected_table(people, survey, public), notes, public, day)

    write_collated(root, out, made)


if __name__ == "__main__":
    main()
