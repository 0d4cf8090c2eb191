"""A synonym belongs to one theme, and is listed once.

Why: A search for the word goes to one theme. With two, people would miss half of what there is.
"""

from macros.kinds import Theme
from macros.library.library import Library
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, as_far_as_known, folded
from macros.schema.part import known

TOPIC = RuleTopic.NAMES
ABOUT = Theme


def check_library(library: Library) -> Diagnostics:
    """Compare the synonyms of all themes with each other and with the names of themes."""
    themes = library.all_known(Theme).values()
    names = {theme.id: {folded(theme.id), folded(known(theme, "title", theme.id))} for theme in themes}
    taken = {name: theme.id for theme in themes for name in names[theme.id]}
    for theme in themes:
        yield from as_far_as_known(_compared(theme, names[theme.id], taken, library))


def _compared(theme: Theme, own: set[str], taken: dict[str, str], library: Library) -> Diagnostics:
    context = RuleContext.of(theme, library)
    for index, synonym in enumerate(theme.synonyms):
        location = ("synonyms", index)
        if folded(synonym) in own:
            message = f'"{synonym}" is already the title or a synonym above. Take it out.'
            yield context.diagnostic(message, location)
        own.add(folded(synonym))
        other = taken.setdefault(folded(synonym), theme.id)
        if other != theme.id:
            message = f'"{synonym}" already belongs to the theme "{other}". Keep it in one of the two.'
            yield context.diagnostic(message, location)
