"""The end of a build: makes the pages of records and the files other than pages, and checks that no page is missing."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from macros.builder.build import Site, site_of, stopped_by_fault
from macros.builder.record_pages import record_pages
from macros.builder.text import RecordTexts
from macros.kinds import KINDS
from macros.library.library import CONTENT
from macros.library.sharing import ProcessLost, pieces, shared
from macros.outputs.api import api_index, api_of_kind
from macros.outputs.calendars import calendars
from macros.outputs.csv_tables import tables
from macros.outputs.digest import digest_files
from macros.outputs.due_dates import due_dates
from macros.outputs.feeds import feeds
from macros.outputs.file import File
from macros.outputs.link_previews import page_pictures, record_pictures
from macros.outputs.llms_txt import overview
from macros.outputs.look import read_look
from macros.outputs.print_packs import packs, welcome_packs
from macros.outputs.redirects import redirects
from macros.outputs.social_card import Painter
from macros.outputs.typeface import FontsUnusable
from macros.outputs.word_agenda import agendas
from macros.outputs.word_minutes import minutes
from macros.pages.rendering import address
from macros.propose.editor import SCRIPT, editor, editor_backend

# The pages or the pictures of so many records are one task: a tenth of a second.
_PIECE = 100


def finish_site(env: Any) -> None:
    """Write all that is not a written page, and check that every written page was published.

    Raises MkDocs' `Abort` if a page is missing or the pictures cannot be drawn.
    """
    site, folder = site_of(env.conf), Path(env.conf["site_dir"])
    pages = [page.removeprefix(f"{CONTENT}/") for page in site.public.pages]
    for path in pages:
        if not (folder / address(path) / "index.html").is_file():
            raise Abort(f"{CONTENT}/{path} was accepted, but has no page in the built site.")
    at_pages = {address(path) + "index.html" for path in (*pages, *site.records)}

    def written(made: Callable[[], Iterable[File]], *, is_page: bool = False) -> None:
        try:
            _write(made(), folder, set() if is_page else at_pages)
        except Abort:
            raise
        except Exception as error:
            # Here, where its traceback is: only the error itself comes back from another process.
            raise stopped_by_fault(error) from None

    records = [*pieces([*site.records.values()], _PIECE)]
    tasks = [
        *(partial(written, one) for one in _of_all_records(site)),
        *(partial(written, partial(record_pages, some, site, env.conf), is_page=True) for some in records),
        *(partial(written, one) for one in _pictures(site, folder, records)),
        *(partial(written, one) for one in _others(site, env.conf, folder)),
    ]
    # What the pages of most records ask for, once for all processes.
    _ = site.inverted_index, site.public.backlinks
    try:
        shared(tasks, site.processes)
    except ProcessLost as lost:
        raise stopped_by_fault(lost) from None


def _of_all_records(site: Site) -> Iterator[Callable[[], Iterable[File]]]:
    """What takes longest."""
    yield partial(site.search.files, site.bodies)
    for model in KINDS.values():
        yield partial(api_of_kind, model, site.public, site.info, RecordTexts(site))
    for made in (feeds, calendars, tables):
        yield partial(made, site.public, site.info)
    yield partial(welcome_packs, site.public, site.info, site.renderer)
    yield partial(packs, site.public, site.info, site.renderer, RecordTexts(site))


def _pictures(site: Site, folder: Path, records: Iterable[Any]) -> Iterator[Callable[[], Iterable[File]]]:
    """The social cards, drawn in the look of the site in `folder`."""
    try:
        painter = Painter(read_look(folder / "assets"), site.info.name)
    except FontsUnusable as unusable:
        raise Abort(
            f"The site was not built. Its pictures for link previews are drawn with the fonts that assets/fonts.css in "
            f"its theme names, which are variable fonts, each with a unicode-range. What is wrong: {unusable}"
        ) from None
    for some in records:
        yield partial(record_pictures, some, site.public, painter)
    yield partial(page_pictures, site.public, site.info, painter)


def _others(site: Site, config: Any, folder: Path) -> Iterator[Callable[[], Iterable[File]]]:
    """What is soon done."""
    published = partial(_published, folder)
    yield partial(agendas, site.public, site.info, site.tree_at, published)
    yield partial(minutes, site.public, site.info, site.tree_at, published)
    yield partial(redirects, site.public, site.info, site.renderer)
    yield partial(api_index, site.public, site.info, site.licence)
    yield partial(due_dates, site.public, site.info)
    yield partial(overview, site.public, site.info)
    yield partial(digest_files, site.public, site.info, site.renderer, read_look(folder / "assets"))
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


def _write(files: Iterable[File], folder: Path, at_pages: set[str]) -> None:
    """Write files into `folder`. Raises `Abort` rather than to write one over a page."""
    for file in files:
        if file.path in at_pages:
            raise Abort(
                f"The site was not built. The page {file.path} would be lost: the site needs its address for itself."
            )
        target = f"{folder}/{file.path}"
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as output:
            output.write(file.content)
