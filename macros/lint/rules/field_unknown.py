"""A record only has the fields of its kind.

Why: It is usually a spelling mistake, and a misspelt field is not shown anywhere. No one would notice that it is
missing from the page.
"""

from macros.kinds import FOLDERS, KINDS
from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic, did_you_mean, listed
from macros.lint.messages import model_of, where_in
from macros.schema.description import fields_beside
from macros.source.diagnostic import Rejection
from macros.source.likeness import plain_name

TOPIC = RuleTopic.FIELDS
_PLACES = {"page": " in a page", "network": " in the settings of the network"}


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Name the field and the nearest known one. Fix one that differs only in case, spaces and hyphens."""
    *outer, name = rejection.location
    kind, known = context.document.kind, rejection.detail["known"]
    elsewhere, remedy = "", " Take it out."
    if kind != "network" and not outer:
        elsewhere, remedy = _of_another_kind(str(name), kind), " Take it out, or write it in the text below."
    elif kind != "network":
        instead = f"use one of these instead: {', '.join(known)}."
        elsewhere, remedy = _of_the_record(str(name), context, instead), f" Take it out, or {instead}"
    meant = plain_name(str(name))
    is_certain = meant in known and not context.document.has_key((*outer, meant))
    where = where_in(rejection.location) or _PLACES.get(kind, f" in this kind of record ({kind})")
    hint = _by_another_name(rejection, kind) or elsewhere or did_you_mean(str(name), known) or remedy
    return context.diagnostic(
        f'There is no field "{name}"{where}.{hint}', rejection.location, key=True, fix=meant if is_certain else None
    )


def _by_another_name(rejection: Rejection, kind: str) -> str:
    """The field that people also call by this name, or that has it as a choice; empty if there is none."""
    *group, name = rejection.location
    written = plain_name(str(name))
    beside = fields_beside(model_of(kind), tuple(group)).values()
    field = next((one for one in beside if written in one.also), None)
    if field is None:
        return ""
    is_choice = any(written == one.value for one in field.choices)
    return f' Did you mean "{field.name}: {written}"?' if is_choice else f' Did you mean "{field.name}"?'


def _of_the_record(name: str, context: RuleContext, instead: str) -> str:
    """How to move a nested field up if the record has such a field and lacks it; empty otherwise."""
    model = KINDS.get(context.document.kind)
    if model is None or name not in model.model_fields or name in context.document.values:
        return ""
    return (
        " The record itself has such a field: start this line at the left margin, and move the lines that belong to it as far to "
        f"the left. Or {instead}"
    )


def _of_another_kind(name: str, kind: str) -> str:
    """Where to move a file with such a field; empty if no kind of record has it."""
    folders = [f"content/{folder}/" for folder, other in FOLDERS.items() if name in KINDS[other].model_fields]
    if folders and kind == "page":
        return " A record may have it: take it out, or move the file to the folder of its kind."
    return f" Records in {listed(folders)} have it: take it out, or move the file there." if folders else ""
