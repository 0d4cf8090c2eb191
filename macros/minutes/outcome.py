"""What becomes of a file of minutes: the record, and what a person has to hear of it."""

from dataclasses import dataclass, field
from typing import Any

from macros.minutes.messages import said

# What each list is called that people see, in this order.
LISTS = {
    "understood": "Understood",
    "assumed": "How this was read, so please check",
    "questions": "Questions for you",
    "left_out": "Left out of the page",
    "for_editor": "For the editor",
}


@dataclass
class Told:
    """What a person has to hear. Each list has sentences, in the order of the file.

    - `understood`: what was found, as it was understood.
    - `assumed`: what the file did not say, and how it was read.
    - `questions`: what a person has to decide.
    - `for_editor`: what else has to be done, in other records.
    - `asked`: for each question, what kind of question it is, and what it is about.
    - `left_out`: words of the file that are not in the record, and why.
    - `in_public`: what to ask where everyone can read it, in place of a question that may name people.
    - `own`: words that are part of the form or the agenda, which no one misses.
    """

    understood: list[str] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    for_editor: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    asked: list[tuple[str, ...]] = field(default_factory=list)
    in_public: dict[str, str] = field(default_factory=dict)

    def ask_first(self, kind: str) -> None:
        """Ask a question of some kind before all others."""
        self.questions.insert(0, said(kind))
        self.asked.insert(0, (kind,))

    def ask(self, kind: str, *about: str, in_public: str = "", **details: Any) -> None:
        """Ask a question of some kind. If it may name people, `in_public` asks the same and names no one."""
        question = said(kind, **details)
        self.questions.append(question)
        self.asked.append((kind, *about))
        if in_public:
            self.in_public[question] = in_public

    def known(self) -> str:
        """Everything but the questions, as one text."""
        return "\n".join([*self.understood, *self.assumed, *self.left_out, *self.own])
