"""A made-up network of any size, the same for the same seed: `python -m benchmarks.corpus FOLDER RECORDS [SEED]`.

Its records are as long as real ones and have as many references. Its settings, pages and code are the project's.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from shutil import copy2
from typing import Any, TypeVar

from benchmarks.machine import ROOT, TODAY
from benchmarks.prose import Prose
from macros.kinds import FOLDERS, KINDS, Cost
from macros.library.library import kind_of, read_network
from macros.schema.description import described
from macros.source.writer import record_text

SEED = 2016
_DAYS_OF_HISTORY = 3000
_THEMES = 20
# Written pages link to records of the project, and a form answers with one of its themes. They are not in the corpus.
_LINK_TO_RECORD = re.compile(rf"\[([^\]]*)\]\([./]*(?:{'|'.join(FOLDERS)})/(?!index\.md)[^)]*\)")
_THEMES_OF_A_FORM = re.compile(r'^ *"tags": \[.*\],\n', re.MULTILINE)
_CHECKED = ("abstract", "abstract", "full-text", "second-hand")

Values = dict[str, Any]
Item = TypeVar("Item")


def write_corpus(folder: Path, records: int, seed: int = SEED) -> None:
    """Write a network with this number of records into `folder`, ready for the validator and `mkdocs build`."""
    folder.mkdir(parents=True, exist_ok=True)
    copy_project(ROOT, folder)
    for kind, record_id, values, body in _Network(folder, records, seed).records():
        path = folder / "content" / KINDS[kind].FOLDER / f"{record_id}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(record_text(described(KINDS[kind]), _as_texts(values), body), encoding="utf-8")


def _as_texts(value: Any) -> Any:
    """A value as the reader gives it: the text in the file, unless it is a list or a group."""
    if isinstance(value, dict):
        return {name: _as_texts(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_as_texts(part) for part in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def copy_project(project: Path, folder: Path) -> None:
    """Copy the settings, the pages that are not records and their pictures; link to the code and the theme."""
    copy2(project / "mkdocs.yml", folder / "mkdocs.yml")
    for path in (project / "content").rglob("*"):
        shown = path.relative_to(project)
        if path.is_file() and kind_of(shown.as_posix()) == "page":
            (folder / shown).parent.mkdir(parents=True, exist_ok=True)
            copy2(path, folder / shown)
            if path.suffix == ".md":
                text = path.read_text(encoding="utf-8")
                text = _THEMES_OF_A_FORM.sub("", _LINK_TO_RECORD.sub(r"\1", text))
                (folder / shown).write_text(text, encoding="utf-8")
    for name in ("macros", "theme"):
        if (project / name).is_dir():
            (folder / name).symlink_to(project / name, target_is_directory=True)


def counts(records: int) -> dict[str, int]:
    """The number of records of each kind in a network of this size. Themes stay the same, and services grow slowly."""
    found = {"theme": _THEMES, "service": min(max(25, records * 15 // 1000), 150)}
    found["meeting"] = records * 12 // 100
    found["evidence"] = records * 36 // 100
    found["initiative"] = records - sum(found.values())
    return found


class _Network:
    """Makes the records of one corpus."""

    def __init__(self, folder: Path, records: int, seed: int) -> None:
        self._random = Random(seed)
        self._prose = Prose(self._random)
        self._words = read_network(folder)
        self._ids = {
            kind: [f"{self._prose.title(number).lower().replace(' ', '-')}" for number in range(count)]
            for kind, count in counts(records).items()
        }
        # Meetings follow each other in the order of their names, and each takes up the open actions of the last.
        self._ids["meeting"].sort()
        self._meeting_days = sorted((self._day() for _ in self._ids["meeting"]), reverse=True)
        self._open_actions: list[Values] = []

    def records(self) -> Iterator[tuple[str, str, Values, str]]:
        """The kind, the id, the front matter and the body of every record."""
        makers = {
            "theme": (self._theme, []),
            "service": (self._service, []),
            "evidence": (self._evidence, ["What it did", "What it found", "What it means for us"]),
            "meeting": (self._meeting, ["What we talked about", "What comes next"]),
            "initiative": (self._initiative, ["What happens", "How to try it", "What changed"]),
        }
        for kind, (make, sections) in makers.items():
            for record_id in self._ids[kind]:
                common = self._common(kind, record_id)
                yield kind, record_id, {**common, **make(common["added"])}, self._body(sections)

    # Fields that every kind has.

    def _common(self, kind: str, record_id: str) -> Values:
        random, prose = self._random, self._prose
        added = self._day()
        values: Values = {
            "title": record_id.replace("-", " ").capitalize(),
            "summary": prose.sentence(random.randint(12, 20))[:199],
            "added": added,
        }
        if random.random() < 0.3:
            values["updates"] = [{"date": self._day(since=added), "note": prose.sentence(10)}]
        if kind != "theme":
            values["tags"] = self._some("theme", 1, 4)
        reviewed = max(added, TODAY - timedelta(days=random.randint(1, 300)))
        values["reviews"] = [{"date": reviewed, "outcome": "still right", "by": prose.phrase(2)}]
        if random.random() < 0.03:
            values["aliases"] = [f"former-{record_id}"]
        values["source"] = {"title": prose.phrase(3), "url": "https://example.invalid/"}
        return values

    def _day(self, since: date | None = None) -> date:
        """A day in the past, on or after `since`."""
        days = _DAYS_OF_HISTORY if since is None else (TODAY - since).days
        return TODAY - timedelta(days=self._random.randint(0, days))

    def _some(self, kind: str, fewest: int, most: int) -> list[str]:
        """The ids of some records of a kind."""
        return self._sample(self._ids[kind], fewest, most)

    def _one(self, kind: str) -> str:
        return self._random.choice(self._ids[kind])

    def _word(self, vocabulary: str) -> str:
        return self._random.choice(list(self._words.words(vocabulary)))

    def _sample(self, among: Sequence[Item], fewest: int, most: int) -> list[Item]:
        return self._random.sample(among, min(self._random.randint(fewest, most), len(among)))

    def _mailbox(self) -> str:
        return f"team@{self._prose.words(1)}.example.invalid"

    def _body(self, sections: list[str]) -> str:
        """A text of 150 to 350 words; every third has links to other records, and most have a list."""
        random, prose = self._random, self._prose
        words = random.randint(130, 330)
        parts = ["This is made up to measure the speed of the site."]
        if not sections:
            return "\n\n".join([*parts, prose.paragraph(words // 2), prose.paragraph(words // 2)])
        share = words // len(sections)
        listed = random.randrange(len(sections) + 1)
        for number, section in enumerate(sections):
            parts.append(f"## {section}")
            if number == listed:
                parts += [prose.paragraph(share // 4), prose.bullets(random.randint(3, 5), share * 3 // 4)]
            elif share > 70:
                parts += [prose.paragraph(share // 2), prose.paragraph(share // 2, f"**{prose.phrase(2)}.** ")]
            else:
                parts.append(prose.paragraph(share))
        if random.random() < 1 / 3:
            parts.append(" ".join(f"See [{prose.words(3)}]({self._link()})." for _ in range(random.randint(1, 3))))
        return "\n\n".join(parts)

    def _link(self) -> str:
        kind = self._random.choice(["initiative", "evidence", "evidence", "service", "meeting"])
        return f"../{KINDS[kind].FOLDER}/{self._one(kind)}.md"

    # The fields of each kind.

    def _theme(self, added: date) -> Values:
        synonyms = [f"{self._prose.words(2)} {number}" for number in self._random.sample(range(100_000), 3)]
        return {"group": self._word("theme_groups"), "synonyms": synonyms}

    def _service(self, added: date) -> Values:
        given = TODAY - timedelta(days=self._random.randint(1, 300))
        champions = [
            {
                "name": f"Sample Champion {letter}",
                "role": self._prose.phrase(2),
                "contact": self._mailbox(),
                "since": self._day().strftime("%Y-%m"),
                "consent_given": given,
                "consent_until": given + timedelta(days=700),
            }
            for letter in self._sample("ABC", 0, 3)
        ]
        return {
            "area": self._word("areas"),
            "provider": f"Sample {self._prose.words(3)}",
            "website": f"https://example.invalid/{self._prose.words(1)}",
            "contact": self._mailbox(),
            "champions": champions,
        }

    def _initiative(self, added: date) -> Values:
        random, prose = self._random, self._prose
        started = self._day(since=added)
        stage = random.choices(["idea", "trying", "established", "stopped"], [15, 30, 45, 10])[0]
        services = self._some("service", 2, 6)
        owners, adopters = services[:1], services[1:]
        values: Values = {"stage": stage, "services": owners}
        if stage != "idea":
            values["started"] = started.strftime("%Y-%m")
        if stage == "stopped":
            values |= {"stopped": self._day(since=started), "why_stopped": prose.text(25)}
        values |= {
            "audience": self._sample(list(self._words.audiences), 1, 6),
            "setting": self._sample(list(self._words.settings), 1, 2),
            "tier": self._word("tiers"),
            "hse_areas": self._sample(list(self._words.hse_areas), 1, 3),
            "minutes": random.choice([2, 5, 15, 30, 60, 90]),
            "cost": random.choice(list(Cost)).value,
            "contact": self._mailbox(),
            "evidence": self._some("evidence", 0, 3),
        }
        if stage != "idea":
            values["adopted_by"] = [{"service": one, "since": self._day(since=started)} for one in adopters]
            quote = {"text": prose.sentence(), "role": prose.phrase(2), "service": owners[0]}
            values["quotes"] = [quote] if random.random() < 0.5 else []
        return values

    def _evidence(self, added: date) -> Values:
        random, prose = self._random, self._prose
        citation = {
            "authors": ", ".join(prose.phrase(1) for _ in range(random.randint(1, 5))),
            "year": random.randint(1990, TODAY.year),
            "title": prose.sentence(random.randint(8, 16), end=""),
            "where": f"{prose.phrase(3)} {random.randint(1, 60)}({random.randint(1, 12)})",
            "doi": f"10.{random.randint(1000, 9999)}/{prose.words(1)}.{random.randint(1000, 99999)}",
        }
        return {
            "kind": self._word("evidence_kinds"),
            "citation": citation,
            "question": prose.sentence(end="?"),
            "findings": f"{prose.text(50)} {prose.phrase(2)}: {random.randint(1, 99)}%.",
            "population": prose.sentence(8),
            "sample_size": random.randint(5, 5000),
            "limitations": prose.text(30),
            "strength": random.randint(1, 5),
            "strength_reason": prose.sentence(),
            "checked": random.choice(_CHECKED),
        }

    def _meeting(self, added: date) -> Values:
        random, prose = self._random, self._prose
        day = self._meeting_days.pop()
        later = self._ids["meeting"][len(self._ids["meeting"]) - len(self._meeting_days) :]
        taken_up = [{"taken_up": meeting} for meeting in later] or [{}]
        return {
            "date": day,
            "stage": "held",
            "starts": "13:30",
            "ends": "16:00",
            "place": prose.phrase(2),
            "standing_item": {"title": prose.phrase(5), "led_by": prose.phrase(2)},
            "opening": {"title": prose.sentence(6, end="?"), "initiative": self._one("initiative")},
            "presentations": [
                {"title": prose.phrase(6), "service": self._one("service"), "initiative": self._one("initiative")},
                {"title": prose.phrase(6), "service": self._one("service"), "evidence": self._one("evidence")},
            ],
            "attended": self._some("service", 5, 12),
            "topics": [
                {"text": prose.sentence(end="?"), "service": self._one("service"), **random.choice(taken_up)}
                for _ in range(random.randint(1, 3))
            ],
            "decisions": [prose.sentence()],
            "actions": self._actions(day),
        }

    def _actions(self, day: date) -> list[Values]:
        """The open actions of the last meeting, and two to four new ones."""
        carried = [self._ended(action, day) for action in self._open_actions]
        agreed: list[Values] = [
            {
                "id": f"{self._prose.words(2).replace(' ', '-')}-{day.toordinal()}-{len(self._meeting_days)}-{number}",
                "text": self._prose.sentence(),
                "owner": self._one("service"),
                "due": day + timedelta(days=90),
            }
            for number in range(self._random.randint(2, 4))
        ]
        found = [*carried, *agreed]
        self._open_actions = [action for action in found if not {"done", "dropped"} & action.keys()]
        return found

    def _ended(self, action: Values, day: date) -> Values:
        """An action at the next meeting: usually done, sometimes dropped or put off."""
        outcome = self._random.random()
        if outcome < 0.6:
            return {**action, "done": day}
        if outcome < 0.7:
            return {**action, "dropped": day, "why": self._prose.sentence()}
        return {**action, "due": day + timedelta(days=90)}


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), *map(int, sys.argv[2:]))
