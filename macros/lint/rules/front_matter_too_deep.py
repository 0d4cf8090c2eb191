"""Front matter is not nested more deeply than any field needs.

Why: This many levels come from brackets or spaces that went wrong, and can stop the site from being built.
"""

from macros.lint.diagnostics import RuleTopic

TOPIC = RuleTopic.FRONT_MATTER
MESSAGE = (
    "There are too many brackets, hyphens or spaces in front of this value: it is more than {limit} levels deep. "
    "Take out those that are not needed."
)
