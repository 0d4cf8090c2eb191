"""Fills in the form of the minutes as a person does in Word: types into cells, adds rows, writes under headings."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from macros.kinds import Meeting
from macros.library.library import Library
from macros.library.public import PublicLibrary
from macros.outputs.file import SiteInfo
from macros.outputs.permanent_id import folders
from macros.outputs.word_agenda import agendas
from macros.source.gfm import Node, parse
from tests.support.exporting import PLACE, to_change

REF, ACTION, OWNER, DUE, DONE = range(5)


def form_of(meeting: Meeting, public: PublicLibrary, site: SiteInfo = PLACE) -> bytes:
    """The agenda of a meeting, which is the form of its minutes."""
    texts: dict[str, Node] = defaultdict(lambda: parse(""))
    path = f"{next(iter(folders(meeting)))}/agenda.docx"
    return next(
        file.content for file in agendas(public, site, texts.__getitem__, lambda path: b"") if file.path == path
    )


class Form:
    """A form at hand."""

    def __init__(self, content: bytes) -> None:
        self.document: Any = Document(io.BytesIO(content))

    @property
    def content(self) -> bytes:
        """The file as it is now."""
        written = io.BytesIO()
        self.document.save(written)
        return written.getvalue()

    def table(self, *columns: str) -> Table:
        """The table whose first cells are these."""
        tables: Sequence[Table] = self.document.tables
        return next(one for one in tables if tuple(cell.text for cell in one.rows[0].cells)[: len(columns)] == columns)

    @property
    def actions(self) -> Table:
        return self.table("Ref", "Action")

    def row_of(self, ref: str) -> list[_Cell]:
        """The cells of the action with a ref."""
        return next([*row.cells] for row in self.actions.rows if row.cells[REF].text == ref)

    def attend(self, service: str, present: str = "", apologies: str = "") -> None:
        """Put signs beside a service."""
        row = next(row for row in self.table("Service", "Present").rows if row.cells[0].text == service)
        row.cells[1].paragraphs[0].add_run(present)
        row.cells[2].paragraphs[0].add_run(apologies)

    def decide(self, text: str) -> None:
        """Type a decision into the next row, or add one."""
        self._next_row(self.table("Decision"), 0)[0].paragraphs[0].add_run(text)

    def act(self, text: str, owner: str = "", due: str = "", done: str = "", ref: str = "") -> list[_Cell]:
        """Type an action into the next row without one, or add a row."""
        cells = self._next_row(self.actions, ACTION)
        for cell, words in zip(cells, (ref, text, owner, due, done), strict=True):
            cell.paragraphs[0].add_run(words)
        return cells

    @staticmethod
    def _next_row(table: Any, column: int) -> list[_Cell]:
        free = next((row for row in table.rows if not row.cells[column].text), None)
        return [*(free or table.add_row()).cells]

    def heading(self, text: str) -> Paragraph:
        """The last heading with these words."""
        found: Paragraph = [
            one for one in self.document.paragraphs if one.text == text and one.style.name.startswith("Heading")
        ][-1]
        return found

    def note(self, heading: str, text: str, style: str | None = None) -> Paragraph:
        """Write a paragraph at the end of what is under a heading."""
        at = self._last_under(self.heading(heading)._p)
        new = Paragraph(self.document.element.makeelement(qn("w:p"), {}), self.document._body)
        at.addnext(new._p)
        if style:
            new.style = self.document.styles[style]
        new.add_run(text)
        return new

    def note_table(self, heading: str, rows: Sequence[Sequence[str]]) -> None:
        """Draw a table at the end of what is under a heading."""
        table = self.document.add_table(len(rows), len(rows[0]))
        for row, words in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, words, strict=True):
                cell.text = text
        self._last_under(self.heading(heading)._p).addnext(table._tbl)

    @staticmethod
    def _last_under(element: Any) -> Any:
        def ends(one: Any) -> bool:
            style = one.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") if one is not None else None
            return (
                one is None
                or one.tag == qn("w:sectPr")
                or (style is not None and style.get(qn("w:val")).startswith("Heading"))
            )

        while not ends(element.getnext()):
            element = element.getnext()
        return element


# What a network shows is kept beside the form of its meeting, so that nothing else gets the identity of one of its records.
_BLANK: dict[tuple[Any, ...], tuple[Library, bytes]] = {}


def _blank_form(library: Library, meeting: str, today: Any) -> bytes:
    """The form of a meeting, written once for networks with the very same records."""
    key = (meeting, today, id(library.network), str(library.callers), *map(id, library.all()))
    if key not in _BLANK:
        content = form_of(library.all_of(Meeting)[meeting], PublicLibrary.of(library, today))
        _BLANK[key] = (to_change(library), content)
    return _BLANK[key][1]


def typed(library: Library, meeting: str, today: Any, fill: Callable[[Form], None]) -> bytes:
    """The form of a meeting after someone has filled it in."""
    form = Form(_blank_form(library, meeting, today))
    fill(form)
    return form.content
