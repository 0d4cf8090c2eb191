"""Two days or times written as one, such as "15 to 16 December 2026" or "10am to 12pm"."""

from collections.abc import Callable

from macros.lint.diagnostics import Diagnostic, RuleContext
from macros.lint.messages import field_name, model_of
from macros.schema.description import described
from macros.source.diagnostic import Rejection

# Reads two of them from a text; None if it is not certain that there are two.
ReadTwo = Callable[[str], tuple[str, str] | None]


def two_in_one(rejection: Rejection, context: RuleContext, read: ReadTwo, nouns: str) -> Diagnostic | None:
    """That a value is really two, which belong in two fields; None if it is not, or the record has no field for the later one.

    The fix writes the second field below the first, unless they are the wrong way round or a list.
    """
    written, name = rejection.detail["written"], field_name(rejection.location)
    later = _field_after(rejection, context)
    text = " to ".join(map(str, written)) if isinstance(written, list) else written
    two = read(text) if later and isinstance(text, str) else None
    if two is None:
        return None
    first, last = two
    is_certain = first < last and isinstance(written, str) and not context.document.has_key((later,))
    check = "" if first < last else "The second is not after the first: check both. "
    return context.diagnostic(
        f'"{text}" is two {nouns}, and the field "{name}" takes one. {check}Write "{name}: {min(two)}", and on a line of its own '
        f'"{later}: {max(two)}".',
        rejection.location,
        fix=f"{first}\n{later}: {last}" if is_certain else None,
    )


def _field_after(rejection: Rejection, context: RuleContext) -> str:
    """The field of the record that has to come after this one, such as a last day; empty if there is none."""
    if len(rejection.location) > 1:
        return ""
    fields = described(model_of(context.document.kind)).values()
    after = (one.name for one in fields if one.written and one.after and one.after.name == rejection.location[0])
    return next(after, "")
