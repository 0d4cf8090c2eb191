"""The page context of written pages: what the theme shows around their text."""

from typing import Any

from macros.builder.build import Site, site_of
from macros.kinds import FOLDERS, KINDS
from macros.library.library import CONTENT, INDEX
from macros.outputs.link_previews import page_preview
from macros.pages.downloads import alternates, downloads
from macros.pages.page_needs import PageNeeds


def add_page_context(env: Any) -> None:
    """Set the page's metadata, with nothing unchecked from its front matter."""
    site, page = site_of(env.conf), env.page
    written = site.public.pages.get(f"{CONTENT}/{page.file.src_uri}")
    if written is not None:
        page.meta.update(
            title=written.title,
            description=written.description,
            render_macros=written.render_macros,
            hide=written.hide,
            preview=page_preview(page.file.src_uri, written, site.info),
            needs=PageNeeds(),
        )
        _add_downloads(site, page)


def _add_downloads(site: Site, page: Any) -> None:
    """Add downloads to the home page or the list page of a kind."""
    folder, _, name = page.file.src_uri.rpartition("/")
    if name != INDEX or (folder and folder not in FOLDERS):
        return
    subject = KINDS[FOLDERS[folder]] if folder else None
    offered = downloads(subject, site.public, site.info.top)
    shown = site.renderer.render("downloads.html.j2", page.url, downloads=offered)
    page.meta.update(alternates=alternates(subject, site.info.name), downloads=shown)
