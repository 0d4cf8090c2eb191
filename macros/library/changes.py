"""What has happened in the network since a day: records added and changed, initiatives taken up, what was decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.kinds import Adoption, Initiative, Meeting, MeetingStage, Record, Update
from macros.kinds.meeting import meeting_order
from macros.kinds.shown import SomeRecord
from macros.library.order import by_title
from macros.library.public import PublicLibrary
from macros.schema.durations import month_number
from macros.schema.types import Month


@dataclass(frozen=True)
class Changes:
    """What happened from the day `since` to the day of the public, both included."""

    public: PublicLibrary
    since: date

    @cached_property
    def _records(self) -> Sequence[Record]:
        return sorted(self.public.all(), key=by_title)

    def added(self, model: type[SomeRecord]) -> Sequence[SomeRecord]:
        """The records of a kind that are new."""
        return [one for one in self._of(model) if self._is_new(one)]

    @cached_property
    def updated(self) -> Sequence[tuple[Record, Update]]:
        """What changed in records that were there before, with every update, the latest first."""
        found = [
            (record, update)
            for record in self._records
            if not self._is_new(record)
            for update in record.updates
            if self._is_in(update.date)
        ]
        return sorted(found, key=lambda pair: -pair[1].date.toordinal())

    @cached_property
    def adopted(self) -> Sequence[tuple[Initiative, Adoption]]:
        """Which services took up which initiative. One that says no more than the month counts for the whole of it."""
        return [
            (record, adoption)
            for record in self._of(Initiative)
            for adoption in record.adopted_by
            if adoption.since is not None and self._is_in(adoption.since)
        ]

    @cached_property
    def held(self) -> Sequence[Meeting]:
        """The meetings that were held, the first first, with what they decided."""
        found = [one for one in self._of(Meeting) if one.stage is MeetingStage.HELD and self._is_in(one.date)]
        return sorted(found, key=meeting_order)

    def _of(self, model: type[SomeRecord]) -> list[SomeRecord]:
        return [one for one in self._records if isinstance(one, model)]

    def _is_new(self, record: Record) -> bool:
        return self._is_in(record.added)

    def _is_in(self, when: date | Month) -> bool:
        if isinstance(when, Month):
            return month_number(self.since) <= month_number(when) <= month_number(self.public.today)
        return self.since <= when <= self.public.today
