"""The demonstration, and the true counts of the people whose tables it publishes."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from benchmarks.sample_people import Counts, SamplePeople
from macros.kinds import QuestionSet, Service
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from tests.support.project import ROOT, TODAY

DEMO = ROOT / "demo"


@cache
def demonstration() -> PublicLibrary:
    return PublicLibrary.of(read_library(DEMO), TODAY)


@cache
def sample() -> tuple[list[Counts], list[Counts]]:
    """The true counts of the surveys and of the workforce figures, oldest first."""
    public = demonstration()
    settings: dict[str, Any] = yaml.load(
        (DEMO / "sample-rounds.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    people = SamplePeople(settings, {one.id: one.area for one in public.all_of(Service).values()})
    asked = public.all_of(QuestionSet)[settings["question_set"]]
    surveys, years = [], []
    for year in settings["workforce"].values():
        years.append(people.year(year["leaving"]))
        due = [one for one in settings["rounds"].values() if one["opened"].year == year["ends"].year]
        surveys += [people.answers(one, asked) for one in due]
    return surveys, years
