"""The reminder issue of each owner: the reviews and agreements that are due."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from macros.github.markdown import block, template
from macros.kinds import Record, Service
from macros.library.due import Owner, ReviewDue, consents_ending, owner_of, reviews_due
from macros.library.public import PublicLibrary
from macros.pages.edit_links import EditLinks
from macros.pages.rendering import address
from macros.schema.description import described
from macros.schema.types import in_words
from macros.source.writer import field_lines

# Identifies an issue as a reminder.
MARK = "<!-- network-knowledge-base: reviews of "
# How far ahead an issue looks.
AHEAD = timedelta(days=30)
# GitHub's limit is 65,536 characters. The site's page of reviews has the rest.
_MOST_LISTED = 80


@dataclass(frozen=True)
class Reminder:
    """The content of one owner's issue. `mark` is its first line, which identifies it."""

    mark: str
    title: str
    body: str


@dataclass
class _Due:
    """What is due of one owner. The agreement of a service has ended if it has no day."""

    owner: Owner
    reviews: list[ReviewDue] = field(default_factory=list)
    agreements: list[tuple[Service, date | None]] = field(default_factory=list)


def mark_of(key: str) -> str:
    """The first line of an owner's issue, which identifies it."""
    return f"{MARK}{key} -->"


def reminders(
    public: PublicLibrary, still_named: Iterable[Service], links: EditLinks, site: str, reviews: str
) -> list[Reminder]:
    """An issue for each owner with something due. No champion is named.

    `still_named` are the services whose files have a champion's name that the site no longer shows. `site` and `reviews`
    are the addresses of the site and of its page of reviews, which may be empty.
    """
    due: dict[str, _Due] = {}

    def of(owner: Owner) -> _Due:
        return due.setdefault(owner.key, _Due(owner))

    for one in reviews_due(public, public.today + AHEAD):
        of(one.owner).reviews.append(one)
    agreements = [(ending.service, ending.ends) for ending in consents_ending(public, public.today)]
    for service, ends in (*agreements, *((service, None) for service in still_named)):
        of(owner_of(service, public)).agreements.append((service, ends))
    shown = {"links": links, "site": site, "all_reviews": reviews, "champion": public.network.champions.one}
    return [_reminder(due[key], shown) for key in sorted(due)]


def _reminder(due: _Due, shown: Mapping[str, Any]) -> Reminder:
    owner, mark = due.owner, mark_of(due.owner.key)
    review = {"date": "YYYY-MM-DD", "outcome": "still right", "by": "Your role" if owner.path else owner.name}
    body = template("reminder.md.j2").render(
        mark=mark,
        due=due,
        most=_MOST_LISTED,
        review=block("yaml", "\n".join(field_lines(described(Record), {"reviews": [review]}))),
        address=address,
        in_words=in_words,
        **shown,
    )
    return Reminder(mark, f"Reviews due: {owner.name}", body)
