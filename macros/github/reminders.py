"""The reminder issue of each owner: the reviews and agreements that are due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from macros.github.escaping import block, harmless
from macros.kinds import Record, Service
from macros.library.due import Owner, consents_ending, owner_of, reviews_due
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
class ReminderLinks:
    """The addresses of the site and its page of reviews, which may be empty, and the links that edit files."""

    site: str
    reviews: str
    files: EditLinks


@dataclass(frozen=True)
class Reminder:
    """The content of one owner's issue."""

    key: str
    title: str
    body: str

    @property
    def mark(self) -> str:
        """The first line of this owner's issue, which identifies it."""
        return mark_of(self.key)


@dataclass
class _Tasks:
    """The tasks of one owner, as lines of lists."""

    owner: Owner
    reviews: list[str] = field(default_factory=list)
    agreements: list[str] = field(default_factory=list)


def mark_of(key: str) -> str:
    """The first line of an owner's issue, which identifies it."""
    return f"{MARK}{key} -->"


def reminders(public: PublicLibrary, still_named: Iterable[Service], links: ReminderLinks) -> list[Reminder]:
    """An issue for each owner with something due. No champion is named.

    `still_named` are the services whose files have a champion's name that the site no longer shows.
    """
    today = public.today
    tasks: dict[str, _Tasks] = {}

    def of(owner: Owner) -> _Tasks:
        return tasks.setdefault(owner.key, _Tasks(owner))

    for one in reviews_due(public, today + AHEAD):
        when = f"{'was' if one.is_overdue else 'is'} due on {in_words(one.due)}"
        of(one.owner).reviews.append(_task(one.record, f"{one.record.NAME.label}, {when}", links))
    champion = harmless(public.network.champions.one)
    for ending in consents_ending(public, today):
        ask = f"ask whether its {champion} goes on being named: the agreement ends on {in_words(ending.ends)}"
        of(owner_of(ending.service, public)).agreements.append(_task(ending.service, ask, links))
    for service in still_named:
        ended = f"the agreement of a {champion} has ended: the name is off the site, and somebody has to take it out of the file"
        of(owner_of(service, public)).agreements.append(_task(service, ended, links))
    return [Reminder(key, f"Reviews due: {one.owner.name}", _body(one, links)) for key, one in sorted(tasks.items())]


def _task(record: Record, what: str, links: ReminderLinks) -> str:
    """A checkbox with a record, what to do, and a link that edits its file."""
    title, edit = harmless(record.title), links.files.edit(record.path)
    page = f"[{title}]({links.site}{address(record.path)})" if links.site else title
    return f"- [ ] {page}: {what}.{f' [Change its file]({edit})' if edit else ''}"


def _body(tasks: _Tasks, links: ReminderLinks) -> str:
    parts = [f"{mark_of(tasks.owner.key)}\n{harmless(tasks.owner.name)}: thank you for looking after these pages."]
    if tasks.reviews:
        parts += ["### To be read again", _listed(tasks.reviews, links), _how_to_review(tasks.owner)]
    if tasks.agreements:
        parts += ["### Agreements to ask for", _listed(tasks.agreements, links), _HOW_TO_ASK]
    return "\n\n".join([*parts, _WHAT_BECOMES_OF_IT])


def _listed(lines: Sequence[str], links: ReminderLinks) -> str:
    more = len(lines) - _MOST_LISTED
    where = f" [All of them]({links.reviews})" if links.reviews else ""
    return "\n".join([*lines[:_MOST_LISTED], *([f"- and {more} more.{where}"] if more > 0 else [])])


def _how_to_review(owner: Owner) -> str:
    by = "Your role" if owner.path else owner.name
    review = {"date": "YYYY-MM-DD", "outcome": "still right", "by": by}
    return "\n\n".join(
        [
            "### How to record a review",
            'Read the page, follow its links and ask whoever would know. Then choose "Change its file" and write these lines into the '
            "part with the fields, or below the `reviews` that are there the last three of them. For YYYY-MM-DD write the day on "
            "which you read it.",
            block("yaml", "\n".join(field_lines(described(Record), {"reviews": [review]}))),
            "- `still right`: nothing had to be changed.\n"
            "- `changed`: you brought it up to date. Add an entry of the same day under `updates` that says how.\n"
            "- `retired`: it no longer holds. Add such an entry too, and say why in `why_retired`, or name what replaces it under "
            "`replaced_by`. The page keeps its address.",
        ]
    )


# GitHub keeps line breaks in an issue, so a paragraph is one line.
_HOW_TO_ASK = (
    "Ask the person, not here. If they agree, write the day they did in `consent_given`, and in `consent_until` a day at most two "
    "years later. If not, take all of their lines out, and say under `past_champions` from when until when the service had "
    "somebody, without a name. Write no name in this issue: it is public."
)
_WHAT_BECOMES_OF_IT = (
    "This is written anew every week from the records. What has been done goes from the list, and when nothing is left the issue "
    "closes by itself."
)
