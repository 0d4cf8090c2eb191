"""The network's vocabulary: its lists of words and the fields that use them, its themes and its synonyms."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.kinds import KINDS, Theme
from macros.library.public import PublicLibrary
from macros.schema.description import described, fields_of, label


@dataclass(frozen=True)
class WordList:
    """A list of words: its purpose, the fields limited to it, and each word with its label."""

    name: str
    label: str
    about: str
    used_in: Sequence[str]
    words: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Vocabulary:
    """Every word with a fixed meaning in the network. `same` has groups of words that mean the same."""

    lists: Sequence[WordList]
    themes: Sequence[Theme]
    same: Sequence[Sequence[str]]


def vocabulary(public: PublicLibrary) -> Vocabulary:
    """The vocabulary of the network, in the order of network.yml."""
    network, used = public.network, _uses()
    lists = [
        WordList(name, label(name), one.description, used[name], list(network.words(name).items()))
        for name, one in described(type(network)).items()
        if name in used
    ]
    themes = sorted(public.all_of(Theme).values(), key=lambda theme: theme.title.casefold())
    return Vocabulary(lists, themes, network.search_words)


def _uses() -> dict[str, list[str]]:
    """The fields limited to each list of words, such as "Initiative: Setting"."""
    fields: dict[str, list[str]] = {}
    for model in KINDS.values():
        for _, one in fields_of(model):
            if one.vocabulary:
                fields.setdefault(one.vocabulary, []).append(f"{model.NAME.label}: {label(one.name)}")
    return fields
