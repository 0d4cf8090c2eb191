"""The models are the only schema: a field that is added to them is everywhere where fields are, once it is generated.

Who builds another way to write a record adds to `WAYS` where its fields are looked for.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.support.building import environment
from tests.support.project import ROOT

FIELDS = """    weather: Annotated[str, Text(3, 40)] | None = field(
        default=None, proposed=True, description="What the weather was like.", examples=["Mostly dry"]
    )
    closes: Day | None = field(
        default=None,
        ask=ASKED,
        needed=Need(_OPEN_OR_SHUT, why='An initiative whose stage is "{stage}" says when it closes.'),
        only=Only(_OPEN_OR_SHUT, '"{name}" has no meaning while the stage is "{stage}". Take it out.'),
        to_come=When("stage", (InitiativeStage.TRYING,)),
        after=After("started", "It closes ({later}) before it started ({earlier}). Check both dates."),
        proposed=True,
        description="The day on which it closes.",
        examples=["2027-01-31"],
    )
"""
CONDITION = """_OPEN_OR_SHUT = When("stage", (InitiativeStage.TRYING, InitiativeStage.STOPPED))


"""
# What is changed to have them: before another field, with their types among those that the module knows.
QUOTES = "    quotes: list[Quote] = field("
TYPES = "from macros.schema.types import Choice, "
CLASS = "class Initiative(Record):"
CHANGES = {QUOTES: FIELDS + QUOTES, TYPES: f"{TYPES}Day, Text, ", CLASS: CONDITION + CLASS}
# What the records that there are say of it.
STAGE = re.compile("^stage: (trying|stopped)$", re.MULTILINE)
CLOSES = {"trying": "2027-01-31", "stopped": "2026-11-01"}

# Initiatives in which the rules on stages and dates have something to say of the new date, and what they say.
STARTED = "started: 2025-09"
WRONG = {
    "needed": (f"stage: trying\n{STARTED}", 'field-needed-here] An initiative whose stage is "trying" says when it closes. '
        'Add the date on a line of its own, such as "closes: 2027-01-31".'),
    "blank": (f"stage: stopped\n{STARTED}\nstopped: 2026-02\nwhy_stopped: No room.\ncloses:",
        'field-needed-here] An initiative whose stage is "stopped" says when it closes. The field "closes" is left blank'),
    "refused": (f"stage: established\n{STARTED}\ncloses: 2026-01-31",
        'field-not-allowed-here] "closes" has no meaning while the stage is "established". Take it out.'),
    "future": (f"stage: stopped\n{STARTED}\nstopped: 2026-02\nwhy_stopped: No room.\ncloses: 2027-01-31",
        'date-in-future] 31 January 2027 in the field "closes" is in the future. Check the year and the month. If it is still to '
        'come, the stage is "trying".'),
    "early": (f"stage: trying\n{STARTED}\ncloses: 2006-01-31",
        'date-before-network] 31 January 2006 in the field "closes" is before the network first met'),
    "order": (f"stage: trying\n{STARTED}\ncloses: 2025-08-31",
        "date-out-of-order] It closes (31 August 2025) before it started (September 2025). Check both dates."),
    "far": (f"stage: trying\n{STARTED}\ncloses: 2036-01-31",
        'date-too-far] 31 January 2036 in the field "closes" is more than 5 years ahead. Check the year.'),
    "right": (f"stage: trying\n{STARTED}\ncloses: 2027-01-31", ""),
}  # fmt: skip
RECORD = """---
title: Closing {name}
summary: The team eats together once a week, away from desks, with no agenda.
added: 2026-03-12
tags:
  - peer-support
services:
  - east-riding
contact: team@example.invalid
{fields}
---

## What happens

We ate.

## How to try it

Eat.

## What changed

