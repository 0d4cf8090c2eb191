"""What replaces a retired record is up to date itself.

Why: A reader who follows the link wants what is right today, and not a second page that sends them to a third.
"""

from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, listed

TOPIC = RuleTopic.NAMES
# That rule reports a record that replaces itself.
AFTER = ("reference-to-itself",)


def check(context: RuleContext) -> Diagnostics:
    """Report replacements that have been retired themselves."""
    for mention in context.mentions:
        if mention.field != "replaced_by":
            continue
        target = context.library.get(mention.kind, mention.id)
        if target is not None and target.is_retired:
            further = [one for one in getattr(target, "replaced_by", ()) if one != context.document.id]
            instead = "Take it out, and say why in why_retired."
            if further:
                instead = f"Name what replaces it: {listed(further)}."
            yield context.diagnostic(f'"{mention.id}" was retired itself. {instead}', mention.location)
