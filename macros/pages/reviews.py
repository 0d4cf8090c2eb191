"""The page of reviews: the records to review, by owner, and the champions to ask again whether to name them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from macros.kinds import Meeting, Service
from macros.library.due import ASK_BEFORE, SOON, ConsentEnding, Owner, ReviewDue, consents_ending, reviews_due
from macros.library.meetings_missing import MeetingMissing, meetings_missing
from macros.library.order import by_title, grouped
from macros.library.public import PublicLibrary
from macros.pages.edit_links import EditLinks
from macros.pages.upkeep import last_review
from macros.schema.network import Champions
from macros.schema.types import Month, in_words, sort_key


@dataclass(frozen=True)
class ReviewLine:
    """A record to review, with how the last review went and a link to edit its file."""

    review: ReviewDue
    last: str
    edit: str


@dataclass(frozen=True)
class OwnerReviews:
    """The reviews of one owner: overdue, due soon, and how many are due later."""

    owner: Owner
    overdue: Sequence[ReviewLine]
    soon: Sequence[ReviewLine]
    later: int


@dataclass(frozen=True)
class Reviews:
    """The page of reviews. `busy` are the owners with something due by the day `until`, `idle` the others.

    `asking` are the agreements to ask for, `without` the services that no longer name a champion and since when, and `words`
    those of the network for champions. `are_any_listed` says whether any service names one.
    `missing` says which meetings are not on record.
    """

    today: date
    until: date
    busy: Sequence[OwnerReviews]
    idle: Sequence[OwnerReviews]
    asking: Sequence[ConsentEnding]
    without: Sequence[tuple[Service, date | Month]]
    words: Champions
    are_any_listed: bool
    missing: Sequence[MeetingMissing]
    ask_days: int = ASK_BEFORE.days


def reviews_page(public: PublicLibrary, repository: EditLinks) -> Reviews:
    """All reviews by owner, starting with the one that is due first."""
    until = public.today + SOON
    by_owner = grouped(reviews_due(public, date.max), lambda one: one.owner)
    owners = [_of_owner(owner, own, until, repository) for owner, own in by_owner.items()]
    return Reviews(
        today=public.today,
        until=until,
        busy=[one for one in owners if one.overdue or one.soon],
        idle=[one for one in owners if not (one.overdue or one.soon)],
        asking=consents_ending(public, until),
        without=_without(public),
        words=public.network.champions,
        are_any_listed=any(one.champions for one in public.all_of(Service).values()),
        missing=meetings_missing(public.all_of(Meeting).values(), public.network, public.today),
    )


def _of_owner(owner: Owner, reviews: Sequence[ReviewDue], until: date, repository: EditLinks) -> OwnerReviews:
    overdue = [_line(one, repository) for one in reviews if one.is_overdue]
    soon = [_line(one, repository) for one in reviews if not one.is_overdue and one.due <= until]
    return OwnerReviews(owner, overdue, soon, len(reviews) - len(overdue) - len(soon))


def _line(review: ReviewDue, repository: EditLinks) -> ReviewLine:
    record, last = review.record, last_review(review.record)
    how = f"Last reviewed {last}" if last else f"Not reviewed since it was added on {in_words(record.added)}"
    return ReviewLine(review, how, repository.edit(record.path))


def _without(public: PublicLibrary) -> list[tuple[Service, date | Month]]:
    """The active services that had a champion and now have none, each with the end of the last one."""
    return [
        (one, max((past.until for past in one.past_champions), key=sort_key))
        for one in sorted(public.all_of(Service).values(), key=by_title)
        if one.active and not one.champions and one.past_champions
    ]
