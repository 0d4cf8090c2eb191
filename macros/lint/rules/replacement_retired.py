"""What replaces a retired record still holds itself.

Why: A reader who follows the link wants what is right today, and not a second page that leads on to a third.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.lint.finding import Case, Mistake, listed
from macros.lint.topic import Topic

TOPIC = Topic.NAMES
# A record that names itself is told so.
AFTER = ("reference-to-itself",)


def check(case: Case) -> Iterator[Mistake]:
    """Look at what replaces a record, and whether that was retired too."""
    for mention in case.mentions:
        if mention.field != "replaced_by":
            continue
        target = case.library.get(mention.kind, mention.id)
        if target is not None and target.is_retired:
            further = [one for one in getattr(target, "replaced_by", ()) if one != case.document.id]
            instead = (
                f"Name what replaces it: {listed(further)}." if further else "Take it out, and say why in why_retired."
            )
            yield case.mistake(f'"{mention.id}" was retired itself. {instead}', mention.location)
