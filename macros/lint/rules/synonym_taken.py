"""A synonym leads to one theme, and stands there once.

Why: Whoever searches for the word is led to one theme. With two, they would miss half of what there is.
"""

from macros.kinds import Theme
from macros.library.library import Library
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, folded

TOPIC = RuleTopic.NAMES


def check_library(library: Library) -> Diagnostics:
    """Compare the synonyms of all themes with each other and with the names of themes."""
    themes = library.all_of(Theme).values()
    taken = {folded(name): theme for theme in themes for name in (theme.title, theme.id)}
    for theme in themes:
        own = {folded(theme.title), folded(theme.id)}
        for index, synonym in enumerate(theme.synonyms):
            context, location = RuleContext.of(theme, library), ("synonyms", index)
            if folded(synonym) in own:
                message = f'"{synonym}" leads here already: it is the title or a synonym above. Take it out.'
                yield context.diagnostic(message, location)
            own.add(folded(synonym))
            other = taken.setdefault(folded(synonym), theme)
            if other is not theme:
                message = f'"{synonym}" already leads to the theme "{other.id}". Keep it in one of the two.'
                yield context.diagnostic(message, location)
