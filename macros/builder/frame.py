"""The frame of every page: the theme's templates and the menu, as MkDocs has set them up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, ClassVar

from jinja2 import pass_context
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from macros.kinds import Record
from macros.library.library import INDEX
from macros.outputs.file import SiteInfo

# In the place of the id of a record.
_STAND_IN = "stand-in-for-a-record"


@dataclass
class RecordInFrame:
    """The page of a record, with what the theme's templates ask of any page, by the names that MkDocs gives it."""

    path: str
    title: str
    url: str
    canonical_url: str
    edit_url: str | None
    parent: Any
    meta: Mapping[str, Any]
    content: str = ""
    toc: Any = ()
    is_homepage: ClassVar = False

    @property
    def ancestors(self) -> list[Any]:
        """The sections that it is in, the innermost first."""
        return [self.parent, *self.parent.ancestors] if self.parent else []


class Frame:
    """What the pages of records take over from MkDocs, which knows nothing of them.

    `in_menu` has MkDocs' pages of the records that the menu names, by path.
    """

    def __init__(self, config: Any) -> None:
        """Start with MkDocs' settings. It gives the rest bit by bit."""
        self._config = config
        self.templates: Any = None
        self.menu: Any = None
        # The address of each file that is no record, and the written pages.
        self.addresses: Mapping[str, str] = {}
        self.pages: Sequence[Any] = ()
        self.in_menu: Mapping[str, Any] = {}
        self.section = cache(self._section)
        self._parts: dict[tuple[str, str], str] = {}
        self._edit_urls: dict[str, str | None] = {}

    def _section(self, folder: str) -> Any:
        """The place of a kind of record in the menu: the list page in its `folder`, or the section which that page opens."""
        page = next((page for page in self.menu.pages if page.file.src_uri == f"{folder}/{INDEX}"), None)
        is_opening = page is not None and page.parent is not None and page.parent.children[0] is page
        return page.parent if page is not None and is_opening else page

    def edit_url(self, record: Record) -> str | None:
        """Where someone can change a record, as the settings say; None if nowhere."""
        if record.FOLDER not in self._edit_urls:
            places = self._config["docs_dir"], self._config["site_dir"]
            file = File(f"{record.FOLDER}/{_STAND_IN}.md", *places, use_directory_urls=True)
            self._edit_urls[record.FOLDER] = Page(None, file, self._config).edit_url
        url = self._edit_urls[record.FOLDER]
        return url and url.replace(_STAND_IN, record.id)

    @pass_context
    def part(self, context: Any, name: str) -> str:
        """The HTML of a template of the theme, made once for all records of a kind: their pages stand in the same place."""
        record = context["record"].record if context["record"] else None
        key = name, record.FOLDER if record and record.path not in self.in_menu else ""
        html = self._parts.get(key)
        if html is None:
            html = self.templates.get_template(name).render(context.get_all())
            if key[1]:
                self._parts[key] = html
        return html


def named_in(menu: Any) -> set[str]:
    """The files that the setting `nav` names."""
    if isinstance(menu, str):
        return {menu}
    below = menu.values() if isinstance(menu, dict) else menu or ()
    return {name for one in below for name in named_in(one)}


def menu_of(items: Any) -> Iterator[str]:
    """What the menu says, line by line."""
    for item in items:
        yield f"{item.title} {getattr(item, 'url', '')}"
        if item.children:
            yield from ("(", *menu_of(item.children), ")")


def published(pages: Iterable[Any], records: Mapping[str, Record], site: SiteInfo) -> list[tuple[str, date | None]]:
    """The full address of every page, in the order in which MkDocs finds their files, and the last change of a record."""
    found: dict[str, tuple[str, date | None]] = {page.file.src_uri: (page.canonical_url, None) for page in pages}
    found.update((path, (site.of(path), record.last_change)) for path, record in records.items())
    return [found[path] for path in sorted(found, key=_order)]


def _order(path: str) -> tuple[list[str], bool, str]:
    *folders, name = path.split("/")
    return folders, name != INDEX, name
