"""A value is of the kind that its field takes: text, a number, a list, an address.

Why: The site calculates with numbers, sorts by dates and makes links of addresses, which it can do only if they are
written as such.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import about_field, field_name, field_of, how_to_write
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FIELDS
_SET = "a set of names and values"
_HOW_TO_WRITE_A_SET = (
    "Write each on a line of its own, which starts with two spaces: a name, a colon, a space, a value."
)


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Say what belongs here instead."""
    written, expected = rejection.detail["written"], rejection.detail["expected"]
    location = rejection.location
    # The network file chooses the names in its lists of words, so the name itself can be wrong.
    is_name = context.document.kind == "network" and len(location) > 1 and location[-1] == written
    subject = f'A name in "{field_name(location[:-1])}"' if is_name else f'The field "{field_name(location)}"'
    group_or_text = "a group of fields" if isinstance(written, dict) else f'"{written}"'
    found = "a list" if isinstance(written, list) else group_or_text
    if expected == "a list" and isinstance(location[-1], int) and isinstance(written, str):
        remedy = f'Put brackets around what stands in this line, with commas in between: "- [{written}]".'
    elif expected in ("a list", "a group of fields"):
        remedy = how_to_write(context, location)
    elif expected == _SET:
        remedy = _HOW_TO_WRITE_A_SET
    elif isinstance(location[-1], int) and isinstance(written, dict):
        remedy = (
            f"Leave the hyphen, and write after it the words alone. {about_field(context, location, sentence=False)}"
        )
    else:
        remedy = "" if "such as" in expected else about_field(context, location, sentence=False)
    field = field_of(context, location)
    meant = field.meant(written) if field and isinstance(written, str) else None
    message = f"{subject} needs {expected}, not {found}. {remedy}".rstrip()
    return context.diagnostic(message, location, key=is_name, fix=meant)
