"""Every record, other name and written page by its first letter: the way to find things without a script."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.library.library import CONTENT, INDEX
from macros.library.public import PublicLibrary
from macros.pages.parts import RETIRED

PAGE_LABEL = "Page"
_NUMBERS = "0 to 9"
_ARTICLE = re.compile(r"^(?:a|an|the) (?=\w)")


@dataclass(frozen=True)
class LetterLine:
    """A title and where it leads. `see` is what it is called there, if that is something else."""

    title: str
    path: str
    kind_label: str
    see: str = ""


@dataclass(frozen=True)
class Letter:
    """What starts with a letter, or with a number."""

    name: str
    lines: Sequence[LetterLine]


def letters(public: PublicLibrary) -> list[Letter]:
    """The letters that something starts with, each with all that does."""
    keyed = sorted(((_sort_key(line.title), line) for line in _lines(public)), key=lambda pair: (pair[0], pair[1].path))
    by_letter = groupby(keyed, key=lambda pair: _letter(pair[0]))
    return [Letter(name, [line for _, line in pairs]) for name, pairs in by_letter]


def is_listed(path: str, public: PublicLibrary) -> bool:
    """Whether the written page at `path`, below content/, is something to find: not the start, nor a page that finds others."""
    return path not in (INDEX, public.main_pages.search, public.main_pages.a_to_z)


def _lines(public: PublicLibrary) -> Iterator[LetterLine]:
    for record in public.all():
        label = record.NAME.label + (f", {RETIRED}" if record.is_retired else "")
        yield LetterLine(record.title, record.path, label)
        for name in record.other_names:
            shown = name[0].upper() + name[1:]
            yield LetterLine(shown, record.path, label, see=record.title)
    for shown_path, page in public.pages.items():
        path = shown_path.removeprefix(f"{CONTENT}/")
        if is_listed(path, public):
            yield LetterLine(page.title, path, PAGE_LABEL)


def _sort_key(title: str) -> str:
    """The title as it is looked up: without accents, from its first letter or number on, and without "the"."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", title.casefold()) if not unicodedata.combining(one))
    start = next((place for place, one in enumerate(plain) if one.isalnum()), 0)
    return _ARTICLE.sub("", plain[start:])


def _letter(key: str) -> str:
    return key[0].upper() if key[0].isalpha() else _NUMBERS
