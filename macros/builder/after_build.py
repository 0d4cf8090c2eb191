"""The end of a build: writes the files other than pages, and checks that no page is missing."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from macros.builder.build import Site, site_of
from macros.collate.page_data import collate_data
from macros.library.library import CONTENT
from macros.outputs.api import api
from macros.outputs.calendars import calendars
from macros.outputs.csv_tables import tables
from macros.outputs.digest import digest_files
from macros.outputs.due_dates import due_dates
from macros.outputs.feeds import feeds
from macros.outputs.file import File
from macros.outputs.limesurvey import limesurveys
from macros.outputs.link_previews import previews
from macros.outputs.llms_txt import overview
from macros.outputs.look import read_look
from macros.outputs.print_packs import packs, welcome_packs
from macros.outputs.redirects import redirects
from macros.outputs.survey_sheets import survey_sheets
from macros.outputs.typeface import FontsUnusable
from macros.outputs.word_agenda import agendas
from macros.outputs.word_minutes import minutes
from macros.outputs.word_questions import question_documents
from macros.outputs.xlsform import xlsforms
from macros.pages.rendering import address
from macros.propose.editor import SCRIPT, editor, editor_backend


def finish_site(env: Any) -> None:
    """Write the files other than pages, and check that every record and written page was published.

    Raises MkDocs' `Abort` if a page is missing or the pictures cannot be drawn.
    """
    site, folder = site_of(env.conf), Path(env.conf["site_dir"])
    public = site.public
    paths = [*(record.path for record in public.all()), *(page.removeprefix(f"{CONTENT}/") for page in public.pages)]
    for path in paths:
        if not (folder / address(path) / "index.html").is_file():
            raise Abort(f"{CONTENT}/{path} was accepted, but has no page in the built site.")
    files = [*_files(site, folder), *_editor(site, env.conf, folder)]
    pages = {address(path) + "index.html" for path in paths}
    for file in files:
        if file.path in pages:
            raise Abort(
                f"The site was not built. The page {file.path} would be lost: the site needs its address for itself."
            )
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)


def _files(site: Site, folder: Path) -> Iterator[File]:
    """Every file other than pages for the site in `folder`, except the editor."""
    yield from redirects(site.public, site.info, site.renderer)
    yield from packs(site.public, site.info, site.renderer, site.texts)
    yield from welcome_packs(site.public, site.info, site.renderer)
    yield from api(site.public, site.info, site.texts, site.licence)
    yield from tables(site.public, site.info)
    yield from feeds(site.public, site.info)
    yield from calendars(site.public, site.info)
    yield from due_dates(site.public, site.info)
    published = partial(_published, folder)
    yield from agendas(site.public, site.info, site.tree_at, published)
    yield from minutes(site.public, site.info, site.tree_at, published)
    yield from survey_sheets(site.public, site.info, site.renderer)
    yield from question_documents(site.public, site.info)
    yield from xlsforms(site.public)
    yield from limesurveys(site.public, site.info)
    if "collate_page" in site.public.callers:
        yield collate_data(site.public)
    yield from overview(site.public, site.info)
    yield from digest_files(site.public, site.info, site.renderer, read_look(folder / "assets"))
    yield from _pictures(site, folder)
    yield from site.search.files()


def _published(folder: Path, path: str) -> bytes:
    """The content of a file of the site in `folder`; empty if there is none."""
    file = folder / path
    return file.read_bytes() if file.is_file() else b""


def _pictures(site: Site, folder: Path) -> Iterator[File]:
    """The social cards, drawn in the look of the site in `folder`."""
    try:
        yield from previews(site.public, site.info, read_look(folder / "assets"))
    except FontsUnusable as unusable:
        raise Abort(
            f"The site was not built. Its pictures for link previews are drawn with the fonts that assets/fonts.css in "
            f"its theme names, which are variable fonts, each with a unicode-range. What is wrong: {unusable}"
        ) from None


def _editor(site: Site, config: Any, folder: Path) -> Iterator[File]:
    """The files of the editor, if its script is built and the repository is on GitHub."""
    backend = editor_backend(config["edit_uri"], config["extra"].get("editor") or {})
    if backend and (folder / SCRIPT).is_file():
        yield from editor(site.public.network, site.info, backend, site.renderer)
