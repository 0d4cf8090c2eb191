"""Written pages as parts of the site: MkDocs builds those that are not kept."""

import re
from pathlib import Path
from typing import Any

from macros.builder.build import Site
from macros.builder.frame import menu_of
from macros.builder.inputs import hash_of
from macros.builder.parts import Part
from macros.library.library import CONTENT
from macros.library.reads import EVERY, MENU, PAGES

_SITEMAP = "sitemap.xml"
# Of macros: any file of the content may become part of the page.
_INCLUDES = re.compile(r"\{%[-+]?\s*(?:include|import|from|extends)\b")


def keep_written_pages(site: Site, config: Any, files: Any) -> None:
    """Leave those pages to MkDocs that are not kept. Call it when the menu is there, which is among what they show."""
    site.frame.addresses = {file.src_uri: file.url for file in files}
    site.frame.pages = [file.page for file in files.documentation_pages()]
    site.cells.menu = hash_of("\n".join(menu_of(site.frame.menu.items)).encode())
    site.parts.compare(site.cells.value)
    for page in site.frame.pages:
        written = site.public.pages.get(f"{CONTENT}/{page.file.src_uri}")
        if written is not None and site.parts.keeps(written_part(page.file.src_uri)):
            files.remove(page.file)
            # What menus on other pages say of it.
            page.markdown, page.meta = "", {"title": written.title}
    if site.parts.keeps(_SITEMAP):
        config["theme"].static_templates -= {_SITEMAP}


def begin_page(site: Site, page: Any) -> None:
    """Note what is read from now on for a page. MkDocs makes first all texts, then all pages."""
    path = page.file.src_uri
    cells = site.page_cells.setdefault(path, {PAGES, MENU, ("file", path)})
    if _INCLUDES.search(site.bodies.get(path, "")):
        cells.add(("contents",))
    site.reads.begin(cells)


def end_page(site: Site, page: Any, output: str) -> None:
    """End that, with the HTML of the page."""
    site.reads.end()
    path, content = page.file.src_uri, output.encode("utf-8", errors="xmlcharrefreplace")
    files = {page.file.dest_uri: hash_of(content)} if output.strip() else {}
    site.parts.add(written_part(path), Part(site.page_cells[path], files, site.search.page(path)))


def add_sitemap(site: Site, folder: Path) -> None:
    """Add the sitemap as a part, if MkDocs has built it."""
    paths = [path for path in (_SITEMAP, f"{_SITEMAP}.gz") if (folder / path).is_file()]
    if paths:
        site.parts.add(
            _SITEMAP, Part({EVERY, PAGES, MENU}, {path: hash_of((folder / path).read_bytes()) for path in paths})
        )


def written_part(path: str) -> str:
    """The name of the part that a written page is."""
    return f"written/{path}"
