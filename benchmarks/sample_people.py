"""People who do not exist, what they answer and where they go: raw tables for samples and measurements.

The parameters are those of demo/sample-rounds.yml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from macros.figures.table import EVERYONE, Entry, Group, Whose
from macros.kinds import Measure, QuestionSet
from macros.kinds.survey_round import ANSWERED, ASKED

Counts = Mapping[Entry, int]


@dataclass
class Person:
    """A made-up person in post."""

    service: str
    role: str


class SamplePeople:
    """The people of a made-up network, from year to year."""

    def __init__(self, settings: Mapping[str, Any], areas: Mapping[str, str]) -> None:
        """`areas` has the area of every service."""
        self._settings, self._areas = settings, areas
        self._random = Random(settings["seed"])
        services = settings["people"]
        self._people = [Person(service, self._role()) for service, number in services.items() for _ in range(number)]
        self._lean = {service: self._random.gauss(0, settings["services_differ"]) for service in services}

    def answers(self, survey: Mapping[str, Any], asked: QuestionSet) -> Counts:
        """What those who answer a round say, as true counts."""
        counts: Counter[Entry] = Counter()
        for person in self._people:
            groups = self._groups(person)
            counts.update(Entry(group, "", ASKED) for group in groups)
            if not self._happens(survey["answering"]):
                continue
            counts.update(Entry(group, "", ANSWERED) for group in groups)
            mood = self._random.gauss(self._lean[person.service], 0.4)
            for question in asked.items:
                if self._happens(self._settings["blank"]):
                    continue
                answer = self._answer(mood, question.area or "", survey["better"], asked)
                counts.update(Entry(group, question.id, what) for group in groups for what in (ANSWERED, answer))
        return counts

    def year(self, leaving: float) -> Counts:
        """Who is there at the start of twelve months, leaves, moves, joins and is there at the end, as true counts."""
        counts: Counter[Entry] = Counter()
        self._count(counts, Measure.START, self._people)
        gone: list[Person] = []
        staying: list[Person] = []
        for person in self._people:
            (gone if self._happens(leaving) else staying).append(person)
        ways = [self._chosen(self._settings["ways_out"]) for _ in gone]
        moving = [person for person, way in zip(gone, ways, strict=True) if way == "moved"]
        leaving_network = [(person, way) for person, way in zip(gone, ways, strict=True) if way != "moved"]
        self._count(counts, Measure.LEFT, [person for person, _ in leaving_network])
        counts.update(Entry(EVERYONE, Measure.LEFT.value, way) for _, way in leaving_network)
        self._count(counts, Measure.MOVED_OUT, moving)
        moved = [Person(self._elsewhere(person.service), person.role) for person in moving]
        self._count(counts, Measure.MOVED_IN, moved)
        joined = [Person(person.service, self._role()) for person, _ in leaving_network]
        self._count(counts, Measure.JOINED, joined)
        self._people = [*staying, *moved, *joined]
        self._count(counts, Measure.END, self._people)
        return counts

    def _count(self, counts: Counter[Entry], measure: Measure, people: list[Person]) -> None:
        counts.update(Entry(group, measure.value) for person in people for group in self._groups(person))

    def _groups(self, person: Person) -> list[Group]:
        area = Group(Whose.AREA, self._areas[person.service])
        return [EVERYONE, area, Group(Whose.SERVICE, person.service), Group(Whose.ROLE, person.role)]

    def _answer(self, mood: float, area: str, better: Mapping[str, float], asked: QuestionSet) -> str:
        middle = float(self._settings["mood"][area]) + better.get(area, 0) + mood
        place = round(self._random.gauss(middle, self._settings["differ"]))
        answer: str = asked.scale[min(max(place, 0), len(asked.scale) - 1)].id
        return answer

    def _role(self) -> str:
        return self._chosen(self._settings["roles"])

    def _elsewhere(self, service: str) -> str:
        others: list[str] = [one for one in self._settings["people"] if one != service]
        return self._random.choice(others)

    def _chosen(self, weights: Mapping[str, float]) -> str:
        return self._random.choices([*weights], [*weights.values()])[0]

    def _happens(self, in_a_hundred: float) -> bool:
        return self._random.random() * 100 < in_a_hundred
