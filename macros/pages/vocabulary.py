"""The network's vocabulary: its lists of words with the fields that use them, its themes, and what means the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.kinds import KINDS, Theme
from macros.library.public import PublicLibrary
from macros.pages.parts import Item
from macros.schema.description import described, fields_of, label


@dataclass(frozen=True)
class WordList:
    """One list of words: what it is for, the fields that are limited to it, and each word with its label."""

    name: str
    label: str
    about: str
    used_in: Sequence[str]
    words: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class ThemeWord:
    """A theme as a word: its name in records, what it means, and what else people call it."""

    name: str
    theme: Item
    about: str
    synonyms: Sequence[str]


@dataclass(frozen=True)
class Vocabulary:
    """Every word that the network uses in one way only."""

    lists: Sequence[WordList]
    themes: Sequence[ThemeWord]
    same: Sequence[Sequence[str]]


def vocabulary(public: PublicLibrary) -> Vocabulary:
    """The words of the network, list by list, in the order in which network.yml has them."""
    network, used = public.network, _uses()
    lists = [
        WordList(name, label(name), one.description, used[name], list(network.words(name).items()))
        for name, one in described(type(network)).items()
        if name in used
    ]
    themes = [
        ThemeWord(theme.id, Item(theme.title, theme.path), theme.summary, theme.synonyms)
        for theme in sorted(public.all_of(Theme).values(), key=lambda theme: theme.title.casefold())
    ]
    return Vocabulary(lists, themes, network.search_words)


def _uses() -> dict[str, list[str]]:
    """For each list of words, the fields that take no others: "Setting of an initiative"."""
    found: dict[str, list[str]] = {}
    for model in KINDS.values():
        for _, one in fields_of(model):
            if one.vocabulary:
                found.setdefault(one.vocabulary, []).append(f"{model.NAME.label}: {label(one.name)}")
    return found
