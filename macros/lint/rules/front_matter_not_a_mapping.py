"""Front matter is a list of fields, each with a name and a value.

Why: The site finds each value by the name in front of it. Text without names belongs below the second line of hyphens.
"""

from macros.lint.diagnostics import RuleTopic

TOPIC = RuleTopic.FRONT_MATTER
MESSAGE = (
    "This is not a field. Write one field on each line here: its name, a colon, a space and its value, such as "
    '"title: Shared lunch".'
)
