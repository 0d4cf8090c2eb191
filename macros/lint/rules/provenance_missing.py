"""A record says where it comes from: a source, or someone to ask.

Why: Readers want to know how far they can rely on it, and who to ask. Without either it is only something that
somebody wrote.
"""

from collections.abc import Iterator

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic

TOPIC = RuleTopic.STORY


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for a source or contact. The address in a citation or the services at a meeting will do."""
    record = context.record
    if record is None or record.source is not None:
        return
    missing = [one.field.name for one, _ in context.missing("provenance-missing")]
    if not missing:
        return
    why = "Readers cannot tell where this comes from."
    blank = next((name for name in (*missing, "source") if context.document.has_key((name,))), None)
    if blank:
        yield context.diagnostic(f'{why} The field "{blank}" is left blank: fill it in.', (blank,), key=True)
    else:
        yield context.diagnostic(f"{why} {_remedy(context)}", ("title",))


def _remedy(context: RuleContext) -> str:
    if context.document.kind == "evidence":
        return (
            'Add its DOI or web address to the citation, such as "doi: 10.1000/182" or "url: https://www.example.org/".'
        )
    if context.document.kind == "meeting":
        return 'Name the services that were there, below "attended:", or add a "source" with a "title" and a "url".'
    return 'Add the mailbox of a role or team, such as "contact: team@example.org", or a "source" with a "title" and a "url".'
