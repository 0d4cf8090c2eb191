"""The end of a build: makes the pages of records and the files other than pages, and checks that no page is missing."""

import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from mkdocs.exceptions import Abort

from macros.builder.build import Site, is_quiet, site_of, stopped_by_fault
from macros.builder.record_pages import record_pages
from macros.collate.blank_sheet import blank_sheets
from macros.collate.page_data import collate_data, workforce_data
from macros.kinds import KINDS, Record
from macros.library.library import CONTENT
from macros.library.sharing import Ahead, ProcessLost, pieces, shared
from macros.lint.progress import stage
from macros.minutes.page_data import minutes_data
from macros.outputs.api import api_index, api_of_kind
from macros.outputs.calendars import calendars
from macros.outputs.chart_pictures import chart_pictures
from macros.outputs.csv_tables import tables
from macros.outputs.digest import digest_files
from macros.outputs.due_dates import due_dates
from macros.outputs.feeds import feeds
from macros.outputs.file import File
from macros.outputs.limesurvey import limesurveys
from macros.outputs.link_previews import page_pictures, record_pictures
from macros.outputs.llms_txt import overview
from macros.outputs.look import Look, read_look
from macros.outputs.print_packs import packs, welcome_packs
from macros.outputs.published_tables import published_tables
from macros.outputs.redirects import redirects
from macros.outputs.social_card import Painter
from macros.outputs.survey_sheets import survey_sheets
from macros.outputs.typeface import FontsUnusable
from macros.outputs.word_agenda import agendas
from macros.outputs.word_minutes import minutes
from macros.outputs.word_questions import question_documents
from macros.outputs.xlsform import xlsforms
from macros.pages.rendering import address
from macros.propose.editor import SCRIPT, editor, editor_backend
from macros.search.documents import SearchDocument

Made = TypeVar("Made")

# The pages or the pictures of so many records are one task, of some hundredths of a second: no one waits long for the last one.
_PIECE = 25


def begin_ahead(site: Site, folder: Path) -> None:
    """Have another process begin with what needs no page, while MkDocs makes the written pages.

    Raises MkDocs' `Abort` if the pictures cannot be drawn.
    """
    for file in site.frame.files:
        # What the look is read from. MkDocs copies it later, when it may have changed.
        if file.src_uri.startswith("assets/") and not file.is_javascript():
            file.copy_file()
    look = read_look(folder / "assets")
    makers = [*_pictures(site, look), *_lists(site)]
    at_pages = _at_pages(site)
    site.ahead = Ahead([partial(_in_words, partial(_write, one, folder, at_pages)) for one in makers], site.processes)


def finish_site(env: Any) -> None:
    """Write all that is not a written page, and check that every written page was published.

    Raises MkDocs' `Abort` if a page is missing or the pictures cannot be drawn.
    """
    site, folder = site_of(env.conf), Path(env.conf["site_dir"])
    pages = [page.removeprefix(f"{CONTENT}/") for page in site.public.pages]
    for path in pages:
        if not (folder / address(path) / "index.html").is_file():
            raise Abort(f"{CONTENT}/{path} was accepted, but has no page in the built site.")
    waiting = _ended(site.ahead)
    # Once for all processes: what most pages ask for, the templates, and the frame.
    _ = site.inverted_index
    for one in {record.KIND: record for record in site.records.values()}.values():
        _in_words(partial(list, record_pages([one], site, env.conf)))
    writers = [partial(_write_pages, some, site, env.conf, folder) for some in pieces([*site.records.values()], _PIECE)]
    for made in _shared(site, writers, f"Writing the pages of {len(site.records):,} records"):
        for path, text, document in made:
            site.texts[path] = text
            site.search.add(document)
    at_pages = _at_pages(site)
    others = _others(site, env.conf, folder, read_look(folder / "assets"))
    tasks: list[Callable[[], None]] = [
        *(partial(_write, one, folder, at_pages) for one in _of_all_records(site)),
        *waiting,
        *(partial(_write, one, folder, at_pages) for one in others),
    ]
    _shared(site, tasks, "Writing everything else")


def _at_pages(site: Site) -> set[str]:
    """The files of all pages."""
    written = (page.removeprefix(f"{CONTENT}/") for page in site.public.pages)
    return {address(path) + "index.html" for path in (*written, *site.records)}


def _ended(ahead: Ahead[None] | None) -> Sequence[Callable[[], None]]:
    """Wait for the other process, and return the tasks that it has not begun."""
    if ahead is None:
        return ()
    try:
        return ahead.end()[1]
    except ProcessLost as lost:
        raise stopped_by_fault(lost) from None
    finally:
        ahead.stop()


