"""Front matter ends with a line of three hyphens.

Why: Otherwise the site cannot tell where the fields end and the text begins, and would treat all of the text as fields.
"""

from macros.lint.diagnostics import RuleTopic

TOPIC = RuleTopic.FRONT_MATTER
MESSAGE = "The fields have no end. Add a line with three hyphens (---) below this one, before the text."
