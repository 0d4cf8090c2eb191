"""Meetings that are made up, written into the form as people type, and what must come back of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from macros.kinds import Action, Meeting, Service
from macros.library.library import Library
from macros.outputs.action_ref import action_ref
from macros.schema.types import in_words
from macros.source.document import Document, parse_document
from tests.support.exporting import put
from tests.support.filling import DONE, DUE, Form, typed

HARVEST, WINTER = "2026-09-harvest-meeting", "2026-12-winter-meeting"
HELD_ON, AFTER = date(2026, 12, 10), date(2026, 12, 20)
_WORDS = (
    "tea coat rain bread lamp river seven garden window paper quiet shared training notice before after during between "
    "wellbeing café naïve Siân résumé fiancée £5 50% 3.5 24/7 e.g. i.e. A4 B2B #1 @team x=y a_b_c snake_case CamelCase"
).split()
_SIGNS = (
    "* ** _ __ ` ~~ ~ # ## > < | \\ [ ] ( ) [x] [a](b) <b> </p> &amp; & {{ }} {% %} ! !! ? … – — - -- ‘q’ “q” 'q' \"q\" • · → ✓ ☐ "
    "½ ² € £ § ¶ © 1. 2) a) + = : ; , . / :// ^ $ $x$ 8<-- --8<-- \u00a0 \u202f \u2011 \u00ad 😀 👩‍🚒 ﬁ Ⅷ ①"
).split(" ")
_HEADINGS = ("Safety: Ice", "Discussion", "Any other business and close")


def words(text: str) -> list[str]:
    """The words of a text as a person who compares two prints would count them."""
    return re.findall(
        r"[^\W_]+", unicodedata.normalize("NFKC", text.replace("\u00ad", "").replace("\u200d", "")).casefold()
    )


@dataclass
class Made:
    """A meeting that was made up: the file, all that was typed into it, and what its record must say."""

    library: Library
    content: bytes = b""
    typed: list[str] = field(default_factory=list)
    attended: list[str] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)
    # What each action that was open must be like, by its id, and each new one, by its words.
    old: dict[str, dict[str, str]] = field(default_factory=dict)
    new: dict[str, dict[str, str]] = field(default_factory=dict)


def sentence(random: Random, least: int = 3, most: int = 14) -> str:
    """Words and signs as people type them. It has a word for certain."""
    parts = [random.choice(_SIGNS if random.random() < 0.25 else _WORDS) for _ in range(random.randint(least, most))]
    text = " ".join([*parts, random.choice(_WORDS[:10])])
    return random.choice(_SIGNS) + " " + text if random.random() < 0.1 else text[0].upper() + text[1:]


def made(number: int, read: Library, change: Any) -> Made:
    """The meeting of a number. `change` makes a copy of the library to change."""
    random = Random(number)
    library = change(read)
    services = [*library.all_of(Service).values()]
    for meeting in [*library.all_of(Meeting).values()]:
        put(library, meeting, actions=[])
    harvest = library.all_of(Meeting)[HARVEST]
    actions = [
        Action(
            id=f"action-{number}-{index}",
            text=sentence(random).replace("\u00ad", ""),
            owner=random.choice(services).id,
            due=_day(random),
        )
        for index in range(random.randint(0, 6))
    ]
    put(library, harvest, actions=actions)
    one = Made(library)
    one.content = typed(library, WINTER, AFTER, lambda form: _fill(form, one, actions, services, random))
    return one


def _day(random: Random) -> date | None:
    return HELD_ON + timedelta(random.randint(1, 200)) if random.random() < 0.7 else None


def _fill(form: Form, one: Made, actions: Sequence[Action], services: Sequence[Service], random: Random) -> None:
    for service in services:
        if service.is_current and (random.random() < 0.6 or not one.attended):
            form.attend(service.title, random.choice(("x", "X", "✓", "yes", "Yes", "2")))
            one.attended.append(service.id)
        elif service.is_current and random.random() < 0.4:
            form.attend(service.title, apologies="x")
    for _ in range(random.randint(0, 7)):
        text = sentence(random)
        form.decide(text)
        one.typed.append(text)
        one.decisions.append(text)
    for action in actions:
        _old(form, one, action, random)
    for _ in range(random.randint(0, 8)):
        _new(form, one, services, random)
    for heading in _HEADINGS:
        for _ in range(random.randint(0, 4)):
            _note(form, one, heading, random)


def _old(form: Form, one: Made, action: Action, random: Random) -> None:
    row = form.row_of(action_ref(action.id))
    expected = {"text": action.text, "owner": action.owner}
    if action.due:
        expected["due"] = action.due.isoformat()
    how = random.random()
    if how < 0.25:
        row[DONE].paragraphs[0].add_run(random.choice(("x", "Done", "✓", "yes")))
        expected["done"] = HELD_ON.isoformat()
    elif how < 0.4:
        why = sentence(random, 2, 5)
        row[DONE].paragraphs[0].add_run(f"dropped: {why}")
        one.typed.append(why)
        expected["dropped"] = HELD_ON.isoformat()
    elif how < 0.55:
        day = HELD_ON + timedelta(random.randint(1, 200))
        row[DUE].text = random.choice(
            (
                in_words(day),
                f"{day:%d/%m/%Y}",
                f"{day:%d.%m.%y}",
                f"{day:%a} {day.day} {day:%b} {day.year}",
                day.isoformat(),
            )
        )
        expected["due"] = day.isoformat()
    one.old[action.id] = expected


def _new(form: Form, one: Made, services: Sequence[Service], random: Random) -> None:
    text, service, day = sentence(random), random.choice(services), _day(random)
    form.act(text, service.title, in_words(day) if day else "")
    one.typed.append(text)
    one.new[" ".join(words(text))] = {"owner": service.id} | ({"due": day.isoformat()} if day else {})


def _note(form: Form, one: Made, heading: str, random: Random) -> None:
    kind = random.random()
    if kind < 0.15:
        rows = [[sentence(random, 1, 4) for _ in range(3)] for _ in range(random.randint(2, 4))]
        form.note(heading, "")
        form.note_table(heading, rows)
        one.typed += [text for row in rows for text in row]
        return
    text = sentence(random, 3, 30)
    style = random.choice(("List Bullet", "List Number")) if kind < 0.45 else None
    paragraph = form.note(heading, text, style)
    one.typed.append(text)
    if kind > 0.7:
        run = paragraph.add_run(f" {sentence(random, 1, 3)} ")
        run.bold, run.italic = random.random() < 0.5, random.random() < 0.3
        one.typed.append(run.text)
    if kind > 0.85:
        _link(form, one, paragraph, random)
    if kind > 0.9:
        paragraph.add_run().add_break()
        after = sentence(random)
        paragraph.add_run(f"\t{after}")
        one.typed.append(after)


def _link(form: Form, one: Made, paragraph: Any, random: Random) -> None:
    address = random.choice(
        ("https://example.org/a?b=c&d=(e)", "https://example.org/page#part", "mailto:team@example.org")
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link, run, text = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    link.set(qn("r:id"), form.document.part.relate_to(address, kind, is_external=True))
    text.text = f" {sentence(random, 1, 3)}"
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    link.append(run)
    paragraph._p.append(link)
    one.typed.append(text.text)


def values_of(path: str, text: str) -> dict[str, Any]:
    """The fields of a record by its text."""
    document = Document(path=path, kind="meeting", id=WINTER)
    parse_document(document, text.encode())
    assert document.rejections == []
    return document.values
