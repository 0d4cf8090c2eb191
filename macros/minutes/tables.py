"""What the tables of minutes hold: actions, decisions, who was there, or labels with their answers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from macros.minutes.blocks import Cell, Table
from macros.minutes.found import FoundAction
from macros.minutes.inline import labelled, says_nothing
from macros.minutes.vocabulary import Column, Section, columns, is_doubtful, section, ticked

# Two labels in a row, each with its answer.
_MOST_LABELLED = 4
# How far down the row with the names of the columns may be.
_MOST_TITLE_ROWS = 3
# A column of this name has actions even if no other says who does them.
_CERTAINLY = re.compile(
    r"(?:.+ )?actions\b|action (?:items?|points?|required)\b|follow[ -]up|next steps", re.IGNORECASE
)
# The typed number of a decision, in a cell with several.
_NUMBER = re.compile(r"^\d{1,2}[.)]\s+(?=\S)")
_NAME = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}")
# What is longer is no name with a role, unless it is a list of them.
_LONGEST_NAME = 60
_OF_ENTRIES = (Section.ACTIONS, Section.DECISIONS)
_BESIDE_ACTIONS = {Column.OWNER, Column.DUE, Column.OWNER_AND_DUE, Column.DONE, Column.REF}


@dataclass(frozen=True, slots=True)
class NamedTable:
    """A table with names above its columns. `head` is the index of the row that has them."""

    table: Table
    head: int
    columns: Sequence[Column | None]

    def cells(self) -> Iterator[tuple[dict[Column, Cell], list[Cell]]]:
        """Each row that says something: its cells by column, and those of columns that are not known."""
        for row in self.table.rows[self.head + 1 :]:
            known = {name: cell for name, cell in zip(self.columns, row, strict=False) if name is not None}
            others = [cell for name, cell in zip(self.columns, row, strict=False) if name is None and cell.text]
            if any(cell.text for cell in row):
                yield known, others

    @property
    def names_attendees(self) -> bool:
        """Whether its column of names is called what those are who were there."""
        if Column.SERVICE not in self.columns:
            return False
        return section(self.table.rows[self.head][self.columns.index(Column.SERVICE)].text) is Section.PRESENT

    @property
    def is_of_labels(self) -> bool:
        """Whether what seems to be the name of its column of names is a label with its answer beside it, as others are."""
        if not self.names_attendees:
            return False
        above, (head, *below) = self.table.rows[: self.head], self.table.rows[self.head :]
        at = self.columns.index(Column.SERVICE)
        names = [row[at].text for row in below if row[at].text]
        has_labels = bool(names) and all(name.endswith(":") for name in (head[at].text, *names))
        return (
            not any(cell.text for row in below for cell in row)
            or has_labels
            or any(section(name) is not None for name in names)
            or any(sum(cell.text != "" for cell in row) > 1 for row in above)
        )

    @property
    def has_others(self) -> bool:
        """Whether a column that is not known has words."""
        return any(others for _, others in self.cells())


def named(table: Table, within: Section | None) -> NamedTable | None:
    """The table with its columns, if one of its first rows names them. `within` is the part of minutes it stands in."""
    for index, row in enumerate(table.rows[:_MOST_TITLE_ROWS]):
        found = columns([cell.text for cell in row], known=within is Section.ACTIONS)
        if sum(cell.text != "" for cell in row) and any(found):
            return NamedTable(table, index, found)
    return None


def holds_actions(table: NamedTable, within: Section | None) -> bool:
    """Whether it is a table of actions."""
    found = {*table.columns} - {None}
    if Column.ACTION not in found:
        return False
    name = table.table.rows[table.head][table.columns.index(Column.ACTION)].text
    return within is Section.ACTIONS or bool(found & _BESIDE_ACTIONS) or _CERTAINLY.match(name.strip()) is not None


def holds_decisions(table: NamedTable) -> bool:
    """Whether it is a table of decisions."""
    return Column.DECISION in table.columns


def holds_attendance(table: NamedTable, within: Section | None) -> bool:
    """Whether it is a table of who was there."""
    found = {*table.columns}
    if table.is_of_labels:
        return False
    is_so = within in (Section.PRESENT, Section.ABSENT) or table.names_attendees
    return Column.SERVICE in found and (is_so or Column.PRESENT in found or Column.ABSENT in found)


def actions(table: NamedTable) -> Iterator[FoundAction]:
    """The actions in a table, several to a cell if each stands in a paragraph of its own."""
    rows = [cells for cells, _ in table.cells()]
    if _is_other_way_round(rows):
        rows = [cells | {Column.ACTION: cells[Column.OWNER], Column.OWNER: cells[Column.ACTION]} for cells in rows]
    for cells in rows:
        what = cells[Column.ACTION]
        if what.is_repeated or not what.text or says_nothing(what.text):
            continue

        def of(column: Column, cells: dict[Column, Cell] = cells) -> Cell:
            return cells.get(column, Cell(()))

        both = of(Column.OWNER_AND_DUE)
        owners, days = _lines(of(Column.OWNER)) or _lines(both), _lines(of(Column.DUE)) or _lines(both)
        lines = what.paragraphs
        is_several = len(lines) > 1 and (
            len(lines) == len(owners) or len(lines) == len(days) or all(one.entry for one in lines)
        )
        for index, line in enumerate(lines if is_several else [None]):
            yield FoundAction(
                line.text if line else what.text,
                of(Column.REF).text,
                _at(owners, index, len(lines), is_several=is_several),
                _at(days, index, len(lines), is_several=is_several),
                of(Column.DONE).text,
                is_struck=all(one.is_struck for one in ([line] if line else lines)),
            )


def _is_other_way_round(rows: Sequence[dict[Column, Cell]]) -> bool:
    """Whether the actions are in the column of owners, and names in that of actions, whatever stands above them."""
    pairs = [(cells[Column.ACTION].text, cells[Column.OWNER].text) for cells in rows if Column.OWNER in cells]
    full = [(action, owner) for action, owner in pairs if action and owner]
    are_names = len(full) > 1 and all(_NAME.fullmatch(action) for action, _ in full)
    return are_names and not any(_NAME.fullmatch(owner) for _, owner in full)


def _lines(cell: Cell) -> list[str]:
    return [line.strip() for one in cell.paragraphs for line in one.text.split("\n") if line.strip()]


def _at(lines: list[str], index: int, number: int, *, is_several: bool) -> str:
    """The line for one action of several in a row; all of them if they do not pair off."""
    return lines[index] if is_several and len(lines) == number else "; ".join(lines)


def decisions(table: NamedTable) -> Iterator[str]:
    """The decisions in a table: a row is one, or each entry of a list in it, set or typed."""
    for cells, _ in table.cells():
        cell = cells[Column.DECISION]
        if not cell.is_repeated and not says_nothing(cell.text):
            entries = cell.paragraphs
            if len(entries) > 1 and all(_NUMBER.match(one.text) for one in entries[1:]):
                yield from (_NUMBER.sub("", one.text) for one in entries)
            else:
                yield from [one.text for one in entries] if all(one.entry for one in entries) else [cell.text]


class Presence(Enum):
    """What a row says of whether someone was there."""

    PRESENT = auto()
    ABSENT = auto()
    UNSAID = auto()
    UNCLEAR = auto()


@dataclass(frozen=True, slots=True)
class Attended:
    """A row of who was there: the name, what it says, and what is written beside the name."""

    name: str
    presence: Presence
    marks: str


def attendance(table: NamedTable, within: Section | None) -> Iterator[Attended]:
    """Who was there and who was not, by the rows of a table."""
    rows = [*table.cells()]
    is_marked = any(cells[one].text for cells, _ in rows for one in (Column.PRESENT, Column.ABSENT) if one in cells)
    for cells, others in rows:
        name = cells[Column.SERVICE].text
        if not name or cells[Column.SERVICE].is_repeated:
            continue
        here, away = cells.get(Column.PRESENT), cells.get(Column.ABSENT)
        if table.names_attendees and not is_marked:
            # No one signed, and the names are those of who was there.
            here = away = None
        marks = " ".join(cell.text for cell in (here, away, *others) if cell is not None and cell.text)
        yield Attended(name, _presence(here, away, within), marks)


def _presence(here: Cell | None, away: Cell | None, within: Section | None) -> Presence:
    if here is None and away is None:
        return Presence.ABSENT if within is Section.ABSENT else Presence.PRESENT
    if any(cell is not None and is_doubtful(cell.text) for cell in (here, away)):
        return Presence.UNCLEAR
    # Who writes names or a number there says who came, or who did not.
    present = here is not None and ticked(here.text) is not False
    absent = away is not None and ticked(away.text) is not False
    if present and absent:
        return Presence.UNCLEAR
    if present:
        return Presence.PRESENT
    says_no = here is not None and bool(here.text)
    if absent or says_no:
        return Presence.ABSENT
    return Presence.UNSAID if here is not None else Presence.PRESENT


def labels(table: Table) -> Iterator[tuple[Section, str, Cell]]:
    """The labels of a table that are known, and the cell beside each. A wide table has columns instead."""
    if max(sum(cell.text != "" for cell in row) for row in table.rows) > _MOST_LABELLED:
        return
    for row in table.rows:
        for label, answer in pairwise(row):
            whole = labelled(label.text)
            if whole is not None and whole.rest:
                # The answer is in the same cell.
                continue
            found = section(label.text)
            if found is not None and section(answer.text) is None and not (found in _OF_ENTRIES and _is_head(row)):
                yield found, label.text, answer


def _is_head(row: Sequence[Cell]) -> bool:
    """Whether the cells of a row name columns."""
    return sum(one is not None for one in columns([cell.text for cell in row])) > 1


def are_names(table: Table) -> bool:
    """Whether a table below a heading for those who were there may have their names: it has no label for them and no sentence."""
    if any(part in (Section.PRESENT, Section.ABSENT) for part, _, _ in labels(table)):
        return False
    texts = [one.text for row in table.rows for cell in row for one in cell.paragraphs]
    return all(len(text) <= _LONGEST_NAME or "," in text for text in texts)


def is_layout(table: Table) -> bool:
    """Whether a table only says where on the page its words are: it has one row or column, or labels with their answers in each cell."""
    if len(table.rows) == 1 or len(table.rows[0]) == 1:
        return True
    lines = [labelled(cell.text) for row in table.rows for cell in row if cell.text]
    return all(line is not None and line.rest for line in lines)
