"""Which numbers are hidden together, because one would tell too much of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from macros.figures.table import Entry, Group
from macros.kinds import Measure, SurveyRow, TableRow
from macros.kinds.survey_round import ANSWERED, ASKED
from macros.schema.protected import HIDDEN, Cell, Hidden

# A single number beside hidden ones says what nearly everyone answered.
_FEWEST_SHOWN = 2


def wholes(entry: Entry, row: type[TableRow]) -> Sequence[Entry]:
    """The numbers that count the whole group of which the entry is a part. It is hidden if any of them is."""
    group, topic, what = entry
    if row is SurveyRow:
        if not topic:
            return [Entry(group, "", ASKED)] if what == ANSWERED else []
        round_as_whole = Entry(group, "", ANSWERED)
        return [round_as_whole] if what == ANSWERED else [round_as_whole, Entry(group, topic, ANSWERED)]
    of_left = [Entry(group, topic)] if what else []
    return [*of_left, Entry(group, Measure.START.value), Entry(group, Measure.END.value)]


def hidden_by_others(
    entries: Iterable[Entry], cells: Mapping[Entry, Cell], row: type[TableRow]
) -> Iterator[tuple[Entry, Entry | None]]:
    """The shown numbers that must be hidden as well, each with the hidden one that asks for it.

    None stands for the rule that a group's answers are hidden if fewer than two of them are shown.
    """
    answers: dict[tuple[Group, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        is_hidden = isinstance(cells[entry], Hidden)
        whole = None if is_hidden else next((one for one in wholes(entry, row) if cells.get(one) is HIDDEN), None)
        if whole is not None:
            yield entry, whole
        elif _is_part(entry):
            answers[entry.group, entry.topic].append(entry)
    for parts in answers.values():
        left = [entry for entry in parts if not isinstance(cells[entry], Hidden)]
        if len(left) < min(_FEWEST_SHOWN, len(parts)):
            yield from ((entry, None) for entry in left)


def _is_part(entry: Entry) -> bool:
    """Whether it is one of the answers to a question, or of the places where people went."""
    return entry.what not in ("", ANSWERED) and bool(entry.topic)
