"""What may be shown of a library on a day, with what several pages need worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Never, Self, TypeVar

from macros.kinds import ChampionTime, Meeting, MeetingStage, Record, Service
from macros.library.action_history import ActionHistory, action_histories, latest_first
from macros.library.library import Library
from macros.library.macro_calls import MainPages, main_pages
from macros.library.records import Records
from macros.schema.types import Month, is_certainly_before, sort_key

Made = TypeVar("Made")


class PublicLibrary(Records):
    """What of a library may be shown on `today`. Only `of` makes one, and whatever shows, exports or reminds takes one."""

    today: date
    callers: Mapping[str, str]
    _kept: dict[Any, Any]

    def __init__(self, only_made_by_of: Never) -> None:
        """Refuse: nothing is a `Never`, which a type checker says of every call."""
        raise TypeError("A public library is made by PublicLibrary.of().")

    @classmethod
    def of(cls, library: Library | PublicLibrary, day: date) -> Self:
        """The library as it may be shown on `day`: without champions whose consent has ended, and without the
        documents, in which these still stand."""
        public = cls.__new__(cls)
        Records.__init__(public, library.network, pages=library.pages)
        public.today, public.callers, public._kept = day, library.callers, {}
        for kind, of_kind in library.records.items():
            for record_id, record in of_kind.items():
                public.records[kind][record_id] = _as_consented(record, day)
        return public

    @property
    def main_pages(self) -> MainPages:
        """The written pages that others lead to, wherever they are."""
        return main_pages(self.callers)

    def once(self, make: Callable[[Any, PublicLibrary], Made], subject: Any, key: str = "") -> Made:
        """What `make` makes of `subject` and this library, made when it is first asked for and kept by its name and `key`."""
        name = (make, key)
        if name not in self._kept:
            self._kept[name] = make(subject, self)
        made: Made = self._kept[name]
        return made

    @cached_property
    def meetings_newest_first(self) -> Sequence[Meeting]:
        """Every meeting, the latest first."""
        return latest_first(self.all_of(Meeting).values())

    @cached_property
    def meetings_to_come(self) -> Sequence[Meeting]:
        """Every planned meeting from today on, the first first; one whose day is not set yet, until its month is over."""
        return [
            meeting
            for meeting in reversed(self.meetings_newest_first)
            if meeting.stage is MeetingStage.PLANNED and not is_certainly_before(meeting.date, self.today)
        ]

    @property
    def next_meeting(self) -> Meeting | None:
        """The planned meeting that comes first from today on."""
        return next(iter(self.meetings_to_come), None)

    @cached_property
    def last_held(self) -> Meeting | None:
        """The meeting that was held last."""
        return self.last_held_by(self.today)

    def last_held_by(self, day: date) -> Meeting | None:
        """The meeting that had been held last on a day."""
        held = (one for one in self.meetings_newest_first if one.stage is MeetingStage.HELD)
        return next((one for one in held if sort_key(one.date) <= sort_key(day)), None)

    @cached_property
    def action_histories(self) -> Mapping[str, ActionHistory]:
        """Every action with its history, by its id."""
        return action_histories(self.all_of(Meeting).values())

    @cached_property
    def actions_by_owner(self) -> Mapping[str, Sequence[ActionHistory]]:
        """Every action by the id of the service that has to do it, or had to when it ended."""
        found: dict[str, list[ActionHistory]] = defaultdict(list)
        for one in self.action_histories.values():
            found[one.latest.owner].append(one)
        return found

    @cached_property
    def ever_given_a_day(self) -> frozenset[str]:
        """The ids of the services that were ever given something to do by a day, even if another does it now."""
        said = (action for one in self.action_histories.values() for _, action in one.said)
        return frozenset(action.owner for action in said if action.due)

    @cached_property
    def open_actions(self) -> Sequence[ActionHistory]:
        """What is still to be done, the most urgent first."""
        found = (one for one in self.action_histories.values() if one.latest.is_open)
        return sorted(found, key=lambda one: (one.latest.due or date.max, one.latest.id))

    @cached_property
    def open_actions_by_owner(self) -> Mapping[str, Sequence[ActionHistory]]:
        """What is still to be done, by the id of the service that does it."""
        found: dict[str, list[ActionHistory]] = defaultdict(list)
        for one in self.open_actions:
            found[one.latest.owner].append(one)
        return found


def _as_consented(record: Record, today: date) -> Record:
    if not isinstance(record, Service) or all(champion.may_be_shown(today) for champion in record.champions):
        return record
    kept = [champion for champion in record.champions if champion.may_be_shown(today)]
    # The service was not without a champion at that time, though the name has gone. The day is nobody's affair.
    ended = [
        ChampionTime(since=champion.since, until=Month(champion.hidden_from.year, champion.hidden_from.month))
        for champion in record.champions
        if champion.hidden_from is not None and champion.hidden_from <= today
    ]
    return record.model_copy(update={"champions": kept, "past_champions": [*record.past_champions, *ended]})
