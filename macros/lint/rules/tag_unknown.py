"""A tag is a theme of the network.

Why: Themes tie records of all kinds together. With a word that nobody else uses, the record would be tied to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.kinds import Theme
from macros.lint.finding import Case, Mistake, listed, nearest
from macros.lint.topic import Topic

TOPIC = Topic.NAMES

# What it says of a tag is the reason why no theme has that name.
AFTER = ("character-hidden",)
_MOST_LISTED = 30


def check(case: Case) -> Iterator[Mistake]:
    """Look every tag up, also among the synonyms of themes, which can be repaired."""
    for mention in case.written_mentions:
        if mention.kind != "theme" or mention.id in case.library.ids["theme"]:
            continue
        meant = _theme_meant(case, mention.id)
        if meant is not None:
            message = f'The theme for "{mention.id}" is called "{meant}". Use that name.'
            yield case.mistake(message, mention.location, repair=meant)
            continue
        near = nearest(mention.id, case.library.ids["theme"])
        known = listed(sorted(case.library.ids["theme"]), most=_MOST_LISTED)
        hint = f'Did you mean "{near}"?' if near else f"Choose {known}, or propose a new theme."
        yield case.mistake(f'"{mention.id}" is not a theme. {hint}', mention.location)


def _theme_meant(case: Case, tag: str) -> str | None:
    plain = _plain(tag)
    for theme in case.library.of(Theme).values():
        if plain in {_plain(theme.id), _plain(theme.title), *map(_plain, theme.synonyms), *map(_plain, theme.aliases)}:
            return theme.id
    return None


def _plain(words: str) -> str:
    return words.lower().replace("-", " ").replace("_", " ").strip()
