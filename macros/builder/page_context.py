"""The page context: what a record's page shows around its text, and a written page's front matter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from macros.builder.build import Site, site_of
from macros.kinds import FOLDERS, KINDS, Record
from macros.library.library import CONTENT, INDEX
from macros.outputs.link_previews import Preview, page_preview, record_preview
from macros.outputs.redirects import short_address
from macros.pages.downloads import Download, alternates, downloads
from macros.pages.page_needs import PageNeeds
from macros.pages.record_page import record_page


@dataclass
class PageContext:
    """What a record's page shows around its text. Computed when the theme asks, and not cached."""

    site: Site
    record: Record
    url: str
    needs: PageNeeds = field(default_factory=PageNeeds)

    @property
    def alternates(self) -> Sequence[Download]:
        """The alternate links for the page's head."""
        return alternates(self.record, self.site.info.name)

    @property
    def preview(self) -> Preview:
        """The page's link preview."""
        return record_preview(self.record, self.site.info)

    def article(self, page: Any, word: Callable[[str, str], str]) -> Markup:
        """The HTML of the page: the record's facts and sections around its text, `page.content`.

        `word` is the theme's macro: see theme/partials/words.html.
        """
        return self.site.renderer.render(
            "record.html.j2",
            self.url,
            needs=self.needs,
            page=record_page(self.record, self.site.public, self.site.inverted_index),
            text=Markup(page.content),
            contents=page.toc,
            come_back=short_address(self.record, self.site.info),
            edit_url=page.edit_url,
            word=word,
            downloads=downloads(self.record, self.site.public, self.site.info.top),
        )


def add_page_context(env: Any) -> None:
    """Set the page's metadata, with nothing unchecked from its front matter."""
    site, page = site_of(env.conf), env.page
    record = site.records.get(page.file.src_uri)
    if record is None:
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
        return
    page.meta = {
        "title": record.alerting_title,
        "description": record.summary,
        "record": PageContext(site, record, page.url),
    }
    # Records are not in the navigation, which would make every page as long as the list of all records. With their
    # section's page as parent, it is still marked as current and appears in the breadcrumb.
    page.parent = _section_of(env, record)


def _add_downloads(site: Site, page: Any) -> None:
    """Add downloads to the home page or the list page of a kind."""
    folder, _, name = page.file.src_uri.rpartition("/")
    if name != INDEX or (folder and folder not in FOLDERS):
        return
    subject = KINDS[FOLDERS[folder]] if folder else None
    offered = downloads(subject, site.public, site.info.top)
    shown = site.renderer.render("downloads.html.j2", page.url, downloads=offered)
    page.meta.update(alternates=alternates(subject, site.info.name), downloads=shown)


def _section_of(env: Any, record: Record) -> Any:
    """A record's place in the navigation: the list page of its kind, or the section which that page opens."""
    sections = env.variables.setdefault("sections_of_records", {})
    if record.FOLDER not in sections:
        index = f"{record.FOLDER}/{INDEX}"
        page = next((page for page in env.variables["navigation"].pages if page.file.src_uri == index), None)
        sections[record.FOLDER] = page.parent or page if page is not None else None
    return sections[record.FOLDER]
