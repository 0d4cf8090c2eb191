"""The agenda of each announced meeting as a Word document, for services to hand round."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import html

from macros.kinds import Meeting
from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.outputs.permanent_id import folders
from macros.outputs.word_document import add_field, add_link, add_row, add_table, first_line, new_document, packed
from macros.pages.agenda import Agenda, AgendaItem, AgendaLine, AgendaList, agenda
from macros.pages.downloads import AGENDA_FILE, is_announced
from macros.pages.meeting import when_and_where
from macros.pages.parts import Item
from macros.schema.types import in_words
from macros.source.document import CONTROL

# The columns of the timetable and their widths in millimetres.
_COLUMNS = [("Time", 22.0), ("Minutes", 20.0), ("Item", 128.0)]
_UNTIMED = [("Minutes", 20.0), ("Item", 150.0)]
_ALL_COLUMNS = 170.0
_STYLES = {"li": "List Bullet", **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "Heading 3")}
# Block elements; all others are inline.
_BLOCKS = {*_STYLES, "p", "ul", "ol", "div", "blockquote", "pre", "table", "hr"}


def agendas(public: PublicLibrary, site: SiteInfo, texts: Mapping[str, str]) -> Iterator[File]:
    """The document of each meeting, also at its former addresses. `texts` maps a path to the HTML of a text."""
    for meeting in public.all_of(Meeting).values():
        if is_announced(meeting):
            content = _document(meeting, public, site, texts.get(meeting.path, ""))
            yield from (File(f"{folder}/{AGENDA_FILE}", content) for folder in folders(meeting))


def _document(meeting: Meeting, public: PublicLibrary, site: SiteInfo, text: str) -> bytes:
    planned = agenda(meeting, public)
    title = f"Agenda: {meeting.title}"
    # Dates are written the British way everywhere, whatever the language.
    document = new_document(title, public.network.name, f"{site.language}-GB", public.today)
    document.add_heading(title, 1)
    document.add_paragraph().add_run(when_and_where(meeting)).bold = True
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
    state = [Item(line.state_label)] if line.state else []
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


def _notes(document: Any, text: str) -> None:
    """Add the record's text as paragraphs, lists, headings and tables."""
    if text.strip():
        document.add_heading("Notes", 2)
        body = html.fragment_fromstring(text, create_parent="div")
        for element in body.iter():
            # A text may contain character references for control characters, which no document can hold.
            element.text, element.tail = (CONTROL.sub("", words or "") for words in (element.text, element.tail))
        _block(document, body, None)


def _block(document: Any, element: Any, style: str | None) -> None:
    """Add an element and its children. Text between blocks becomes a paragraph."""
    style = _STYLES.get(element.tag, style)
    words = element.text or ""
    for child in element:
        if child.tag in _BLOCKS:
            _paragraph(document, words, style)
            words = ""
            if child.tag == "table":
                _table(document, child)
            elif child.tag == "pre":
                # Code keeps its line breaks.
                document.add_paragraph(child.text_content().strip("\n"))
            else:
                _block(document, child, style)
        else:
            words += _words(child)
        words += child.tail or ""
    _paragraph(document, words, style)


def _paragraph(document: Any, words: str, style: str | None) -> None:
    if words.strip():
        document.add_paragraph(" ".join(words.split()), style=style)


def _table(document: Any, element: Any) -> None:
    head, *rows = [[" ".join(_words(cell).split()) for cell in row.iter("th", "td")] for row in element.iter("tr")]
    table = add_table(document, [(name, _ALL_COLUMNS / len(head)) for name in head], "A table of the notes")
    for row in rows:
        for cell, words in zip(add_row(table), row, strict=True):
            first_line(cell).add_run(words)


def _words(element: Any) -> str:
    """The text of an element, with the alternative text of its pictures."""
    below = ((_words(child), child.tail or "") for child in element)
    return "".join(
        (CONTROL.sub("", element.get("alt", "")), element.text or "", *(piece for pair in below for piece in pair))
    )


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
