"""A tag is a theme of the network.

Why: Themes bring records of all kinds together. With a word that no one else uses, the record would be on its own.
"""

from macros.kinds import Theme
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, did_you_mean, folded, listed, one_a_line

TOPIC = RuleTopic.NAMES

# That rule reports the cause.
AFTER = ("character-hidden",)
_MAX_LISTED = 30


def check(context: RuleContext) -> Diagnostics:
    """Look up every tag. Replace synonyms, titles and former names of themes."""
    known = context.library.ids["theme"]
    for mention in context.mentions:
        if mention.kind != "theme" or mention.id in known:
            continue
        meant = _theme_meant(context, mention.id)
        if meant is not None:
            message = f'The theme for "{mention.id}" is called "{meant}". Use that name.'
        else:
            choices = f" Choose {listed(sorted(known), most=_MAX_LISTED)}, or propose a new theme."
            none_yet = " The network has no themes yet: take the tag out, or propose it as a theme."
            hint = one_a_line(mention, known) or did_you_mean(mention.id, known) or (choices if known else none_yet)
            message = f'"{mention.id}" is not a theme.{hint}'
        yield context.diagnostic(message, mention.location, fix=meant)


def _theme_meant(context: RuleContext, tag: str) -> str | None:
    for theme in context.library.all_of(Theme).values():
        if folded(tag) in map(folded, (theme.id, theme.title, *theme.synonyms, *theme.aliases)):
            return theme.id
    return None
