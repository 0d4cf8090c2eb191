"""A published table says nothing about a few people: small numbers are hidden, and all others are rounded.

Why: In a small team, colleagues can tell from a small number who said what or who left. What is committed here is public at once,
and stays in the history.
"""

from collections.abc import Iterator

from macros.figures.disclosure.limits import Limits
from macros.figures.disclosure.unprotected import missing, unprotected
from macros.figures.table import entry_of
from macros.library.library import CONTENT, Library
from macros.library.releases import PublishedTable, published_tables
from macros.library.tables import table_path
from macros.lint.diagnostics import Diagnostic, Diagnostics, RuleTopic
from macros.source.diagnostic import Span

TOPIC = RuleTopic.PEOPLE
_AGAIN = "Let the collating tool write the table again, and do not change it by hand."


def check_library(library: Library) -> Diagnostics:
    """Look for rows that the collating tool does not write."""
    for published in published_tables(library):
        table = library.tables[table_path(f"{CONTENT}/{published.record.path}")]
        count = len(table.columns) - 1
        for number, wrong in _wrong_rows(published):
            yield Diagnostic(table.path, table.span(number, count), f"{wrong} {_AGAIN}")
        limits = Limits(library.network.disclosure, published.release.row)
        for entry, wrong in unprotected(published.release, limits):
            yield Diagnostic(table.path, table.span(published.row_of[entry], count), f"{wrong} {_AGAIN}")
        for entry in missing(published.release):
            about = ", ".join(filter(None, (entry.group.name, entry.topic, entry.what)))
            wrong = f"There is no row on: {about}. A gap says that there is no one."
            yield Diagnostic(table.path, Span(), f"{wrong} {_AGAIN}")


def _wrong_rows(published: PublishedTable) -> Iterator[tuple[int, str]]:
    """The rows that no table has, by number."""
    rows, services = published.record.rows, {None, *published.record.services}
    for number, row in enumerate(rows):
        if row.fault:
            yield number, row.fault
        elif row.service not in services:
            yield number, "This row is about a service that the record does not name."
    if len(rows) > len(published.release.cells):
        first = published.row_of
        for number, row in enumerate(rows):
            if first[entry_of(row)] < number:
                yield number, "A row above is about the same."
