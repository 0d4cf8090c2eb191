"""The last question before a network is made: whether the answers are right, and which of them to change."""

from pathlib import Path

from macros.founding.interview import Ask, Tell, Values, answered, answers_in, asked_for
from macros.founding.network_files import new_files
from macros.founding.summary import summary

_ASKS = "Is that what you want? Answer yes or no, or give the number of an answer to change it."


def agreed(root: Path, values: Values, ask: Ask, tell: Tell) -> bool:
    """Whether someone agrees to what happens below `root`, once the `values` are as they want them."""
    while True:
        tell(f"\n{summary(root, values, list(new_files(root, answers_in(values))))}")
        while (reply := ask("yes, no or a number", _ASKS).strip().lower()) not in ("y", "yes", "n", "no"):
            if (question := asked_for(reply)) is not None:
                answered(question, question.name, ask, tell, values)
                break
            tell(f'There is no answer "{reply}".')
        else:
            return reply.startswith("y")
