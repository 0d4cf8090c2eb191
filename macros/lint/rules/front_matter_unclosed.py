"""Front matter ends with a line of three hyphens.

Why: The site cannot tell where the fields end and the text begins, and would take all of the text for fields.
"""

from macros.lint.diagnostics import RuleTopic

TOPIC = RuleTopic.FRONT_MATTER
MESSAGE = "The fields have no end. Add a line with three hyphens (---) below this one, before the text."
