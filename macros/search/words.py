"""Words: how a text is cut into them, and which of them count as one. theme/assets/search_words.js does the same in a browser."""

import json
import re
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import files as files_of
from importlib.resources import files
from operator import itemgetter, sub
from pkgutil import resolve_name
from unicodedata import category, normalize

# The character that stands for 0 where numbers are a text. Those before it would take more room.
ZERO = ord("#")
# Between two letters, these hold a word together: "PHQ-9", "O'Neill", "1:1", "e.g.".
_JOINERS = "-'\u2019\u2018\u02bc\uff07\u2010\u2011.,:/&_@"
# Soft hyphens and other characters that may be anywhere in a word and cannot be seen.
_INVISIBLE = "\u00ad\u200c\u200d\u200e\u200f\u2060\ufeff"
# These and accents are what readers leave out.
_DROPPED = re.compile(f"[{_INVISIBLE}\u0300-\u036f]")
# Letters that Unicode does not take apart.
_SPELT = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "\u03c2": "\u03c3"}
_SPELT_TABLE = str.maketrans(_SPELT)
# The most parts of a word that is also found as one. Longer ones are addresses.
_MOST_PARTS = 4
# Most code points have never been given to anything, and to look at them all would take a tenth of a second. From the second of these
# places on, Unicode leaves all to private use, for ever.
NEVER_GIVEN, _FIRST_PRIVATE = range(0x40000, 0xE0000), 0xF0000


def packed(numbers: Iterable[int]) -> str:
    """Rising numbers as a character for each step from one to the next. The first step is from 0, and none may reach 55,000."""
    return "".join(map(chr, map(ZERO.__add__, map(sub, known := [*numbers], [0, *known]))))


@cache
def _letters() -> list[int]:
    """The first and last code point of every range of letters, digits and marks that this Python knows of."""
    # A loop in Python would take a third of a second.
    given = (*range(NEVER_GIVEN.start), *range(NEVER_GIVEN.stop, _FIRST_PRIVATE))
    kinds = bytearray("".join(map(itemgetter(0), map(category, map(chr, given)))), "ascii")
    kinds[NEVER_GIVEN.start : NEVER_GIVEN.start] = b"C" * len(NEVER_GIVEN)
    for joiner in _JOINERS:
        kinds[ord(joiner)] = ord("-")
    return [code for run in re.finditer(b"[LMN]+", kinds) for code in (run.start(), run.end() - 1)]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns for a word with what joins its parts, and for a part."""
    letters = "".join(f"{chr(a)}-{chr(b)}" for a, b in zip(_letters()[::2], _letters()[1::2], strict=True))
    seen = f"[{letters}{_INVISIBLE}]+"
    return re.compile(f"{seen}(?:[{_JOINERS}]{seen})*"), re.compile(f"[{letters}]+")


def folded(text: str) -> str:
    """The text in lower case, without accents, ligatures and invisible characters."""
    if text.isascii():
        return text.lower()
    return _DROPPED.sub("", normalize("NFKD", text).lower()).translate(_SPELT_TABLE)


def cut(text: str) -> list[str]:
    """The words of a text as they are written, with what joins their parts."""
    return _patterns()[0].findall(text)


def parts(word: str) -> list[str]:
    """The parts of a word from `cut`, folded: ["phq", "9"] for "PHQ-9"."""
    return _patterns()[1].findall(folded(word))


def names(word: str) -> list[str]:
    """What finds a word from `cut`: its parts and, if there are several, the word as one."""
    found = parts(word)
    return [*found, "".join(found)] if 1 < len(found) <= _MOST_PARTS else found


class Language:
    """The language of a site: its stemmer and its commonest words, from the Snowball project. Some languages have neither."""

    def __init__(self, code: str) -> None:
        """`code` is the language in mkdocs.yml, such as "en"."""
        from snowballstemmer import stemmer

        self._algorithm, self.common = _known(code.partition("-")[0])
        self._stem: Callable[[str], str] | None = stemmer(self._algorithm).stemWord if self._algorithm else None

    def stem(self, word: str) -> str:
        """The stem of a folded part of a word. An abbreviation has no vowels, and only loses the "s" of its plural."""
        if self._stem is None or _RARE_LETTER.search(word):
            return word
        return self._stem(word) if _VOWEL.search(word) else word.removesuffix("s") or word

    def script(self) -> str:
        """A script for browsers: the letters as this Python knows them, the common words, and the stemmer."""
        shared = {"JOINERS": _JOINERS, "INVISIBLE": _INVISIBLE, "SPELT": _SPELT, "COMMON": sorted(self.common)}
        known = {"LETTERS": packed(_letters()), **shared}
        lines = [f"export const {name} = {json.dumps(value, ensure_ascii=False)};" for name, value in known.items()]
        stemmer = f"new {self._algorithm.title()}Stemmer()" if self._algorithm else "null"
        return "\n".join([*self._stemmer_script(), *lines, f"export const stemmer = {stemmer};\n"])

    def _stemmer_script(self) -> Iterable[str]:
        if self._algorithm:
            folder = files("sphinx") / "search/minified-js"
            yield f"/*\n{_licence()}*/\nlet BaseStemmer;"
            for name in ("base", self._algorithm):
                yield (folder / f"{name}-stemmer.js").read_text(encoding="utf-8")


# A browser counts these letters as two, so the two stemmers would differ.
_RARE_LETTER = re.compile("[\U00010000-\U0010ffff]")
_VOWEL = re.compile("[^b-df-hj-np-tv-xz0-9]")


def _known(code: str) -> tuple[str | None, frozenset[str]]:
    """The name of a language's stemmer, and its common words."""
    from sphinx.search import languages

    known = languages.get(code)
    if isinstance(known, str):
        known = resolve_name(known)
    if known is None or not known.js_stemmer_rawcode:
        return None, frozenset()
    return known.js_stemmer_rawcode.removesuffix("-stemmer.js"), frozenset(known.stopwords)


def _licence() -> str:
    """The licence of the stemmers, which has to go with them."""
    (licence,) = (one for one in files_of("snowballstemmer") or () if one.name == "COPYING")
    return licence.read_text(encoding="utf-8")
