"""What becomes of a file of minutes: the record, and what a person has to hear of it."""

from dataclasses import dataclass, field


@dataclass
class Told:
    """What a person has to hear. Each list has sentences, in the order of the file.

    - `understood`: what was found, as it was understood.
    - `assumed`: what the file did not say, and how it was read.
    - `questions`: what a person has to decide.
    - `left_out`: words of the file that are not in the record, and why.
    - `own`: words that are part of the form or the agenda, which nobody misses.
    """

    understood: list[str] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)

    def words(self) -> str:
        """Everything, as one text."""
        return "\n".join([*self.understood, *self.assumed, *self.questions, *self.left_out, *self.own])
