"""An address in a real record leads where it says, and is not that of an example.

Why: Whoever wants to try something writes to the address on the page, or follows the source. What is sent to an example
reaches nobody, and nobody is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.records.problem import flatten
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.STORY

# What is set aside for examples (RFC 2606, section 3), and what people make of it.
EXAMPLE = re.compile(
    r"(?:@|^https?://)(?:[\w-]+\.)*example\.(?:org|com|net|(?:nhs|co|org|ac)\.uk)(?=[/:?#]|$)", re.IGNORECASE
)
MAILBOX_WANTED = (
    "This is the address of an example, which reaches nobody. Write the mailbox of your team or service instead"
)
_PAGE_WANTED = "This is the web address of an example. Write the one of the page itself instead"


def check(case: Case) -> Iterator[Mistake]:
    """Look at every address in the fields of a record that is not made up itself."""
    if case.record is None or case.record.sample or "example." not in case.document.front_matter.lower():
        return
    for location, text in flatten(case.document.values):
        if EXAMPLE.search(text):
            wanted = _PAGE_WANTED if "://" in text else MAILBOX_WANTED
            yield case.mistake(f'{wanted}; or if this record is made up, add the line "sample: true".', location)
