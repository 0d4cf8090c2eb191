"""The upkeep of a record: who looks after it, when it was last reviewed, and whether it is still valid."""

from macros.kinds import Record
from macros.library.due import owner_of
from macros.library.public import PublicLibrary
from macros.pages.parts import Fact, Item, fact, item_for, items_for
from macros.schema.types import in_words


def upkeep_notices(record: Record, public: PublicLibrary) -> list[Item]:
    """What readers must know first: that it was retired, why and what replaced it, or that its review is overdue."""
    if record.is_retired:
        when = f" on {in_words(record.last_review.date)}" if record.last_review else ""
        why = f" {record.why_retired}" if record.why_retired else ""
        replacements = items_for(public, record.KIND, getattr(record, "replaced_by", ()))
        return [
            Item(f"This page was retired{when}, because it is out of date.{why}"),
            *(Item(f"It was replaced by: {one.text}", one.path) for one in replacements),
        ]
    due = record.review_due
    if due is None or due >= public.today:
        return []
    owner = owner_of(record, public)
    return [
        Item(f"A review of this page was due on {in_words(due)}. It may be out of date. Looked after by: {owner.name}.")
    ]


def upkeep_facts(record: Record, public: PublicLibrary) -> list[Fact | None]:
    """What it replaced, how the last review went, who looks after it and when the next review is due.

    Records that no one needs to review, such as the minutes of a meeting, have no one who looks after them.
    """
    due = record.review_due
    owner = owner_of(record, public)
    return [
        fact("Replaces", *map(item_for, public.linking_to(record, type(record), "replaced_by"))),
        fact("Last reviewed", last_review(record)),
        fact("Looked after by", Item(owner.name, owner.path, is_own=True) if due else None),
        fact("Next review due", due),
    ]


def last_review(record: Record) -> str | None:
    """The last review in words: "12 March 2026 by Network chair: still right".

    None if there was none since it was added: that the page was right on its first day says nothing.
    """
    review = record.last_review
    if review is None or review.date == record.added:
        return None
    by = f" by {review.by}" if review.by else ""
    return f"{in_words(review.date)}{by}: {review.outcome}"
