"""What a file of minutes consists of, whichever program wrote it: paragraphs, tables, and what stands beside the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a paragraph that look alike. `target` is what they link to. A line break is "\\n"."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    underlined: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """The place of a paragraph in a list: its level, counted from 0, and whether the list is numbered."""

    level: int
    is_numbered: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `heading` is the level of a heading, 0 for any other paragraph."""

    words: Sequence[Words]
    heading: int = 0
    entry: Entry | None = None

    @property
    def text(self) -> str:
        """Its words, without spaces around them."""
        return "".join(one.text for one in self.words).strip()

    @property
    def is_struck(self) -> bool:
        """Whether all of it is struck through."""
        said = [one for one in self.words if one.text.strip()]
        return bool(said) and all(one.struck for one in said)

    @property
    def is_marked(self) -> bool:
        """Whether all of it is bold, or underlined for no link."""
        said = [one for one in self.words if one.text.strip()]
        return bool(said) and (all(one.bold for one in said) or all(one.underlined and not one.target for one in said))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. One that is merged with that above it has the blocks of that, and `is_repeated`."""

    blocks: Sequence[Block]
    is_repeated: bool = False

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Its paragraphs that say something, those of tables inside it too."""
        return [one for one in paragraphs_of(self.blocks) if one.text]

    @property
    def text(self) -> str:
        """Its words in one line."""
        return " ".join(" ".join(one.text for one in self.paragraphs).split())


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the cells of each row, as many in each as the widest row has."""

    rows: Sequence[Sequence[Cell]]


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Aside:
    """Words beside the text, such as those of a footer or a comment. `where` says which."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class WordFile:
    """The accepted view of a file: tracked changes as if they were accepted, and footnotes in brackets where their marks are.

    `unread` names what has no words, such as pictures. `saved` is the time at which it was last saved, if it says so.
    """

    blocks: Sequence[Block]
    asides: Sequence[Aside] = ()
    unread: Sequence[str] = ()
    saved: str = ""

    @property
    def targets(self) -> Iterator[str]:
        """What its links lead to."""
        return (one.target for paragraph in paragraphs_of(self.blocks) for one in paragraph.words if one.target)


def paragraphs_of(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """The paragraphs of blocks and of their tables, each once."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    if not cell.is_repeated:
                        yield from paragraphs_of(cell.blocks)
