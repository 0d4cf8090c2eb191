"""A synonym leads to one theme, and stands there once.

Why: Whoever searches for the word is led to one theme. With two, they would miss half of what there is.
"""

from collections.abc import Iterator

from macros.kinds import Theme
from macros.library.library import Library
from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic, folded

TOPIC = RuleTopic.NAMES


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Compare the synonyms of all themes with each other and with the names of themes."""
    taken: dict[str, Theme] = {}
    for theme in library.all_of(Theme).values():
        taken |= {folded(theme.title): theme, folded(theme.id): theme}
    for theme in library.all_of(Theme).values():
        own = {folded(theme.title), folded(theme.id)}
        context = RuleContext(library, library.documents[f"content/{theme.path}"], theme)
        for index, synonym in enumerate(theme.synonyms):
            other = taken.setdefault(folded(synonym), theme)
            if folded(synonym) in own:
                yield context.diagnostic(
                    f'"{synonym}" leads here already: it is the title or a synonym above. Take it out.',
                    ("synonyms", index),
                )
            own.add(folded(synonym))
            if other is not theme:
                yield context.diagnostic(
                    f'"{synonym}" already leads to the theme "{other.id}". Keep it in one of the two.',
                    ("synonyms", index),
                )
