"""The A to Z of every record, alternative name and written page: the way to find things without JavaScript."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from macros.library.library import CONTENT, INDEX
from macros.library.order import grouped
from macros.library.public import PublicLibrary
from macros.pages.parts import RETIRED

PAGE_LABEL = "Page"
_NUMBERS = "0 to 9"
_ARTICLE = re.compile(r"^(?:a|an|the) (?=\w)")
# "iCope" is written as it is.
_HAS_CAPITAL = re.compile(r"\w*[A-Z]")


@dataclass(frozen=True)
class LetterLine:
    """A title and its page. `see` is the page's own title, if that is different."""

    title: str
    path: str
    kind_label: str
    see: str = ""


def letters(public: PublicLibrary) -> dict[str, list[LetterLine]]:
    """The lines of each letter, or of the numbers, in order."""
    keyed = sorted(((_sort_key(line.title), line) for line in _lines(public)), key=lambda pair: (pair[0], pair[1].path))
    by_letter = grouped(keyed, lambda pair: _letter(pair[0]))
    return {letter: [line for _, line in pairs] for letter, pairs in by_letter.items()}


def is_listed(path: str, public: PublicLibrary) -> bool:
    """Whether to list the written page at `path`, below content/: not the home page, the search or the A to Z itself."""
    return path not in (INDEX, public.main_pages.search, public.main_pages.a_to_z)


def _lines(public: PublicLibrary) -> Iterator[LetterLine]:
    for record in public.all():
        label = record.NAME.label + (f", {RETIRED}" if record.is_retired else "")
        yield LetterLine(record.title, record.path, label)
        for name in record.other_names:
            shown = name if _HAS_CAPITAL.match(name) else name[0].upper() + name[1:]
            yield LetterLine(shown, record.path, label, see=record.title)
    for shown_path, page in public.pages.items():
        path = shown_path.removeprefix(f"{CONTENT}/")
        if is_listed(path, public):
            yield LetterLine(page.title, path, PAGE_LABEL)


def _sort_key(title: str) -> str:
    """The title in lower case, without accents, leading punctuation or a leading article."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", title.casefold()) if not unicodedata.combining(char))
    start = next((index for index, char in enumerate(plain) if char.isalnum()), 0)
    return _ARTICLE.sub("", plain[start:])


def _letter(key: str) -> str:
    return key[0].upper() if key[0].isalpha() else _NUMBERS
