"""The fields that every kind of record has."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Annotated, Any, ClassVar, Self

from macros.kinds.body_section import BodySection
from macros.kinds.consent import Named
from macros.kinds.history import Review, ReviewOutcome, Update
from macros.kinds.name import KindName
from macros.kinds.not_personal import NotPersonal, not_personal_field
from macros.kinds.question import Question, by_theme
from macros.kinds.shown import ListGroup, Shown
from macros.kinds.sort_order import SortOrder
from macros.kinds.table_row import TableRow
from macros.schema.durations import month_number
from macros.schema.field import LATER, Need, Only, When, field
from macros.schema.part import Heading, Part, Sentence, Summary, ThemeId, Title
from macros.schema.types import Day, Identifier, WebAddress, Word
from macros.schema.written_numbers import WholeNumber
from macros.source.diagnostic import Location

# For fields that only a retired record may have.
_RETIRED = Only(
    When("is_retired"),
    'The field "{name}" is only for a record that was retired. Take it out, or add a review under "reviews" with its date and '
    '"outcome: retired".',
)


class Source(Part):
    """Where a record comes from."""

    title: Heading = field("The title of the page or document.", ["What helps a team"])
    url: WebAddress = field("Its web address.", ["https://www.example.org/"])


def title_field(example: str) -> Any:
    """The field `title`, with an example for the kind."""
    return field("What it is called, as a short phrase.", [example], proposed=True)


def summary_field(example: str) -> Any:
    """The field `summary`, with an example for the kind."""
    return field("One sentence that tells a busy colleague whether to read on.", [example], proposed=True)


class Record(Part):
    """The base class of all kinds: their shared fields and settings, and how they are listed and searched."""

    KIND: ClassVar[str]
    FOLDER: ClassVar[str]
    NAME: ClassVar[KindName]
    # The position of the kind in lists of kinds. The numbers leave gaps for others.
    PLACE: ClassVar[int]
    # Its mark, as an SVG path over the nine cards of a diamond, and the name of its colour in theme/styles/site/kinds.css and
    # theme/assets/network.css.
    MARK: ClassVar[str]
    COLOUR: ClassVar[str] = "brand"
    # The fields in other records that make them belong to one of this kind. It then has a feed and a calendar of them, is
    # not news on the home page and shows no related records.
    GATHERED_BY: ClassVar[Sequence[str]] = ()
    # Whether two records are related if they refer to the same record of this kind.
    RELATES: ClassVar[bool] = False
    IS_REVIEWED: ClassVar[bool] = True
    # Whether the digest and the agenda list new records of the kind by title.
    IS_TOLD_WHEN_NEW: ClassVar[bool] = True
    # Whether the site has a form to propose one. The form's script needs to know the fields.
    HAS_FORM: ClassVar[bool] = False
    # Whether anyone may propose one on GitHub. Otherwise a coordinator publishes it.
    IS_PROPOSED: ClassVar[bool] = True
    # The rows of the table beside each record, in a file of the same name that ends in .csv; None if there is none.
    ROW: ClassVar[type[TableRow] | None] = None
    # The folder of the short addresses printed on its cards; empty if it has no cards.
    SHORT_FOLDER: ClassVar[str] = ""
    # The sections of its text; empty if it has no fixed ones.
    SECTIONS: ClassVar[Sequence[BodySection]] = ()

    title: Title = title_field("Shared lunch on Wednesdays")
    summary: Summary = summary_field("The team eats together once a week, away from desks, with no agenda.")
    added: Day = field("The day it was first published here.", ["2026-03-12"])
    updates: list[Update] = field("Changes that readers should hear about.", default=[], ask=LATER)
    tags: list[ThemeId] = field(
        "The themes it belongs to: the file names of theme records, without .md.",
        [["peer-support", "breaks-and-boundaries"]],
        hint="The themes it belongs to.",
        default=[],
        max_length=5,
    )
    reviews: list[Review] = field(
        "When someone checked that it is still right, and the outcome: one entry each time, with the latest last.",
        default=[],
        ask=LATER,
    )
    review_every: WholeNumber = field(
        "How many months until someone should check it again.", ["6"], default=12, ge=1, le=60, ask=LATER
    )
    why_retired: Sentence | None = field(
        "Why it is out of date. Only for a record that was retired, which needs this or replaced_by.",
        ["The service it describes has closed."],
        default=None,
        ask=LATER,
        needed=Need(
            _RETIRED.when,
            unless="replaced_by",
            why="A record that was retired says why, or what replaces it.",
            instead='or what replaces it, under "replaced_by"',
            beside="reviews",
        ),
        only=_RETIRED,
    )
    owner: Annotated[str, Word("roles")] | None = field(
        "Who looks after it and is asked to review it: a role of the network. "
        "Leave it out if it belongs to a service, which looks after it.",
        ["editors"],
        default=None,
        ask=LATER,
    )
    aliases: list[Identifier] = field(
        "Former file names, without .md, the oldest first. Old links keep working.",
        [["lunch-club"]],
        default=[],
        max_length=50,
        ask=LATER,
    )
    source: Source | None = field("Where this comes from.", default=None)
    not_personal: list[NotPersonal] = not_personal_field()

    # The id comes from the file name, not the front matter, and the rows from the table beside it.
    _id: str = ""
    _rows: Sequence[Any] = ()
    # The numbers of its rows, by what they are about.
    _cells: Mapping[Any, Any] = {}

    @cached_property
    def id(self) -> str:
        """The name of the record's file, without .md."""
        return self._id

    @cached_property
    def path(self) -> str:
        """The path of the record's file in content/."""
        return f"{self.FOLDER}/{self._id}.md"

    @property
    def rows(self) -> Sequence[Any]:
        """The rows of its table, each a `ROW` without its number; empty if it has none, or none that can be read."""
        return self._rows

    @property
    def last_change(self) -> date:
        """The day of the newest update, or the day it was added."""
        return max([self.added, *(update.date for update in self.updates)])

    @property
    def last_review(self) -> Review | None:
        """Its latest review, if any."""
        return max(self.reviews, key=lambda review: review.date) if self.reviews else None

    @property
    def is_retired(self) -> bool:
        """Whether its last review retired it."""
        review = self.last_review
        return review is not None and review.outcome is ReviewOutcome.RETIRED

    @property
    def review_due(self) -> date | None:
        """The day a review is due: `review_every` months after the last review or, without one, after it was added.

        A day that the month does not have becomes its last day. None for retired records and kinds without reviews.
        """
        last = self.last_review
        if not self.IS_REVIEWED or (last is not None and last.outcome is ReviewOutcome.RETIRED):
            return None
        day = last.date if last else self.added
        year, month = divmod(month_number(day) + self.review_every, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

    @property
    def is_current(self) -> bool:
        """Whether new records may refer to it."""
        return True

    @property
    def other_names(self) -> Sequence[str]:
        """Its other names."""
        return ()

    @property
    def looked_after_by(self) -> Sequence[str]:
        """The ids of the services that look after it, unless it has an owner."""
        return ()

    def named_people(self) -> Iterable[tuple[Location, Named]]:
        """Everyone who is named in it, each with their place in the file."""
        return ()

    def as_consented(self, today: date) -> Self:
        """Itself without the names of people whose consent does not cover `today`."""
        return self

    @property
    def alert(self) -> str:
        """What readers must know before its title, in a word; empty if there is nothing."""
        return ""

    @property
    def alerting_title(self) -> str:
        """Its title where that stands alone, after its alert: "Cancelled: Winter meeting"."""
        return f"{self.alert}: {self.title}" if self.alert else self.title

    @property
    def alert_reason(self) -> str:
        """The reason for its `alert`, in a sentence."""
        return ""

    @property
    def weight(self) -> int:
        """Its strength from 1 to `STRONGEST`; 0 if the kind has none."""
        return 0

    def fact_line(self, shown: Shown) -> list[str]:
        """The facts under its title in lists."""
        return []

    def sentences(self) -> Iterable[str | None]:
        """Text that search results may quote, as well as the summary and body."""
        return ()

    def search_words(self, shown: Shown) -> Iterable[str]:
        """Words that the search matches but does not quote: the values of its facts, without labels."""
        return ()

    def areas(self, shown: Shown) -> Iterable[str]:
        """Its areas."""
        return ()

    @classmethod
    def groups(cls, records: Sequence[Self], shown: Shown) -> Iterable[ListGroup]:
        """The groups in the list of the kind. `records` are in the order of `by_title`."""
        return [ListGroup(cls.NAME.labels, records)]

    @classmethod
    def gap(cls, records: Sequence[Self], shown: Shown, today: date) -> str:
        """What the list of the kind says of records that are missing; empty if nothing."""
        return ""

    @classmethod
    def questions(cls, records: Sequence[Self], shown: Shown) -> list[Question]:
        """The facets of the list of the kind."""
        return [by_theme(shown)]

    @classmethod
    def orders(cls) -> Sequence[SortOrder]:
        """The orders in which readers can have the list of the kind, beside that of its groups."""
        return ()


def replaced_by_field(kind: str, example: str) -> Any:
    """The field `replaced_by`, for kinds that can be retired. `kind` is the kind of the replacement."""
    return field(
        f"What replaces it, once it has been retired: file names of {kind} records, without .md.",
        [[example]],
        hint="What replaces it, once it has been retired.",
        default=[],
        max_length=5,
        ask=LATER,
        only=_RETIRED,
    )
