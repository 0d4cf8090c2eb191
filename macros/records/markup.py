"""What the site's own Markdown makes of a body: for bodies that are not plain prose, and for the names of headings.

Markdown is loaded when it is first needed, which for most networks it never is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from macros.records.body import Body, Heading, Image, Link, Oddity, plain_body

if TYPE_CHECKING:
    from markdown import Markdown

# What Markdown itself makes of text. Everything else came from raw HTML or from an attribute list.
_ALLOWED = {
    "a": {"href", "title"},
    "img": {"alt", "src", "title"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
    "code": {"class"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
    **{tag: set() for tag in "p ul li strong em blockquote pre hr br table thead tbody tr".split()},
}

# Markdown needs seconds for thousands of brackets, backslashes or lines, and a great many lists in lists end the
# program. No page has as many, so a body that does is refused as a whole.
_MOST_LINES = 2_000
_MOST_SIGNS = 2_000
_MOST_BRACKETS = 50
# For every bracket Markdown looks through the rest of its paragraph.
_MOST_BRACKET_STEPS = 200_000
_TOO_MANY_LISTS = re.compile(r"^[ \t]*(?:(?:[-*+>]|\d+\.)[ \t]+){12}", re.MULTILINE)
# What is left over where somebody meant a link, a footnote or a comment.
_LEFTOVER = re.compile(r"\[\^(?![^\]]*\]:)|<!--|\[[^\[\]]+\] ?(?:\[[^\]]*\]|\()")
_CHARACTER_REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")


class SiteMarkdown:
    """Markdown as the site is configured to read it."""

    def __init__(self, extensions: list[str], settings: dict[str, Any]) -> None:
        """Set Markdown up with the extensions of mkdocs.yml and their settings."""
        # Permanent links and raw HTML make tags of their own, which would stand in the way of what the writer made.
        self._settings = {**settings, "toc": {**settings.get("toc", {}), "permalink": False}}
        self._extensions = extensions

        # Which pieces of the HTML that Markdown sets aside are its own: those of code, and none that was written.
        self._own_pieces: set[int] = set()

    @cached_property
    def _markdown(self) -> Markdown:
        from markdown import Markdown

        made = Markdown(extensions=self._extensions, extension_configs=self._settings)
        for_writers = (made.preprocessors["html_block"], made.treeprocessors["inline"])
        for processor in (*made.preprocessors, *made.treeprocessors):
            if processor not in for_writers:
                processor.run = self._noting_own_pieces(processor.run, made)
        return made

    def _noting_own_pieces(self, run: Callable[[Any], Any], made: Markdown) -> Callable[[Any], Any]:
        def noting(source: Any) -> Any:
            before = len(made.htmlStash.rawHtmlBlocks)
            result = run(source)
            self._own_pieces.update(range(before, len(made.htmlStash.rawHtmlBlocks)))
            return result

        return noting

    def convert(self, text: str) -> tuple[str, list[str]]:
        """The HTML that `text` becomes, and every piece of raw HTML that was written in it."""
        self._markdown.reset()
        self._own_pieces.clear()
        html = self._markdown.convert(text)
        pieces = enumerate(self._markdown.htmlStash.rawHtmlBlocks)
        written = [str(piece) for number, piece in pieces if number not in self._own_pieces]
        return html, [piece for piece in written if not _CHARACTER_REFERENCE.fullmatch(piece.strip())]


class _PlainSettings(yaml.SafeLoader):
    """Reads mkdocs.yml for what is plain in it: what stands behind a tag, such as !ENV, is the builder's own affair."""


_PlainSettings.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(path: Path) -> dict[str, Any]:
    """What is plain in a mkdocs.yml: what stands behind a tag, such as !ENV, is None."""
    settings: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=_PlainSettings) or {}
    return settings


def site_markdown(root: Path) -> SiteMarkdown:
    """Markdown with the extensions that `mkdocs.yml` names, and those that MkDocs always adds."""
    extensions = ["toc", "tables", "fenced_code"]
    settings: dict[str, Any] = {}
    for entry in read_settings(root / "mkdocs.yml").get("markdown_extensions") or []:
        name, options = next(iter(entry.items())) if isinstance(entry, dict) else (entry, None)
        if name not in extensions:
            extensions.append(name)
        settings[name] = options or {}
    return SiteMarkdown(extensions, settings)


