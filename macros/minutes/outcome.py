"""What becomes of a file of minutes: the record, and what a person has to hear of it."""

from dataclasses import dataclass, field

# What each list is called that people see, in this order.
LISTS = {
    "understood": "Understood",
    "assumed": "Not said in the file, so please check",
    "questions": "Questions for you",
    "left_out": "Left out of the record",
}


@dataclass
class Told:
    """What a person has to hear. Each list has sentences, in the order of the file.

    - `understood`: what was found, as it was understood.
    - `assumed`: what the file did not say, and how it was read.
    - `questions`: what a person has to decide.
    - `left_out`: words of the file that are not in the record, and why.
    - `in_public`: what to ask where everyone can read it, in place of a question that may name people.
    - `own`: words that are part of the form or the agenda, which no one misses.
    """

    understood: list[str] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    in_public: dict[str, str] = field(default_factory=dict)

    def ask_privately(self, question: str, in_public: str) -> None:
        """Ask something that may name people. `in_public` asks the same and names no one."""
        self.questions.append(question)
        self.in_public[question] = in_public

    def words(self) -> str:
        """Everything, as one text."""
        return "\n".join([*self.understood, *self.assumed, *self.questions, *self.left_out, *self.own])
