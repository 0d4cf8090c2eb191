"""Made-up people of a network, who answer surveys, join, move and leave; and the numbers of any table, counted person by person.

What is counted here shares no code with what protects a table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from random import Random

from macros.figures.disclosure.release import RawTable
from macros.figures.table import EVERYONE, Entry, Group, Whose
from macros.kinds import SurveyRow, WorkforceRow

AREAS = ("north", "south", "west")
ROLES = ("manager", "practitioner", "trainee")
DESTINATIONS = ("another-service", "left-nhs", "not-known", "other", "training")


@dataclass(frozen=True)
class Person:
    """Someone who was asked. Without answers, they did not answer; a question that is left out was left blank."""

    service: str
    role: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Career:
    """Twelve months of someone: the service at the start and at the end, empty if outside, and where they went if they left."""

    start: str
    end: str
    role: str = ""
    destination: str = ""


def services_of(chance: Random, number: int) -> dict[str, str]:
    """So many services, each with its area."""
    return {f"service-{one}": chance.choice(AREAS) for one in range(number)}


def respondents(
    chance: Random, areas: Mapping[str, str], *, largest: int, questions: int, answers: int
) -> list[Person]:
    """Everyone who was asked: some services are small, some answers rare, some questions left blank."""
    likely = {f"q{one}": [chance.random() ** 2 + 0.02 for _ in range(answers)] for one in range(questions)}
    people = []
    for service in areas:
        for _ in range(chance.randint(1, largest)):
            given = {}
            if chance.random() < 0.8:
                for question, weights in likely.items():
                    if chance.random() < 0.95:
                        [answer] = chance.choices(range(answers), weights)
                        given[question] = f"answer-{answer}"
            people.append(Person(service, chance.choice(ROLES), given))
    return people


def survey_counts(people: Iterable[Person], areas: Mapping[str, str], *, by_role: bool) -> Counter[Entry]:
    """The true numbers of a survey round."""
    counts: Counter[Entry] = Counter()
    for person in people:
        groups = [EVERYONE, Group(Whose.AREA, areas[person.service]), Group(Whose.SERVICE, person.service)]
        counts.update(Entry(group, "", "asked") for group in groups)
        if person.answers:
            groups += [Group(Whose.ROLE, person.role)] if by_role else []
            counts.update(Entry(group, "", "answered") for group in groups)
            for question, answer in person.answers.items():
                counts.update(Entry(group, question, what) for group in groups for what in (answer, "answered"))
    return counts


def careers(chance: Random, areas: Mapping[str, str], largest: int) -> list[Career]:
    """The twelve months of everyone who was in a service in them."""
    found = []
    for service in areas:
        for _ in range(chance.randint(1, largest)):
            role, fate = chance.choice(ROLES), chance.random()
            if fate < 0.15:
                found.append(Career("", service, role))
            elif fate < 0.35:
                found.append(Career(service, "", role, chance.choice(DESTINATIONS)))
            else:
                end = chance.choice([*areas]) if fate < 0.45 else service
                found.append(Career(service, end, role))
    return found


def workforce_counts(people: Iterable[Career], areas: Mapping[str, str], *, by_role: bool) -> Counter[Entry]:
    """The true numbers of workforce figures."""
    counts: Counter[Entry] = Counter()

    def count(service: str, role: str, measure: str) -> None:
        groups = [EVERYONE, Group(Whose.AREA, areas[service]), Group(Whose.SERVICE, service)]
        groups += [Group(Whose.ROLE, role)] if by_role else []
        counts.update(Entry(group, measure) for group in groups)

    for person in people:
        if person.start:
            count(person.start, person.role, "start")
        if person.end:
            count(person.end, person.role, "end")
        if not person.start:
            count(person.end, person.role, "joined")
        elif not person.end:
            count(person.start, person.role, "left")
            counts[Entry(EVERYONE, "left", person.destination)] += 1
        elif person.start != person.end:
            count(person.start, person.role, "moved-out")
            count(person.end, person.role, "moved-in")
    # A table has a row for each, also if there is no one.
    for measure in ("start", "joined", "moved-in", "moved-out", "left", "end"):
        for whose, names in ((Whose.EVERYONE, [""]), (Whose.SERVICE, areas), (Whose.AREA, areas.values())):
            for name in names:
                counts[Entry(Group(whose, name), measure)] += 0
    return counts


def raw_survey(chance: Random, *, most_services: int = 6, largest: int = 60) -> tuple[RawTable, list[Person]]:
    """A survey round with the people in it."""
    areas = services_of(chance, chance.randint(1, most_services))
    people = respondents(
        chance,
        areas,
        largest=chance.choice([8, 20, largest]),
        questions=chance.randint(1, 2),
        answers=chance.randint(2, 5),
    )
    return RawTable(SurveyRow, survey_counts(people, areas, by_role=chance.random() < 0.5), areas), people


def raw_workforce(chance: Random, *, most_services: int = 6, largest: int = 90) -> tuple[RawTable, list[Career]]:
    """Workforce figures with the people in them."""
    areas = services_of(chance, chance.randint(1, most_services))
    people = careers(chance, areas, chance.choice([15, 40, largest]))
    return RawTable(WorkforceRow, workforce_counts(people, areas, by_role=chance.random() < 0.5), areas), people


def raw_tables(batch: int, number: int = 50) -> list[RawTable]:
    """The tables of a batch, the same each time: four surveys in five, and one set of workforce figures."""
    chance = Random(f"tables {batch}")
    return [(raw_workforce if one % 5 == 0 else raw_survey)(chance)[0] for one in range(number)]
