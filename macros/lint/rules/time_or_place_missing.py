"""A planned meeting says when it starts and where it is.

Why: People who want to come have to ask for time off, and find the room or the link. Without a time, calendars show a
meeting that takes all day.
"""

from macros.lint.diagnostics import Diagnostics, Level, RuleContext, RuleTopic

TOPIC = RuleTopic.STORY
LEVEL = Level.WARNING
AFTER_ANYWHERE = ("meeting-past",)


def check(context: RuleContext) -> Diagnostics:
    """Report a planned meeting without a time or place."""
    missing = [(one.field, need.why) for one, need in context.missing("time-or-place-missing")]
    if not missing:
        return
    blank = next((one.name for one, _ in missing if context.document.has_key((one.name,))), "")
    lines = " and ".join(f'"{one.name}: {one.example}"' for one, _ in missing)
    wrong = f"This meeting does not say {' or '.join(what for _, what in missing)}."
    message = f"{wrong} As soon as that is known, write it, such as {lines}."
    yield context.diagnostic(message, (blank or "date",), key=bool(blank))
