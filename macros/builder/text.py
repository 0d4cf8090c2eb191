"""Shows the texts of records and pages as our engine reads them. MkDocs has a Markdown of its own, which is not used."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

from markupsafe import escape
from mkdocs.exceptions import Abort
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url

from macros.builder.build import Site, site_of
from macros.library.library import CONTENT
from macros.library.reads import Cell
from macros.pages.rendering import address
from macros.pages.text import text_html, with_heading_links
from macros.pages.wide_tables import with_boxed_tables
from macros.source.body import Body, anchors, read_body, read_text
from macros.source.gfm import Node, parse


def show_text(page: Any, config: Any, files: Any) -> None:
    """Set the HTML and the contents of a written page, in which macros have run, and add it to the search.

    Takes the place of MkDocs' `Page.render`. Raises `Abort` if macros have made the text too complex.
    """
    site, path, text = site_of(config), page.file.src_uri, page.markdown
    parts = read_body(text)
    if parts.is_too_complex:
        raise Abort(f"{CONTENT}/{path} has more text than a page can take. Look at what its macros add.")
    names = site.kept.names_in(text)
    html = text_html(text, parts, _addresses(path, page.file.url, site), site.renderer.ours, names)
    site.search.add_page(path, parse(site.kept.taken_out(text)))
    page.content, page.toc = shown(html, parts, site, names)
    site.kept.forget()


def record_html(path: str, site: Site) -> tuple[str, Body, Node]:
    """The HTML of the text of the record at `path`, the parts of the text, and its tree."""
    text = site.body(path)
    tree, parts = read_text(text)
    return text_html(text, parts, _addresses(path, address(path), site), site.renderer.ours), parts, tree


def shown(html: str, parts: Body, site: Site, names: Iterable[str] = ()) -> tuple[str, TableOfContents]:
    """The HTML of a text as a page shows it, and its contents. `names` are those of other parts of the page."""
    linked = with_heading_links(html, site.heading_link)
    return with_boxed_tables(site.kept.put_in(linked), site.renderer), TableOfContents(_contents(parts, names))


def _addresses(path: str, url: str, site: Site) -> Callable[[str], str]:
    """Gives the address on the page at `url`, whose file is at `path`, for a link to a file. The check has found what leads nowhere."""
    folder = posixpath.dirname(path)

    def leads_to(target: str) -> str:
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or not parts.path:
            return target
        there = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
        to = site.leads_to(there)
        if not to:
            return target
        return urlunsplit(("", "", get_relative_url(to, url), parts.query, parts.fragment))

    return leads_to


def _contents(parts: Body, names: Iterable[str]) -> list[AnchorLink]:
    """The headings as MkDocs' table of contents: each below the nearest larger one before it. `names` are those of other parts."""
    top: list[AnchorLink] = []
    above: list[AnchorLink] = []
    for heading, anchor in zip(parts.headings, anchors(parts, names), strict=True):
        link = AnchorLink(escape(heading.text), anchor, heading.level)
        while above and above[-1].level >= heading.level:
            above.pop()
        (above[-1].children if above else top).append(link)
        above.append(link)
    return top


class Texts(Mapping[str, str]):
    """The HTML of the text of each record by its path, made when someone asks for it, if it has not been."""

    def __init__(self, site: Site) -> None:
        """Start without any."""
        self._site = site
        self._made: dict[str, tuple[str, Set[Cell]]] = {}

    def add(self, path: str, html: str, read: Set[Cell]) -> None:
        """Add one that was made, with what was read for it."""
        self._made[path] = html, read

    def __getitem__(self, path: str) -> str:
        """The HTML. What was read for it counts as read again."""
        if path not in self._made:
            with self._site.reads.noted() as read:
                html, *_ = record_html(path, self._site)
            self.add(path, html, read)
        html, read_before = self._made[path]
        self._site.reads.note_all(read_before)
        return html

    def __iter__(self) -> Iterator[str]:
        """All paths."""
        return iter(self._site.records)

    def __len__(self) -> int:
        """How many records there are."""
        return len(self._site.records)
