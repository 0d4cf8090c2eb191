"""What is to be looked at again, by who looks after it, and whose agreement to be named is to be asked for again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from macros.kinds import Service
from macros.library.due import ASK_BEFORE, SOON, Owner, ReviewDue, consents_ending, reviews_due
from macros.library.order import by_title
from macros.library.public import PublicLibrary
from macros.pages.edit_links import EditLinks
from macros.pages.parts import Item, anchor, item_for
from macros.pages.upkeep import last_review
from macros.schema.durations import counted
from macros.schema.types import Month, in_words, sort_key


@dataclass(frozen=True)
class ReviewLine:
    """A record to be looked at again: by which day, how the last review went, and where its file is changed."""

    record: Item
    kind_label: str
    due: date
    last: str
    edit: str


@dataclass(frozen=True)
class OwnerReviews:
    """What one owner looks after: what is overdue, what will be due soon, and how much is not due.

    `later` says how many records that is, in words, and nothing where there is none.
    """

    owner: Item
    anchor: str
    overdue: Sequence[ReviewLine]
    soon: Sequence[ReviewLine]
    later: str


@dataclass(frozen=True)
class Asking:
    """A service whose champion is to be asked again: from which day, and on which the name goes from the site."""

    service: Item
    ask_from: date
    ends: date
    is_time: bool


@dataclass(frozen=True)
class Without:
    """A service that named a champion and does so no more, and since when."""

    service: Item
    since: date | Month


@dataclass(frozen=True)
class Numbers:
    """How many reviews there are of each sort."""

    overdue: int
    soon: int
    later: int


@dataclass(frozen=True)
class Reviews:
    """The page of reviews. `busy` are the owners to whom something falls by the day `until`, `idle` the others."""

    until: date
    numbers: Numbers
    busy: Sequence[OwnerReviews]
    idle: Sequence[OwnerReviews]
    asking: Sequence[Asking]
    without: Sequence[Without]
    one: str
    many: str
    ask_days: int


def reviews_page(public: PublicLibrary, repository: EditLinks) -> Reviews:
    """All reviews by owner, whoever has the oldest debt first."""
    until = public.today + SOON
    every = reviews_due(public, date.max)
    by_owner: dict[str, list[ReviewDue]] = {}
    for one in every:
        by_owner.setdefault(one.owner.key, []).append(one)
    owners = [_of_owner(found[0].owner, found, until, repository) for found in by_owner.values()]
    words = public.network.champions
    return Reviews(
        until=until,
        numbers=_numbers(every, until),
        busy=[one for one in owners if one.overdue or one.soon],
        idle=[one for one in owners if not (one.overdue or one.soon)],
        asking=_asking(public, until),
        without=_without(public),
        one=words.one,
        many=words.many,
        ask_days=ASK_BEFORE.days,
    )


def _of_owner(owner: Owner, found: Sequence[ReviewDue], until: date, repository: EditLinks) -> OwnerReviews:
    later = sum(one.due > until for one in found)
    return OwnerReviews(
        owner=Item(owner.name, owner.path, is_own=True),
        anchor=anchor(owner.key),
        overdue=[_line(one, repository) for one in found if one.is_overdue],
        soon=[_line(one, repository) for one in found if not one.is_overdue and one.due <= until],
        later=counted(later, "record") if later else "",
    )


def _line(one: ReviewDue, repository: EditLinks) -> ReviewLine:
    record, last = one.record, last_review(one.record)
    return ReviewLine(
        record=item_for(record),
        kind_label=record.NAME.label,
        due=one.due,
        last=f"Last reviewed {last}" if last else f"Not reviewed since it was added on {in_words(record.added)}",
        edit=repository.edit(record.path),
    )


def _numbers(found: Sequence[ReviewDue], until: date) -> Numbers:
    overdue = sum(one.is_overdue for one in found)
    soon = sum(one.due <= until for one in found) - overdue
    return Numbers(overdue, soon, len(found) - overdue - soon)


def _asking(public: PublicLibrary, until: date) -> list[Asking]:
    return [
        Asking(item_for(one.service), one.ask_from, one.ends, one.ask_from <= public.today)
        for one in consents_ending(public, until)
    ]


def _without(public: PublicLibrary) -> list[Without]:
    """The services that are still there, have nobody, and had somebody."""
    services = sorted(public.all_of(Service).values(), key=by_title)
    return [
        Without(item_for(one), max((past.until for past in one.past_champions), key=sort_key))
        for one in services
        if one.active and not one.champions and one.past_champions
    ]
