"""The end of a build: makes the pages of records and the files other than pages, and checks that no page is missing."""

import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence, Set
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from pickle import dumps
from typing import Any, TypeVar

from mkdocs.exceptions import Abort

from macros.builder.build import Site, is_quiet, site_of, stopped_by_fault
from macros.builder.inputs import hash_of
from macros.builder.kept_pages import add_sitemap, written_part
from macros.builder.last_build import last_build
from macros.builder.parts import Part
from macros.builder.record_pages import record_pages
from macros.builder.search_task import SEARCH, search_part
from macros.builder.text import Texts
from macros.kinds import KINDS, Record, Theme
from macros.library.library import CONTENT
from macros.library.public import PublicLibrary
from macros.library.reads import PAGES, Cell
from macros.library.sharing import ProcessLost, pieces, shared
from macros.lint.progress import stage
from macros.outputs.api import api_index, api_of_kind, api_of_record
from macros.outputs.file import File
from macros.outputs.link_previews import page_pictures, record_pictures
from macros.outputs.look import Look, read_look
from macros.outputs.print_packs import pack
from macros.outputs.social_card import Painter
from macros.outputs.typeface import FontsUnusable
from macros.pages.rendering import address
from macros.propose.editor import SCRIPT, editor, editor_backend
from macros.search.index import language_file

Made = TypeVar("Made")
# A part of the site by its name, and what makes its files.
Maker = tuple[str, Callable[[], Iterable[File]]]

# The pages or the pictures of so many records are one task, of some hundredths of a second: no one waits long for the last one.
_PIECE = 25


def finish_site(env: Any) -> None:
    """Make all that is not a written page and is not kept, and check that every written page was published.

    Raises MkDocs' `Abort` if a page is missing or the pictures cannot be drawn.
    """
    site, folder = site_of(env.conf), Path(env.conf["site_dir"])
    pages = [page.removeprefix(f"{CONTENT}/") for page in site.public.pages]
    for path in pages:
        if not (site.parts.is_kept(written_part(path)) or (folder / address(path) / "index.html").is_file()):
            raise Abort(f"{CONTENT}/{path} was accepted, but has no page in the built site.")
    write = _Writer(site, folder, {address(path) + "index.html" for path in (*pages, *site.records)})
    texts = Texts(site)
    changed = [record for record in site.records.values() if not site.parts.keeps(_page_part(record))]
    # Once for all processes: the templates, and the frame.
    for one in {record.KIND: record for record in changed}.values():
        _in_words(partial(list, record_pages([one], site, env.conf)))
    writers = [partial(_write_pages, some, site, env.conf, write) for some in pieces(changed, _PIECE)]
    for made in _shared(site, writers, f"Writing the pages of {len(changed):,} records"):
        for path, text, read, part in made:
            texts.add(path, text, read)
            site.parts.add(_page_part(site.records[path]), part)
    site.settle_documents()
    tasks = [partial(write.parts, some) for some in _makers(site, env.conf, folder, texts)]
    if not site.parts.keeps(SEARCH):
        tasks.insert(0, partial(search_part, site.parts, site.info.language, write.page))
    for parts in _shared(site, tasks, "Writing everything else"):
        for name, part in parts:
            site.parts.add(name, part)
    add_sitemap(site, folder)
    network = site.public.network
    files = {path: digest for part in site.parts.now.values() for path, digest in part.files.items()}
    time_zone = None if network.demonstration else network.time_zone
    last_build(env.conf).end(files, time_zone, parts=site.parts.notes(site.cells.value), **site.notes)


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


def _page_part(record: Record) -> str:
    return f"page/{record.path}"


def _write_pages(
    records: Iterable[Record], site: Site, config: Any, write: "_Writer"
) -> list[tuple[str, str, Set[Cell], Part]]:
    """Write the pages of these records. Returns the path of each, the HTML of its text, what was read for that, and its part."""
    made = []
    for page in record_pages(records, site, config):
        record = page.record
        with site.reads.noted() as read:
            found = site.search.of_record(record, site.tree_at(record.path), page.file.content.decode())
        part = Part(page.read | read, {page.file.path: write.page(page.file)}, dumps(found))
        made.append((record.path, page.text, page.read_for_text, part))
    return made


def _makers(site: Site, config: Any, folder: Path, texts: Texts) -> list[list[Maker]]:
    """The parts that are not kept, in tasks. Those that take longest come first."""
    public, info = site.public, site.info
    look = cache(lambda: read_look(folder / "assets"))
    painter = cache(lambda: _painter(look(), site))

    def of(records: Iterable[Record], what: str, make: Callable[[Any], Iterable[File]]) -> list[Maker]:
        return [(f"{what}/{one.path}", partial(_of_record, one, site, make)) for one in records]

    some_records = [*pieces([*site.records.values()], _PIECE)]
    tasks = [of(some, "picture", lambda one: record_pictures([one], public, painter())) for some in some_records]
    if any(not site.parts.keeps(name) for some in tasks for name, _ in some):
        # Once for all processes.
        painter()
    tasks += [of(some, "api", lambda one: api_of_record(one, public, info, texts)) for some in some_records]
    themes = public.all_of(Theme).values()
    tasks.append(of(themes, "pack", lambda one: pack(one, public, info, site.renderer, texts)))
    tasks += [[one] for one in _others(site, config, folder, look, painter)]
    return [wanted for some in tasks if (wanted := [one for one in some if not site.parts.keeps(one[0])])]


