"""The public library for a given day, with cached results that several pages share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, Never, Self, TypeVar

from macros.kinds import KINDS, Meeting, Record
from macros.library.action_history import ActionHistory, action_histories, latest_first
from macros.library.library import CONTENT, INDEX, Library
from macros.library.macro_calls import MainPages, main_pages
from macros.library.records import Key, Records
from macros.schema.types import is_certainly_before, sort_key

Made = TypeVar("Made")
_NOTHING: Mapping[str, Sequence[Key]] = MappingProxyType({})


class PublicLibrary(Records):
    """The part of a library that may be shown on `today`. All output is made from one. Use `of` to create it."""

    today: date
    callers: Mapping[str, str]
    _kept: dict[Any, Any]

    def __init__(self, only_made_by_of: Never) -> None:
        """Raise TypeError. `Never` makes type checkers reject every call."""
        raise TypeError("A public library is made by PublicLibrary.of().")

    @classmethod
    def of(cls, library: Library | PublicLibrary, day: date, named: Mapping[str, Sequence[Key]] = _NOTHING) -> Self:
        """The public library for `day`, without source documents, names without consent, or addresses to join at in vain.

        `named` says of records, by path, which others they name, if that is known.
        """
        public = cls.__new__(cls)
        Records.__init__(public, library.network, pages=library.pages)
        public.today, public.callers, public._kept = day, library.callers, {}
        public._named.update(named)
        for record in library.all():
            public.records[record.KIND][record.id] = _to_join(record.as_consented(day))
        return public

    @property
    def main_pages(self) -> MainPages:
        """The written pages that others link to."""
        return main_pages(self.callers)

    @cached_property
    def listed_kinds(self) -> Sequence[type[Record]]:
        """The kinds that the network has a page for. One that runs no surveys, say, needs none for their rounds."""
        return [model for model in KINDS.values() if f"{CONTENT}/{model.FOLDER}/{INDEX}" in self.pages]

    def once(self, make: Callable[[Any, PublicLibrary], Made], subject: Any, key: str = "") -> Made:
        """The result of `make(subject, self)`, cached by `make` and `key`, not by `subject`."""
        if (make, key) not in self._kept:
            self._kept[make, key] = make(subject, self)
        made: Made = self._kept[make, key]
        return made

    @cached_property
    def meetings_newest_first(self) -> Sequence[Meeting]:
        """Every meeting, latest first."""
        return latest_first(self.all_of(Meeting).values())

    @cached_property
    def meetings_to_come(self) -> Sequence[Meeting]:
        """The planned meetings that are not over today, earliest first. One without a day counts until its month is over."""
        return [
            meeting
            for meeting in reversed(self.meetings_newest_first)
            if meeting.is_planned and not is_certainly_before(meeting.ends_on, self.today)
        ]

    @property
    def next_meeting(self) -> Meeting | None:
        """The next planned meeting, if any."""
        return next(iter(self.meetings_to_come), None)

    @cached_property
    def last_held(self) -> Meeting | None:
        """The last meeting held, if any."""
        return self.last_held_by(self.today)

    def last_held_by(self, day: date) -> Meeting | None:
        """The last meeting held on or before `day`, if any."""
        held = (meeting for meeting in self.meetings_newest_first if meeting.is_held)
        return next((meeting for meeting in held if sort_key(meeting.date) <= sort_key(day)), None)

    @cached_property
    def action_histories(self) -> Mapping[str, ActionHistory]:
        """Every action history, by action id."""
        return action_histories(self.all_of(Meeting).values())

    @cached_property
    def actions_by_owner(self) -> Mapping[str, Sequence[ActionHistory]]:
        """Action histories by the id of the service that owns the action, or owned it last."""
        return _by_owner(self.action_histories.values())

    @cached_property
    def ever_given_a_day(self) -> frozenset[str]:
        """The ids of services that ever owned an action with a due date, even if another service owns it now."""
        actions = (action for history in self.action_histories.values() for _, action in history.said)
        return frozenset(action.owner for action in actions if action.due)

    @cached_property
    def open_actions(self) -> Sequence[ActionHistory]:
        """The open actions, most urgent first."""
        histories = (history for history in self.action_histories.values() if history.latest.is_open)
        return sorted(histories, key=lambda history: (history.latest.due or date.max, history.latest.id))

    @cached_property
    def open_actions_by_owner(self) -> Mapping[str, Sequence[ActionHistory]]:
        """The open actions, by the id of the owning service."""
        return _by_owner(self.open_actions)


def _by_owner(histories: Iterable[ActionHistory]) -> Mapping[str, Sequence[ActionHistory]]:
    by_owner: dict[str, list[ActionHistory]] = defaultdict(list)
    for history in histories:
        by_owner[history.latest.owner].append(history)
    return by_owner


def _to_join(record: Record) -> Record:
    """The record, without an address to join at if there is nothing to join."""
    if not isinstance(record, Meeting) or record.is_planned or not record.join:
        return record
    return record.model_copy(update={"join": None, "place": record.shown_place})
