"""Makes the record of a meeting from what was found in its minutes."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from macros.kinds import Action, Meeting
from macros.library.library import CONTENT, Library
from macros.library.public import PublicLibrary
from macros.minutes.action_days import ActionDays
from macros.minutes.actions import Actions
from macros.minutes.agenda_part import agenda_words, typed_into_agenda
from macros.minutes.archive import Refused
from macros.minutes.attendance import attended
from macros.minutes.blocks import WordFile, paragraphs_of
from macros.minutes.dates import has_months_first
from macros.minutes.first_names import alone_in
from macros.minutes.form import without_agenda
from macros.minutes.found import Found
from macros.minutes.markdown import first_words, markdown, one_line, with_link
from macros.minutes.messages import said
from macros.minutes.names import Names
from macros.minutes.notes_text import notes_text
from macros.minutes.outcome import Told
from macros.minutes.people import People
from macros.minutes.reading import found_in
from macros.minutes.remainder import remainder
from macros.minutes.several import several
from macros.minutes.which_meeting import WhichMeeting
from macros.outputs.word_form import LONGEST_SUMMARY, SHORTEST_SUMMARY
from macros.pages.agenda import DIAMOND, TOPICS_WAITING, open_actions_of, topics_waiting
from macros.propose.skeleton import draft, file_name
from macros.schema.description import described
from macros.schema.types import Month, in_words, sort_key
from macros.source.document import Document
from macros.source.likeness import alike
from macros.source.writer import record_text

_HELD = "held"
_SHORTEST, _LONGEST = 3, 400
_LONGEST_TITLE = 80


@dataclass(frozen=True)
class Draft:
    """The record that a file becomes: its path in the project, its text, the text that is there now, and what to tell."""

    path: str
    text: str
    before: str
    told: Told
    people: People

    @property
    def difference(self) -> str:
        """What would change, line by line."""
        lines = difflib.unified_diff(
            self.before.splitlines(), self.text.splitlines(), "as it is", "from the minutes", lineterm=""
        )
        return "\n".join(lines)


def drafted(file: WordFile, library: Library, today: date, address: str = "", meeting_id: str = "") -> Draft:
    """The record for a file.

    `address` is that of the site. `meeting_id` names the meeting, which is otherwise known by the link to its page, by its day or not at
    all. Raises `Refused`.
    """
    months_first = has_months_first("\n".join(one.text for one in paragraphs_of(file.blocks)), file.saved)
    if days := several(without_agenda(file.blocks), months_first=months_first):
        raise Refused(said("several-meetings", days=days))
    found = found_in(file)
    if not any(paragraph.text for paragraph in paragraphs_of(file.blocks)):
        raise Refused(said("empty"))
    return _Drafting(file, found, library, today, address, months_first=months_first).draft(meeting_id)


class _Drafting:
    def __init__(
        self, file: WordFile, found: Found, library: Library, today: date, address: str, *, months_first: bool
    ) -> None:
        self._file, self._found, self._library, self._today, self._address = file, found, library, today, address
        self._months_first = months_first
        self._told = Told()
        texts = [one.text for one in paragraphs_of(without_agenda(file.blocks))]
        sure, self._maybe_names = alone_in(found, "\n".join(texts), People(library))
        self._people = People(library, tuple(sure))
        self._kept_decisions: list[str] = []
        self._names = Names(self._people, self._told)

    def draft(self, meeting_id: str) -> Draft:
        which = WhichMeeting(
            self._file, self._found, self._library, self._today, self._address, self._told, self._months_first
        )
        written = which.day()
        meeting = which.meeting(meeting_id, written)
        day = which.day_of(meeting, written)
        document = self._library.documents[f"{CONTENT}/{meeting.path}"] if meeting else None
        values: dict[str, Any] = dict(document.values) if document else {}
        values |= {"stage": _HELD, "attended": self._attended(values), "decisions": self._decisions(values)}
        actions = self._actions(meeting, day)
        values["actions"] = [*actions.values.values()]
        body = self._names.without(self._body(actions.kept))
        if not body and self._is_blank(actions):
            self._told.ask_first("nothing-filled-in")
        values = self._names.in_values(values, document.values if document else {}, actions.open)
        self._rest(day)
        if document is not None and meeting is not None:
            made = self._of_record(meeting, document, values, body)
        else:
            made = self._new(values, body, day, is_known=written is not None)
        which.ask_if_of_demonstration()
        self._names.ask()
        self._ask_maybe_names(made.text)
        known = f"{made.text}\n{self._told.known()}\n{self._found.title}"
        self._told.left_out += remainder(self._file, known, "\n".join(self._told.questions))
        return made

    def _ask_maybe_names(self, text: str) -> None:
        words = {*re.findall(r"[^\W\d_]+", text)}
        if names := [one for one in self._maybe_names if one in words]:
            in_public = said("people-in-public")
            self._told.ask("maybe-people", *names, in_public=in_public, names="; ".join(names))

    def _of_record(self, meeting: Meeting, document: Document, values: dict[str, Any], body: str) -> Draft:
        """The record that a meeting has, with what its minutes say."""
        ask = self._told.ask
        if meeting.is_called_off:
            values.pop("reason", None)
            ask("called-off", title=meeting.title)
        self._summary(meeting, values)
        if meeting.is_held and body and body.strip() != document.body.strip():
            ask("changed-by-hand")
        self._topics(meeting)
        printed = agenda_words(self._public.all_of(Meeting).get(meeting.id, meeting), document.body, self._public)
        self._told.left_out += typed_into_agenda(self._file.blocks, printed)
        if not body and document.body.strip():
            ask("no-notes")
        self._without_diamond(values)
        values["updates"] = self._updates(values.get("updates"))
        text = record_text(described(Meeting), values, body or document.body)
        return Draft(document.path, text, document.text, self._told, self._people)

    def _summary(self, meeting: Meeting, values: dict[str, Any]) -> None:
        text = one_line(self._found.summary)
        if SHORTEST_SUMMARY <= len(text) <= LONGEST_SUMMARY:
            values["summary"] = self._names.without(text)
            self._told.understood.append(said("happened", text=text))
            return
        code = "summary-now" if meeting.is_held else "summary-planned"
        if text:
            limits = {"shortest": SHORTEST_SUMMARY, "longest": LONGEST_SUMMARY, "number": len(text)}
            public = said(code, summary=meeting.summary)
            self._told.ask("summary-length", in_public=public, text=text, summary=meeting.summary, **limits)
        else:
            self._told.ask(code, summary=meeting.summary)

    def _topics(self, meeting: Meeting) -> None:
        """Ask which of the topics that waited were discussed, if there are notes about them."""
        if not any(alike(one.heading) == alike(TOPICS_WAITING) and markdown(one.blocks) for one in self._found.notes):
            return
        if waiting := topics_waiting(meeting, self._public):
            self._told.ask("topics", *waiting, topics="; ".join(f'"{one}"' for one in waiting))
            self._told.for_editor.append(said("taken-up", meeting=meeting.id))

    @cached_property
    def _public(self) -> PublicLibrary:
        return PublicLibrary.of(self._library, self._today)

    def _actions(self, meeting: Meeting | None, day: date) -> Actions:
        public = self._public
        agreed = {name: one.agreed_at.date for name, one in public.action_histories.items()}
        still_open = {
            one.id: one
            for one in _open_before(meeting, public, day)
            if sort_key(agreed.get(one.id, day)) <= sort_key(day)
        }
        ended = {name: one.latest for name, one in public.action_histories.items() if name not in still_open}
        following = [
            one.date for one in public.all_of(Meeting).values() if one.is_planned and isinstance(one.date, date)
        ]
        next_meeting = min((one for one in following if one > day), default=None)
        days = ActionDays(day, self._today, next_meeting, self._months_first)
        actions = Actions(still_open, ended, agreed, self._people, days, self._told)
        actions.read(self._found.actions)
        return actions

    def _decisions(self, values: Mapping[str, Any]) -> list[str]:
        item = values.get("standing_item")
        under_item = item.get("decisions", []) if isinstance(item, dict) else []
        known = [*values.get("decisions", [])]
        for one in self._found.decisions:
            text = one_line(one)
            if not _SHORTEST <= len(text) <= _LONGEST:
                self._told.ask("decision-length", first_words(text), decision=first_words(text))
                self._kept_decisions.append(text)
            elif alike(text) not in map(alike, [*known, *under_item]):
                known.append(text)
                self._told.understood.append(said("decision", text=text))
        return known

    def _is_blank(self, actions: Actions) -> bool:
        """Whether nothing was filled in, as far as there are no notes."""
        found = self._found
        return not (
            found.present or found.absent or found.unclear or found.decisions or found.summary or actions.says_something
        )

    def _attended(self, values: Mapping[str, Any]) -> list[str]:
        here = attended(self._found, self._people, self._told)
        if not here and not self._found.present:
            self._told.ask("no-one-there")
        return [*dict.fromkeys([*values.get("attended", []), *here])]

    def _body(self, kept_actions: Sequence[str]) -> str:
        kept = {"other-decisions": self._kept_decisions, "other-actions": kept_actions}
        return notes_text(self._found, kept, self._told)

    def _without_diamond(self, values: dict[str, Any]) -> None:
        """Take a planned Diamond 9 out that no one has ranked: a file of minutes has no place for that."""
        diamond = values.get("diamond9")
        if isinstance(diamond, dict) and not diamond.get("groups"):
            del values["diamond9"]
            self._told.left_out.append(said("diamond-left-out", diamond=DIAMOND, question=diamond.get("question", "")))
        # A file of ours has the Diamond 9 as a heading, long after it was taken out of the record.
        elif diamond is not None or not any(one.heading.startswith(DIAMOND) for one in self._found.notes):
            return
        self._told.ask("diamond", diamond=DIAMOND)

    def _rest(self, day: date) -> None:
        """Tell what a record has no place for, and what else a person has to look at."""
        found, told = self._found, self._told
        told.left_out += [
            said("no-place", where=one.where, text=one_line(one.text)) for one in found.asides if one_line(one.text)
        ]
        told.own += [*found.own, found.page, *found.agenda]
        told.left_out += [said("unread", what=one) for one in self._file.unread]
        told.left_out += [
            said("no-web-page", target=one) for one in dict.fromkeys(self._file.targets) if not with_link(one)
        ]
        if day > self._today:
            told.ask("to-come", day=in_words(day))

    def _updates(self, before: Any) -> list[Any]:
        known = before if isinstance(before, list) else []
        if any(
            isinstance(one, dict) and one.get("note", "").startswith(said("minutes-added").rstrip(".")) for one in known
        ):
            return known
        return [*known, {"date": self._today.isoformat(), "note": said("minutes-added")}]

    def _new(self, values: dict[str, Any], body: str, day: date, *, is_known: bool) -> Draft:
        """A draft for a meeting that has no record: what a file cannot know is left blank, such as a day that no one wrote."""
        title = one_line(self._found.title)
        if not _SHORTEST <= len(title) <= _LONGEST_TITLE or not file_name(title):
            title = said("untitled", month=in_words(Month(day.year, day.month)))
        known = {"title": title, "added": self._today.isoformat(), **values}
        if is_known:
            known["date"] = day.isoformat()
        name = f"{day:%Y-%m}-{file_name(title)}"
        while f"{CONTENT}/{Meeting.FOLDER}/{name}.md" in self._library.files:
            name += "-2"
        self._told.assumed.append(said("new-record"))
        text = draft(Meeting.KIND, known, self._library)
        if body:
            text += f"\n{body}\n"
        return Draft(f"{CONTENT}/{Meeting.FOLDER}/{name}.md", text, "", self._told, self._people)


def _open_before(meeting: Meeting | None, public: PublicLibrary, day: date) -> Sequence[Action]:
    """The actions that a meeting is to speak of: those of its record, if it has one, and those open if no later meeting was held."""
    if meeting is not None and not meeting.is_held:
        return open_actions_of(meeting, public)
    if meeting is not None:
        return meeting.actions
    last = public.last_held
    return (
        [] if last is not None and sort_key(last.date) > sort_key(day) else [one.latest for one in public.open_actions]
    )
