"""A file name, a former file name or the name of an action belongs to one thing only.

Why: Links and other records use these names. If two things had the same one, half of the links would lead to the
wrong place.
"""

from collections.abc import Iterator

from macros.kinds import Meeting
from macros.library.library import Library
from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic

TOPIC = RuleTopic.NAMES


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Check former names against every name of their kind, and the action names within each meeting."""
    for kind, of_kind in library.records.items():
        former: dict[str, str] = {}
        for record in of_kind.values():
            if not record.aliases:
                continue
            context = RuleContext(library, library.documents[f"content/{record.path}"], record)
            for index, alias in enumerate(record.aliases):
                if alias in library.ids[kind]:
                    owner = "This file" if alias == record.id else "Another file"
                    yield context.diagnostic(
                        f'{owner} is called "{alias}", so it cannot be a former name. Take it out.', ("aliases", index)
                    )
                elif former.setdefault(alias, record.id) != record.id or record.aliases.index(alias) != index:
                    again = f'"{alias}" is in this list twice. Take one of them out.'
                    other = (
                        f'"{alias}" is already a former name of "{former[alias]}". Take it out here, or below "aliases:" in '
                        f'"{former[alias]}.md".'
                    )
                    yield context.diagnostic(again if former[alias] == record.id else other, ("aliases", index))
    for meeting in library.all_of(Meeting).values():
        yield from _actions(RuleContext(library, library.documents[f"content/{meeting.path}"], meeting), meeting)


def _actions(context: RuleContext, meeting: Meeting) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for index, action in enumerate(meeting.actions):
        if action.id in seen:
            yield context.diagnostic(
                f'This meeting already has an action "{action.id}". Give each its own short name.',
                ("actions", index, "id"),
            )
        seen.add(action.id)
