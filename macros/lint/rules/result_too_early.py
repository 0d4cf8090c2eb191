"""A meeting whose groups have ranked the cards of their Diamond 9 has been held.

Why: Until the stage changes, the page invites people to a meeting that is over, and shows its results as if they were
still to come.
"""

from macros.kinds import Meeting
from macros.lint.diagnostics import Diagnostics, Level, RuleContext, RuleTopic

TOPIC = RuleTopic.STORY
LEVEL = Level.WARNING
# That rule asks for the same change.
AFTER_ANYWHERE = ("meeting-past",)


def check(context: RuleContext, record: Meeting) -> Diagnostics:
    """Report rankings in a meeting that was not held."""
    groups = record.diamond9.groups if record.diamond9 else []
    if not record.is_held and any(group.rows for group in groups):
        yield context.diagnostic(
            f'Groups have ranked the cards of the Diamond 9 below, and the stage is "{record.stage}". If the meeting has taken '
            'place, change it to "held"; if not, take the groups out.',
            ("stage",),
        )
