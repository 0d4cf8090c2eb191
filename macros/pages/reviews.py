"""The page of reviews: the records to review, by owner, and the champions to ask again whether to name them."""

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
    """A record to review, with how the last review went and a link to edit its file."""

    record: Item
    kind_label: str
    due: date
    last: str
    edit: str


@dataclass(frozen=True)
class OwnerReviews:
    """The reviews of one owner: overdue, due soon, and due later. `later` is a count in words, or empty."""

    owner: Item
    anchor: str
    overdue: Sequence[ReviewLine]
    soon: Sequence[ReviewLine]
    later: str


@dataclass(frozen=True)
class ServiceToAsk:
    """A service with a champion to ask again: from which day, and when the name will leave the site."""

    service: Item
    ask_from: date
    ends: date
    is_time: bool


@dataclass(frozen=True)
class ServiceWithoutChampion:
    """A service that no longer names a champion, and since when."""

    service: Item
    since: date | Month


@dataclass(frozen=True)
class ReviewCounts:
    """How many reviews are overdue, due soon and due later."""

    overdue: int
    soon: int
    later: int


@dataclass(frozen=True)
class Reviews:
    """The page of reviews. `busy` are the owners with something due by the day `until`, `idle` the others."""

    until: date
    numbers: ReviewCounts
    busy: Sequence[OwnerReviews]
    idle: Sequence[OwnerReviews]
    asking: Sequence[ServiceToAsk]
    without: Sequence[ServiceWithoutChampion]
    one: str
    many: str
    ask_days: int


def reviews_page(public: PublicLibrary, repository: EditLinks) -> Reviews:
    """All reviews by owner, starting with the one that is due first."""
    until = public.today + SOON
    every = reviews_due(public, date.max)
    by_owner: dict[str, list[ReviewDue]] = {}
    for one in every:
        by_owner.setdefault(one.owner.key, []).append(one)
    owners = [_of_owner(own[0].owner, own, until, repository) for own in by_owner.values()]
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


def _of_owner(owner: Owner, reviews: Sequence[ReviewDue], until: date, repository: EditLinks) -> OwnerReviews:
    later = sum(one.due > until for one in reviews)
    return OwnerReviews(
        owner=Item(owner.name, owner.path, is_own=True),
        anchor=anchor(owner.key),
        overdue=[_line(one, repository) for one in reviews if one.is_overdue],
        soon=[_line(one, repository) for one in reviews if not one.is_overdue and one.due <= until],
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


def _numbers(reviews: Sequence[ReviewDue], until: date) -> ReviewCounts:
    overdue = sum(one.is_overdue for one in reviews)
    soon = sum(one.due <= until for one in reviews) - overdue
    return ReviewCounts(overdue, soon, len(reviews) - overdue - soon)


def _asking(public: PublicLibrary, until: date) -> list[ServiceToAsk]:
    return [
        ServiceToAsk(item_for(one.service), one.ask_from, one.ends, one.ask_from <= public.today)
        for one in consents_ending(public, until)
    ]


def _without(public: PublicLibrary) -> list[ServiceWithoutChampion]:
    """The active services that had a champion and now have none."""
    services = sorted(public.all_of(Service).values(), key=by_title)
    return [
        ServiceWithoutChampion(item_for(one), max((past.until for past in one.past_champions), key=sort_key))
        for one in services
        if one.active and not one.champions and one.past_champions
    ]
