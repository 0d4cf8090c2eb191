"""Shows the texts of records and pages as our engine reads them. MkDocs has a Markdown of its own, which is not used."""

import posixpath
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

from markupsafe import escape
from mkdocs.exceptions import Abort
from mkdocs.structure.toc import AnchorLink, TableOfContents

from macros.builder.build import site_of
from macros.library.library import CONTENT
from macros.pages.text import text_html, with_heading_links
from macros.pages.wide_tables import with_boxed_tables
from macros.source.body import Body, anchors, read_body
from macros.source.gfm import parse


def show_text(page: Any, config: Any, files: Any) -> None:
    """Set the HTML and the contents of a page, keep the HTML of its text, and add it to the search.

    Takes the place of MkDocs' `Page.render`. Raises `Abort` if macros have made the text too complex.
    """
    site, path = site_of(config), page.file.src_uri
    document = site.documents.get(path)
    record = site.records.get(path)
    # A record is shown as it was checked. In a written page macros have run.
    text = document.body if document and record else page.markdown
    parts = document.parts if document and record else read_body(text)
    if parts.is_too_complex:
        raise Abort(f"{CONTENT}/{path} has more text than a page can take. Look at what its macros add.")
    names = site.kept.names_in(text)
    html = text_html(text, parts, _addresses(page, files), site.renderer.ours, names)
    site.texts[path] = html
    site.search.add(path, record, parse(site.kept.taken_out(text)))
    linked = with_heading_links(html, config["extra"].get("heading_link", "Link to this section"))
    page.content = with_boxed_tables(site.kept.put_in(linked), site.renderer)
    page.toc = TableOfContents(_contents(parts, names))


def _addresses(page: Any, files: Any) -> Callable[[str], str]:
    """Gives the address on the page for a link to a file. The check has found what leads nowhere."""

    def leads_to(target: str) -> str:
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or not parts.path:
            return target
        folder = posixpath.dirname(page.file.src_uri)
        file = files.get_file_from_path(posixpath.normpath(posixpath.join(folder, unquote(parts.path))))
        if file is None:
            return target
        relative: str = file.url_relative_to(page.file)
        return urlunsplit(("", "", relative, parts.query, parts.fragment))

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
