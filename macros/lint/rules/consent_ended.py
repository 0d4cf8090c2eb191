"""Someone whose consent has ended or was withdrawn is asked again or taken out, and the site hides their name until then.

Why: People change jobs and change their minds. The name disappears from the page on the day that was agreed, and stays
in the file until someone takes it out. What was in a file stays in its history, so the sooner it goes the fewer copies
there are.
"""

from datetime import date

from macros.kinds import Named, Record
from macros.lint.diagnostics import Diagnostics, Level, RuleContext, RuleTopic, as_far_as_known
from macros.schema.types import in_words
from macros.source.diagnostic import Location

TOPIC = RuleTopic.PEOPLE
LEVEL = Level.WARNING
# A mistyped date is the error to fix first.
AFTER = ("consent-missing", "consent-too-long", "date-before-network", "date-in-future", "date-out-of-order")


def check(context: RuleContext, record: Record, today: date) -> Diagnostics:
    """Report consent that has ended or been withdrawn."""
    for location, person in record.named_people():
        yield from as_far_as_known(_of(context, location, person, today))


def _of(context: RuleContext, location: Location, person: Named, today: date) -> Diagnostics:
    withdrawn, until = person.consent_withdrawn, person.consent_until
    # Rule consent-missing reports who has not agreed.
    if person.hidden_from is None:
        return
    instead = f"{person.in_their_place()} ".lstrip()
    if withdrawn is not None and withdrawn <= today:
        message = (
            f"Consent was withdrawn on {in_words(withdrawn)}, and the site no longer shows this name. Take "
            f"{person.TO_TAKE_OUT} out today. {instead}The history of the files "
            "keeps the name: tell them so, and ask whoever looks after the site if it needs to be removed there too."
        )
        yield context.diagnostic(message, (*location, "consent_withdrawn"))
    elif until is not None and until <= today:
        message = (
            f"Consent ended on {in_words(until)}, and the site no longer shows this name. Ask them again. "
            "If they agree, write the day they did in consent_given, and in consent_until a day at most two years later. "
            f"If not, take {person.TO_TAKE_OUT} out. {instead}".rstrip()
        )
        yield context.diagnostic(message, (*location, "consent_until"))
