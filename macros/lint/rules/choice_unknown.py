"""A value is one of the choices that its field offers.

Why: The lists and filters of the site are made from these words. A record with a word of its own would be in none of
them.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic, listed, nearest
from macros.lint.messages import field_name
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FIELDS


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Suggest the nearest choice, or list them all. Fix a value that differs only in case and spaces."""
    written, known = rejection.detail["written"], list(rejection.detail["known"])
    name = field_name(rejection.location)
    if not isinstance(written, str):
        return context.diagnostic(f'The field "{name}" takes one of these words: {listed(known)}.', rejection.location)
    near = nearest(written, known)
    hint = f'Did you mean "{near}"?' if near else f"Choose {listed(known)}."
    same = written.strip().lower().replace(" ", "-").replace("_", "-")
    certain = next((word for word in known if word == same), None)
    return context.diagnostic(
        f'"{written}" is not one of the words for "{name}". {hint}', rejection.location, fix=certain
    )
