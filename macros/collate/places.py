"""Where something is in a file, and what is written there, as far as it may be quoted."""

from collections import Counter
from collections.abc import Sequence

from macros.collate.sheet import column_letters

# More places would not help anyone to find them.
_MOST_PLACES = 10
# Longer words are a sentence rather than something to choose.
_LONGEST_QUOTED, _MOST_QUOTED = 60, 3


def places(position: int, numbers: Sequence[int]) -> str:
    """The places of cells, as a spreadsheet calls them: "D4, D7 and 3 more"."""
    letters = column_letters(position)
    shown = ", ".join(f"{letters}{number}" for number in numbers[:_MOST_PLACES])
    return shown + (f" and {len(numbers) - _MOST_PLACES} more" if len(numbers) > _MOST_PLACES else "")


def quoted(written: Sequence[str], fewest: int = 1) -> str:
    """The first short texts that are a number, or that at least `fewest` people gave: "“Never”, “4”: ". Empty if there are none."""
    known = Counter(written)
    given = [one for one, people in known.items() if people >= fewest or (one.isascii() and one.isdigit())]
    short = [f"“{one}”" for one in given if one and len(one) <= _LONGEST_QUOTED][:_MOST_QUOTED]
    return f"{', '.join(short)}: " if short else ""
