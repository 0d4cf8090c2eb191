"""What replaces a retired record still holds itself.

Why: A reader who follows the link wants what is right today, and not a second page that leads on to a third.
"""

from collections.abc import Iterator

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic, listed

TOPIC = RuleTopic.NAMES
# A record that names itself is told so.
AFTER = ("reference-to-itself",)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look at what replaces a record, and whether that was retired too."""
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