def is_too_complex(text: str) -> bool:
    """Whether a body is more than Markdown can bear."""
    too_many_signs = sum(map(text.count, "[<`\\")) > _MOST_SIGNS or (
        text.count("[") > _MOST_BRACKETS
        and any(block.count("[") * len(block) > _MOST_BRACKET_STEPS for block in text.split("\n\n"))
    )
    return too_many_signs or text.count("\n") > _MOST_LINES or bool(_TOO_MANY_LISTS.search(text))


def read_body(text: str, converter: Callable[[], SiteMarkdown]) -> Body:
    """What readers will find in the body `text`; nothing, and that it is too complex, if Markdown cannot bear it."""
    if is_too_complex(text):
        return Body(is_too_complex=True)
    plain = plain_body(text)
    if plain is not None:
        return plain
    try:
        return inspected_body(text, converter())
    except RecursionError:
        return Body(is_too_complex=True)


def anchors(body: Body) -> list[str]:
    """The names by which the headings of a body can be linked to, in their order."""
    from markdown.extensions.toc import slugify, unique

    taken: set[str] = set()
    return [heading.anchor or unique(slugify(heading.text, "-"), taken) for heading in body.headings]


def inspected_body(text: str, converter: SiteMarkdown) -> Body:
    """What is in a body once the site's own Markdown has converted it."""
    html, raw_pieces = converter.convert(text)
    inspector = _Inspector(text)
    inspector.feed(html)
    inspector.close()
    for piece in raw_pieces:
        first_line = piece.strip().split("\n", 1)[0]
        inspector.body.oddities.append(Oddity(first_line, max(text.find(first_line), 0)))
    return inspector.body


class _Inspector(HTMLParser):
    """Reads HTML that Markdown made, and looks each thing up in the text it was made from, in the order of the text."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.body = Body()
        self._source = source
        self._reached = 0
        self._heading: tuple[int, str, int] | None = None
        self._heading_text = ""
        self._code = 0

    def handle_comment(self, data: str) -> None:
        self._refuse_as_written("<!")

    def handle_decl(self, decl: str) -> None:
        self._refuse_as_written("<!")

    def unknown_decl(self, data: str) -> None:
        self._refuse_as_written("<!")

    def handle_pi(self, data: str) -> None:
        self._refuse_as_written("<?")

    def _refuse_as_written(self, sign: str) -> None:
        """Markdown makes none of these, and programs differ on where they end."""
        self.body.oddities.append(Oddity(sign, self._find(sign)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._code += tag == "code"
        if tag not in _ALLOWED:
            self.body.oddities.append(Oddity(f"<{tag}", self._find(f"<{tag}")))
        for name in given.keys() - _ALLOWED.get(tag, given.keys()):
            self.body.oddities.append(Oddity(name, self._find(given[name], name)))
        if tag == "a" and "href" in given:
            self.body.links.append(Link(given["href"], self._find(given["href"], "](")))
        if tag == "img":
            source = given.get("src", "")
            self.body.images.append(Image(source, given.get("alt", ""), self._find(source, "![")))
        if re.fullmatch("h[1-6]", tag):
            self._heading, self._heading_text = (int(tag[1]), given.get("id", ""), self._reached), ""

    def handle_data(self, data: str) -> None:
        if self._heading is not None:
            self._heading_text += data
        if self._code == 0:
            for leftover in _LEFTOVER.finditer(data):
                self.body.leftovers.append(Oddity(leftover.group(), self._find(leftover.group())))

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag == "code"
        if self._heading is not None and re.fullmatch("h[1-6]", tag):
            level, anchor, self._reached = self._heading
            text = self._heading_text.strip()
            offset = self._find(text.split(" ")[0]) if text else self._find("\n" + "#" * level + "\n") + 1
            line_start = self._source.rfind("\n", 0, offset) + 1
            self.body.headings.append(Heading(level, text, line_start, anchor))
            self._heading = None

    def _find(self, *snippets: str) -> int:
        """Where the first of `snippets` that is in the source stands, from the last find on if it is there.

        What was written in another way than it comes out is placed where the last find was.
        """
        for snippet in filter(None, snippets):
            for start in (self._reached, 0):
                found = self._source.find(snippet, start)
                if found >= 0:
                    self._reached = found + len(snippet)
                    return found
        return min(self._reached, max(len(self._source) - 1, 0))
