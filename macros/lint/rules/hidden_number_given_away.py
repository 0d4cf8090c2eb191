"""What is hidden in a published table cannot be worked out from what is shown, even together with tables that were published before.

Why: Rows, columns and totals add up. If all but one number of a row are shown, the hidden one is what is left. So the check does what
a curious reader could do, before anything is published.
"""

from collections.abc import Iterator
from dataclasses import replace

from macros.figures.disclosure.attack import attack
from macros.figures.disclosure.circulation import Contradiction
from macros.figures.disclosure.limits import ANY_NUMBER, Limits
from macros.figures.disclosure.release import Narrowed, Release
from macros.figures.disclosure.unprotected import missing, unprotected
from macros.figures.table import EVERYONE, Entry
from macros.library.library import CONTENT, Library
from macros.library.releases import PublishedTable, published_tables
from macros.library.tables import rows_in, table_path
from macros.lint.diagnostics import Diagnostic, Diagnostics, RuleTopic
from macros.source.diagnostic import Span
from macros.source.table import parsed_table

TOPIC = RuleTopic.PEOPLE


def check_library(library: Library) -> Diagnostics:
    """Attack each table that is otherwise protected."""
    for published in published_tables(library):
        limits = Limits(library.network.disclosure, published.release.row)
        if any(unprotected(published.release, limits)) or any(missing(published.release)):
            continue
        table = library.tables[table_path(f"{CONTENT}/{published.record.path}")]
        try:
            for found in attack(
                published.release, limits, [*published.earlier, *_former(published, table.path, library)]
            ):
                row = published.row_of.get(found.entry)
                span = Span() if row is None else table.span(row, len(table.columns) - 1)
                yield Diagnostic(table.path, span, _message(found, published))
        except Contradiction:
            yield Diagnostic(
                table.path,
                Span(),
                "These numbers do not add up, whatever the hidden ones are. Let the collating tool write the table again.",
            )


def _former(published: PublishedTable, path: str, library: Library) -> Iterator[Release]:
    """The table as it was in the baseline, if it has changed: readers may have both."""
    if former := library.baseline.get(path):
        _, cells = rows_in(parsed_table(path, former.text), published.release.row, library.network)
        yield replace(published.release, cells=cells)


def _message(found: Narrowed, published: PublishedTable) -> str:
    low, high = found.found.low, found.found.high
    between = f"at least {low}" if high >= ANY_NUMBER else f"{low}" if low == high else f"{low} to {high}"
    to_hide = found.to_hide(published.release.cells)
    remedy = "Publish less of this table"
    if to_hide is not None:
        remedy = f"Hide another number as well, such as the one in line {published.row_of[to_hide] + 2}"
    return (
        f'The hidden number on "{_name(found.entry)}" can be worked out: it is {between}, and readers are told that it may be '
        f"anything from {found.stated.low} to {found.stated.high}. {remedy}: let the collating tool write the table again."
    )


def _name(entry: Entry) -> str:
    group = "everyone" if entry.group == EVERYONE else entry.group.name
    return ", ".join(filter(None, (group, entry.topic, entry.what)))
