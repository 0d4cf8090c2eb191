"""Fields go between the two lines of three hyphens, and not in the text below.

Why: A field that is pasted below the second line is just text. Readers see it and cannot make sense of it, and it is
missing from the page's facts, from lists and from results.
"""

import re
from functools import cache

from macros.kinds import KINDS
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic
from macros.lint.messages import how_to_write
from macros.schema.description import described

TOPIC = RuleTopic.TEXT

_FENCE = "---"
_CODE = "```"
_ENTRY = re.compile(r"\s*[-*+] +(?P<text>.*)")
_FIELD_OF_ENTRY = re.compile(r"[a-z0-9_]+:(?: |$)")


def check(context: RuleContext) -> Diagnostics:
    """Look for a field at the start of the text, or one followed by more; "place: Leeds" alone may be prose."""
    text, fields = context.document.text, _fields(context.document.kind)
    # Start at the line break after the second line of hyphens.
    seen = start = max(len(text) - len(context.document.body) - 1, 0)
    fences = 0
    for match in fields.finditer(text, start):
        at = match.start()
        is_first = seen == start and text[start:at].strip() in ("", _FENCE)
        fences += text.count(_CODE, seen, at)
        seen = at
        before, after = text[max(text.rfind("\n", start, at), start) : at].strip(), text.find("\n", match.end())
        goes_on = text.startswith(("\n  ", "\n- "), after) or (after > 0 and fields.match(text, after) is not None)
        if is_first or (before in ("", _FENCE) and fences % 2 == 0 and goes_on):
            what = f'This is a field ("{match[1]}:"), and it is in the text.'
            yield context.diagnostic(
                f"{what} {_remedy(context, match[1], text[match.end() :])}",
                span=context.document.text_span(at + 1, len(match[1]) + 1),
            )
            return


def _remedy(context: RuleContext, name: str, rest: str) -> str:
    """Where the field belongs, and how its entries are written if each of them is only text."""
    field = described(KINDS[context.document.kind])[name]
    entry = _ENTRY.match(rest)
    if field.is_list and field.parts and entry and not _FIELD_OF_ENTRY.match(entry["text"]):
        return (
            f'Entries of "{name}" go above the second line of three hyphens (---), below a line "{name}:", each after two spaces and a '
            f"hyphen. {how_to_write(context, (name, 0))} If this is just a list in your text, start it with a capital letter."
        )
    return (
        "Cut it out with the lines that belong to it, and paste them above the second line of three hyphens (---), starting at "
        "the left margin."
    )


@cache
def _fields(kind: str) -> re.Pattern[str]:
    """A pattern for lines that start with a field of this kind."""
    # Matching the line break before it is much faster than "^".
    return re.compile(rf"\n({'|'.join(KINDS[kind].model_fields)}):(?=[ \n]|\Z)")
