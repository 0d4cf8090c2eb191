"""The blank sheet in which a service counts who stays and who leaves: a row for each role."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import datetime, time

from macros.collate.headcounts import HEADINGS, LEFT, ROLE, SERVICE
from macros.kinds import Destination, Measure
from macros.library.public import PublicLibrary
from macros.outputs.file import File
from macros.outputs.xlsform import workbook

WORKBOOK, PLAIN = "evaluation/counts.xlsx", "evaluation/counts.csv"
# Where people went says how many left.
_COLUMNS = [name for name in HEADINGS if name != LEFT]


def blank_sheets(public: PublicLibrary) -> Iterator[File]:
    """The sheet as a workbook and as CSV."""
    rows = [[HEADINGS[name][0] for name in _COLUMNS]]
    rows += [
        [label if name == ROLE else "" for name in _COLUMNS] for label in public.network.words("audiences").values()
    ]
    yield File(
        WORKBOOK, workbook({"Counts": rows}, datetime.combine(public.today, time()), [20, 24, *[14] * len(rows[0])])
    )
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    # Excel takes a text for one of its own old encodings without the mark.
    yield File(PLAIN, text.getvalue().encode("utf-8-sig"))


def columns_in_words() -> Mapping[str, str]:
    """What to write in each column, by its heading."""
    # What the numbers of the whole network are is not the service's business.
    counted = {one.value: f"{one.description.partition('.')[0]}." for one in Measure} | {
        f"{LEFT}/{one.value}": f"Of those who left the network: {one.description[0].lower()}{one.description[1:]}"
        for one in Destination
    }
    named = {SERVICE: "The name of the service, as on this site.", ROLE: "One of the roles in the sheet."}
    return {HEADINGS[name][0]: {**named, **counted}[name] for name in _COLUMNS}
