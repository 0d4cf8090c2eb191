"""What each page is given: a record's page all that stands around its text, a written page what its front matter says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from macros.builder.build import Site, site_of
from macros.kinds import FOLDERS, KINDS, Record
from macros.library.library import CONTENT, INDEX
from macros.outputs.link_previews import Preview, page_preview, record_preview
from macros.outputs.redirects import short_address
from macros.pages.downloads import AlternateLink, alternates, downloads
from macros.pages.page_needs import PageNeeds
from macros.pages.parts import PageSection
from macros.pages.record_page import RecordPage, record_page


@dataclass(frozen=True)
class ContentsEntry:
    """A place on a page that its list of contents leads to. `is_own` says that people of the network have named it."""

    title: str
    anchor: str
    is_own: bool = False


@dataclass
class PageContext:
    """What a record's page shows around its text. It is made when the theme asks for it, and kept by nobody."""

    site: Site
    record: Record
    url: str
    needs: PageNeeds = field(default_factory=PageNeeds)

    @property
    def view(self) -> RecordPage:
        """What the page shows, before it is HTML."""
        return record_page(self.record, self.site.public, self.site.inverted_index)

    @property
    def alternates(self) -> Sequence[AlternateLink]:
        """The feed that follows the record, for the head of its page."""
        return alternates(self.record, self.site.place.name)

    @property
    def preview(self) -> Preview:
        """What is shown where the address of the page is shared."""
        return record_preview(self.record, self.site.place)

    def article(self, view: RecordPage, page: Any, word: Callable[[str, str], str]) -> Markup:
        """The HTML of the page: the record's facts and sections around the text that was written, `page.content`.

        `word` is that of the frame: see theme/partials/words.html.
        """
        own = [ContentsEntry(item.title, item.id, is_own=True) for item in page.toc]
        needs_heading = bool(view.above and page.content and not page.content.startswith("<h2"))
        notes = [ContentsEntry("Notes", "kb-notes")] if needs_heading else []
        return self.site.renderer.render(
            "record.html.j2",
            self.url,
            needs=self.needs,
            page=view,
            text=Markup(page.content),
            needs_heading=needs_heading,
            contents=[*_headings(view.above), *notes, *own, *_headings(view.below)],
            come_back=short_address(self.record, self.site.place),
            edit_url=page.edit_url,
            word=word,
            downloads=downloads(self.record, self.site.public, self.site.place.top),
        )


def _headings(sections: Sequence[PageSection]) -> list[ContentsEntry]:
    return [ContentsEntry(one.title, one.anchor) for one in sections]


def add_page_context(env: Any) -> None:
    """Give the theme what a page shows, and nothing that came from its front matter unchecked."""
    site, page = site_of(env.conf), env.page
    record = site.record_at(page.file.src_uri)
    if record is None:
        written = site.public.pages.get(f"{CONTENT}/{page.file.src_uri}")
        if written is not None:
            page.meta.update(
                title=written.title,
                description=written.description,
                render_macros=written.render_macros,
                hide=written.hide,
                preview=page_preview(page.file.src_uri, written, site.place),
                needs=PageNeeds(),
            )
            _add_downloads(site, page)
        return
    page.meta = {"title": record.title, "description": record.summary, "record": PageContext(site, record, page.url)}
    # Records are not in the navigation, which would make every page as long as the list of all; the page of their
    # section is their parent all the same, so that it is marked as current and stands in the breadcrumb.
    page.parent = _section_of(env, record)


def _add_downloads(site: Site, page: Any) -> None:
    """Give the home page and the list of a kind what can be taken away from them."""
    folder, _, name = page.file.src_uri.rpartition("/")
    if name != INDEX or (folder and folder not in FOLDERS):
        return
    subject = KINDS[FOLDERS[folder]] if folder else None
    offered = downloads(subject, site.public, site.place.top)
    page.meta.update(
        alternates=alternates(subject, site.place.name),
        takeaway=site.renderer.render("downloads.html.j2", page.url, downloads=offered),
    )


def _section_of(env: Any, record: Record) -> Any:
    """The part of the navigation that a record belongs to: the list of its kind, or the section which that list opens."""
    sections = env.variables.setdefault("sections_of_records", {})
    if record.FOLDER not in sections:
        index = f"{record.FOLDER}/{INDEX}"
        page = next((page for page in env.variables["navigation"].pages if page.file.src_uri == index), None)
        sections[record.FOLDER] = page.parent or page if page is not None else None
    return sections[record.FOLDER]
