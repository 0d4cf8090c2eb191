"""The files of workforce figures: the record, its table, and the report that the coordinator keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from macros.collate.groups import group_in_words
from macros.collate.headcounts import HEADINGS
from macros.collate.refusal import Note
from macros.collate.report import REPORT, report
from macros.collate.workforce import Year
from macros.figures.disclosure.release import ProtectedTable
from macros.figures.table import Entry, table_lines
from macros.kinds import WorkforceFigures, WorkforceRow
from macros.library.public import PublicLibrary
from macros.library.tables import table_path
from macros.schema.description import described
from macros.schema.durations import counted, days_in_words
from macros.schema.types import in_words
from macros.source.writer import record_text


def workforce_files(
    year: Year, table: ProtectedTable, notes: Mapping[str, Sequence[Note]], public: PublicLibrary, day: date
) -> dict[str, str]:
    """The text of each file by its name. `notes` are those on each sheet. Only the report is not for publishing."""
    first, last = year.starts.year, year.ends.year
    name = f"{first}-{last % 100:02}" if last > first else f"{first}"
    title = f"Workforce, {days_in_words(year.starts, year.ends)}"
    services = counted(len(year.services), "service")
    values = {
        "title": title,
        "summary": f"Who joined, moved and left in {services} between {in_words(year.starts)} and {in_words(year.ends)}.",
        "added": day.isoformat(),
        "starts": year.starts.isoformat(),
        "ends": year.ends.isoformat(),
        "services": sorted(year.services),
    }

    def about(entry: Entry) -> tuple[str, str]:
        heading = HEADINGS["/".join(filter(None, (entry.topic, entry.what)))][0]
        return group_in_words(entry.group, public), heading[0].lower() + heading[1:]

    return {
        f"{name}.md": record_text(described(WorkforceFigures), values, ""),
        table_path(f"{name}.md"): "".join(f"{line}\n" for line in table_lines(table.cells, WorkforceRow)),
        REPORT: report(title, table, notes, public.network.disclosure, about),
    }
