"""Drafts an initiative from slides: what their titles say decides under which heading their words go."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from macros.kinds import Initiative
from macros.library.library import CONTENT, Library
from macros.minutes.archive import Refused
from macros.minutes.blocks import paragraphs_of
from macros.minutes.markdown import clean, escaped, markdown, one_line, with_link
from macros.minutes.people import People
from macros.minutes.slides import Slide
from macros.propose.skeleton import draft, file_name, record_name

_DID, _HOW, _CHANGED = (section.title for section in Initiative.SECTIONS)
# What the title of a slide has in it if its words belong under a heading. The first that fits counts.
_TITLES = {
    _CHANGED: r"\b(?:results?|outcomes?|impact|findings?|what changed|feedback|evaluation|differences?|benefits?|learn\w*)\b",
    _HOW: r"\b(?:how (?:to|you)|try it|steps?|getting started|tips?|implement\w*|recommend\w*|what you need)\b",
    _DID: r"\b(?:what (?:we (?:did|do)|happens)|idea|approach|background|aims?|methods?|intervention|about|why|overview|introduction)\b",
}
# The titles of slides that say no more than the heading their words go under.
_SAME = {section.title: {section.title.lower(), section.formerly.lower()} for section in Initiative.SECTIONS}
_SOURCES = re.compile(r"\b(?:references?|sources?|further reading|bibliography)\b", re.IGNORECASE)
_LEFT_OUT = re.compile(
    r"(?:(?:any )?questions?\W*|thank(?:s| you).*|agenda|contents|contact(?: us| details)?)", re.IGNORECASE
)
_SHORTEST_SUMMARY, _LONGEST_SUMMARY = 30, 200
_SHORTEST_TITLE, _LONGEST_TITLE = 3, 80


@dataclass
class SlidesDraft:
    """The draft of an initiative: its path and text, what to ask, what was left out and what the speaker's notes say."""

    path: str = ""
    text: str = ""
    questions: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def initiative_from(slides: Sequence[Slide], library: Library, today: date) -> SlidesDraft:
    """The draft that slides become. Their words are all in it or in what was left out. Raises `Refused` if there are none."""
    if not any(one.title or one.blocks for one in slides):
        raise Refused("There are no words on these slides.")
    made = SlidesDraft(
        notes=[f"slide {number}: {one_line(one.notes)}" for number, one in enumerate(slides, 1) if one.notes]
    )
    first, others = slides[0], slides[1:]
    values = {**_about(first, made), "added": today.isoformat(), **_source(others)}
    in_first = "" if "summary" in values else markdown(first.blocks)
    text = _text(in_first, others, made)
    text, replaced = People(library).with_roles(text)
    made.left_out += [
        f'"{name}" is now "{role}", because people are not named.' for name, role in dict.fromkeys(replaced)
    ]
    if names := People(library).maybe_people(text):
        made.questions.append(
            f"Are these the names of people: {'; '.join(names)}? Write their roles instead, or the service."
        )
    made.questions.append(
        "Which service is it, how far has it come, and which themes does it belong to? Fill in the blanks."
    )
    head = draft(Initiative.KIND, values, library).rpartition("\n---\n")[0]
    made.path, made.text = _path(values["title"], library), f"{head}\n---\n\n{text}\n"
    return made


def _about(first: Slide, made: SlidesDraft) -> dict[str, Any]:
    """The title and, if it has the right length, the summary, which the first slide gives."""
    title = one_line(first.title) or next((one_line(one.text) for one in paragraphs_of(first.blocks) if one.text), "")
    if not (_SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE and file_name(title)):
        made.questions.append(
            f'What is it called, in {_SHORTEST_TITLE} to {_LONGEST_TITLE} characters? The first slide says: "{title}"'
        )
        title = f"{title[: _LONGEST_TITLE - 1]}…" if file_name(title) else "Initiative from slides"
    summary = one_line(" ".join(one.text for one in paragraphs_of(first.blocks)))
    is_summary = _SHORTEST_SUMMARY <= len(summary) <= _LONGEST_SUMMARY
    return {"title": title, **({"summary": summary} if is_summary else {})}


def _source(slides: Sequence[Slide]) -> dict[str, Any]:
    """The source, if the slides with sources have one link."""
    links = {
        words.target: one_line(words.text)
        for slide in slides
        if _SOURCES.search(slide.title)
        for paragraph in paragraphs_of(slide.blocks)
        for words in paragraph.words
        if words.target.startswith("http") and with_link(words.target)
    }
    return {"source": {"title": next(iter(links.values())), "url": next(iter(links))}} if len(links) == 1 else {}


def _text(in_first: str, slides: Sequence[Slide], made: SlidesDraft) -> str:
    sections = {section.title: [in_first] if section.title == _DID else [] for section in Initiative.SECTIONS}
    at = _DID
    for number, slide in enumerate(slides, 2):
        words = [one_line(one.text) for one in paragraphs_of(slide.blocks)]
        if _LEFT_OUT.fullmatch(one_line(slide.title)):
            made.left_out.append(f"slide {number}: {' '.join([one_line(slide.title), *words])}")
            continue
        at = next((name for name, title in _TITLES.items() if re.search(title, slide.title, re.IGNORECASE)), at)
        sections[at] += _of_slide(slide, at)
    made.left_out += [
        f"slide {number}: {one.pictures} pictures, which cannot be read"
        for number, one in enumerate(slides, 2)
        if one.pictures
    ]
    return clean(
        "\n\n".join(f"## {name}\n\n{chr(10).join(_apart(parts))}".rstrip() for name, parts in sections.items())
    )


def _of_slide(slide: Slide, section: str) -> Iterator[str]:
    if slide.title and one_line(slide.title).lower() not in _SAME[section]:
        yield f"### {escaped(one_line(slide.title))}"
    yield markdown(slide.blocks)


def _apart(parts: Sequence[str]) -> Iterator[str]:
    """Parts with a blank line after each."""
    for part in parts:
        if part:
            yield from (part, "")


def _path(title: str, library: Library) -> str:
    folder, name = f"{CONTENT}/{Initiative.FOLDER}", record_name(Initiative.KIND, title)
    while f"{folder}/{name}.md" in library.files:
        name += "-2"
    return f"{folder}/{name}.md"
