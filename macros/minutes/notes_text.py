"""The notes of a meeting as the text of its record."""

from collections.abc import Mapping, Sequence

from macros.minutes.found import Found, Notes
from macros.minutes.markdown import clean, escaped, markdown, one_line
from macros.minutes.messages import said
from macros.minutes.outcome import Told
from macros.minutes.vocabulary import Section
from macros.outputs.word_form import ACTIONS, DECISIONS
from macros.source.likeness import alike

_DEEPEST = 6
# A line that looks like a heading, with nothing below, says something if it has more words.
_LONGEST_EMPTY = 6
# Headings of which the page of a meeting has a section of its own.
_NOTES_ON = {alike(DECISIONS): "notes-on-decisions", alike(ACTIONS): "notes-on-actions"}


def notes_text(found: Found, kept: Mapping[str, Sequence[str]], told: Told) -> str:
    """The text. `kept` has what became no decision or action, by the name of the heading below which it stays."""
    parts: list[str] = []
    # The headings around the section at hand, each with whether it was written: those without words below are not.
    above: list[tuple[Notes, bool]] = []
    for section in found.notes:
        # The heading of the whole file is none.
        is_title = section.heading == found.title
        level = 0 if is_title else section.level
        above = [one for one in above if one[0].level < level]
        if section.heading and not is_title:
            above.append((section, False))
            if not section.is_marked or len(section.heading.split()) <= _LONGEST_EMPTY:
                told.own.append(section.heading)
        if text := markdown(section.blocks) or (_instead(section) if above else ""):
            for depth, (one, is_written) in enumerate(above):
                if not is_written:
                    parts.append(f"{'#' * min(depth + 2, _DEEPEST)} {_heading(one)}")
            above = [(one, True) for one, _ in above]
            parts.append(text)
    for code, entries in kept.items():
        if entries:
            listed = "\n".join(f"- {escaped(one_line(one))}" for one in dict.fromkeys(entries))
            parts.append(f"## {said(code)}\n\n{listed}")
    return clean("\n\n".join(parts))


def _instead(section: Notes) -> str:
    """What stands below a heading if all of it became decisions or actions; empty if there was nothing."""
    if not section.taken:
        return ""
    if len({*section.taken}) > 1:
        return said("see-both")
    return said("see-decisions" if section.taken[0] is Section.DECISIONS else "see-actions")


def _heading(section: Notes) -> str:
    code = _NOTES_ON.get(alike(section.heading))
    return said(code) if code else escaped(one_line(section.heading))
