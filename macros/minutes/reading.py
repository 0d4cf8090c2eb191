"""Finds in a file of minutes, ours or anyone's, what belongs in the fields of a record. Everything else stays notes."""

import re
from collections.abc import Sequence

from macros.minutes.blocks import Block, Cell, Paragraph, Table, WordFile
from macros.minutes.dates import DAY
from macros.minutes.entries import decide, take_actions, take_decision
from macros.minutes.form import agenda_of, is_own, without_agenda
from macros.minutes.found import Found, Notes, Said
from macros.minutes.headings import MARKED_LEVEL, WITH_CONTENT, heading_level
from macros.minutes.inline import (
    action_line,
    decision_line,
    decision_sentence,
    is_about_actions,
    labelled,
    labelled_lines,
    lines_of,
)
from macros.minutes.named_tables import has_entries, took
from macros.minutes.opening import read_opening
from macros.minutes.tables import are_names, is_layout, labels
from macros.minutes.typed import typed_entry, without_sign
from macros.minutes.vocabulary import Section, is_of_another, plain, section
from macros.outputs.word_form import PAGE, SUMMARY
from macros.pages.agenda import OPEN_ACTIONS
from macros.source.likeness import alike

# Names are shorter, and whoever writes more goes on with the minutes.
_LONGEST_NAME = 90
_OF_ENTRIES = (Section.ACTIONS, Section.DECISIONS)
# Labels that are not the role of someone who does an action.
_ENDS_THEM = re.compile(
    r"(?:meeting|minutes?|notes?|next|start|end|time|date|apology|apologies|present|attend|location|venue)",
    re.IGNORECASE,
)
_AGENDA = "agenda"
# What was said from then on.
_TIME = re.compile(r"\d{1,2}[:.-]\d\d\b")
_LABEL = re.compile(r"\w[^:\n]{1,30}:\s")
_TIMES = ("time", "when", "date and time", "time of meeting", "meeting time")
_PAGE_NUMBER = re.compile(r"(?:page )?\d+(?: (?:of|/) \d+)?", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s+\S")


def found_in(file: WordFile) -> Found:
    """What is found in a file."""
    reader = _Reader(without_agenda(file.blocks))
    reader.found.agenda = agenda_of(file.blocks)
    reader.read()
    reader.found.own += [one.text for one in file.asides if _PAGE_NUMBER.fullmatch(one.text)]
    reader.found.asides += [Said(one.text, one.where) for one in file.asides if not _PAGE_NUMBER.fullmatch(one.text)]
    return reader.found


class _Reader:
    def __init__(self, blocks: Sequence[Block]) -> None:
        self.found = Found()
        self._blocks = blocks
        # The part of minutes at hand, the level of its heading, and whether that is only a line of its own.
        self._within: Section | None = None
        self._level = 0
        self._is_line = False
        self._said = 0
        self._heading = ""
        # Whether the last paragraph was an entry of a list, and whether there was a gap since.
        self._is_list = self._has_gap = self._is_date = self._has_names = False
        # The paragraph before the block at hand, and what follows it.
        self._before = ""
        self._following: Sequence[Block] = ()
        # Whether a table says what the part at hand has, and whether its heading is in the notes.
        self._has_table = self._is_noted = False

    def read(self) -> None:
        read_opening(self._blocks, self.found)
        self._all(self._blocks)

    def _all(self, blocks: Sequence[Block]) -> None:
        for index, block in enumerate(blocks):
            self._following = blocks[index + 1 :]
            self._block(block)
            if isinstance(block, Table) or block.text:
                self._before = "" if isinstance(block, Table) else block.text

    def _block(self, block: Block) -> None:
        if isinstance(block, Table):
            self._table(block)
        elif self._is_date and block.text:
            self._is_date = False
            self.found.dates.append(block.text)
        elif is_own(block.text):
            self.found.own.append(block.text)
        elif not block.text:
            self._has_gap = True
            # A line alone is the heading of what follows it without a gap.
            if self._is_line and self._said:
                self._leave()
        elif level := heading_level(block):
            self._start(block, level)
        else:
            self._paragraph(block)
            self._has_gap = False

    def _start(self, heading: Paragraph, level: int) -> None:
        text = " ".join(heading.text.split())
        part = section(text)
        self._is_line = not heading.heading and not heading.is_marked
        # An item of our agenda: what was said of these is no list of actions.
        is_item = bool(self.found.agenda) and alike(text) == alike(OPEN_ACTIONS)
        # Nor are the tasks that are all of an agenda.
        is_item |= part is Section.ACTIONS and plain(self._before) == _AGENDA
        if part in WITH_CONTENT and not is_item:
            self._within, self._level, self._said, self._heading, self._has_names = part, level, 0, text, False
            self._has_table, self._is_noted = has_entries(part, self._following), False
            self.found.own.append(text)
            return
        if self._within in (Section.PRESENT, Section.ABSENT) and not self._said and "," in text:
            # Names that look like a heading.
            self._attendance(self._within, text)
            self._said += 1
            return
        line = labelled(text)
        if line is not None and line.rest:
            self._labelled(line.section, line.label, line.rest, [heading])
            return
        if self._within in _OF_ENTRIES and heading.heading and level > self._level:
            # A heading inside the part, such as that of a service.
            self._heading = text
            return
        self._leave()
        self._heading = text
        self.found.notes.append(Notes(text, level, is_marked=not heading.heading))

    def _leave(self) -> None:
        self._within, self._level, self._is_line, self._said = None, 0, False, 0

    def _paragraph(self, block: Paragraph) -> None:
        lines = lines_of(block.text)
        known = labelled(lines[0])
        if known is not None and (self._within not in _OF_ENTRIES or _ENDS_THEM.match(known.label)):
            if self._is_line or self._within in _OF_ENTRIES:
                self._leave()
            for line in labelled_lines(lines):
                self._labelled(line.section, line.label, line.rest, [block])
            return
        if self._is_line and _NUMBERED.match(block.text) and block.entry is None and self._said:
            self._leave()
        match self._within:
            case Section.PRESENT | Section.ABSENT if self._is_of_people(block):
                self._attendance(self._within, block.text)
            case Section.DECISIONS if not block.text.endswith(":") and not self._has_table:
                take_decision(self.found, self._within, block.text, block)
            case Section.ACTIONS if not self._is_beside_actions(block):
                take_actions(self.found, self._within, block)
            case _:
                is_next = self._is_line and self._said and block.text.endswith(":")
                if self._within in (Section.PRESENT, Section.ABSENT) or is_next or self._is_after_list(block):
                    self._leave()
                self._note(block)
        self._said += 1
        self._is_list = typed_entry(block) is not None

    def _is_beside_actions(self, block: Paragraph) -> bool:
        """Whether a paragraph below a heading for actions is none: it is about them, or stands beside their table or below their list."""
        return self._has_table or is_about_actions(block.text) or self._is_after_list(block)

    def _is_of_people(self, block: Paragraph) -> bool:
        """Whether a paragraph may be the names of who was there. A label is none, unless it is that of the role before a name."""
        text = block.text
        if text.endswith(":") or _TIME.match(text) or (self._has_names and _LABEL.match(text)):
            return False
        return len(text) <= _LONGEST_NAME or text.count(",") > 1 or block.entry is not None

    def _is_after_list(self, block: Paragraph) -> bool:
        """Whether a paragraph comes after a list and a gap, so that it is no part of that."""
        return self._is_list and self._has_gap and typed_entry(block) is None

    def _labelled(self, part: Section, label: str, rest: str, blocks: list[Block]) -> None:
        match part:
            case Section.PRESENT | Section.ABSENT:
                self._leave()
                if rest:
                    self._attendance(part, rest)
                # The names may stand below the label.
                self._has_names = bool(rest)
                self._within, self._level, self._is_line, self._said = part, MARKED_LEVEL, True, bool(rest)
                self.found.own.append(label)
            case Section.DATE if not is_of_another(self._heading):
                self.found.own.append(label)
                # The day may stand below its label.
                self._is_date = not rest
                if rest:
                    self.found.dates.append(rest)
            case Section.ASIDE:
                self._aside(label, rest)
            case Section.DECISIONS if rest:
                self.found.own.append(label)
                take_decision(self.found, self._within, rest, blocks[0])
            case Section.ACTIONS if rest:
                self.found.own.append(label)
                assert isinstance(blocks[0], Paragraph)
                take_actions(self.found, self._within, blocks[0], rest)
            case _:
                self.found.note(blocks)

    def _aside(self, label: str, rest: str) -> None:
        self.found.own.append(label)
        if plain(label) in _TIMES and DAY.search(rest):
            self.found.dates.append(rest)
        if label == PAGE:
            self.found.page = rest
        elif plain(label) == plain(SUMMARY):
            self.found.summary = rest
        elif rest:
            self.found.asides.append(Said(rest, label))

    def _attendance(self, part: Section, text: str) -> None:
        to = self.found.present if part is Section.PRESENT else self.found.absent
        to.append(text)

    def _note(self, block: Paragraph) -> None:
        text = without_sign(block)
        if action_line(text) is not None:
            take_actions(self.found, self._within, block)
        elif (decision := decision_line(text)) is not None or (
            not is_of_another(self._heading) and (decision := decision_sentence(text)) is not None
        ):
            decide(self.found, self._within, decision, text)
        else:
            if self._within in _OF_ENTRIES and not self._is_noted:
                self.found.notes.append(Notes(self._heading, self._level))
                self._is_noted = True
            self.found.note([block])

    def _table(self, table: Table) -> None:
        self._said += 1
        within = self._within
        if took(self.found, table, within):
            self._has_table = True
            return
        if within in (Section.PRESENT, Section.ABSENT) and are_names(table):
            for row in table.rows:
                self._attendance(within, "; ".join(cell.text for cell in row if cell.text and not cell.is_repeated))
        elif any(labels(table)):
            self._table_of_labels(table)
        elif is_layout(table):
            for row in table.rows:
                for cell in row:
                    self._cell(cell)
        else:
            self.found.note([table])

    def _table_of_labels(self, table: Table) -> None:
        known = {id(cell): (part, label) for part, label, cell in labels(table)}
        labelled_texts = {label for _, label in known.values()}
        for row in table.rows:
            for cell in row:
                if id(cell) in known:
                    part, label = known[id(cell)]
                    text = "\n".join(one.text for one in cell.paragraphs)
                    if part in (Section.DECISIONS, Section.ACTIONS):
                        self._part_of(part, label, cell)
                    else:
                        self._labelled(part, label, text, list(cell.blocks))
                        self._leave()
                elif cell.text and cell.text not in labelled_texts and not cell.is_repeated:
                    self._cell(cell)
                elif cell.text:
                    self.found.own.append(cell.text)
        self._leave()

    def _part_of(self, part: Section, label: str, cell: Cell) -> None:
        self._within, self._level, self._heading, self._is_line = part, MARKED_LEVEL, label, False
        self._has_table = self._is_noted = False
        self._cell(cell)
        self._leave()

    def _cell(self, cell: Cell) -> None:
        if not cell.is_repeated:
            self._all(cell.blocks)
