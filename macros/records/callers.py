"""Which written page shows something: the one that calls the macro for it, whatever a network has called the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from macros.records.document import Document

_CALL = re.compile(r"\{\{-?\s*([a-z][a-z0-9_]*)\(")


def callers(documents: Iterable[Document]) -> Mapping[str, str]:
    """For every macro that a written page calls, the path of the first page that does."""
    found: dict[str, str] = {}
    for document in documents:
        if document.kind == "page":
            for macro in _CALL.findall(document.body):
                found.setdefault(macro, document.path)
    return found
