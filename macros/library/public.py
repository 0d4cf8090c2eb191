"""The library as it is shown on one day, with what several pages need worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.kinds import Meeting, MeetingStage, Record
from macros.library.action_history import ActionHistory, action_histories
from macros.library.library import Library
from macros.pages.parts import ListEntry, entry_for, latest_first
from macros.schema.types import is_certainly_before, sort_key


def soonest(to_come: Iterable[Meeting]) -> Meeting | None:
    """The first of meetings that are in their order, if there is any. What is made up does not come before what is real."""
    return min(to_come, key=lambda one: one.sample, default=None)


@dataclass
class PublicLibrary:
    """A library from which everything that may not be shown on `today` has been taken out."""

    library: Library
    today: date

    @cached_property
    def _entries(self) -> dict[str, ListEntry]:
        return {}

    def entry(self, record: Record) -> ListEntry:
        """A record as one entry of a list, made once however many lists it is in."""
        found = self._entries.get(record.path)
        if found is None:
            found = self._entries[record.path] = entry_for(record, self.library)
        return found

    def entries(self, records: Iterable[Record]) -> list[ListEntry]:
        """Records as the entries of a list, in the order given."""
        return [self.entry(record) for record in records]

    @cached_property
    def meetings_newest_first(self) -> Sequence[Meeting]:
        """Every meeting, the latest first."""
        return latest_first(self.library.of(Meeting).values())

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
        """The planned meeting that comes first from today on: a real one if there is any."""
        return soonest(self.meetings_to_come)

    @cached_property
    def last_held(self) -> Meeting | None:
        """The meeting that was held last."""
        return self.last_held_by(self.today)

    def last_held_by(self, day: date) -> Meeting | None:
        """The meeting that had been held last on a day."""
        held = (one for one in self.meetings_newest_first if one.stage is MeetingStage.HELD)
        return next((one for one in held if sort_key(one.date) <= sort_key(day)), None)

    @cached_property
    def action_histories(self) -> Mapping[tuple[bool, str], ActionHistory]:
        """Every action with its history, by whether it is a sample and its id."""
        return action_histories(self.library.of(Meeting).values())

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
