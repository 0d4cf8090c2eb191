"""Check that people of 14 can read the pages: the Flesch-Kincaid grade, plus the five years before the first grade.

Syllables are the parts that American hyphenation divides a word into: British hyphenation divides too few.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click
from pyphen import Pyphen

from macros.library.library import CONTENT, Library, read_library
from macros.outputs.plain_text import plain_blocks, sentences
from macros.source.gfm import parse

ROOT = Path(__file__).resolve().parent.parent
_OLDEST = 14
_MOST_LISTED = 10
_YEARS_BEFORE_SCHOOL = 5
# How hard a page is does not show in one sentence.
_FEWEST_WORDS = 40
# Calls of macros, and what is code.
_NOT_PROSE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|```.*?```|`[^`\n]*`|^    .*$", re.DOTALL | re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"')\]”’]*(?:\s|$)")
_PARTS = Pyphen(lang="en_US")


def reading_age(text: str) -> float | None:
    """The age at which most people can read a text; None if it is too short to say."""
    words = _WORD.findall(text)
    if len(words) < _FEWEST_WORDS:
        return None
    syllables = sum(len(_PARTS.positions(word)) + 1 for word in words)
    per_sentence = len(words) / max(1, len(_SENTENCE_END.findall(text)))
    return 0.39 * per_sentence + 11.8 * syllables / len(words) - 15.59 + _YEARS_BEFORE_SCHOOL


def reading_ages(library: Library) -> Mapping[str, float]:
    """The reading age of each page and record that is long enough, by the path of its file, the highest first."""
    ages = {path: age for path, text in _texts(library) if (age := reading_age(text)) is not None}
    return dict(sorted(ages.items(), key=lambda one: -one[1]))


def _texts(library: Library) -> Iterator[tuple[str, str]]:
    told = {f"{CONTENT}/{record.path}": (record.summary, *record.sentences()) for record in library.all()}
    told |= {path: (page.description,) for path, page in library.pages.items()}
    for path, pieces in told.items():
        body = plain_blocks(parse(_NOT_PROSE.sub("", library.documents[path].body)))
        yield path, sentences([*pieces, *(words for _, words in body)])


@click.command()
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=ROOT, help="The project's folder.")
@click.option("--all", "show_all", is_flag=True, help="List every page, not only the hardest ten.")
def main(root: Path, show_all: bool) -> None:
    """Print the reading ages of pages and records, and end with 1 if that of a page is above 14.

    A record that is too hard is only listed: whoever proposed it should not be held up.
    """
    library = read_library(root)
    ages = reading_ages(library)
    these = (
        "All pages and records, the hardest first"
        if show_all
        else f"These {min(len(ages), _MOST_LISTED)} are the hardest"
    )
    click.echo(f"Reading ages. A page may need one of {_OLDEST} at most. {these}:")
    for path, age in [*ages.items()][: None if show_all else _MOST_LISTED]:
        click.echo(f"{age:5.1f}  {path}{'  too hard' if age > _OLDEST else ''}")
    if any(age > _OLDEST for path, age in ages.items() if path in library.pages):
        raise click.ClickException(f"A page needs a reading age above {_OLDEST}. Use shorter sentences and words.")


if __name__ == "__main__":
    main()