def _shared(site: Site, tasks: Sequence[Callable[[], Made]], what: str) -> list[Made]:
    """What the tasks return that the processes of this build have shared. Raises `Abort` if one fails. `what` they do is shown."""
    try:
        with stage(what, is_quiet=is_quiet()) as begun:
            return shared(begun.tasks([partial(_in_words, task) for task in tasks]), site.processes)
    except ProcessLost as lost:
        raise stopped_by_fault(lost) from None


def _in_words(task: Callable[[], Made]) -> Made:
    """What a task returns. Only the error itself comes back from another process, so what it says is made here."""
    try:
        return task()
    except Abort:
        raise
    except Exception as error:
        raise stopped_by_fault(error) from None


def _write_pages(
    records: Iterable[Record], site: Site, config: Any, folder: Path
) -> list[tuple[str, str, SearchDocument]]:
    """Write the pages of these records into `folder`. Returns the path of each, the HTML of its text, and what the search finds it by."""
    made = []
    for record, text, tree, page in record_pages(records, site, config):
        _put(page, folder)
        found = site.search.of_record(record, tree, page.content.decode())
        made.append((record.path, text, found))
    return made


def _of_all_records(site: Site) -> Iterator[Callable[[], Iterable[File]]]:
    """What takes longest."""
    yield site.search.files
    for model in KINDS.values():
        yield partial(api_of_kind, model, site.public, site.info, site.texts)
    yield partial(welcome_packs, site.public, site.info, site.renderer)
    yield partial(packs, site.public, site.info, site.renderer, site.texts)


def _lists(site: Site) -> Iterator[Callable[[], Iterable[File]]]:
    for made in (feeds, calendars, tables):
        yield partial(made, site.public, site.info)


def _pictures(site: Site, look: Look) -> Iterator[Callable[[], Iterable[File]]]:
    """The social cards and the pictures of charts, drawn in the `look` of the site."""
    try:
        painter = Painter(look, site.info.name)
    except FontsUnusable as unusable:
        raise Abort(
            f"The site was not built. Its pictures for link previews are drawn with the fonts that assets/fonts.css in "
            f"its theme names, which are variable fonts, each with a unicode-range. What is wrong: {unusable}"
        ) from None
    for some in pieces([*site.records.values()], _PIECE):
        yield partial(record_pictures, some, site.public, painter)
    yield partial(page_pictures, site.public, site.info, painter)
    yield partial(chart_pictures, site.public, look)


def _others(site: Site, config: Any, folder: Path, look: Look) -> Iterator[Callable[[], Iterable[File]]]:
    """What is soon done."""
    published = partial(_published, folder)
    yield partial(agendas, site.public, site.info, site.tree_at, published)
    yield partial(minutes, site.public, site.info, site.tree_at, published)
    yield partial(survey_sheets, site.public, site.info, site.renderer)
    yield partial(question_documents, site.public, site.info)
    yield partial(xlsforms, site.public)
    yield partial(published_tables, site.public)
    yield partial(limesurveys, site.public, site.info)
    yield partial(redirects, site.public, site.info, site.renderer)
    yield partial(api_index, site.public, site.info, site.licence)
    yield partial(due_dates, site.public, site.info)
    if "collate_page" in site.public.callers:
        yield partial(collate_data, site.public)
    if "minutes_page" in site.public.callers:
        yield partial(minutes_data, site.public, site.plans, site.info.top)
    if "collate_workforce_page" in site.public.callers:
        yield partial(workforce_data, site.public)
    if "count_sheet" in site.public.callers:
        yield partial(blank_sheets, site.public)
    yield partial(overview, site.public, site.info)
    yield partial(digest_files, site.public, site.info, site.renderer, look)
    yield partial(_editor, site, config, folder)


def _published(folder: Path, path: str) -> bytes:
    """The content of a file of the site in `folder`; empty if there is none."""
    file = folder / path
    return file.read_bytes() if file.is_file() else b""


def _editor(site: Site, config: Any, folder: Path) -> Iterator[File]:
    """The files of the editor, if its script is built and the repository is on GitHub."""
    backend = editor_backend(config["edit_uri"], config["extra"].get("editor") or {})
    if backend and (folder / SCRIPT).is_file():
        yield from editor(site.public.network, site.info, backend, site.renderer)


def _write(make: Callable[[], Iterable[File]], folder: Path, at_pages: Container[str]) -> None:
    """Write files into `folder`. Raises `Abort` rather than to write one over a page."""
    for file in make():
        if file.path in at_pages:
            raise Abort(
                f"The site was not built. The page {file.path} would be lost: the site needs its address for itself."
            )
        _put(file, folder)


def _put(file: File, folder: Path) -> None:
    # Not pathlib, which takes longer than the system does.
    target = f"{folder}/{file.path}"
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "wb") as output:
        output.write(file.content)
