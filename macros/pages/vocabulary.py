"""The network's vocabulary: its lists of words with the fields that use them, its themes, and what means the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from macros.kinds import KINDS, Theme
from macros.library.public import PublicLibrary
from macros.pages.parts import Item
from macros.schema.json_schema import label
from macros.schema.shape import is_part, shape


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
        WordList(name, label(name), field.description or "", used[name], list(network.words(name).items()))
        for name, field in type(network).model_fields.items()
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
        for vocabulary_name, field_name in _limited(model):
            found.setdefault(vocabulary_name, []).append(f"{model.NAME.label}: {label(field_name)}")
    return found


def _limited(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    for name, field in model.model_fields.items():
        found = shape(field)
        if found.vocabulary:
            yield found.vocabulary, name
        elif is_part(found.leaf):
            yield from _limited(found.leaf)
