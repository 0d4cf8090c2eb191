"""The agenda of each announced meeting as a Word document, for services to hand round."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from docx.shared import Pt
from docx.text.paragraph import Paragraph

from macros.kinds import Meeting
from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.outputs.permanent_id import folders
from macros.outputs.word_document import add_field, add_link, add_row, add_table, first_line, new_document, packed
from macros.pages.agenda import Agenda, AgendaItem, AgendaLine, AgendaList, agenda
from macros.pages.downloads import AGENDA_FILE, is_announced
from macros.pages.meeting import join_link, when_and_where
from macros.pages.parts import Item
from macros.schema.types import in_words
from macros.source.document import CONTROL
from macros.source.gfm import Kind, Node

# The columns of the timetable and their widths in millimetres.
_COLUMNS = [("Time", 22.0), ("Minutes", 20.0), ("Item", 128.0)]
_UNTIMED = [("Minutes", 20.0), ("Item", 150.0)]
_ALL_COLUMNS = 170.0


def agendas(public: PublicLibrary, site: SiteInfo, text_at: Callable[[str], Node]) -> Iterator[File]:
    """The document of each meeting, also at its former addresses. `text_at` gives the tree of the text of a record's path."""
    for meeting in public.all_of(Meeting).values():
        if is_announced(meeting):
            content = _document(meeting, public, site, text_at(meeting.path))
            yield from (File(f"{folder}/{AGENDA_FILE}", content) for folder in folders(meeting))


def _document(meeting: Meeting, public: PublicLibrary, site: SiteInfo, text: Node) -> bytes:
    planned = agenda(meeting, public)
    title = f"Agenda: {meeting.title}"
    # Dates are written the British way everywhere, whatever the language.
    document = new_document(title, public.network.name, f"{site.language}-GB", public.today)
    document.add_heading(title, 1)
    document.add_paragraph().add_run(when_and_where(meeting)).bold = True
    if join := join_link(meeting):
        add_link(document.add_paragraph(), join.text, join.href or "")
    document.add_paragraph(meeting.summary)
    if public.network.demonstration:
        document.add_paragraph("This is a demonstration. Everything here is made up.")
    if planned.too_long:
        document.add_paragraph(planned.too_long)
    document.add_heading("Times", 2)
    _times(document, planned, site)
    for item in planned.items:
        if item.lists:
            document.add_heading(item.title, 2)
            for part in item.lists:
                _list(document, part, site)
    _notes(document, text)
    _end(document, meeting, public, site)
    return packed(document)


def _times(document: Any, planned: Agenda, site: SiteInfo) -> None:
    timed = any(item.starts for item in planned.items)
    table = add_table(document, _COLUMNS if timed else _UNTIMED, "When each item starts, and how long it takes")
    for item in planned.items:
        *times, item_cell = add_row(table)
        shown = [item.starts, str(item.minutes)] if timed else [str(item.minutes)]
        for cell, words in zip(times, shown, strict=True):
            first_line(cell).add_run(words)
        _what(first_line(item_cell), item, site)


def _what(paragraph: Paragraph, item: AgendaItem, site: SiteInfo) -> None:
    if item.label:
        paragraph.add_run(f"{item.label}: ")
    paragraph.add_run(item.title).bold = True
    if item.details:
        paragraph.add_run().add_break()
        _items(paragraph, item.details, site)
    if item.note:
        paragraph.add_run().add_break()
        paragraph.add_run(item.note)


def _list(document: Any, part: AgendaList, site: SiteInfo) -> None:
    if part.heading is not None:
        document.add_heading(part.heading.text, 3)
    for line in part.lines:
        _line(document.add_paragraph(style="List Bullet"), line, site)
    if part.rest is not None:
        _items(document.add_paragraph(style="List Bullet"), [part.rest], site)


def _line(paragraph: Paragraph, line: AgendaLine, site: SiteInfo) -> None:
    _items(paragraph, [line.item], site)
    state = [Item(line.state.capitalize())] if line.state else []
    if state or line.details:
        paragraph.add_run(" (")
        _items(paragraph, [*state, *line.details], site)
        paragraph.add_run(")")


def _items(paragraph: Paragraph, items: Sequence[Item], site: SiteInfo) -> None:
    for index, item in enumerate(items):
        if index:
            paragraph.add_run("; ")
        address = site.of(item.path) + item.after if item.path else item.href
        if address:
            add_link(paragraph, item.text, address)
        else:
            paragraph.add_run(item.text)


def _notes(document: Any, text: Node) -> None:
    """Add the record's text as paragraphs, lists, headings and tables."""
    if text.children:
        document.add_heading("Notes", 2)
        _blocks(document, text, None)


def _blocks(document: Any, parent: Node, style: str | None) -> None:
    """Add the blocks in `parent`. A task and a footnote say first what they are."""
    said = _said_first(parent)
    for node in parent.children:
        match node.kind:
            case Kind.HEADING:
                document.add_paragraph(_words(node), style="Heading 3")
            case Kind.PARAGRAPH:
                document.add_paragraph(said + _words(node), style=style)
                said = ""
            case Kind.CODE_BLOCK:
                # Code keeps its line breaks.
                document.add_paragraph(node.literal.strip("\n"))
            case Kind.TABLE:
                _table(document, node)
            case Kind.ALERT:
                document.add_paragraph().add_run(node.title.capitalize()).bold = True
                _blocks(document, node, style)
            case Kind.LIST:
                _blocks(document, node, "List Bullet")
            case _:
                _blocks(document, node, style)


def _said_first(parent: Node) -> str:
    match parent.kind:
        case Kind.TASK:
            return "Done: " if parent.is_set else "To do: "
        case Kind.FOOTNOTE:
            return f"Note {parent.number}: "
    return ""


def _table(document: Any, node: Node) -> None:
    head, *rows = [[_words(cell) for cell in row.children] for row in node.children]
    table = add_table(document, [(name, _ALL_COLUMNS / len(head)) for name in head], "A table of the notes")
    for row in rows:
        for cell, words in zip(add_row(table), row, strict=True):
            first_line(cell).add_run(words)


def _words(node: Node) -> str:
    """The words of a block. A text may contain character references for control characters, which no document can hold."""
    return CONTROL.sub("", " ".join(node.words().split()))


def _end(document: Any, meeting: Meeting, public: PublicLibrary, site: SiteInfo) -> None:
    """Add the address of the current version, and page numbers in the footer."""
    paragraph = document.add_paragraph(f"As it was on {in_words(public.today)}. What has changed since then is at ")
    paragraph.paragraph_format.space_before = Pt(10)
    address = site.of(meeting.path)
    add_link(paragraph, address, address)
    paragraph.add_run(".")
    foot = document.sections[0].footer.paragraphs[0]
    foot.add_run("Page ")
    add_field(foot, "PAGE")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES")
