"""Conversion with the site's own Markdown: bodies that are not plain prose, and heading anchors.

Markdown and the inspector are imported on first use: most networks never need them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.source.body import Body, Construct, plain_body
from macros.source.settings import SETTINGS_FILE, read_settings

if TYPE_CHECKING:
    from markdown import Markdown

# Markdown takes seconds over thousands of brackets, backslashes or lines, and deeply nested lists crash it. No real page
# has as many, so such a body is rejected.
MOST_LINES = 2_000
MOST_SIGNS = 2_000
_MOST_BRACKETS = 50
# Markdown searches the rest of the paragraph for every bracket.
_MOST_BRACKET_STEPS = 200_000
TOO_MANY_LISTS = re.compile(r"^[ \t]*(?:(?:[-*+>]|\d+\.)[ \t]+){12}", re.MULTILINE)
_CHARACTER_REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")


class SiteMarkdown:
    """Markdown with the site's configuration."""

    def __init__(self, extensions: list[str], settings: dict[str, Any]) -> None:
        """Keep the extensions of mkdocs.yml and their settings for first use."""
        # Permalinks add tags of their own, which would be mistaken for the writer's.
        self._settings = {**settings, "toc": {**settings.get("toc", {}), "permalink": False}}
        self._extensions = extensions

        # Indexes of the stashed HTML that Markdown made itself, such as code blocks.
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
        """The HTML of `text`, and every piece of raw HTML in it."""
        self._markdown.reset()
        self._own_pieces.clear()
        html = self._markdown.convert(text)
        pieces = enumerate(self._markdown.htmlStash.rawHtmlBlocks)
        written = [str(piece) for number, piece in pieces if number not in self._own_pieces]
        return html, [piece for piece in written if not _CHARACTER_REFERENCE.fullmatch(piece.strip())]


def site_markdown(root: Path) -> SiteMarkdown:
    """Markdown with the extensions of `mkdocs.yml` and those that MkDocs always adds."""
    extensions = ["toc", "tables", "fenced_code"]
    settings: dict[str, Any] = {}
    for entry in read_settings(root / SETTINGS_FILE).get("markdown_extensions") or []:
        name, options = next(iter(entry.items())) if isinstance(entry, dict) else (entry, None)
        if name not in extensions:
            extensions.append(name)
        settings[name] = options or {}
    return SiteMarkdown(extensions, settings)


def is_too_complex(text: str) -> bool:
    """Whether a body would take Markdown too long or crash it."""
    too_many_signs = sum(map(text.count, "[<`\\")) > MOST_SIGNS or (
        text.count("[") > _MOST_BRACKETS
        and any(block.count("[") * len(block) > _MOST_BRACKET_STEPS for block in text.split("\n\n"))
    )
    return too_many_signs or text.count("\n") > MOST_LINES or bool(TOO_MANY_LISTS.search(text))


def read_body(text: str, converter: Callable[[], SiteMarkdown]) -> Body:
    """The parts of the body `text`; only `is_too_complex` is set if Markdown cannot handle it."""
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
    """The anchors of the headings of a body, in order."""
    from markdown.extensions.toc import slugify, unique

    taken: set[str] = set()
    return [heading.anchor or unique(slugify(heading.text, "-"), taken) for heading in body.headings]


def inspected_body(text: str, converter: SiteMarkdown) -> Body:
    """The parts of a body, read from the HTML that `converter` makes of it."""
    from macros.source.inspector import Inspector

    html, raw_pieces = converter.convert(text)
    inspector = Inspector(text)
    inspector.feed(html)
    inspector.close()
    for piece in raw_pieces:
        first_line = piece.strip().split("\n", 1)[0]
        inspector.body.constructs.append(Construct(first_line, max(text.find(first_line), 0)))
    return inspector.body
