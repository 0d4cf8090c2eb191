"""A champion whose consent has ended or was withdrawn is asked again or taken out, and the site hides them until then.

Why: People change jobs and change their minds. The name disappears from the page on the day that was agreed, and stays
in the file until someone takes it out. What was in a file stays in its history, so the sooner it goes the fewer copies
there are.
"""

from datetime import date

from macros.kinds import Champion, Service
from macros.lint.diagnostics import Diagnostics, Level, RuleContext, RuleTopic, as_far_as_known
from macros.schema.types import Month, in_words

TOPIC = RuleTopic.PEOPLE
LEVEL = Level.WARNING
# A mistyped date is the error to fix first.
AFTER = ("consent-missing", "consent-too-long", "date-before-network", "date-in-future", "date-out-of-order")


def check(context: RuleContext, record: Service, today: date) -> Diagnostics:
    """Report consent that has ended or been withdrawn."""
    for index, champion in enumerate(record.champions):
        yield from as_far_as_known(_of(context, index, champion, today))


def _of(context: RuleContext, index: int, champion: Champion, today: date) -> Diagnostics:
    withdrawn, until = champion.consent_withdrawn, champion.consent_until
    # Rule consent-missing reports who has not agreed.
    if champion.hidden_from is None:
        return
    if withdrawn is not None and withdrawn <= today:
        message = (
            f"Consent was withdrawn on {in_words(withdrawn)}, and the site no longer shows this champion. Take "
            f"all of their lines out today. {_in_their_place(champion)} The history of the files "
            "keeps the name: tell them so, and ask whoever looks after the site if it needs to be removed there too."
        )
        yield context.diagnostic(message, ("champions", index, "consent_withdrawn"))
    elif until is not None and until <= today:
        message = (
            f"Consent ended on {in_words(until)}, and the site no longer shows this champion. Ask them again. "
            "If they agree, write the day they did in consent_given, and in consent_until a day at most two years later. "
            f"If not, take all of their lines out. {_in_their_place(champion)}"
        )
        yield context.diagnostic(message, ("champions", index, "consent_until"))


def _in_their_place(champion: Champion) -> str:
    """The anonymous entry that replaces a champion. It ends on the day the site stopped showing the name."""
    since = Month(champion.since.year, champion.since.month)
    return (
        'To keep a record that the service had a champion, add an entry without a name under "past_champions": '
        f'"since: {since}" and "until: {champion.hidden_from:%Y-%m}".'
    )
