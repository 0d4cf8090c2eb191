"""What is made for a site besides its pages, part by part."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from macros.builder.build import Site
from macros.builder.text import Texts
from macros.kinds import KINDS, Record, Theme
from macros.library.sharing import pieces
from macros.outputs.api import api_index, api_of_kind, api_of_record
from macros.outputs.file import File
from macros.outputs.link_previews import page_pictures, record_pictures
from macros.outputs.look import Look, read_look
from macros.outputs.social_card import Painter
from macros.outputs.typeface import FontsUnusable
from macros.propose.editor import SCRIPT, editor, editor_backend

# A part of the site by its name, and what makes its files.
Maker = tuple[str, Callable[[], Iterable[File]]]

# The pictures of so many records are one task, of some hundredths of a second: no one waits long for the last one.
PIECE = 25


def wanted(site: Site, tasks: Iterable[list[Maker]]) -> list[list[Maker]]:
    """The parts that are neither kept nor made, in their tasks."""

    def is_wanted(maker: Maker) -> bool:
        return maker[0] not in site.parts.now and not site.parts.keeps(maker[0])

    return [found for makers in tasks if (found := [*filter(is_wanted, makers)])]


def makers_ahead(site: Site, folder: Path) -> Iterator[list[Maker]]:
    """What needs no page: pictures, drawn in the look of the site, feeds, calendars and tables."""
    public, info = site.public, site.info
    look = cache(lambda: read_look(folder / "assets"))
    painter = cache(lambda: _painter(look(), site))
    for some in _some(site):
        yield _of_each(some, "picture", site, lambda one: record_pictures([one], public, painter()))
    yield [("pictures of pages", lambda: page_pictures(public, info, painter()))]
    yield [("pictures of charts", lambda: _late("outputs.chart_pictures", "chart_pictures", public, look())())]
    for name, module in (("feeds", "feeds"), ("calendars", "calendars"), ("tables", "csv_tables")):
        yield [(name, _late(f"outputs.{module}", name, public, info))]


def makers_after(site: Site, config: Any, folder: Path) -> Iterator[list[Maker]]:
    """Everything else, with what takes longest first."""
    public, info, texts = site.public, site.info, Texts(site)
    in_word = site.tree_at, partial(_published, site, folder)
    yield [("minutes", _late("outputs.word_minutes", "minutes", public, info, *in_word))]
    yield [("agendas", _late("outputs.word_agenda", "agendas", public, info, *in_word))]
    yield _of_each(
        public.all_of(Theme).values(),
        "pack",
        site,
        lambda one: _late("outputs.print_packs", "pack", one, public, info, site.renderer, texts)(),
    )
    for some in _some(site):
        yield makers_with_pages(some, site, texts)
    for maker in _others(site, config, folder):
        yield [maker]


def makers_with_pages(records: Iterable[Record], site: Site, texts: Texts) -> list[Maker]:
    """What is made together with the pages of these records, as their texts are at hand then."""
    return _of_each(records, "api", site, lambda one: api_of_record(one, site.public, site.info, texts))


def _some(site: Site) -> Iterable[Iterable[Record]]:
    return pieces([*site.records.values()], PIECE)


def _of_each(records: Iterable[Record], what: str, site: Site, make: Callable[[Any], Iterable[File]]) -> list[Maker]:
    """What is made of each of these records, which it reads in any case."""

    def made(record: Record) -> Iterator[File]:
        site.reads.note("record", record.KIND, record.id)
        yield from make(record)

    return [(f"{what}/{one.path}", partial(made, one)) for one in records]


def _painter(look: Look, site: Site) -> Painter:
    try:
        return Painter(look, site.info.name)
    except FontsUnusable as unusable:
        raise Abort(
            f"The site was not built. Its pictures for link previews are drawn with the fonts that assets/fonts.css in "
            f"its theme names, which are variable fonts, each with a unicode-range. What is wrong: {unusable}"
        ) from None


def _others(site: Site, config: Any, folder: Path) -> Iterator[Maker]:
    """What is soon done."""
    public, info, renderer = site.public, site.info, site.renderer
    for model in KINDS.values():
        yield f"api/{model.KIND}", partial(api_of_kind, model, public, info)
    yield "welcome packs", _late("outputs.print_packs", "welcome_packs", public, info, renderer)
    yield "survey sheets", _late("outputs.survey_sheets", "survey_sheets", public, info, renderer)
    yield "questions", _late("outputs.word_questions", "question_documents", public, info)
    yield "XLSForms", _late("outputs.xlsform", "xlsforms", public)
    yield "published tables", _late("outputs.published_tables", "published_tables", public)
    yield "LimeSurveys", _late("outputs.limesurvey", "limesurveys", public, info)
    yield "redirects", _late("outputs.redirects", "redirects", public, info, renderer)
    yield "api", partial(api_index, public, info, site.licence)
    yield "due dates", _late("outputs.due_dates", "due_dates", public, info)
    yield "overview", _late("outputs.llms_txt", "overview", public, info)
    yield (
        "digest",
        lambda: _late("outputs.digest", "digest_files", public, info, renderer, read_look(folder / "assets"))(),
    )
    for macro, make in (
        ("collate_page", _late("collate.page_data", "collate_data", public)),
        ("minutes_page", _late("minutes.page_data", "minutes_data", public, site.plans, info.top)),
        ("collate_workforce_page", _late("collate.page_data", "workforce_data", public)),
        ("count_sheet", _late("collate.blank_sheet", "blank_sheets", public)),
    ):
        if macro in public.callers:
            yield macro, make
    yield "editor", partial(_editor, site, config, folder)


def _late(module: str, name: str, *arguments: Any) -> Callable[[], Iterable[File]]:
    """What a function makes. Its module is only imported if it is asked for: what writes Word and calendars takes long for that."""
    return lambda: getattr(import_module(f"macros.{module}"), name)(*arguments)


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
