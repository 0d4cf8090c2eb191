"""Which written page shows something: the one that calls the macro for it, whatever a network has called the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from macros.source.document import Document


def callers(documents: Iterable[Document]) -> Mapping[str, str]:
    """For every macro that a written page calls, the path of the first page that does."""
    found: dict[str, str] = {}
    for document in documents:
        if document.kind == "page":
            for macro in _called(document.body):
                found.setdefault(macro, document.path)
    return found


def _called(text: str) -> Iterator[str]:
    """The macros that a page calls when it is built. What it only shows, or has in a comment, is no call."""
    # Loading this takes longer than all pages take, and a check of records that finds nothing never asks.
    from jinja2 import Environment, TemplateSyntaxError
    from jinja2.nodes import Call, Name

    try:
        page = Environment(autoescape=True).parse(text)
    except TemplateSyntaxError:
        return
    for call in page.find_all(Call):
        if isinstance(call.node, Name):
            yield call.node.name
