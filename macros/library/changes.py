"""Changes in the network since a given day: new and updated records, adoptions and meetings held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.kinds import Adoption, Initiative, Meeting, Record, Update
from macros.kinds.meeting import meeting_order
from macros.kinds.shown import SomeRecord
from macros.library.order import by_title
from macros.library.public import PublicLibrary
from macros.schema.durations import month_number
from macros.schema.types import Month, Year, first_day, is_certainly_before


@dataclass(frozen=True)
class Changes:
    """The changes from `since` to the public library's `today`, inclusive."""

    public: PublicLibrary
    since: date

    @cached_property
    def _records(self) -> Sequence[Record]:
        return sorted(self.public.all(), key=by_title)

    def added(self, model: type[SomeRecord]) -> Sequence[SomeRecord]:
        """The new records of a kind."""
        return [one for one in self._of(model) if self._is_in(one.added)]

    @cached_property
    def updated(self) -> Sequence[tuple[Record, Update]]:
        """The updates to records that are not told of as new, latest first."""
        known = (one for one in self._records if not (one.IS_TOLD_WHEN_NEW and self._is_in(one.added)))
        found = ((record, update) for record in known for update in record.updates if self._is_in(update.date))
        return sorted(found, key=lambda pair: -pair[1].date.toordinal())

    @cached_property
    def adopted(self) -> Sequence[tuple[Initiative, Adoption]]:
        """The initiatives that services adopted. Without a day, any overlap with the month counts."""
        every = ((record, adoption) for record in self._of(Initiative) for adoption in record.adopted_by)
        return [(record, adoption) for record, adoption in every if adoption.since and self._is_in(adoption.since)]

    @cached_property
    def held(self) -> Sequence[Meeting]:
        """The meetings held, earliest first."""
        found = [one for one in self._of(Meeting) if one.is_held and self._is_in(one.date)]
        return sorted(found, key=meeting_order)

    @cached_property
    def called_off(self) -> Sequence[Meeting]:
        """The meetings called off that readers may still expect, or that they were told of, earliest first."""
        today = self.public.today
        found = [
            one
            for one in self._of(Meeting)
            if one.is_called_off and (not is_certainly_before(one.ends_on, today) or self._is_in(one.last_change))
        ]
        return sorted(found, key=meeting_order)

    def _of(self, model: type[SomeRecord]) -> list[SomeRecord]:
        return [one for one in self._records if isinstance(one, model)]

    def _is_in(self, when: date | Month | Year) -> bool:
        if isinstance(when, Year):
            # A year is news as long as it lasts, and where the time covers all of it.
            return when.year == self.public.today.year or self.since <= first_day(when) <= self.public.today
        if isinstance(when, Month):
            return month_number(self.since) <= month_number(when) <= month_number(self.public.today)
        return self.since <= when <= self.public.today
