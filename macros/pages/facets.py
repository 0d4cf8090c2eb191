"""What a list can be narrowed down by: the questions for each kind of record, and the answers that its records give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from macros.kinds import Checked, Cost, InitiativeStage, MeetingStage, Record, Service, Theme
from macros.library.public import PublicLibrary
from macros.pages.initiative import services_of
from macros.pages.parts import STRONGEST, titles_by_id

# As many answers to a question as a reader takes in at a glance; the others fold away.
_FEW = 8
_WEIGHT = {1: ": bears little weight", STRONGEST: ": bears much weight"}
_BANDS = {
    10: ("up-to-10", "Up to 10 minutes"),
    30: ("11-to-30", "11 to 30 minutes"),
    60: ("31-to-60", "31 to 60 minutes"),
}
_LONGEST_BAND = ("over-60", "More than 60 minutes")


# The questions whose answers are records or words of network.yml.
_OWN = frozenset({"area", "kind", "service", "setting", "theme"})


@dataclass(frozen=True)
class FacetOption:
    """An answer to choose: its name in the address, how it reads, and how many records give it."""

    value: str
    label: str
    count: int
    note: str = ""


@dataclass(frozen=True)
class Facet:
    """A question, with the answers that some record gives. `name` is its name in the address."""

    name: str
    label: str
    options: Sequence[FacetOption]

    @property
    def is_own(self) -> bool:
        """Whether people of the network have named the answers."""
        return self.name in _OWN

    @property
    def first_options(self) -> Sequence[FacetOption]:
        """Those that are seen at once."""
        return self.options[:_FEW]

    @property
    def further_options(self) -> Sequence[FacetOption]:
        """Those that are folded away."""
        return self.options[_FEW:]


@dataclass(frozen=True)
class Narrowing:
    """What a list can be narrowed down by, and what each of its records answers, by the record's path.

    An answer is written as its place among all the options, which is short: "0 5 12". A long list has many.
    """

    facets: Sequence[Facet]
    answers: Mapping[str, str]


@dataclass(frozen=True)
class _Question:
    """A question with every answer there could be, in the order in which readers should meet them."""

    name: str
    label: str
    choices: Mapping[str, str]
    answers: Callable[[Any], Iterable[Any]]
    notes: Mapping[str, str] = field(default_factory=dict)


def narrowing(kind: str, public: PublicLibrary) -> Narrowing:
    """What the list of a kind can be narrowed down by."""
    records = list(public.records[kind].values())
    facets: list[Facet] = []
    places: list[list[str]] = [[] for _ in records]
    first_place = 0
    for question in _QUESTIONS[kind](public, records):
        given = [_known(question, record) for record in records]
        options = _options(question, Counter(chain.from_iterable(given)))
        # A question whose answers leave nothing out is none.
        if any(option.count < len(records) for option in options):
            facets.append(Facet(question.name, question.label, options))
            place_of = {option.value: str(place) for place, option in enumerate(options, first_place)}
            first_place += len(options)
            for of_record, values in zip(places, given, strict=True):
                of_record += [place_of[value] for value in values]
    return Narrowing(
        facets, {record.path: " ".join(of_record) for record, of_record in zip(records, places, strict=True)}
    )


def _known(question: _Question, record: Record) -> list[str]:
    """A record's answers, once each. A theme or a service that is not shown cannot be chosen."""
    return [value for value in dict.fromkeys(question.answers(record)) if value in question.choices]


def _options(question: _Question, counts: Mapping[str, int]) -> list[FacetOption]:
    return [
        FacetOption(value, label, counts[value], question.notes.get(value, ""))
        for value, label in question.choices.items()
        if counts[value]
    ]


