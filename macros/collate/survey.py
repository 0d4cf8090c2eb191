"""Counts the people of a survey, and protects the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.collate.answers import Person
from macros.collate.refusal import Refusal
from macros.figures.disclosure.protect import protect
from macros.figures.disclosure.release import ProtectedTable, RawTable, Release
from macros.figures.table import EVERYONE, Entry, Group, Whose
from macros.kinds import QuestionSet, Service, SurveyRow
from macros.kinds.survey_round import ANSWERED, ASKED
from macros.library.public import PublicLibrary
from macros.library.releases import published_tables


@dataclass(frozen=True)
class Survey:
    """A question set that the people of some services were asked between two days. `invited` is how many in each service."""

    questions: QuestionSet
    opened: date
    closed: date
    invited: Mapping[str, int]


def protected_table(people: Sequence[Person], survey: Survey, public: PublicLibrary) -> ProtectedTable:
    """What may be published of the answers, given what was published before.

    Raises `Refusal` if the survey closed before it opened, if more people answered than were asked, if someone answered in a service
    where no one was, or if there is such a round already.
    """
    areas = {one.id: one.area for one in public.all_of(Service).values()}
    counts = Counter(entry for person in people for entry in _entries(person, areas))
    _check(counts, survey, public)
    for service, number in survey.invited.items():
        for group in _groups(service, areas):
            counts[Entry(group, "", ASKED)] += number
    given = {one.topic for one in counts if one.topic}
    # What no one answered in a service is counted as 0 there, and every answer that could be chosen is.
    for group in {entry.group for entry in counts}:
        for topic in given:
            for what in (ANSWERED, *(one.id for one in survey.questions.scale)):
                counts.setdefault(Entry(group, topic, what), 0)
    raw = RawTable(SurveyRow, counts, areas, (survey.opened, survey.closed))
    return protect(raw, public.network.disclosure, _earlier(survey, public))


def _earlier(survey: Survey, public: PublicLibrary) -> Sequence[Release]:
    """The rounds before this one. Raises `Refusal` if one with the same questions covers some of the same days."""
    rounds = [one for one in published_tables(public) if one.release.row is SurveyRow]
    for record in (one.record for one in rounds):
        is_same = record.question_set == survey.questions.id
        if is_same and record.opened <= survey.closed and survey.opened <= record.closed:
            raise Refusal("round-exists", title=record.title)
    return [one.release for one in rounds if one.record.closed <= survey.closed]


def _groups(service: str, areas: Mapping[str, str]) -> Iterator[Group]:
    yield EVERYONE
    if service:
        yield Group(Whose.AREA, areas[service])
        yield Group(Whose.SERVICE, service)


def _entries(person: Person, areas: Mapping[str, str]) -> Iterator[Entry]:
    """Everything that one person counts in."""
    for group in _groups(person.service, areas):
        yield Entry(group, "", ANSWERED)
        for question, answer in person.answers.items():
            yield Entry(group, question, ANSWERED)
            yield Entry(group, question, answer)


def _check(counts: Mapping[Entry, int], survey: Survey, public: PublicLibrary) -> None:
    if survey.closed < survey.opened:
        raise Refusal("closed-first")
    services = public.titles_by_id(Service.KIND)
    for entry, number in counts.items():
        if entry.group.whose is Whose.SERVICE and not entry.topic:
            invited = survey.invited.get(entry.group.name)
            if invited is None:
                raise Refusal("no-one-asked", service=services[entry.group.name])
            if number > invited:
                raise Refusal("too-many", service=services[entry.group.name], answered=number, asked=invited)
