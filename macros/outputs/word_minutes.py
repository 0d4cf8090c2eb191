"""The minutes of the last meetings as Word documents, for services to hand round."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from macros.kinds import Meeting
from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.outputs.permanent_id import folders
from macros.outputs.text_origin import TextOrigin
from macros.outputs.word_document import add_named_table, add_row, packed
from macros.outputs.word_meeting import add_items, add_rest, started
from macros.outputs.word_styles import BULLET_STYLE
from macros.pages.actions import ActionLine
from macros.pages.diamond9 import Ranking
from macros.pages.diamond9_drawing import tenths
from macros.pages.downloads import MINUTES_FILE, with_minutes
from macros.pages.meeting import PastItem, TakenUpLine, TopicLine, view
from macros.pages.parts import Item, PageSection, item_for
from macros.source.gfm import Node

# What the line under the title says already.
_SAID = ("Date", "Time", "Place")
# The columns of tables and their widths in millimetres.
_ACTIONS = {"Action": 85.0, "Who": 35.0, "Status": 50.0}
_CARDS = {"Place": 18.0, "Card": 132.0, "Points": 20.0}


def minutes(
    public: PublicLibrary, site: SiteInfo, text_at: Callable[[str], Node], file_at: Callable[[str], bytes]
) -> Iterator[File]:
    """The document of each of the last meetings held, also at its former addresses.

    `text_at` gives the tree of the text of a record, `file_at` the content of a file, by their paths relative to content/.
    """
    for meeting in with_minutes(public):
        origin = TextOrigin(meeting.path, site, file_at)
        content = _document(meeting, public, text_at(meeting.path), origin)
        yield from (File(f"{folder}/{MINUTES_FILE}", content) for folder in folders(meeting))


def _document(meeting: Meeting, public: PublicLibrary, text: Node, origin: TextOrigin) -> bytes:
    site, page = origin.site, view(meeting, public)
    document = started(f"Minutes: {meeting.title}", meeting, public, site)
    for fact in page.facts:
        if fact.label not in _SAID:
            _line(document, f"{fact.label}: ", fact.items, site, style=None)
    for section in page.above:
        document.add_heading(section.title, 2)
        _section(document, section, site)
    add_rest(document, meeting, public, text, origin)
    return packed(document)


def _section(document: Any, section: PageSection, site: SiteInfo) -> None:
    match section.part:
        case "happened":
            for one in section.content:
                _happened(document, one, site)
        case "came_of_it":
            for what, item in section.content:
                _line(document, f"{what}: ", [item], site)
        case "points":
            for point in section.content:
                _line(document, point, (), site)
        case "actions":
            _actions(document, section.content, site)
        case "topics" | "taken_up":
            for topic in section.content:
                _topic(document, topic, site)
        case "ranking":
            _ranking(document, section.content)
    if section.more:
        _line(document, "", [section.more.link], site)


def _line(document: Any, words: str, items: Sequence[Item], site: SiteInfo, style: str | None = BULLET_STYLE) -> None:
    paragraph = document.add_paragraph(words, style=style)
    add_items(paragraph, items, site)


def _happened(document: Any, one: PastItem, site: SiteInfo) -> None:
    paragraph = document.add_paragraph(f"{one.label}: ", style=BULLET_STYLE)
    paragraph.add_run(one.title).bold = True
    if one.details:
        paragraph.add_run(" (")
        add_items(paragraph, one.details, site)
        paragraph.add_run(")")


def _topic(document: Any, topic: TopicLine | TakenUpLine, site: SiteInfo) -> None:
    if isinstance(topic, TakenUpLine):
        where = [("Suggested at ", topic.suggested_at)]
    else:
        lost = [("Chosen for ", one) for one in topic.lost]
        where = lost + ([("Discussed at ", one) for one in topic.taken_up] or [("", Item("Not discussed yet"))])
    paragraph = document.add_paragraph(f"{topic.text} (", style=BULLET_STYLE)
    for index, (said, item) in enumerate([*(("Asked by ", one) for one in topic.service), *where]):
        paragraph.add_run("; " * bool(index) + said)
        add_items(paragraph, [item], site)
    paragraph.add_run(")")


def _actions(document: Any, lines: Sequence[ActionLine], site: SiteInfo) -> None:
    table = add_named_table(document._body, _ACTIONS, "Actions: who does them, and the status of each")
    for line in lines:
        action, who, state = add_row(table)
        action.add_run(line.text)
        if line.action.why:
            action.add_run().add_break()
            action.add_run(f"Why: {line.action.why}")
        if line.owner:
            add_items(who, [item_for(line.owner)], site)
        for index, (fact, meeting) in enumerate(line.facts):
            state.add_run("; " * bool(index) + fact + " " * bool(meeting))
            if meeting:
                add_items(state, [item_for(meeting)], site)


def _ranking(document: Any, ranking: Ranking) -> None:
    document.add_paragraph(ranking.diamond.question)
    if not ranking.standings:
        return
    table = add_named_table(document._body, _CARDS, "How the groups ranked the cards")
    for one in ranking.standings:
        for paragraph, words in zip(add_row(table), (one.rank_label, one.text, tenths(one.points)), strict=True):
            paragraph.add_run(words)
