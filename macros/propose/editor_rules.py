"""What the editor checks before it saves, beyond each field by itself: rules on stages and dates, from the models' declarations."""

from collections.abc import Mapping
from typing import Any

from macros.kinds import PROPOSED, Entry, Record
from macros.lint.rules.provenance_missing import WRONG
from macros.schema.description import FieldDescription, described, fields_of, label
from macros.schema.field import After, Need, Only, When

# What another rule says if the field is needed; empty if it is plain.
_WHY = {"field-needed-here": "", "consent-missing": "", "provenance-missing": WRONG}
_SOURCE = "source"
# A field of the record, or of a group in it.
_DEEPEST = 2

Fields = Mapping[str, FieldDescription]


def editor_rules() -> dict[str, list[dict[str, Any]]]:
    """By folder of records: the fields with such rules, each with the group that it is in and its label in the editor."""
    return {model.FOLDER: _of(model) for model in PROPOSED.values()}


def editor_orders() -> list[list[str]]:
    """For each kind: the fields in the order of the file, with the text last."""
    return [[*described(model), "body"] for model in PROPOSED.values()]


def _of(model: type[Record]) -> list[dict[str, Any]]:
    record = described(model)
    found = []
    for (*outer, name), one in fields_of(model):
        around = record[outer[0]] if outer else None
        rules = _rules(one, {**record, **(around.parts if around else {})}) if len(outer) < _DEEPEST else {}
        if rules:
            own = editor_label(one, around.leaf if around else None)
            shown = f"{editor_label(around)}, {own}" if around else own
            found.append({"group": "".join(outer), "name": name, "label": shown, **rules})
    return found


def editor_label(one: FieldDescription, group: Any = None) -> str:
    """What the editor calls a field: as the forms do, unless it is of an entry in a record. A form asks "your service" for that."""
    is_of_entry = isinstance(group, type) and issubclass(group, Entry)
    return label(one.name) if is_of_entry or not one.asked_as else one.asked_as


def _rules(one: FieldDescription, beside: Fields) -> dict[str, Any]:
    """The rules of a field; none of a condition that is not of fields, such as whether a record was retired."""
    rules: dict[str, Any] = {}
    if one.is_date:
        rules |= {"isDate": True, "isOlder": one.older, "toCome": _condition(one.to_come)}
    if one.needed and one.needed.rule in _WHY and _is_of_fields(one.needed.when, beside):
        rules["needed"] = _need(one, one.needed, beside)
    if one.only and _is_of_fields(one.only.when, beside):
        rules["only"] = _only(one, one.only)
    if one.after and not one.kind and (not one.after.unless or one.after.unless in beside):
        rules["after"] = _after(one.after)
    return {name: rule for name, rule in rules.items() if rule}


def _is_of_fields(when: When | None, beside: Fields) -> bool:
    return when is None or when.name in beside


def _condition(when: When | bool | None) -> Any:
    if not isinstance(when, When):
        return when
    return {"name": when.name, **({"values": when.values} if when.values else {})}


def _need(one: FieldDescription, need: Need, beside: Fields) -> dict[str, Any]:
    others = [need.unless] if need.unless else []
    if need.rule == "provenance-missing" and _SOURCE not in others:
        others.append(_SOURCE)
    names = " or ".join(
        f'"{editor_label(field)}"' for field in (one, *(beside[other] for other in others if other in beside))
    )
    why = need.why or _WHY[need.rule]
    return {"when": _condition(need.when), "unless": others, "message": f"{why} Fill in {names}.".strip()}


def _only(one: FieldDescription, only: Only) -> dict[str, Any]:
    return {"when": _condition(only.when), "message": only.message.replace("{name}", editor_label(one))}


def _after(after: After) -> dict[str, Any]:
    return {"name": after.name, "unless": after.unless, "message": after.message, "same": after.same}
