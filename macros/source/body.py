"""The body of a record: its headings, links, images, and anything that is not plain Markdown.

Most bodies are plain prose, in which headings and links can be read off the text, as here. Whatever is not plainly plain is
left to `markup`, and a test holds that both ways agree.
"""

import re
from dataclasses import dataclass, field

# What needs a closer look. Anything left out of here that Markdown reads as markup would be seen by readers and not by the
# rules, so a sign that is not certainly harmless is in it.
# Signs, wherever they stand: HTML, code, attributes, tables, escapes, what Markdown marks its own places with, pictures,
# references, admonitions and fenced code.
_SIGNS = ("<", "`", "{", "|", "\\", "\t", "\x02", "\x03", "![", "][", "]:", "!!!", "~~~")
_CHARACTER_REFERENCE = re.compile(r"&[#a-zA-Z]")
# Lines are looked for by the line break before them, a heading by its first sign: both are found much faster than "^" is.
_LINE = re.compile(
    r"""
    \n(?:
        \ *[>:]                      # quotations, definitions
      | \ {4}                        # code, or what belongs to the item above
      | \ *[=-]+\ *$                 # a heading underlined
      | \#(?!\#{0,5}\ [^#*_\n]+$)    # a heading with anything but words
      | \ *(?:[-*+]|\d+[.)]).*\#     # a heading in a list
    )""",
    re.MULTILINE | re.VERBOSE,
)
_SIMPLE_LINK = re.compile(r"\[([^\[\]\n]*)\]\(([^()\s<>\"']*)\)")
_HASH_HEADING = re.compile(r"#(?<!.#)(#{0,5}) (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and where it starts in the body. `anchor` is None where Markdown makes it from the text."""

    level: int
    text: str
    offset: int
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link, and where its target stands in the body."""

    target: str
    offset: int


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, its text alternative, and where it stands in the body."""

    source: str
    alternative: str
    offset: int


@dataclass(frozen=True, slots=True)
class Construct:
    """Something that Markdown alone would not have made: raw HTML, or an attribute."""

    snippet: str
    offset: int


@dataclass
class Body:
    """What readers will find in a body."""

    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    constructs: list[Construct] = field(default_factory=list)
    leftovers: list[Construct] = field(default_factory=list)
    is_too_complex: bool = False


def written_links(text: str) -> list[Link]:
    """The links of the simplest form in a text that may be anything, for what is checked again when it is built."""
    return [Link(match[2], match.start(2)) for match in _SIMPLE_LINK.finditer(text)]


def plain_body(text: str) -> Body | None:
    """What is in a body of plain prose, or None if it has anything that needs a closer look."""
    if (
        any(sign in text for sign in _SIGNS)
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
