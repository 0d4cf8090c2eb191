"""The facets of the list of a kind: questions to which each record has answers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.kinds.shown import Shown
from macros.schema.types import Choice

_BANDS = {
    10: ("up-to-10", "Up to 10 minutes"),
    30: ("11-to-30", "11 to 30 minutes"),
    60: ("31-to-60", "31 to 60 minutes"),
}
_LONGEST_BAND = ("over-60", "More than 60 minutes")


@dataclass(frozen=True)
class Question:
    """A facet: a question with all its possible answers, in display order.

    `choices` maps each value in the web address to its label, and `notes` explains some of them. `answers` gives the values
    for a record; any that are not choices are ignored. `is_own` means that the labels are the network's own words.
    """

    name: str
    label: str
    choices: Mapping[Any, str]
    answers: Callable[[Any], Iterable[Any]]
    notes: Mapping[Any, str] = field(default_factory=dict)
    is_own: bool = False


def by_theme(shown: Shown) -> Question:
    """The themes of a record."""
    return Question("theme", "Theme", shown.titles_by_id("theme"), lambda record: record.tags, is_own=True)


def by_stage(stages: type[Choice]) -> Question:
    """The stage of a record. Retired records have none."""
    labels = {one: one.label for one in stages}
    return Question("stage", "Stage", labels, lambda record: [] if record.is_retired else [record.stage])


def by_setting(shown: Shown) -> Question:
    """The setting of a record."""
    return Question("setting", "Where", shown.network.words("settings"), lambda record: record.setting, is_own=True)


def by_audience(label: str, shown: Shown) -> Question:
    """The audience of a record."""
    return Question("audience", label, shown.network.words("audiences"), lambda record: record.audience, is_own=True)


def by_year(label: str, records: Iterable[Any], year: Callable[[Any], int | None]) -> Question:
    """The year of a record, latest first."""
    found = {one for record in records if (one := year(record)) is not None}
    return Question(
        "year", label, {str(one): str(one) for one in sorted(found, reverse=True)}, lambda record: [str(year(record))]
    )


def by_minutes() -> Question:
    """The time that a record takes, in bands."""

    def band(record: Any) -> list[str]:
        fitting = (value for most, (value, _) in _BANDS.items() if record.minutes <= most)
        return [next(fitting, _LONGEST_BAND[0])] if record.minutes else []

    return Question("minutes", "Time it takes", dict([*_BANDS.values(), _LONGEST_BAND]), band)


def by_yes_or_no(name: str, label: str, yes: str, no: str, given: Callable[[Any], object]) -> Question:
    """Whether something is `given`. Records for which that is None answer neither."""

    def answers(record: Any) -> list[str]:
        found = given(record)
        return [] if found is None else ["yes" if found else "no"]

    return Question(name, label, {"yes": yes, "no": no}, answers)
