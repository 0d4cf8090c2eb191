"""A service learnt an initiative from one that has it, and chains of services have a start.

Why: The page shows where each service learnt it. A service that does not have the initiative cannot have passed it on, and a
circle would leave all the services in it out of the chain.
"""

from collections.abc import Mapping

from macros.kinds import Initiative
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic

TOPIC = RuleTopic.NAMES
AFTER = ("reference-broken",)


def check(context: RuleContext, record: Initiative) -> Diagnostics:
    """Follow each adoption back to a service whose initiative it is."""
    learnt = {one.service: one.learnt_from for one in record.adopted_by if one.learnt_from}
    if not learnt:
        return
    have_it = {*record.all_services}
    for index, one in enumerate(record.adopted_by):
        location = ("adopted_by", index, "learnt_from")
        if one.learnt_from and one.learnt_from not in have_it:
            message = (
                f'"{one.learnt_from}" is not among the services that have this initiative. Add it to "adopted_by" too, or take this '
                "line out."
            )
            yield context.diagnostic(message, location)
        elif _is_circle(one.service, learnt):
            yield context.diagnostic(
                f'The chain from "{one.service}" leads back to it. Take this line out if it learnt this from a service whose initiative '
                "it is.",
                location,
            )


def _is_circle(start: str, learnt: Mapping[str, str]) -> bool:
    """Whether the chain of services leads from `start` back to it."""
    service, passed = learnt.get(start), set[str]()
    while service and service != start and service not in passed:
        passed.add(service)
        service = learnt.get(service)
    return service == start
