"""The end of a build: makes the pages of records and the files other than pages, and checks that no page is missing."""

import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from pickle import dumps
from typing import Any, TypeVar

from mkdocs.exceptions import Abort

from macros.builder.build import Site, is_quiet, site_of, stopped_by_fault
from macros.builder.inputs import hash_of
from macros.builder.kept_pages import add_sitemap, written_part
from macros.builder.last_build import last_build
from macros.builder.makers import PIECE, Maker, makers_after, makers_ahead, makers_with_pages, wanted
from macros.builder.parts import Part
from macros.builder.record_pages import record_pages
from macros.builder.search_task import SEARCH, search_part
from macros.builder.text import Texts
from macros.kinds import Record
from macros.library.library import CONTENT
from macros.library.reads import PAGES
from macros.library.sharing import Ahead, ProcessLost, as_made, pieces
from macros.lint.progress import stage
from macros.outputs.file import File
from macros.pages.rendering import address

Made = TypeVar("Made")
# Parts by name.
NamedParts = list[tuple[str, Part]]


def begin_ahead(site: Site, files: Any, folder: Path) -> None:
    """Have another process begin with what needs no page, while MkDocs makes the written pages from its `files`."""
    for file in [*files]:
        # What the look is read from. MkDocs would write it again while someone reads it.
        if file.src_uri.startswith("assets/") and not file.is_javascript():
            file.copy_file()
            files.remove(file)
    write = _Writer(site, folder)
    makers = wanted(site, makers_ahead(site, folder))
    site.ahead = Ahead([partial(_in_words, partial(write.parts, some)) for some in makers], site.processes)


def finish_site(env: Any) -> None:
    """Make all that is not a written page and is not kept, and check that every written page was published.

    Raises MkDocs' `Abort` if a page is missing or the pictures cannot be drawn.
    """
    site, folder, last = site_of(env.conf), Path(env.conf["site_dir"]), last_build(env.conf)
    for page in site.public.pages:
        path = page.removeprefix(f"{CONTENT}/")
        if not (site.parts.is_kept(written_part(path)) or (folder / address(path) / "index.html").is_file()):
            raise Abort(f"{page} was accepted, but has no page in the built site.")
    site.renderer.forget()
    write = _Writer(site, folder)
    changed = [record for record in site.records.values() if not site.parts.keeps(_page_part(record))]
    # Once for all processes: the templates, and the frame.
    for one in {record.KIND: record for record in changed}.values():
        _in_words(partial(list, record_pages([one], site, env.conf)))
    waiting = site.ahead.left() if site.ahead else ()
    writers = [partial(_write_pages, some, site, env.conf, write) for some in pieces(changed, PIECE)]
    for made in _shared(site, writers, f"Writing the pages of {len(changed):,} records"):
        _add(made, site)
    site.renderer.forget()
    _add_made_ahead(site)
    site.settle_documents()
    tasks: list[Callable[[], NamedParts]] = [*waiting]
    tasks += [partial(write.parts, some) for some in wanted(site, makers_after(site, env.conf, folder))]
    if not site.parts.keeps(SEARCH):
        tasks.insert(0, partial(search_part, site.parts, site.info.language, write.page, last.content_of))
    for parts in _shared(site, tasks, "Writing everything else"):
        _add(parts, site)
    add_sitemap(site, folder)
    network = site.public.network
    files = {path: digest for part in site.parts.now.values() for path, digest in part.files.items()}
    time_zone = None if network.demonstration else network.time_zone
    last.end(files, time_zone, parts=site.parts.notes(site.cells.value), **site.notes)


def _add_made_ahead(site: Site) -> None:
    """Wait for the process that has begun ahead, and add what it has made."""
    if site.ahead is None:
        return
    try:
        for parts in site.ahead.made():
            _add(parts, site)
    except ProcessLost as lost:
        raise stopped_by_fault(lost) from None
    finally:
        site.ahead.stop()


def _add(parts: NamedParts, site: Site) -> None:
    for name, part in parts:
        site.parts.add(name, part)


def _shared(site: Site, tasks: Sequence[Callable[[], Made]], what: str) -> Iterator[Made]:
    """What the tasks return that the processes of this build share, in no order. Raises `Abort` if one fails. `what` they do is shown."""
    try:
        with stage(what, is_quiet=is_quiet()) as begun:
            for _, made in as_made(begun.tasks([partial(_in_words, task) for task in tasks]), site.processes):
                yield made
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


def _write_pages(records: Sequence[Record], site: Site, config: Any, write: "_Writer") -> NamedParts:
    """Write the pages of these records, with what is made of their texts, too. No one has to hold the HTML of all texts."""
    made, texts = [], Texts(site)
    for page in record_pages(records, site, config):
        with site.reads.noted() as read:
            found = site.search.of_record(page.record, page.tree, page.html)
        part = Part(page.read | read, {page.file.path: write.page(page.file)}, dumps(found))
        made.append((_page_part(page.record), part))
        texts.add(page.record.path, page.text, page.read_for_text)
    for makers in wanted(site, [makers_with_pages(records, site, texts)]):
        made += write.parts(makers)
    return made


class _Writer:
    """Writes files into the `folder` of a site, unless they are there as they should be."""

    def __init__(self, site: Site, folder: Path) -> None:
        """Know the files of all pages, which no other may take the place of."""
        self._site, self._folder = site, folder
        written = (page.removeprefix(f"{CONTENT}/") for page in site.public.pages)
        self._made: set[str] = set()
        self._at_pages: Container[str] = {address(path) + "index.html" for path in (*written, *site.records)}

    def parts(self, makers: Iterable[Maker]) -> NamedParts:
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
            folder = os.path.dirname(target)
            if folder not in self._made:
                os.makedirs(folder, exist_ok=True)
                self._made.add(folder)
            with open(target, "wb", buffering=0) as output:
                output.write(file.content)
        return digest
