"""The models are the only schema: a field that is added to them is everywhere where fields are, once it is generated.

Who builds another way to write a record adds to `WAYS` where its fields are looked for.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.support.building import environment
from tests.support.project import ROOT

FIELD = """    weather: Annotated[str, Text(3, 40)] | None = Field(
        default=None, json_schema_extra=PROPOSED, description="What the weather was like.", examples=["Mostly dry"]
    )
"""
# What is changed to have it: before another field, with its type among those that the module knows.
QUOTES = "    quotes: list[Quote] = Field("
TYPES = "from macros.schema.types import Choice, "
CHANGES = {QUOTES: FIELD + QUOTES, TYPES: f"{TYPES}Text, "}


def the_guide(root: Path) -> str:
    return (root / "site/contribute/fields/initiative/index.html").read_text(encoding="utf-8")


def the_published_schema(root: Path) -> str:
    schema = json.loads((root / "site/api/schemas/initiative.json").read_text(encoding="utf-8"))
    return str(schema["properties"]["record"]["properties"]["weather"])


def the_schema_for_editors(root: Path) -> str:
    schema = json.loads((root / "schemas/initiative.schema.json").read_text(encoding="utf-8"))
    return str(schema["properties"]["weather"])


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
    """The project without what its own commands make, and with one more field of an initiative."""
    made = {".git", ".venv", "node_modules", "site", "screenshots"}
    shutil.copytree(ROOT, root, ignore=lambda folder, names: made & {*names} if Path(folder) == ROOT else ())
    for installed in (".venv", "node_modules"):
        if (ROOT / installed).exists():
            (root / installed).symlink_to((ROOT / installed).resolve())
    model = root / "macros/kinds/initiative.py"
    text = model.read_text(encoding="utf-8")
    for before, after in CHANGES.items():
        assert text.count(before) == 1
        text = text.replace(before, after)
    model.write_text(text, encoding="utf-8")
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
    assert [name for name, text in found.items() if "What the weather was like." not in text] == []
    assert [name for name, text in found.items() if "Mostly dry" not in text] == []
    assert 'id="weather"' in found["the_guide"]
    assert "3 to 40 characters." in found["the_guide"]
    assert "weather" in (root / COMPILED).read_text(encoding="utf-8")
    assert "weather" not in (ROOT / COMPILED).read_text(encoding="utf-8")