We do not know yet.
"""


def the_guide(root: Path) -> str:
    return (root / "site/contribute/fields/initiative/index.html").read_text(encoding="utf-8")


def the_published_schema(root: Path) -> str:
    schema = json.loads((root / "site/api/schemas/initiative.json").read_text(encoding="utf-8"))
    return str(schema["properties"]["record"]["properties"])


def the_schema_for_editors(root: Path) -> str:
    schema = json.loads((root / "schemas/initiative.schema.json").read_text(encoding="utf-8"))
    return str(schema["properties"])


def the_form(root: Path) -> str:
    return (root / "site/contribute/propose/index.html").read_text(encoding="utf-8")


def the_form_for_issues(root: Path) -> str:
    return (root / ".github/ISSUE_TEMPLATE/propose-initiative.yml").read_text(encoding="utf-8")


def the_editor(root: Path) -> str:
    return (root / "site/admin/config.yml").read_text(encoding="utf-8")


def a_new_record(root: Path) -> str:
    run(root, "scripts/new_record.py", "initiative", "A new record")
    return (root / "content/initiatives/a-new-record.md").read_text(encoding="utf-8")


# Where a field is looked for: what is found there says what it is for and gives its example.
WAYS: list[Callable[[Path], str]] = [
    the_guide,
    the_published_schema,
    the_schema_for_editors,
    the_form,
    the_form_for_issues,
    the_editor,
    a_new_record,
]
# The check in the form is compiled: of a field it has the name and the limits.
COMPILED = "theme/assets/propose.js"


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=root, env=environment(), capture_output=True, text=True, check=False
    )


def a_copy(root: Path) -> Path:
    """What of the project makes files and pages, with two more fields of an initiative. Of the tests that is the rules' examples."""
    root.mkdir()
    for folder in ("macros", "scripts", "content", "theme", "form", "schemas", ".github", ".vscode", "tests/rules"):
        shutil.copytree(ROOT / folder, root / folder)
    for file in ("mkdocs.yml", "package.json", "pyproject.toml"):
        shutil.copy(ROOT / file, root / file)
    for installed in (".venv", "node_modules"):
        if (ROOT / installed).exists():
            (root / installed).symlink_to((ROOT / installed).resolve())
    model = root / "macros/kinds/initiative.py"
    text = model.read_text(encoding="utf-8")
    for before, after in CHANGES.items():
        assert text.count(before) == 1
        text = text.replace(before, after)
    model.write_text(text, encoding="utf-8")
    for record in (root / "content/initiatives").glob("*.md"):
        written = STAGE.sub(lambda found: f"{found[0]}\ncloses: {CLOSES[found[1]]}", record.read_text(encoding="utf-8"))
        record.write_text(written, encoding="utf-8")
    return root


def test_a_new_field_is_everywhere(tmp_path: Path) -> None:
    root = a_copy(tmp_path / "copy")
    stale = run(root, "scripts/generate.py", "--check")
    assert stale.returncode == 1
    assert "schemas/initiative.schema.json is not what the models say. Run: make generate" in stale.stderr

    for arguments in (["scripts/generate.py"], ["-m", "mkdocs", "build", "--strict"]):
        done = run(root, *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
    assert run(root, "scripts/generate.py", "--check").returncode == 0

    found = {way.__name__: way(root) for way in WAYS}
    for told in ("What the weather was like.", "Mostly dry", "The day on which it closes."):
        assert [name for name, text in found.items() if told not in text] == [], told
    # A new record has a blank for it.
    assert [name for name, text in found.items() if "2027-01-31" not in text] == ["a_new_record"]
    assert 'id="weather"' in found["the_guide"]
    assert "3 to 40 characters." in found["the_guide"]
    assert 'data-shown-at="trying stopped" data-needed-at="trying stopped"' in found["the_form"]
    assert "\ncloses:\n" in found["a_new_record"]
    assert "weather" in (root / COMPILED).read_text(encoding="utf-8")
    assert "weather" not in (ROOT / COMPILED).read_text(encoding="utf-8")
    dates = '"closes": {"toCome": ["trying"], "after": "started", "outOfOrder": "It closes before it started. Check both dates."}'
    assert dates.replace('"', "").replace(" ", "") in (root / COMPILED).read_text(encoding="utf-8").replace(
        '"', ""
    ).replace(" ", "")
    assert 'data-name="closes" data-sort="date"' in found["the_form"]

    for name, (fields, _) in WRONG.items():
        (root / f"content/initiatives/closing-{name}.md").write_text(
            RECORD.format(name=name, fields=fields), encoding="utf-8"
        )
    checked = run(root, "scripts/validate.py").stdout.split("\n")
    for name, (_, expected) in WRONG.items():
        errors = [line for line in checked if f"closing-{name}.md:" in line and ": error [" in line]
        assert [expected in line for line in errors] == [True] * bool(expected), errors
