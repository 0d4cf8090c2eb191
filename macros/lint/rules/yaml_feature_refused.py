"""Front matter only uses plain fields and lists, and none of the special features of its format.

Why: Characters such as &, * and ! at the start of a value have a meaning that few people know and programs read
differently. Some of them can stop the whole site.
"""

from macros.lint.diagnostics import RuleContext, RuleTopic
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FRONT_MATTER
_QUOTE = "Take it out; or if it is part of the text, put the whole value in quotation marks, such as"
_REMEDIES = {
    "anchor": f'A value cannot start with &. {_QUOTE} "&lunch".',
    "alias": f'A value cannot start with *. {_QUOTE} "*lunch*".',
    "tag": f'A value cannot start with !. {_QUOTE} "!lunch".',
    "merge": "The field name << is not allowed. Delete the line, and write out the fields that it means.",
    "directive": "A line cannot start with %. Delete the line.",
    "complex key": 'The name of a field must be plain text, without brackets or question marks, such as "stage: trying".',
}


def explain(rejection: Rejection, context: RuleContext) -> str:
    """Name the feature by the character that starts it."""
    return _REMEDIES[rejection.detail["feature"]]
