"""Made-up meetings go through the form, Word's ways of saving as LibreOffice has them, and back: no word and no action is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from macros.library.library import Library
from macros.minutes.file import read_content
from macros.minutes.record import drafted
from tests.support.exporting import PLACE, to_change
from tests.support.minutes_made import AFTER, Made, made, values_of, words

# As many as the environment says: 200 were tried when this was written. Each takes LibreOffice a second.
NUMBER = int(os.environ.get("MEETINGS", "8"))
FORMATS = ("docx", "odt", "doc")
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice Writer (soffice)")


@pytest.fixture(scope="module")
def meetings(orchard_as_read: Library) -> list[Made]:
    return [made(number, orchard_as_read, to_change) for number in range(NUMBER)]


def losses(one: Made, content: bytes) -> list[str]:
    """What is not as it was typed."""
    draft = drafted(read_content(content), one.library, AFTER, PLACE.top)
    values = values_of(draft.path, draft.text)
    known = {*words(draft.text), *words(draft.told.known())}
    found = [f"lost: {word!r} of {text!r}" for text in one.typed for word in words(text) if word not in known]
    if sorted(values.get("attended", [])) != sorted(one.attended):
        found.append(f"attended: {values.get('attended')} instead of {one.attended}")
    decided = [" ".join(words(text)) for text in values.get("decisions", [])]
    found += [f"no decision: {text}" for text in one.decisions if " ".join(words(text)) not in decided]
    actions: dict[str, dict[str, Any]] = {action["id"]: action for action in values.get("actions", [])}
    found += [f"no action {name}" for name in one.old if name not in actions]
    for name in one.old.keys() & actions.keys():
        found += _differences(name, one.old[name], actions[name])
    new = {" ".join(words(action["text"])): action for name, action in actions.items() if name not in one.old}
    found += [f"an action no one typed: {text}" for text in new if text not in one.new]
    for text, expected in one.new.items():
        found += _differences(text, expected, new[text]) if text in new else [f"no new action: {text}"]
    return found


def _differences(name: str, expected: dict[str, str], action: dict[str, Any]) -> list[str]:
    keys = [key for key in ("text", "owner", "due", "done", "dropped") if key != "text" or key in expected]
    said = {key: " ".join(words(action.get(key, ""))) for key in keys}
    wanted = {key: " ".join(words(expected.get(key, ""))) for key in keys}
    return [f"{name}: {key} is {said[key]!r} instead of {wanted[key]!r}" for key in keys if said[key] != wanted[key]]


def test_as_it_was_typed(meetings: list[Made]) -> None:
    assert [loss for one in meetings for loss in losses(one, one.content)] == []


@needs_office
@pytest.mark.parametrize("ending", FORMATS)
def test_after_libreoffice_has_saved_it(ending: str, meetings: list[Made], tmp_path: Path) -> None:
    first, again, back = tmp_path / "first", tmp_path / ending, tmp_path / "back"
    first.mkdir()
    for number, one in enumerate(meetings):
        (first / f"{number}.docx").write_bytes(one.content)
    convert(first.glob("*.docx"), ending, again, tmp_path)
    if ending != "docx":
        convert(again.glob(f"*.{ending}"), "docx", back, tmp_path)
    read = [((back if ending != "docx" else again) / f"{number}.docx").read_bytes() for number in range(len(meetings))]
    assert [f"{number}: {loss}" for number, one in enumerate(meetings) for loss in losses(one, read[number])] == []


def convert(files: Any, ending: str, folder: Path, profile: Path) -> None:
    """Save files in another format. LibreOffice does many at once."""
    office = [
        "soffice",
        f"-env:UserInstallation={(profile / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        ending,
    ]
    command = [*office, "--outdir", str(folder), *map(str, sorted(files))]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
