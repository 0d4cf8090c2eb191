"""A meeting whose groups have ranked the cards of their Diamond 9 was held.

Why: Until the stage is changed, the page invites people to a meeting that is over, and shows its results as those of one
to come.
"""

from collections.abc import Iterator

from macros.kinds import Meeting
from macros.lint.diagnostics import Diagnostic, Level, RuleContext, RuleTopic

TOPIC = RuleTopic.STORY
LEVEL = Level.WARNING
# That rule asks for the same change.
AFTER = ("meeting-past",)


def check(context: RuleContext, record: Meeting) -> Iterator[Diagnostic]:
    """Report rankings in a meeting that was not held."""
    if record.is_held or record.diamond9 is None:
        return
    if any(group.rows for group in record.diamond9.groups):
        yield context.diagnostic(
            f'Groups have ranked the cards of the Diamond 9 below, and the stage is "{record.stage}". If the meeting has taken '
            'place, change it to "held"; if not, take the groups out.',
            ("stage",),
        )
