"""A file name is lower-case letters, numbers and single hyphens, and ends with .md.

Why: The name of the file becomes the address of the page. Capitals and spaces make addresses that break when they are
sent by e-mail or typed from paper.
"""

import re
import unicodedata
from collections.abc import Iterator

from macros.kinds import KINDS as RECORD_KINDS
from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.schema.types import DEVICE, ID_PATTERN, RESERVED

TOPIC = RuleTopic.FILES
KINDS = (*RECORD_KINDS, "page")
_MAX_CHARACTERS = 80


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Check that the name works on every computer and in an address."""
    name = context.document.id
    if DEVICE.fullmatch(name.lower()):
        yield context.diagnostic(
            f'Windows keeps the name "{name}" for itself and cannot make such a file. Rename the file, for example to '
            f'"{name.lower()}-{context.document.kind}.md".'
        )
        return
    if re.match(ID_PATTERN, name) and "\n" not in name and len(name) <= _MAX_CHARACTERS:
        return
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    better = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_MAX_CHARACTERS].strip("-")
    if RESERVED.fullmatch(better):
        better = f"{better}-{context.document.kind}"
    hint = f' Rename the file to "{better}.md".' if better else ""
    yield context.diagnostic(
        f'The file name "{name}.md" does not work as an address: use lower-case letters, numbers and single hyphens, '
        f"{_MAX_CHARACTERS} at most.{hint}"
    )
