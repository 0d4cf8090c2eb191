"""One build of the site: reads and checks the library, and holds what pages and exports share."""

import gc
import logging
import sys
from collections.abc import Mapping
from functools import cached_property, partial
from pathlib import Path
from traceback import walk_tb
from typing import Any

from markupsafe import Markup
from mkdocs.exceptions import Abort
from mkdocs.structure.pages import Page

from macros.builder.frame import Frame, RecordInFrame
from macros.builder.kept_html import KeptHtml
from macros.builder.search_task import SiteSearch
from macros.kinds import Meeting, Record
from macros.library.library import CONTENT, NetworkUnreadable, read_library
from macros.library.public import PublicLibrary
from macros.library.sharing import Ahead, ProcessLost, processes_for
from macros.library.today import today_in
from macros.lint.diagnostics import Diagnostic, Level
from macros.lint.engine import check_library, network_diagnostics
from macros.lint.help_links import rules_address
from macros.lint.progress import each, stage
from macros.lint.report import one_line, plain_report
from macros.lint.unforeseen import unforeseen
from macros.outputs.file import SiteInfo, site_info
from macros.outputs.licence import Licence, licence
from macros.pages.related import InvertedIndex, inverted_index
from macros.pages.rendering import Renderer
from macros.source.document import Document
from macros.source.gfm import Node, parse
from macros.source.invisible import made_visible

log = logging.getLogger("mkdocs.plugins.records")


class Site:
    """The state of one build: the public library, site info, templates and texts.

    MkDocs builds the written pages in the `frame`; what is made of the records is made after that.
    """

    def __init__(
        self, public: PublicLibrary, config: Any, bodies: Mapping[str, str], plans: Mapping[str, Document]
    ) -> None:
        """`bodies` are the texts of records and written pages by path, relative to content/. The HTML of those of records goes into
        `texts`. `plans` are the files of meetings that were not held, by path. `config` are MkDocs' settings. Raises MkDocs' `Abort`
        if they are not enough.
        """
        info = _site_info(config, public.network.language)
        self.public = public
        self.info = info
        self.licence = _licence(config)
        self.heading_link = config["extra"].get("heading_link", "Link to this section")
        self.renderer = Renderer(info.language, public.main_pages, made_up=public.network.demonstration is not None)
        self.kept = KeptHtml()
        self.bodies = bodies
        self.plans = plans
        self.texts: dict[str, str] = {}
        self.records: dict[str, Record] = {record.path: record for record in public.all()}
        self.frame = Frame(config)
        # What another process does while MkDocs makes the written pages.
        self.ahead: Ahead[None] | None = None

    @property
    def processes(self) -> int:
        """How many processes are to share the work on the records."""
        return processes_for(len(self.records))

    @cached_property
    def banner(self) -> Markup:
        """The banner at the top of every page of a demonstration; empty on other sites."""
        day = self.public.network.demonstration
        return self.renderer.render("demonstration.html.j2", "", demonstration=day, site=self.info) if day else Markup()

    @cached_property
    def inverted_index(self) -> InvertedIndex:
        """The inverted index for finding related records."""
        return inverted_index(self.public)

    @cached_property
    def search(self) -> SiteSearch:
        """What the search of the site finds."""
        return SiteSearch(self.public, self.info.language)

    def tree_at(self, path: str) -> Node:
        """The tree of the text of the record at `path`."""
        return parse(self.bodies[path])


def is_quiet() -> bool:
    """Whether MkDocs is to tell nothing but mistakes."""
    return not log.isEnabledFor(logging.INFO)


# The current build. `mkdocs serve` makes a new configuration, and so a new site, for every build.
_current: tuple[Any, Site] | None = None


def site_of(config: Any) -> Site:
    """The site for this configuration, read and checked on first use.

    Raises MkDocs' `Abort` with the diagnostics if content/ has errors.
    """
    global _current
    if _current is None or _current[0] is not config:
        _forget_last_site()
        _current = (config, _open_site(config))
    return _current[1]


def _forget_last_site() -> None:
    """Free the memory of the previous build, which would add up in `mkdocs serve`."""
    global _current
    if _current is not None:
        _current = None
        gc.unfreeze()
        gc.collect()


