"""The pages of records. MkDocs builds the written pages only: ten thousand more would take it too long."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.structure.files import File as SourceFile
from mkdocs.structure.pages import Page

from macros.builder.build import Site
from macros.builder.text import record_html, shown
from macros.kinds import Record
from macros.outputs.file import File
from macros.outputs.link_previews import Preview, record_preview
from macros.outputs.redirects import short_address
from macros.pages.downloads import Download, alternates, downloads
from macros.pages.page_needs import PageNeeds
from macros.pages.record_page import record_page

_TEMPLATE = "main.html"


@dataclass
class RecordContext:
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


def record_pages(records: Iterable[Record], site: Site, config: Any) -> Iterator[File]:
    """The pages of these records, each by the theme's template for all pages."""
    template = site.frame.templates.get_template(_TEMPLATE)
    for record in records:
        page = _page(record, site, config)
        page.content, page.toc = shown(*record_html(record.path, site), site, config)
        page.active = True
        output = template.render(get_context(site.frame.menu, (), config, page))
        page.active = False
        yield File(page.file.dest_uri, output.encode())


def page_in_menu(page: Any, record: Record, site: Site) -> None:
    """Make a page of a record the one that a menu names."""
    page.title = page.title or record.alerting_title
    # Records are not in the navigation, which would make every page as long as the list of all records. With their
    # section's page as parent, it is still marked as current and appears in the breadcrumb.
    page.parent = site.frame.section(record.FOLDER)


def _page(record: Record, site: Site, config: Any) -> Any:
    page = site.frame.in_menu.get(record.path)
    if page is None:
        page = Page(
            None, SourceFile(record.path, config["docs_dir"], config["site_dir"], use_directory_urls=True), config
        )
        page_in_menu(page, record, site)
    page.meta = {
        "title": record.alerting_title,
        "description": record.summary,
        "record": RecordContext(site, record, page.url),
    }
    return page
