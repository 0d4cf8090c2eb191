"""The questions and answers of a question set can be told apart, by their short names and by what people read.

Why: Answers come back under the words that people read. With two questions alike, no one could tell which one an answer belongs to.
"""

from collections.abc import Sequence

from macros.kinds import QuestionSet
from macros.kinds.question_set import as_compared
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, repeated
from macros.schema.part import known
from macros.source.diagnostic import Location

TOPIC = RuleTopic.NAMES
# A question that every survey asks anyway.
_TAKEN = "service"


def check(context: RuleContext, record: QuestionSet) -> Diagnostics:
    """Compare the names and the words of the questions with each other, and those of the answers."""
    names = [known(one, "id", f" {index}") for index, one in enumerate(record.items)]
    yield from _twice(context, "items", "id", names, "question")
    for index, name in enumerate(names):
        if name == _TAKEN:
            message = f'Every survey asks for the "{_TAKEN}" of people already. Give this question another name.'
            yield context.diagnostic(message, ("items", index, "id"))
    wordings: dict[Location, str] = {}
    for index, one in enumerate(record.items):
        wordings["items", index, "text"] = known(one, "text", f" {index}")
        for place, before in enumerate(known(one, "before", ())):
            wordings["items", index, "before", place] = before
    for index in repeated(map(as_compared, wordings.values())):
        location = [*wordings][index]
        message = "Another question here has, or had, the same words. Write each wording once."
        yield context.diagnostic(message, location)
    for part in ("id", "text"):
        values = [known(one, part, f" {index}") for index, one in enumerate(record.scale)]
        yield from _twice(context, "scale", part, values, "answer")


def _twice(context: RuleContext, name: str, part: str, values: Sequence[str], what: str) -> Diagnostics:
    for index in repeated(map(as_compared, values)):
        message = f'There is another {what} "{values[index]}". Give each a name and words of its own.'
        yield context.diagnostic(message, (name, index, part))
