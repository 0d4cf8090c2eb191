"""The files and words that a coordinator gives on the command line, and the files that are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

import click

from macros.collate.answers import FEWEST_ALIKE, Answers, Decisions, Person, read_answers, read_folder
from macros.collate.headcounts import Choices, Known, Line, read_headcounts
from macros.collate.refusal import Note, Refusal
from macros.collate.report import REPORT
from macros.collate.workforce import roles_to_show
from macros.kinds import QuestionSet, Service
from macros.library.public import PublicLibrary
from macros.lint.command_line import sound_library
from macros.pages.questionnaire import SERVICE, Questionnaire, questionnaire
from macros.source.likeness import plain_name

DAY = click.DateTime(["%Y-%m-%d"])
OUT = click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to write. If it is not given, collated/ in the project's folder.",
)
# A larger file is neither the answers to a survey nor a sheet of counts.
_MOST_BYTES = 50_000_000
# What to add to the command for what has to be decided.
_OPTIONS = {
    "reworded": 'Add --same "{heading}={id}" if it is the same, or --leave-out "{heading}" if it is not.',
    "unknown-answers": "To count them as blank, add --blank-if-unknown {id}.",
    "unknown-service": "To leave them out, add --blank-if-unknown service.",
    "day-or-month": "Add --day-first or --month-first.",
    "no-service": "Write the service in front of the name of the file: SERVICE=FILE.",
    "no-one-asked": "Add --asked SERVICE=NUMBER.",
    "no-service-column": "Write the service in front of the name of the file: SERVICE=FILE.",
    "unknown-service-row": "To leave them out, add --leave-out-unknown.",
    "unknown-role": "To count them without a role, add --no-role-if-unknown.",
}


@dataclass(frozen=True)
class Given:
    """A file or a folder, and the service that everyone in it is from, if that was said."""

    path: Path
    service: str | None = None


def _how_to_decide(refusal: Refusal) -> str:
    """What to add to the command after a refusal; empty if nothing would help."""
    option = _OPTIONS.get(refusal.code, "")
    return f" {option}".format(**refusal.details) if option else ""


def wanted_set(name: str, public: PublicLibrary) -> QuestionSet:
    """The question set of this name. Raises `Refusal` if there is none, or if it has no questions."""
    found = public.all_of(QuestionSet).get(name)
    if found is None or not found.items:
        ready = [one.id for one in public.all_of(QuestionSet).values() if one.items]
        raise Refusal("no-question-set", name=name, known=", ".join(ready) or "none")
    return found


def given(text: str, public: PublicLibrary) -> Given:
    """The file in a text such as "answers.xlsx" or "north=answers.xlsx". Raises `Refusal` for a service that there is not."""
    service, mark, path = text.partition("=")
    if not mark or Path(text).exists():
        return Given(Path(text))
    return Given(Path(path), _service(service, public))


def invited(texts: Sequence[str], public: PublicLibrary) -> Mapping[str, int]:
    """How many people were asked in each service, from texts such as "north=52". Raises `Refusal`."""
    numbers: dict[str, int] = {}
    for text in texts:
        service, _, number = text.partition("=")
        if not number.strip().isdecimal() or len(number) > 6:
            raise Refusal("not-a-number", text=text)
        numbers[_service(service, public)] = int(number)
    return numbers


def same_questions(texts: Sequence[str], wanted: QuestionSet) -> Mapping[str, str]:
    """The question of each heading, from texts such as "I take breaks=proper-breaks". Raises `Refusal`."""
    known = [one.id for one in wanted.items]
    same: dict[str, str] = {}
    for text in texts:
        heading, _, name = text.rpartition("=")
        if name.strip() not in known:
            raise Refusal("no-question", name=name.strip(), known=", ".join(known))
        same[heading] = name.strip()
    return same


def blank_questions(texts: Sequence[str], wanted: QuestionSet) -> Sequence[str]:
    """The questions of which unknown answers are blank, or the service. Raises `Refusal` for another name."""
    known = [SERVICE, *(one.id for one in wanted.items)]
    for name in texts:
        if name not in known:
            raise Refusal("no-question", name=name, known=", ".join(known))
    return texts


def _service(name: str, public: PublicLibrary) -> str:
    services = public.titles_by_id(Service.KIND)
    for one, title in services.items():
        if plain_name(name) in (plain_name(one), plain_name(title)):
            return one
    raise Refusal("no-such-service", name=name.strip(), known=", ".join(services))


def collated(
    sources: Sequence[Given], wanted: QuestionSet, decisions: Decisions, public: PublicLibrary
) -> tuple[list[Person], dict[str, Sequence[Note]]]:
    """Everyone in all files, and what was done with each. Raises `Refusal` that names the file."""
    read: list[Sequence[Person]] = []
    notes: dict[str, Sequence[Note]] = {}
    asked = questionnaire(wanted, public)
    for source in sources:
        try:
            found = _read(source, wanted, asked, replace(decisions, service=source.service))
            if len(found.people) >= FEWEST_ALIKE and found.people in read:
                raise Refusal("file-twice")
        except Refusal as refusal:
            refusal.file = source.path.name
            raise
        read.append(found.people)
        notes[str(source.path)] = found.notes
    return [*chain.from_iterable(read)], notes


def read_sheets(
    files: Sequence[str], choices: Choices, public: PublicLibrary
) -> tuple[list[Line], dict[str, Sequence[Note]]]:
    """The counts in all sheets, and what was done with each. Raises `Refusal` that names the file."""
    known = Known(public.titles_by_id(Service.KIND), public.network.words("audiences"))
    lines: list[Line] = []
    notes: dict[str, Sequence[Note]] = {}
    for source in [given(one, public) for one in files]:
        try:
            found = read_headcounts(_content(source.path), known, replace(choices, service=source.service))
            for service in sorted({line.service for line in lines} & {line.service for line in found.lines}):
                raise Refusal("service-twice", service=known.services[service])
        except Refusal as refusal:
            refusal.file = source.path.name
            raise
        lines += found.lines
        notes[str(source.path)] = found.notes
    if alone := sorted({line.role for line in lines if line.role} - {*roles_to_show(lines)}):
        notes["All files"] = [Note("roles-of-one-service", {"roles": ", ".join(known.roles[one] for one in alone)})]
    return lines, notes


def write_collated(root: Path, out: Path | None, made: Callable[[PublicLibrary, date], Mapping[str, str]]) -> None:
    """Write the files of a round or of figures, and say what to do with them. The report is the last one.

    `made` makes the text of each file, and may raise `Refusal`.
    """
    library, day = sound_library(root, "Nothing was counted")
    try:
        texts = made(PublicLibrary.of(library, day), day)
    except Refusal as refusal:
        raise click.ClickException(f"{refusal}{_how_to_decide(refusal)}") from None
    folder = out or root / "collated"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
        click.echo(f"Wrote {folder / name}")
    click.echo(texts[REPORT].partition("How small numbers")[0].strip())
    click.echo(f"Publish the first two. Keep {REPORT} to yourself, and delete the files that you have counted.")


def _read(source: Given, wanted: QuestionSet, asked: Questionnaire, decisions: Decisions) -> Answers:
    if source.path.is_dir():
        files = {one.name: _content(one) for one in sorted(source.path.iterdir()) if one.suffix == ".json"}
        return read_folder(files, wanted.id, asked, decisions)
    return read_answers(_content(source.path), asked, decisions)


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise Refusal("no-file", name=path.name)
    if path.stat().st_size > _MOST_BYTES:
        raise Refusal("too-large")
    return path.read_bytes()