def _open_site(config: Any) -> Site:
    root = Path(config["docs_dir"]).resolve().parent
    try:
        library = read_library(root, partial(each, "Reading", is_quiet=is_quiet()))
    except NetworkUnreadable as unreadable:
        raise _stopped(root, network_diagnostics(unreadable), {unreadable.document.path: unreadable.document}) from None
    # The library lives until the end: scanning it for garbage would only cost time.
    gc.freeze()
    day = today_in(library.network)
    try:
        with stage("Checking", is_quiet=is_quiet()) as checking:
            processes = processes_for(len(library.documents))
            diagnostics = check_library(library, day, processes=processes, progress=checking.tasks)
    except ProcessLost as lost:
        raise stopped_by_fault(lost) from None
    if any(diagnostic.level is Level.ERROR for diagnostic in diagnostics):
        raise _stopped(root, diagnostics, library.documents)
    if diagnostics:
        log.info("Warnings on records: %d. scripts/validate.py lists them.", len(diagnostics))
    public = PublicLibrary.of(library, day)
    paths = [*(f"{CONTENT}/{record.path}" for record in public.all()), *public.pages]
    # All else of the documents, which only the check needs, takes half of the memory.
    bodies = {path.removeprefix(f"{CONTENT}/"): library.documents[path].body for path in paths}
    planned = (f"{CONTENT}/{one.path}" for one in public.all_of(Meeting).values() if not one.is_held)
    return Site(public, config, bodies, {path: library.documents[path] for path in planned})


def _site_info(config: Any, tag: str | None) -> SiteInfo:
    """`tag` is the language in network.yml, if it gives one."""
    if not config["site_url"]:
        raise Abort(
            'In mkdocs.yml, "site_url" must say where the site will be, such as https://example.org/. '
            "Feeds, calendars and link previews need whole addresses."
        )
    theme = config["theme"]
    words = f"partials/languages/{theme['language']}.html"
    if not any(Path(folder, words).is_file() for folder in theme.dirs):
        raise Abort(
            f"In mkdocs.yml, Material does not have the words of the language {theme['language']!r}. Choose another one, or "
            f"add them in theme/{words}: the same words as in Material's own cy.html."
        )
    if tag and tag.partition("-")[0] != theme["language"].partition("-")[0]:
        raise Abort(
            f"In network.yml the language is {tag!r}, and in mkdocs.yml it is {theme['language']!r}. Write the same one in both."
        )
    return site_info(config, tag or theme["language"])


def _licence(config: Any) -> Licence:
    try:
        return licence(config)
    except ValueError as error:
        raise Abort(str(error)) from None


def stop_ahead() -> None:
    """Stop what another process does for a build that has failed."""
    if _current is not None and _current[1].ahead is not None:
        _current[1].ahead.stop()


def stopped_by_fault(error: Exception) -> Abort:
    """What stops a build in which the program itself has failed. Names the file it was at work on."""
    if isinstance(error, ProcessLost):
        return Abort(
            "The site was not built. The computer has ended one of the processes that build it, which happens most often when "
            "there is no memory left. Close other programs, and build it again."
        )
    if isinstance(error, OSError) and error.filename:
        return Abort(f'The site was not built. "{made_visible(str(error.filename))}" cannot be used: {error.strerror}.')
    return Abort(f"\n{one_line(unforeseen(error, _page_at_work(error)))}\nThe site was not built.")


def _page_at_work(error: Exception) -> str:
    """The file of the page that was being made; empty if none was."""
    pages = [frame.f_locals.get("page") for frame, _ in walk_tb(error.__traceback__)]
    of_records = [page.path for page in reversed(pages) if isinstance(page, RecordInFrame)]
    written = [page.file.src_uri for page in reversed(pages) if isinstance(page, Page)]
    return next((f"{CONTENT}/{path}" for path in (*of_records, *written)), "")


def _stopped(root: Path, diagnostics: list[Diagnostic], documents: Mapping[str, Document]) -> Abort:
    report = plain_report(diagnostics, documents, len(documents), rules_address(root, documents))
    # A terminal that cannot show a character of the content must still show the rest of the message.
    encoding = sys.stderr.encoding or "utf-8"
    report = report.encode(encoding, "backslashreplace").decode(encoding)
    return Abort(f"\n{report}\nThe site was not built. Fix the errors above first.")
