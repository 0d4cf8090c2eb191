"""The pages of records. MkDocs builds the written pages only: ten thousand more would take it too long."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup
from mkdocs.commands.build import get_context

from macros.builder.build import Site
from macros.builder.frame import RecordInFrame
from macros.builder.text import record_html, shown
from macros.kinds import Record
from macros.library.reads import MENU, PAGES, Cell
from macros.outputs.file import File
from macros.outputs.link_previews import Preview, record_preview
from macros.outputs.redirects import short_address
from macros.pages.downloads import Download, alternates, downloads
from macros.pages.page_needs import PageNeeds
from macros.pages.record_page import record_page
from macros.pages.rendering import address
from macros.source.gfm import Node

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


@dataclass(frozen=True)
class MadePage:
    """The page of a record, with the HTML and the tree of its text and what was read for that, and for the page."""

    record: Record
    html: str
    text: str
    tree: Node
    read_for_text: Set[Cell]
    file: File
    read: Set[Cell]


def record_pages(records: Iterable[Record], site: Site, config: Any) -> Iterator[MadePage]:
    """The page of each of these records, which is made by the theme's template for all pages."""
    template = site.frame.templates.get_template(_TEMPLATE)
    context = get_context(site.frame.menu, (), config)
    for record in records:
        with site.reads.noted() as read:
            site.reads.note_all((PAGES, MENU, ("record", record.KIND, record.id)))
            page = _page(record, site)
            with site.reads.noted() as read_for_text:
                text, parts, tree = record_html(record.path, site)
            page.content, page.toc = shown(text, parts, site)
            # The theme marks the section of the page in the menu, and the page itself if the menu names it.
            marked = site.frame.in_menu.get(record.path) or page.parent
            if marked:
                marked.active = True
            output = template.render(context, page=page)
            if marked:
                marked.active = False
        yield MadePage(record, output, text, tree, read_for_text, File(f"{page.url}index.html", output.encode()), read)


def _page(record: Record, site: Site) -> RecordInFrame:
    return RecordInFrame(
        path=record.path,
        title=record.alerting_title,
        url=address(record.path),
        canonical_url=site.info.of(record.path),
        edit_url=site.frame.edit_url(record),
        # Records are not in the navigation, which would make every page as long as the list of all records. With their
        # section's page as parent, it is still marked as current and appears in the breadcrumb.
        parent=site.frame.section(record.FOLDER),
        meta={
            "title": record.alerting_title,
            "description": record.summary,
            "record": RecordContext(site, record, address(record.path)),
        },
    )
