"""What the page that reads minutes in a browser has to know of the network: nothing that the site does not show."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from macros.kinds import Action, Meeting, Service
from macros.library.library import CONTENT, INDEX
from macros.library.public import PublicLibrary
from macros.minutes.agenda_part import agenda_words
from macros.minutes.people import People
from macros.outputs.action_ref import action_ref
from macros.outputs.file import File
from macros.pages.agenda import open_actions_of, topics_waiting
from macros.propose.services import services_by_name
from macros.propose.skeleton import THE_REST, end_of_draft, parts_of_draft
from macros.schema.description import described
from macros.source.document import Document
from macros.source.writer import FieldStyle, record_text

PATH = "api/minutes.json"


def minutes_data(public: PublicLibrary, documents: Mapping[str, Document], address: str) -> Iterator[File]:
    """The file that the page reads when it opens. `documents` has at least those of meetings that are not held, by path."""
    data = json.dumps(network_data(public, documents, address), ensure_ascii=False, separators=(",", ":"))
    yield File(PATH, data.encode())


def network_data(public: PublicLibrary, documents: Mapping[str, Document], address: str) -> dict[str, Any]:
    """What the page knows: form/minutes/network.js says what is what. `address` is that of the site, if it has one."""
    services, meetings = public.all_of(Service), public.all_of(Meeting)
    of_plans = [action for one in meetings.values() if not one.is_held for action in one.actions]
    return {
        "pages": f"{address.rstrip('/')}/{Meeting.FOLDER}/" if address else "",
        "folder": f"{CONTENT}/{Meeting.FOLDER}",
        "zone": public.network.time_zone,
        # The day of a demonstration is always the same.
        "day": public.today.isoformat() if public.network.demonstration else "",
        "names": dict(services_by_name(public)),
        "champions": {
            name: {"role": role, "service": service} for name, (role, service) in People(public).champions.items()
        },
        "titles": {one.id: one.title for one in services.values()},
        "formerServices": dict(public.aliases[Service.KIND]),
        "current": [one.id for one in services.values() if one.is_current],
        "meetings": [_meeting(one, public, documents) for one in meetings.values()],
        "aliases": dict(public.aliases[Meeting.KIND]),
        "files": [f"{CONTENT}/{one.path}" for one in meetings.values()] + [f"{CONTENT}/{Meeting.FOLDER}/{INDEX}"],
        "open": _agreed([one.latest for one in public.open_actions], public),
        "actions": [_ended(one.latest) for one in public.action_histories.values()],
        "refs": {name: action_ref(name) for name in [*public.action_histories, *(one.id for one in of_plans)]},
        "lastHeld": str(public.last_held.date) if public.last_held else "",
        "fields": _styles(described(Meeting)),
        "stages": [
            {"value": one.value, "also": one.also, "description": one.description}
            for one in described(Meeting)["stage"].options(public.network)
        ],
        "started": _started(public),
    }


def _meeting(meeting: Meeting, public: PublicLibrary, documents: Mapping[str, Document]) -> dict[str, Any]:
    known = {"id": meeting.id, "title": meeting.title, "date": str(meeting.date), "isHeld": meeting.is_held}
    if meeting.is_held:
        return known
    document = documents[f"{CONTENT}/{meeting.path}"]
    values, text = document.values, document.text
    if "join" in values and meeting.join is None:
        # No one is to join there any more.
        values = {name: value for name, value in values.items() if name != "join"}
        text = record_text(described(Meeting), values, document.body)
    return {
        **known,
        "path": document.path,
        "isCalledOff": meeting.is_called_off,
        "isPlanned": meeting.is_planned,
        "values": values,
        "body": document.body,
        "text": text,
        "agenda": agenda_words(meeting, document.body, public),
        "topics": topics_waiting(meeting, public),
        "actions": _agreed(open_actions_of(meeting, public), public),
    }


def _agreed(actions: Iterable[Action], public: PublicLibrary) -> list[dict[str, Any]]:
    """Each action, with the day or month since which it is agreed."""
    histories = public.action_histories
    return [
        {
            "action": one.model_dump(mode="json", exclude_none=True),
            "agreed": str(histories[one.id].agreed_at.date) if one.id in histories else "",
        }
        for one in actions
    ]


def _ended(action: Action) -> dict[str, str]:
    day = action.done or action.dropped
    return {"id": action.id, "text": action.text, "day": day.isoformat() if day else ""}


def _started(public: PublicLibrary) -> dict[str, Any]:
    fields = [
        {"name": one.name, "about": one.about, "blank": one.blank if one.is_asked else None, "example": one.example}
        for one in parts_of_draft(Meeting.KIND, public)
    ]
    return {"fields": fields, "rest": THE_REST, "end": [*end_of_draft(Meeting.KIND)]}


def _styles(fields: Mapping[str, FieldStyle]) -> list[dict[str, Any]]:
    return [
        {"name": name, "isText": one.is_text, "unsaid": one.unsaid, "parts": _styles(one.parts)}
        for name, one in fields.items()
    ]
