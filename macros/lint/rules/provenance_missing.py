"""A record says where it comes from: a source, or someone to ask.

Why: Readers want to know how far to trust it, and who to ask. Without either, it is only a claim.
"""

from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic
from macros.lint.messages import to_fill_in

TOPIC = RuleTopic.STORY
WRONG = "Readers cannot tell where this comes from."
_TO_ADD = {
    "evidence": 'Add its DOI or web address to the citation, such as "doi: 10.1000/182" or "url: https://www.example.org/".',
    "meeting": 'Name the services that were there, below "attended:", or add a "source" with a "title" and a "url".',
}
_CONTACT = (
    'Add the mailbox of a role or team, such as "contact: team@example.org", or a "source" with a "title" and a "url".'
)


def check(context: RuleContext) -> Diagnostics:
    """Look for a source or contact. The address in a citation or the services at a meeting will do."""
    missing = [one.field.name for one, _ in context.missing("provenance-missing")]
    if not missing or (context.record and context.record.source):
        return
    blank = next((name for name in (*missing, "source") if context.document.has_key((name,))), "")
    remedy = to_fill_in(blank) if blank else _TO_ADD.get(context.document.kind, _CONTACT)
    message = f"{WRONG} {remedy}"
    yield context.diagnostic(message, (blank or "title",), key=bool(blank))
