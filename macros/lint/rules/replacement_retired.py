"""What replaces a retired record still holds itself.

Why: A reader who follows the link wants what is right today, and not a second page that leads on to a third.
"""

from collections.abc import Iterator

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic, listed

TOPIC = RuleTopic.NAMES
# That rule reports a record that replaces itself.
AFTER = ("reference-to-itself",)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Report replacements that have been retired themselves."""
    for mention in context.mentions:
        if mention.field != "replaced_by":
            continue
        target = context.library.get(mention.kind, mention.id)
        if target is not None and target.is_retired:
            further = [one for one in getattr(target, "replaced_by", ()) if one != context.document.id]
            instead = (
                f"Name what replaces it: {listed(further)}." if further else "Take it out, and say why in why_retired."
            )
            yield context.diagnostic(f'"{mention.id}" was retired itself. {instead}', mention.location)
