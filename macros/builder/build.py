"""One build of the site: reads and checks the library, and holds what pages and exports share."""

import gc
import logging
import sys
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, partial
from importlib import import_module
from pathlib import Path
from pickle import loads
from traceback import walk_tb
from typing import Any, cast

from markupsafe import Markup
from mkdocs.exceptions import Abort
from mkdocs.structure.pages import Page

from macros.builder.cells import Cells
from macros.builder.checking import checked, value_of_check
from macros.builder.compiled_templates import CompiledTemplates
from macros.builder.contents import Contents, read_contents
from macros.builder.frame import Frame, RecordInFrame
from macros.builder.inputs import hash_of
from macros.builder.kept_html import KeptHtml
from macros.builder.last_build import last_build
from macros.builder.parts import Part
from macros.builder.search_task import SiteSearch
from macros.kinds import Record
from macros.library.library import CONTENT, NetworkUnreadable, read_library
from macros.library.public import PublicLibrary
from macros.library.reads import DOCUMENTS, EVERY, Cell, Reads, WatchedLibrary, WatchedMapping
from macros.library.sharing import Ahead, ProcessLost, processes_for
from macros.library.today import today_in
from macros.lint.catalogue import ExampleMissing, RuleEntry, rule_catalogue
from macros.lint.diagnostics import Diagnostic, Level, RuleTopic
from macros.lint.engine import network_diagnostics
from macros.lint.help_links import rules_address
from macros.lint.progress import each, stage
from macros.lint.report import one_line, plain_report
from macros.lint.unforeseen import unforeseen
from macros.outputs.file import SiteInfo, site_info
from macros.outputs.licence import Licence, licence
from macros.pages.related import InvertedIndex, inverted_index
from macros.pages.rendering import Renderer, address
from macros.source.document import Document
from macros.source.gfm import Node, parse
from macros.source.invisible import made_visible

log = logging.getLogger("mkdocs.plugins.records")


class Site:
    """The state of one build: the public library, site info, templates and texts.

    MkDocs builds the written pages in the `frame`; what is made of the records is made after that.
    """

    def __init__(self, public: PublicLibrary, config: Any, contents: Contents) -> None:
        """`contents` is what its files say. `config` are MkDocs' settings. Raises MkDocs' `Abort` if they are not enough."""
        info = _site_info(config, public.network.language)
        self.reads = Reads()
        self.public = cast(PublicLibrary, WatchedLibrary(public, self.reads))
        self.info = info
        self.licence = _licence(config)
        self.heading_link = config["extra"].get("heading_link", "Link to this section")
        self._code = last_build(config).code
        self.renderer = Renderer(
            info.language,
            public.main_pages,
            made_up=public.network.demonstration is not None,
            compiled=self.compiled("pages"),
        )
        self.kept = KeptHtml()
        self.bodies = contents.bodies
        self.plans: Mapping[str, Document] = WatchedMapping(contents.plans, self.reads, _plan)
        self.records: dict[str, Record] = {record.path: record for record in public.all()}
        self.frame = Frame(config)
        # What another process does while MkDocs makes the written pages.
        self.ahead: Ahead[list[tuple[str, Part]]] | None = None
        # What each written page has read.
        self.page_cells: dict[str, set[Cell]] = {}
        # The newest records that share a theme, service or piece of evidence.
        by_key = inverted_index(public)
        self.inverted_index: InvertedIndex = WatchedMapping(by_key, self.reads, _sharing)
        self.parts = last_build(config).parts("parts")
        # What else the next build has to know.
        self.notes: dict[str, Any] = {}
        self.cells = Cells(public, by_key, contents.hashes, self._address)

    def compiled(self, environment: str) -> CompiledTemplates | None:
        """The compiled templates of an environment, if it is known what they may depend on."""
        return CompiledTemplates(environment, self._code) if self._code else None

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
    def rules(self) -> Mapping[RuleTopic, Sequence[RuleEntry]]:
        """Every rule with its examples. Raises MkDocs' `Abort` if one has none."""
        try:
            return rule_catalogue()
        except ExampleMissing as missing:
            raise Abort(f"The site was not built. {missing}") from None

    @cached_property
    def search(self) -> SiteSearch:
        """What the search of the site finds."""
        return SiteSearch(self.public)

    def settle_documents(self) -> None:
        """Note that all that the search finds is known now."""
        found = (f"{name} {hash_of(part.value)}" for name, part in sorted(self.parts.now.items()) if part.value)
        self.cells.documents = hash_of("\n".join(found).encode())
        self.parts.settle(DOCUMENTS, self.cells.documents)

    def body(self, path: str) -> str:
        """The text of the record at `path`."""
        self.reads.note("text", path)
        return self.bodies[path]

    def tree_at(self, path: str) -> Node:
        """The tree of the text of the record at `path`."""
        return parse(self.body(path))

    def leads_to(self, path: str) -> str:
        """The address of the page or file at `path`, relative to content/; empty if there is none."""
        self.reads.note("leads to", path)
        return self._address(path)

    def _address(self, path: str) -> str:
        return address(path) if path in self.records else self.frame.addresses.get(path, "")


