"""A value is of the kind that its field takes: text, a number, a list, an address.

Why: The site calculates with numbers, sorts by dates and makes links of addresses, which it can do only if they are
written as such.
"""

from __future__ import annotations

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic
from macros.rulebook.wording import about_field, field_name

TOPIC = Topic.FIELDS
_REMEDIES = {
    "a list": "Write each entry on a line of its own, which starts with two spaces, a hyphen and a space.",
    "a group of fields": "Write its fields on lines of their own, each starting with two spaces.",
    "a set of names and values": "Write each on a line of its own, which starts with two spaces: a name, a colon, a space, a value.",
}


def explain(problem: Problem, case: Case) -> Mistake:
    """Say what belongs here instead."""
    written, expected = problem.detail["written"], problem.detail["expected"]
    location = problem.location
    # A network names the entries of its lists of words itself, and such a name can be what is wrong.
    is_name = case.document.kind == "network" and len(location) > 1 and location[-1] == written
    subject = f'A name in "{field_name(location[:-1])}"' if is_name else f'The field "{field_name(location)}"'
    if isinstance(written, str):
        found = f'which "{written}" is not'
    else:
        found = f"and this is a {'list' if isinstance(written, list) else 'group of fields'}"
    remedy = _REMEDIES.get(expected) or ("" if "such as" in expected else about_field(case, location, sentence=False))
    return case.mistake(f"{subject} needs {expected}, {found}. {remedy}".rstrip(), location, key=is_name)