def _of_initiatives(public: PublicLibrary, records: Sequence[Any]) -> list[_Question]:
    areas = {service.id: service.area for service in public.all_of(Service).values()}

    return [
        _themes(public),
        _Question(
            "cost",
            "Cost",
            {one: one.label for one in Cost},
            lambda record: [record.cost],
            {one: one.description for one in Cost if one is not Cost.FREE},
        ),
        _Question(
            "minutes",
            "Time it takes",
            dict([*_BANDS.values(), _LONGEST_BAND]),
            lambda record: [_band(record.minutes)] if record.minutes else [],
        ),
        _Question("stage", "Stage", {one: one.label for one in InitiativeStage}, _stage),
        _Question("setting", "Where", public.network.words("settings"), lambda record: record.setting),
        _Question(
            "area",
            "Area",
            public.network.words("areas"),
            lambda record: [areas.get(one) for one in services_of(record)],
        ),
        _Question("service", "Service", titles_by_id(public.all_of(Service).values()), services_of),
        _years("Year it started", records, lambda record: record.started and record.started.year),
    ]


def _of_evidence(public: PublicLibrary, records: Sequence[Any]) -> list[_Question]:
    strengths = {str(one): f"{one} of {STRONGEST}{_WEIGHT.get(one, '')}" for one in range(STRONGEST, 0, -1)}
    return [
        _themes(public),
        _Question("strength", "Strength", strengths, lambda record: [str(record.strength)]),
        _Question("kind", "Kind", public.network.words("evidence_kinds"), lambda record: [record.kind]),
        _Question("setting", "Where", public.network.words("settings"), lambda record: record.setting),
        _years("Year it was published", records, lambda record: record.citation.year),
        _Question(
            "checked",
            "How we checked it",
            {one: one.description.removesuffix(".") for one in Checked},
            lambda record: [record.checked],
        ),
    ]


def _of_meetings(public: PublicLibrary, records: Sequence[Any]) -> list[_Question]:
    return [
        _themes(public),
        _years("Year", records, lambda record: record.date.year),
        _Question("stage", "Stage", {one: one.label for one in MeetingStage}, _stage),
        _Question(
            "service",
            "Service that took part",
            titles_by_id(public.all_of(Service).values()),
            lambda record: [*record.attended, *(one.service for one in record.presentations)],
        ),
    ]


def _of_services(public: PublicLibrary, records: Sequence[Any]) -> list[_Question]:
    champion = public.network.champions.one
    return [
        # One that has left is in the list of no area, and that it names nobody is no gap.
        _Question("area", "Area", public.network.words("areas"), lambda record: [record.area] if record.active else []),
        _Question(
            "champion",
            champion[0].upper() + champion[1:],
            {"yes": "Has one", "no": "Has none at present"},
            lambda record: [_yes_or_no(record.champions)] if record.active else [],
        ),
        _themes(public),
        _Question(
            "active",
            "Membership",
            {"yes": "In the network", "no": "Has left"},
            lambda record: [_yes_or_no(record.active)],
        ),
    ]


def _of_themes(public: PublicLibrary, records: Sequence[Any]) -> list[_Question]:
    """None: a vocabulary that fits on a page, and stands there in its groups."""
    return []


_QUESTIONS: Mapping[str, Callable[[PublicLibrary, Sequence[Any]], list[_Question]]] = {
    "initiative": _of_initiatives,
    "meeting": _of_meetings,
    "evidence": _of_evidence,
    "service": _of_services,
    "theme": _of_themes,
}


def _themes(public: PublicLibrary) -> _Question:
    return _Question("theme", "Theme", titles_by_id(public.all_of(Theme).values()), lambda record: record.tags)


def _years(label: str, records: Iterable[Any], year: Callable[[Any], int | None]) -> _Question:
    found = {year(record) for record in records} - {None}
    choices = {str(one): str(one) for one in sorted(found, key=lambda one: -(one or 0))}
    return _Question("year", label, choices, lambda record: [str(year(record))])


def _stage(record: Any) -> list[Any]:
    """How far it has come, which what was retired no longer says of itself."""
    return [] if record.is_retired else [record.stage]


def _band(minutes: int) -> str:
    return next((value for most, (value, _) in _BANDS.items() if minutes <= most), _LONGEST_BAND[0])


def _yes_or_no(given: object) -> str:
    return "yes" if given else "no"
