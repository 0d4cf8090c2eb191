"""What the pages that collate in a browser have to know of the network."""

import json
from collections.abc import Iterator
from typing import Any

from macros.figures.disclosure.limits import in_words
from macros.figures.disclosure.release import Release
from macros.figures.table import Cells, Entry
from macros.kinds import QuestionSet, Service, SurveyRow, WorkforceRow
from macros.library.public import PublicLibrary
from macros.library.releases import published_tables
from macros.outputs.file import File
from macros.outputs.limesurvey import question_codes
from macros.pages.question_set import to_ask
from macros.pages.questionnaire import AskedQuestion, Questionnaire, questionnaire
from macros.schema.network import DisclosureSettings
from macros.schema.protected import HIDDEN

PATH = "api/collate.json"
YEARS_PATH = "api/collate-workforce.json"
# Between the parts of what a number is about. No name has it, and sorted texts are in the order of entries.
_BETWEEN = "\0"


def collate_data(public: PublicLibrary) -> Iterator[File]:
    """The file that the page on surveys reads when it opens."""
    rounds = [one for one in published_tables(public) if one.release.row is SurveyRow]
    earlier = [
        {"title": one.record.title, "set": one.record.question_set, **release_data(one.release)} for one in rounds
    ]
    sets = [_question_set(one, public) for one in to_ask(public)]
    yield _file(PATH, {"sets": sets, "earlier": earlier, **network_data(public)})


def workforce_data(public: PublicLibrary) -> Iterator[File]:
    """The file that the page on workforce figures reads when it opens."""
    tables = [one for one in published_tables(public) if one.release.row is WorkforceRow]
    years = [{"title": one.record.title, **release_data(one.release)} for one in tables]
    yield _file(YEARS_PATH, {"years": years, **network_data(public)})


def network_data(public: PublicLibrary) -> dict[str, Any]:
    """What both pages have to know."""
    settings = public.network.disclosure
    return {
        "services": {one.id: {"title": one.title, "area": one.area} for one in public.all_of(Service).values()},
        "areas": dict(public.network.words("areas")),
        "roles": dict(public.network.words("audiences")),
        "limits": limits_data(settings),
        "rules": [*in_words(settings)],
        "today": public.today.isoformat(),
    }


def _file(path: str, data: dict[str, Any]) -> File:
    return File(path, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def limits_data(settings: DisclosureSettings) -> dict[str, int]:
    """The network's settings."""
    return {
        "fewest_people": settings.fewest_people,
        "smallest_count": settings.smallest_count,
        "months_alike": settings.months_alike,
    }


def release_data(release: Release) -> dict[str, Any]:
    """A table that was published, with its first and last day."""
    period = [one.isoformat() for one in release.period or ()]
    return {"period": period, "cells": cells_data(release.cells)}


def cells_data(cells: Cells) -> list[list[Any]]:
    """The numbers of a table by what they are about, in order; null for one that is hidden."""
    return [[entry_name(entry), None if cell is HIDDEN else cell] for entry, cell in sorted(cells.items())]


def entry_name(entry: Entry) -> str:
    """What a number is about, as one text."""
    return _BETWEEN.join((entry.group.whose, entry.group.name, entry.topic, entry.what))


def questionnaire_data(asked: Questionnaire) -> dict[str, Any]:
    """The questions, each with its code in LimeSurvey."""
    codes = question_codes([one.id for one in asked.questions])
    return {"title": asked.title, "questions": [_question(one, codes[one.id]) for one in asked.questions]}


def _question(one: AskedQuestion, code: str) -> dict[str, Any]:
    options = [{"id": option.id, "text": option.text} for option in one.options]
    return {"id": one.id, "text": one.text, "before": [*one.before], "code": code, "options": options}


def _question_set(record: QuestionSet, public: PublicLibrary) -> dict[str, Any]:
    return {
        "id": record.id,
        "title": record.title,
        "tags": [*record.tags],
        "asked": questionnaire_data(questionnaire(record, public)),
        "scale": [{"id": one.id, "text": one.text} for one in record.scale],
    }
