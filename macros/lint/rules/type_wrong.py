"""A value is of the kind that its field takes: text, a number, a list, an address.

Why: The site calculates with numbers, sorts by dates and makes links of addresses, which it can do only if they are
written as such.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import about_field, field_name, how_to_write
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FIELDS
_SET = "a set of names and values"
_WRITE_A_SET = "Write each on a line of its own, which starts with two spaces: a name, a colon, a space, a value."


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Say what belongs here instead."""
    written, expected, location = rejection.detail["written"], rejection.detail["expected"], rejection.location
    is_entry, about_value = isinstance(location[-1], int), about_field(context, location, sentence=False)
    # The network file chooses the names in its lists of words, so the name itself can be wrong.
    is_name = context.document.kind == "network" and len(location) > 1 and location[-1] == written
    subject = f'A name in "{field_name(location[:-1])}"' if is_name else f'The field "{field_name(location)}"'
    group_or_text = "a group of fields" if isinstance(written, dict) else f'"{written}"'
    found = "a list" if isinstance(written, list) else group_or_text
    remedy = "" if "such as" in expected else about_value
    if expected == "a list" and is_entry and isinstance(written, str):
        remedy = f'Put brackets around what stands in this line, with commas in between: "- [{written}]".'
    elif expected in ("a list", "a group of fields"):
        remedy = how_to_write(context, location)
    elif expected == _SET:
        remedy = _WRITE_A_SET
    elif is_entry and isinstance(written, dict):
        remedy = f"Leave the hyphen, and write after it the words alone. {about_value}"
    return context.diagnostic(f"{subject} needs {expected}, not {found}. {remedy}".rstrip(), location, key=is_name)
