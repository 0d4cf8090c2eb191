"""Adds the decisions and actions to what was found that lines of minutes say."""

from macros.minutes.blocks import Block, Paragraph
from macros.minutes.found import Found, FoundAction
from macros.minutes.inline import action_and_owner, decision_line, is_only_owner, says_nothing
from macros.minutes.typed import without_sign
from macros.minutes.vocabulary import Section


def take_decision(found: Found, within: Section | None, text: str, block: Block) -> None:
    """Add a decision. `within` is the part of minutes at hand, and `block` what its `text` stands in."""
    own = without_sign(block) if isinstance(block, Paragraph) else text
    words = own if own in text else text
    if says_nothing(words):
        found.own.append(words)
        return
    decide(found, within, decision_line(words) or words, words)


def decide(found: Found, within: Section | None, decision: str, words: str) -> None:
    """Add a decision that all the `words` of a line are, but for what says that it is one."""
    found.decisions.append(decision)
    found.own.append(words.removesuffix(decision))
    _took(found, within, Section.DECISIONS)


def take_actions(found: Found, within: Section | None, block: Paragraph, text: str = "") -> None:
    """Add the actions that a paragraph says, or the `text` behind its label."""
    words = text or without_sign(block)
    if says_nothing(words):
        found.own.append(words)
        return
    if is_only_owner(words):
        found.note([block])
        return
    lines = [line for line in words.split("\n") if line.strip()]
    # Lines that each name who does what.
    is_several = len(lines) > 1 and all(action_and_owner(line)[1] for line in lines)
    for line in lines if is_several else [words]:
        what, owner = action_and_owner(line)
        found.actions.append(FoundAction(what, owner=owner, due=line, is_struck=block.is_struck))
    _took(found, within, Section.ACTIONS)


def _took(found: Found, within: Section | None, part: Section) -> None:
    """Note that words below a heading of the notes became an entry of another part."""
    if within is None and found.notes:
        found.notes[-1].taken.append(part)
