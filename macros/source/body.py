"""The body of a record: its headings, links, images, and anything that is not plain Markdown.

Most bodies are plain prose, and regular expressions are enough to read those. `markdown` converts the rest. A test checks
that both ways agree.
"""

import re
from dataclasses import dataclass, field

# What needs a closer look. Markup that is missing from this list would reach readers unchecked, so it includes everything
# that is not certainly harmless.
# Anywhere in the text: HTML, code, attributes, tables, escapes, Markdown's own placeholders, images, references,
# admonitions and fenced code.
_MARKERS = ("<", "`", "{", "|", "\\", "\t", "\x02", "\x03", "![", "][", "]:", "!!!", "~~~")
_CHARACTER_REFERENCE = re.compile(r"&[#a-zA-Z]")
# Lines match from the line break before them, and headings from their first "#". Both are much faster than "^".
_LINE = re.compile(
    r"""
    \n(?:
        \ *[>:]                      # quotations, definitions
      | \ {4}                        # code, or part of the item above
      | \ *[=-]+\ *$                 # an underlined heading
      | \#(?!\#{0,5}\ [^#*_\n]+$)    # a heading that is not just words
      | \ *(?:[-*+]|\d+[.)]).*\#     # a heading in a list
    )""",
    re.MULTILINE | re.VERBOSE,
)
_SIMPLE_LINK = re.compile(r"\[([^\[\]\n]*)\]\(([^()\s<>\"']*)\)")
_HASH_HEADING = re.compile(r"#(?<!.#)(#{0,5}) (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and where it starts in the body. `anchor` is None if Markdown makes it from the text."""

    level: int
    text: str
    offset: int
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link, and where its target starts in the body."""

    target: str
    offset: int


@dataclass(frozen=True, slots=True)
class Image:
    """An image, its text alternative, and where it is in the body."""

    source: str
    alternative: str
    offset: int


@dataclass(frozen=True, slots=True)
class Construct:
    """Something that Markdown alone would not have produced: raw HTML or an attribute."""

    snippet: str
    offset: int


@dataclass
class Body:
    """The parts of a body that the rules look at."""

    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    constructs: list[Construct] = field(default_factory=list)
    leftovers: list[Construct] = field(default_factory=list)
    is_too_complex: bool = False


def written_links(text: str) -> list[Link]:
    """The simple links in any text. May miss others: the built site is checked again."""
    return [Link(match[2], match.start(2)) for match in _SIMPLE_LINK.finditer(text)]


def plain_body(text: str) -> Body | None:
    """The parts of a body of plain prose, or None if anything in it needs a closer look."""
    if (
        any(marker in text for marker in _MARKERS)
        or ("&" in text and _CHARACTER_REFERENCE.search(text))
        or _LINE.search(f"\n{text}")
    ):
        return None
    body = Body()
    if "[" in text or "]" in text:
        without_links = _SIMPLE_LINK.sub("", text)
        if "[" in without_links or "]" in without_links:
            return None
        body.links = written_links(text)
    if "#" in text:
        for match in _HASH_HEADING.finditer(text):
            heading = _SIMPLE_LINK.sub(r"\1", match[2]) if "[" in match[2] else match[2]
            body.headings.append(Heading(1 + len(match[1]), heading.strip(), match.start()))
    return body
