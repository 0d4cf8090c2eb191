"""A file name is lower-case letters, numbers and single hyphens, and ends with .md.

Why: The name of the file becomes the address of the page. Capitals and spaces make addresses that break when they are
sent by e-mail or typed from paper.
"""

import re
import unicodedata

from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostics, RuleContext, RuleTopic
from macros.schema.types import DEVICE, ID_PATTERN, RESERVED

TOPIC = RuleTopic.FILES
KINDS = RECORDS_AND_PAGES
LONGEST_NAME = 80


def check(context: RuleContext) -> Diagnostics:
    """Check that the name works on every computer and in an address, and former names too, which old links lead to."""
    yield from _name(context)
    for index, alias in enumerate(context.record.aliases if context.record else ()):
        if RESERVED.fullmatch(alias) or len(alias) > LONGEST_NAME:
            yield context.diagnostic(
                f'No file can have been called "{alias}.md" before. Take this former name out.', ("aliases", index)
            )


def _name(context: RuleContext) -> Diagnostics:
    name, kind = context.document.id, context.document.kind
    if DEVICE.fullmatch(name.lower()):
        kept = f'Windows keeps the name "{name}" for itself and cannot make such a file.'
        yield context.diagnostic(f'{kept} Rename the file, for example to "{name.lower()}-{kind}.md".')
    elif not re.fullmatch(ID_PATTERN, name) or len(name) > LONGEST_NAME:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        better = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_NAME].strip("-")
        if RESERVED.fullmatch(better):
            better = f"{better}-{kind}"
        hint = f' Rename the file to "{better}.md".' if better else ""
        wrong = f'The file name "{name}.md" does not work as an address: use lower-case letters, numbers and single hyphens,'
        yield context.diagnostic(f"{wrong} {LONGEST_NAME} at most.{hint}")
