"""A tag is a theme of the network.

Why: Themes tie records of all kinds together. With a word that nobody else uses, the record would be tied to nothing.
"""

from collections.abc import Iterator

from macros.kinds import Theme
from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic, folded, listed, nearest, one_a_line

TOPIC = RuleTopic.NAMES

# That rule reports the cause.
AFTER = ("character-hidden",)
_MAX_LISTED = 30


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look up every tag. Replace synonyms, titles and former names of themes."""
    for mention in context.written_mentions:
        if mention.kind != "theme" or mention.id in context.library.ids["theme"]:
            continue
        meant = _theme_meant(context, mention.id)
        if meant is not None:
            message = f'The theme for "{mention.id}" is called "{meant}". Use that name.'
            yield context.diagnostic(message, mention.location, fix=meant)
            continue
        near = nearest(mention.id, context.library.ids["theme"])
        known = listed(sorted(context.library.ids["theme"]), most=_MAX_LISTED)
        hint = one_a_line(mention, context.library.ids["theme"]).lstrip() or (
            f'Did you mean "{near}"?' if near else f"Choose {known}, or propose a new theme."
        )
        yield context.diagnostic(f'"{mention.id}" is not a theme. {hint}', mention.location)


def _theme_meant(context: RuleContext, tag: str) -> str | None:
    plain = folded(tag)
    for theme in context.library.all_of(Theme).values():
        if plain in {folded(theme.id), folded(theme.title), *map(folded, theme.synonyms), *map(folded, theme.aliases)}:
            return theme.id
    return None
