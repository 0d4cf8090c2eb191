"""The demonstration with more services and questions, once with figures of people and once without.

`python -m benchmarks.demonstrations FOLDER` makes both.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from shutil import copy2, copytree
from typing import Any

import yaml

from benchmarks.figures import QUESTIONS, SERVICES, WITH, WITHOUT, YEARS
from benchmarks.machine import ROOT
from benchmarks.sample_rounds import sample_rounds

_AREA = re.compile(r"^ *area: (.+)$", re.MULTILINE)
_SERVICE = """---
title: Plum {number}
summary: A made-up service, to measure how long a build takes with figures of so many.
added: 2026-05-12
tags:
  - flexible-working
area: {area}
contact: team@plum-{number}.example.org
---

Nothing.
"""
_QUESTION = (
    "  - id: extra-{number}\n    text: Extra statement {number} about my work in the last months.\n    area: {area}\n"
)


def write_demonstrations(folder: Path) -> None:
    """Write both into `folder`, each with the code and the settings that it inherits."""
    settings: dict[str, Any] = yaml.safe_load((ROOT / "demo/sample-rounds.yml").read_text(encoding="utf-8"))
    settings["workforce"] = dict([*settings["workforce"].items()][-YEARS:])
    for name in (WITH, WITHOUT):
        network = folder / name / "demo"
        copytree(ROOT / "demo", network)
        copy2(ROOT / "mkdocs.yml", folder / name)
        for linked in ("macros", "theme"):
            (folder / name / linked).symlink_to(ROOT / linked, target_is_directory=True)
        for figures in ("survey-rounds", "workforce"):
            for path in (network / "content" / figures).glob("20*"):
                path.unlink()
        _add_services(network / "content/services", settings["people"])
        _add_questions(network / f"content/question-sets/{settings['question_set']}.md")
    for path, text in sample_rounds(folder / WITH / "demo", settings):
        path.write_text(text, encoding="utf-8")


def _add_services(folder: Path, people: dict[str, int]) -> None:
    """Add services to a folder of them, and to the number of people of each."""
    areas = {path.stem: area for path in sorted(folder.glob("*.md")) for area in _AREA.findall(path.read_text("utf-8"))}
    for number in range(len(areas), SERVICES):
        name, area = f"plum-{number}", [*areas.values()][number % len(areas)]
        areas[name] = area
        (folder / f"{name}.md").write_text(_SERVICE.format(number=number, area=area), encoding="utf-8")
    sizes = [*people.values()]
    people |= {one: sizes[place % len(sizes)] for place, one in enumerate(areas) if one not in people}


def _add_questions(path: Path) -> None:
    """Add questions to a set of them."""
    text = path.read_text(encoding="utf-8")
    start, end = text.split("\nitems:\n")
    areas, number = _AREA.findall(end), end.count("  - id: ")
    more = [_QUESTION.format(number=one, area=areas[one % len(areas)]) for one in range(number, QUESTIONS)]
    path.write_text("".join([start, "\nitems:\n", *more, end]), encoding="utf-8")


if __name__ == "__main__":
    write_demonstrations(Path(sys.argv[1]))
