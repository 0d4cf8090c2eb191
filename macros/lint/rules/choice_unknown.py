"""A value is one of the choices that its field offers.

Why: The site's lists and filters are made from these words. A record with a word of its own would be in none of them.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic, listed, near_or_choices
from macros.lint.messages import field_name, field_of
from macros.schema.meant import plain_word, word_meant
from macros.source.diagnostic import Rejection
from macros.source.likeness import alike

TOPIC = RuleTopic.FIELDS

# The page that reads minutes says this too, while someone types.
NOT_ONE = '"{written}" is not one of the words for "{name}".'


def explain(rejection: Rejection, context: RuleContext) -> str | Diagnostic:
    """Suggest the nearest choice, or list them all. Fix one that is surely meant."""
    written, known, name = rejection.detail["written"], rejection.detail["known"], field_name(rejection.location)
    if not isinstance(written, str):
        return f'The field "{name}" takes one of these words: {listed(known)}.'
    field = field_of(context, rejection.location)
    options = field.options(context.library.network) if field else ()
    meant = next((one for one in options if plain_word(written) in one.also), None)
    titled = [one.value for one in options if alike(one.label) == alike(written)]
    certain = word_meant(written, known) or (titled[0] if len(titled) == 1 else None)
    if meant:
        remedy = f' Did you mean "{meant.value}"? {meant.description}'
    else:
        remedy = f' Did you mean "{certain}"?' if certain else near_or_choices(written, known)
    message = NOT_ONE.format(written=written, name=name) + remedy
    return context.diagnostic(message, rejection.location, fix=certain)