def _of_record(record: Record, site: Site, make: Callable[[Any], Iterable[File]]) -> Iterator[File]:
    """What is made of one record, which it reads in any case."""
    site.reads.note("record", record.KIND, record.id)
    yield from make(record)


def _painter(look: Look, site: Site) -> Painter:
    try:
        return Painter(look, site.info.name)
    except FontsUnusable as unusable:
        raise Abort(
            f"The site was not built. Its pictures for link previews are drawn with the fonts that assets/fonts.css in "
            f"its theme names, which are variable fonts, each with a unicode-range. What is wrong: {unusable}"
        ) from None


def _others(
    site: Site, config: Any, folder: Path, look: Callable[[], Look], painter: Callable[[], Painter]
) -> Iterator[Maker]:
    """What is soon done."""
    public, info = site.public, site.info
    published = partial(_published, site, folder)
    for model in KINDS.values():
        yield f"api/{model.KIND}", partial(api_of_kind, model, public, info)
    yield "feeds", _late("feeds", "feeds", public, info)
    yield "calendars", _late("calendars", "calendars", public, info)
    yield "tables", _late("csv_tables", "tables", public, info)
    yield "welcome packs", _late("print_packs", "welcome_packs", public, info, site.renderer)
    yield "agendas", _late("word_agenda", "agendas", public, info, site.tree_at, published)
    yield "minutes", _late("word_minutes", "minutes", public, info, site.tree_at, published)
    yield "pictures of pages", lambda: page_pictures(public, info, painter())
    yield "pictures of charts", lambda: _late("chart_pictures", "chart_pictures", public, look())()
    yield "survey sheets", _late("survey_sheets", "survey_sheets", public, info, site.renderer)
    yield "questions", _late("word_questions", "question_documents", public, info)
    yield "XLSForms", _late("xlsform", "xlsforms", public)
    yield "published tables", _late("published_tables", "published_tables", public)
    yield "LimeSurveys", _late("limesurvey", "limesurveys", public, info)
    yield "redirects", _late("redirects", "redirects", public, info, site.renderer)
    yield "api", partial(api_index, public, info, site.licence)
    yield "due dates", _late("due_dates", "due_dates", public, info)
    yield "collate", partial(_collate, public)
    yield "overview", _late("llms_txt", "overview", public, info)
    yield "digest", lambda: _late("digest", "digest_files", public, info, site.renderer, look())()
    yield "editor", partial(_editor, site, config, folder)
    yield "language of the search", lambda: [language_file(info.language)]


def _late(module: str, name: str, *arguments: Any) -> Callable[[], Iterable[File]]:
    """What a function of the outputs makes. The module is only imported if it is asked for: Word and calendars take long for that."""
    return lambda: getattr(import_module(f"macros.outputs.{module}"), name)(*arguments)


def _collate(public: PublicLibrary) -> Iterator[File]:
    if "collate_page" in public.callers:
        from macros.collate.page_data import collate_data

        yield from collate_data(public)


def _published(site: Site, folder: Path, path: str) -> bytes:
    """The content of a file of the site in `folder`; empty if there is none."""
    site.reads.note("file", path)
    file = folder / path
    return file.read_bytes() if file.is_file() else b""


def _editor(site: Site, config: Any, folder: Path) -> Iterator[File]:
    """The files of the editor, if its script is built and the repository is on GitHub."""
    backend = editor_backend(config["edit_uri"], config["extra"].get("editor") or {})
    if backend and (folder / SCRIPT).is_file():
        yield from editor(site.public.network, site.info, backend, site.renderer)


class _Writer:
    """Writes files into the `folder` of a site, unless they are there as they should be."""

    def __init__(self, site: Site, folder: Path, at_pages: Container[str]) -> None:
        """`at_pages` are the files of pages, which no other may take the place of."""
        self._site, self._folder, self._at_pages = site, folder, at_pages

    def parts(self, makers: Iterable[Maker]) -> list[tuple[str, Part]]:
        """Write the files of these parts. Raises `Abort` rather than to write one over a page."""
        made = []
        for name, make in makers:
            with self._site.reads.noted() as read:
                self._site.reads.note(*PAGES)
                files = {file.path: self._file(file) for file in make()}
            made.append((name, Part(read, files)))
        return made

    def _file(self, file: File) -> str:
        if file.path in self._at_pages:
            raise Abort(
                f"The site was not built. The page {file.path} would be lost: the site needs its address for itself."
            )
        return self.page(file)

    def page(self, file: File) -> str:
        """Write a file. Returns its hash."""
        digest = hash_of(file.content)
        if self._site.parts.files.get(file.path) != digest:
            # Not pathlib, which takes longer than the system does.
            target = f"{self._folder}/{file.path}"
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as output:
                output.write(file.content)
        return digest
