"""Shows the texts of records and pages as our engine reads them. MkDocs has a Markdown of its own, which is not used."""

import posixpath
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

from markupsafe import escape
from mkdocs.exceptions import Abort
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url

from macros.builder.build import Site, site_of
from macros.library.library import CONTENT
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
    text = site.bodies[path]
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
        if there in site.records:
            to = address(there)
        elif (file := site.frame.files.get_file_from_path(there)) is not None:
            to = file.url
        else:
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