def _plan(path: str | None) -> Cell:
    return ("file", path.removeprefix(f"{CONTENT}/")) if path else ("contents",)


def _sharing(key: tuple[str, str] | None) -> Cell:
    return ("sharing", *key) if key else EVERY


def is_quiet() -> bool:
    """Whether MkDocs is to tell nothing but mistakes."""
    return not log.isEnabledFor(logging.INFO)


# What the plugin that runs macros offers, and is another whenever a site is built. The same content on the same day makes the same site.
_NEVER_THE_SAME = ("now", "git", "environment")

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


def open_site(env: Any) -> None:
    """Read and check the site for the plugin that runs macros. Raises MkDocs' `Abort` with the diagnostics if content/ has errors."""
    site_of(env.conf)
    for name in _NEVER_THE_SAME:
        env.variables.pop(name, None)
        env.macros.pop(name, None)


def latest_site() -> tuple[Any, Site] | None:
    """The latest configuration for which a site was read and checked, with that site; None if the latest has mistakes."""
    return _current


def _forget_last_site() -> None:
    """Free the memory of the previous build, which would add up in `mkdocs serve`."""
    global _current
    if _current is not None:
        _current = None
        gc.unfreeze()
        gc.collect()


def _open_site(config: Any) -> Site:
    root, last = Path(config["docs_dir"]).resolve().parent, last_build(config)
    known = last.of_records("records")
    records = {f"{CONTENT}/{path}": loads(one[0]) for path, one in known.items()}
    try:
        library = read_library(root, partial(each, "Reading", is_quiet=is_quiet()), known=records)
    except NetworkUnreadable as unreadable:
        raise _stopped(root, network_diagnostics(unreadable), {unreadable.document.path: unreadable.document}) from None
    # The library lives until the end: scanning it for garbage would only cost time.
    gc.freeze()
    day, checks = today_in(library.network), last.parts("checks")
    contents = cache(partial(read_contents, library, known, last.contents))

    def meanwhile() -> None:
        # All this takes long to import. If anything is kept, there may be no written page to build.
        for name in ("after_build",) if known else ("written_pages", "after_build"):
            import_module(f"macros.builder.{name}")
        contents()

    try:
        with stage("Checking", is_quiet=is_quiet()) as checking:
            processes = processes_for(len(library.documents))
            diagnostics = checked(library, day, checks, last.contents, processes, checking, meanwhile)
    except ProcessLost as lost:
        raise stopped_by_fault(lost) from None
    if any(diagnostic.level is Level.ERROR for diagnostic in diagnostics):
        raise _stopped(root, diagnostics, library.documents)
    if diagnostics:
        log.info("Warnings on records: %d. scripts/validate.py lists them.", len(diagnostics))
    public = PublicLibrary.of(library, day, last.of_records("named"))
    site = Site(public, config, contents())
    site.notes.update(checks=checks.notes(partial(value_of_check, last.contents)), records=contents().records)
    site.notes["named"] = {path: public.named_in(record) for path, record in site.records.items()}
    return site


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
