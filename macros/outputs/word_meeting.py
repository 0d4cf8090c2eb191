"""What the Word documents of a meeting, its agenda and its minutes, have in common."""

from collections.abc import Sequence
from typing import Any

from docx.shared import Pt
from docx.text.paragraph import Paragraph

from macros.kinds import Meeting
from macros.library.public import PublicLibrary
from macros.outputs.file import SiteInfo
from macros.outputs.text_origin import TextOrigin
from macros.outputs.word_document import add_field, add_link, new_document
from macros.outputs.word_text import add_text
from macros.pages.meeting import join_link, when_and_where
from macros.pages.parts import Item
from macros.schema.types import in_words
from macros.source.gfm import Node

# The heading of the record's text.
_NOTES = "Notes"


def started(title: str, meeting: Meeting, public: PublicLibrary, site: SiteInfo) -> Any:
    """A new document that says when and where the meeting is and what it is about."""
    document = new_document(title, public.network.name, site.locale, public.today)
    document.add_heading(title, 1)
    document.add_paragraph().add_run(when_and_where(meeting)).bold = True
    if join := join_link(meeting):
        add_link(document.add_paragraph(), join.text, join.href or "")
    document.add_paragraph(meeting.summary)
    if public.network.demonstration:
        document.add_paragraph("This is a demonstration. Everything here is made up.")
    return document


def add_items(paragraph: Paragraph, items: Sequence[Item], site: SiteInfo) -> None:
    """Add items at the end of a paragraph, with links to their pages."""
    for index, item in enumerate(items):
        if index:
            paragraph.add_run("; ")
        address = site.of(item.path) + item.after if item.path else item.href
        if address:
            add_link(paragraph, item.text, address)
        else:
            paragraph.add_run(item.text)


def add_rest(document: Any, meeting: Meeting, public: PublicLibrary, text: Node, origin: TextOrigin) -> None:
    """Add the record's text, the address of the current version, and page numbers."""
    if text.children:
        document.add_heading(_NOTES, 2)
        add_text(document, text, origin, _NOTES, 2)
    paragraph = document.add_paragraph(f"Correct on {in_words(public.today)}. For changes since then, see ")
    paragraph.paragraph_format.space_before = Pt(10)
    address = origin.site.of(meeting.path)
    add_link(paragraph, address, address)
    paragraph.add_run(".")
    foot = document.sections[0].footer.paragraphs[0]
    foot.add_run("Page ")
    add_field(foot, "PAGE")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES")
