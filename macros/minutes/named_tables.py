"""Takes from a table what its columns say it has: actions, decisions, or who was there."""

from collections.abc import Iterable

from macros.minutes import tables
from macros.minutes.blocks import Block, Table
from macros.minutes.found import Found, Said
from macros.minutes.headings import heading_level
from macros.minutes.messages import said
from macros.minutes.tables import Attended, Presence
from macros.minutes.vocabulary import Section, ticked


def took(found: Found, table: Table, within: Section | None) -> bool:
    """Whether the columns of a table say what it has, which is then added to what was `found`.

    `within` is the part of minutes it stands in.
    """
    named = tables.named(table, within)
    if named is None:
        return False
    if tables.holds_actions(named, within):
        found.actions += tables.actions(named)
    elif tables.holds_decisions(named):
        found.decisions += tables.decisions(named)
    elif tables.holds_attendance(named, within):
        for one in tables.attendance(named, within):
            _attend(found, one)
    else:
        return False
    found.own += [cell.text for row in table.rows[: named.head + 1] for cell in row if cell.text]
    if named.has_others and not tables.holds_attendance(named, within):
        # There is more in it than was taken.
        found.note([table])
    return True


def has_entries(part: Section, following: Iterable[Block]) -> bool:
    """Whether a table has the actions or decisions of a part of minutes. `following` is what stands below its heading."""
    for block in following:
        if isinstance(block, Table):
            named = tables.named(block, part)
            if named is not None and tables.holds_actions(named, part):
                return part is Section.ACTIONS and any(tables.actions(named))
            if named is not None and tables.holds_decisions(named):
                return part is Section.DECISIONS and any(tables.decisions(named))
        elif block.text and heading_level(block):
            return False
    return False


def _attend(found: Found, one: Attended) -> None:
    match one.presence:
        case Presence.PRESENT:
            found.present.append(one.name)
        case Presence.ABSENT:
            found.absent.append(one.name)
        case Presence.UNSAID:
            found.unmarked.append(one.name)
        case Presence.UNCLEAR:
            found.unclear.append(Said(one.marks, one.name))
            return
    # A tick is understood, and anything else beside a name is left out.
    if ticked(one.marks) is None and not one.marks.isdecimal():
        found.asides.append(Said(one.marks, said("beside", name=one.name)))
    else:
        found.own.append(one.marks)
