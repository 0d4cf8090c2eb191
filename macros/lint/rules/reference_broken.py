"""A reference names a record that there is.

Why: The link on the page would lead nowhere, and the other record would not know that it is mentioned.
"""

import re
from collections.abc import Iterator

from macros.kinds import KINDS
from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic, did_you_mean, one_a_line
from macros.lint.messages import how_to_write
from macros.schema.description import field_at
from macros.schema.references import Mention
from macros.schema.types import ID_PATTERN

TOPIC = RuleTopic.NAMES

# These rules report the cause.
AFTER = ("character-hidden", "markup-unsafe")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look up every reference except themes (rule tag-unknown). Replace former names."""
    for mention in context.written_mentions:
        known = context.library.ids[mention.kind]
        if mention.id in known or mention.kind == "theme":
            continue
        now = context.library.aliases[mention.kind].get(mention.id)
        if now is not None:
            yield context.diagnostic(f'"{mention.id}" is now called "{now}". Use that name.', mention.location, fix=now)
            continue
        other = next((kind for kind, ids in context.library.ids.items() if mention.id in ids), None)
        if other is not None:
            yield context.diagnostic(
                f'"{mention.id}" is the name of {KINDS[other].NAME.a_noun}, and here belongs {KINDS[mention.kind].NAME.a_noun}. '
                "Take it out, or move it to the field that is meant for it.",
                mention.location,
            )
        else:
            hint = (
                _called(mention, context)
                or one_a_line(mention, known)
                or did_you_mean(mention.id, known)
                or _to_add(mention, context)
            )
            yield context.diagnostic(f'There is no {mention.kind} called "{mention.id}".{hint}', mention.location)


def _called(mention: Mention, context: RuleContext) -> str:
    """A suggestion to use the file name if the title was written instead; empty if no title matches."""
    title = mention.id.casefold()
    ids = (record.id for record in context.library.records[mention.kind].values() if record.title.casefold() == title)
    match = next(ids, None)
    return f' Did you mean "{match}"?' if match else ""


def _to_add(mention: Mention, context: RuleContext) -> str:
    """How to remove the name or propose its record. For a required field, first say what to write."""
    is_name = re.match(ID_PATTERN, mention.id)
    file = f"content/{KINDS[mention.kind].FOLDER}/{mention.id}.md"
    field = field_at(KINDS[context.document.kind], mention.location)
    if field is not None and field.is_required and isinstance(mention.location[-1], str):
        wanted = field.description
        new = (
            f"first propose one, whose file is {file}" if is_name else "first propose one, and write its file name here"
        )
        return (
            f" Write {wanted[:1].lower()}{wanted[1:]} {how_to_write(context, mention.location)}. "
            f"If it is {KINDS[mention.kind].NAME.a_noun} that has no record yet, {new}."
        )
    what = f"whose file is {file}" if is_name else "and write the name of its file here, without .md"
    return f" Take the name out; or first propose a record for it, {what}."
