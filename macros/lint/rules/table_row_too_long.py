"""A row of a table has no more cells than the table has columns.

Why: The first rows say how many columns there are. Cells beyond them are not shown to anyone.
"""

from collections.abc import Iterator

from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostic, RuleContext, RuleTopic

TOPIC = RuleTopic.TEXT
KINDS = RECORDS_AND_PAGES


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for cells that have no column."""
    for cell in context.body.lost_cells:
        yield context.diagnostic(
            "The table has no column for this cell, so no one would see it. Add a column to the first two rows of the table, or put "
            "a backslash before a | that is part of the text: \\|",
            span=context.document.body_span(cell.offset, len(cell.snippet)),
        )
