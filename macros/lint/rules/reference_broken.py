"""A reference names a record that exists.

Why: The link on the page would not go anywhere, and the other record would not show that it is mentioned.
"""

import re

from macros.kinds import KINDS
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, did_you_mean, one_a_line
from macros.lint.messages import how_to_write
from macros.schema.description import field_at
from macros.schema.references import Mention
from macros.schema.types import ID_PATTERN
from macros.source.likeness import alike

TOPIC = RuleTopic.NAMES

# These rules report the cause.
AFTER = ("character-hidden", "markup-unsafe")

# The page that reads minutes says these too, while someone types.
NONE_CALLED = 'There is no {kind} called "{name}".'
RENAMED = '"{name}" is now called "{now}". Use that name.'


def check(context: RuleContext) -> Diagnostics:
    """Look up every reference except themes (rule tag-unknown). Replace former names and titles."""
    ids = context.library.ids
    for mention in context.mentions:
        kind, name = mention.kind, mention.id
        if name in ids[kind] or kind == "theme":
            continue
        now = context.library.aliases[kind].get(name)
        other = next((other for other in ids if name in ids[other]), None)
        if now is not None:
            message = RENAMED.format(name=name, now=now)
        elif other is not None:
            message = (
                f'"{name}" is the name of {KINDS[other].NAME.a_noun}, and this field takes {KINDS[kind].NAME.a_noun}. '
                "Take it out, or move it to the right field."
            )
        else:
            now = _called(mention, context)
            several = f' Did you mean "{now}"?' if now else one_a_line(mention, ids[kind])
            hint = several or did_you_mean(name, ids[kind]) or _to_add(mention, context)
            message = NONE_CALLED.format(kind=kind, name=name) + hint
        yield context.diagnostic(message, mention.location, fix=now)


def _called(mention: Mention, context: RuleContext) -> str | None:
    """The file name of the record whose title was written instead; None if not exactly one has it."""
    title = alike(mention.id)
    named = [one.id for one in context.library.records[mention.kind].values() if alike(one.title) == title]
    return named[0] if len(named) == 1 else None


def _to_add(mention: Mention, context: RuleContext) -> str:
    """How to remove the name or propose its record. For a required field, first say what to write."""
    a_noun = KINDS[mention.kind].NAME.a_noun
    is_name = re.match(ID_PATTERN, mention.id)
    file = f"content/{KINDS[mention.kind].FOLDER}/{mention.id}.md"
    field = field_at(KINDS[context.document.kind], mention.location)
    if field is not None and field.is_required and isinstance(mention.location[-1], str):
        wanted = f"{field.description[:1].lower()}{field.description[1:]} {how_to_write(context, mention.location)}"
        new = f", whose file is {file}" if is_name else ", and write its file name here"
        return f" Write {wanted}. If it is {a_noun} that has no record yet, first propose one{new}."
    what = f"whose file is {file}" if is_name else "and write the name of its file here, without .md"
    return f" Take the name out; or first propose a record for it, {what}."
