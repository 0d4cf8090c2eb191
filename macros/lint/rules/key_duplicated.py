"""No field is given twice.

Why: Only one of the two would count, and programs do not agree on which.
"""

from macros.lint.diagnostics import RuleTopic

TOPIC = RuleTopic.FRONT_MATTER
MESSAGE = 'The field "{key}" is given twice. Keep one of them and delete the other.'
