"""The form of ours in a file: where it starts, below the agenda, and which of its words are our own."""

from collections.abc import Sequence

from macros.minutes.blocks import Block, Paragraph, paragraphs_of
from macros.outputs.word_form import FORMER, HOW_TO, HOW_TO_ACT, HOW_TO_ATTEND, HOW_TO_OWN, HOW_TO_SEND, TITLE

# Earlier forms do not say who owns an action.
_OWN = frozenset({HOW_TO_ATTEND, f"{HOW_TO_ACT} {HOW_TO_OWN}", *FORMER, f"{FORMER[-1]} {HOW_TO_OWN}"})
_AGENDA = "agenda:"


def is_own(text: str) -> bool:
    """Whether a paragraph is one of ours, which says how to fill the form in or where to send it."""
    return text in _OWN or text.startswith((HOW_TO, HOW_TO_SEND))


def _start(blocks: Sequence[Block]) -> int:
    """The index of the heading of our form, below the agenda; 0 if there is none."""
    texts = [one.text.lower() if isinstance(one, Paragraph) else "" for one in blocks]
    for index, text in enumerate(texts):
        if text.startswith(TITLE.lower()) and any(before.startswith(_AGENDA) for before in texts[:index]):
            return index
    return 0


def without_agenda(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks from the heading of our form on; all of them if it is not there."""
    return blocks[_start(blocks) :]


def agenda_of(blocks: Sequence[Block]) -> list[str]:
    """The words before our form, by paragraph."""
    return [one.text for one in paragraphs_of(blocks[: _start(blocks)]) if one.text]
