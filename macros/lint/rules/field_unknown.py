"""A record has only the fields of its kind.

Why: It is most often a spelling mistake, and what stands in a misspelt field is shown nowhere. Nobody would notice
that it is missing from the page.
"""

from macros.kinds import FOLDERS, KINDS
from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic, did_you_mean, listed
from macros.lint.messages import model_of, where_in
from macros.schema.description import fields_beside
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FIELDS
_PLACES = {"page": " in a page", "network": " in the settings of the network"}


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Name the field and the nearest known one."""
    name = str(rejection.location[-1])
    kind = context.document.kind
    has_text_for_it = kind != "network" and len(rejection.location) == 1
    remedy = " Take it out, or write it in the text below." if has_text_for_it else " Take it out."
    if len(rejection.location) > 1 and kind != "network":
        remedy = f" Take it out, or use one of these instead: {', '.join(rejection.detail['known'])}."
    hint = (
        _by_another_name(rejection, kind)
        or _of_another_kind(rejection, kind)
        or _of_the_record(rejection, context)
        or did_you_mean(name, rejection.detail["known"])
        or remedy
    )
    where = where_in(rejection.location) or _PLACES.get(kind, f" in this kind of record ({kind})")
    return context.diagnostic(f'There is no field "{name}"{where}.{hint}', rejection.location, key=True)


def _by_another_name(rejection: Rejection, kind: str) -> str:
    """The field that people also call by this name; empty if there is none."""
    *group, name = rejection.location
    written = str(name).lower().replace("-", "_").replace(" ", "_")
    beside = fields_beside(model_of(kind), tuple(group)).values()
    return next((f' Did you mean "{one.name}"?' for one in beside if written in one.also), "")


def _of_the_record(rejection: Rejection, context: RuleContext) -> str:
    """How to move a nested field up if the record has such a field and lacks it; empty otherwise."""
    name, kind = rejection.location[-1], context.document.kind
    if len(rejection.location) == 1 or kind not in KINDS:
        return ""
    if name not in KINDS[kind].model_fields or name in context.document.values:
        return ""
    return (
        " The record itself has such a field: start this line at the left margin, and move the lines that belong to it as far to "
        f"the left. Or use one of these instead: {', '.join(rejection.detail['known'])}."
    )


def _of_another_kind(rejection: Rejection, kind: str) -> str:
    """Where to move a file with such a field; empty if no kind of record has it."""
    if len(rejection.location) > 1 or kind == "network":
        return ""
    if kind == "page":
        is_known = any(rejection.location[0] in model.model_fields for model in KINDS.values())
        return " A record may have it: take it out, or move the file to the folder of its kind." if is_known else ""
    folders = [
        f"content/{folder}/" for folder, other in FOLDERS.items() if rejection.location[0] in KINDS[other].model_fields
    ]
    return f" Records in {listed(folders)} have it: take it out, or move the file there." if folders else ""
