"""Visual Studio Code offers the fields of a record while it is written: what it offers where, from the committed schemas."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from macros.kinds import KINDS
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.propose.generated_files import editor_schemas
from tests.support.project import ROOT, TODAY

EXTENSION = ROOT / ".vscode/extensions/network-records"
NODE = ROOT / ".venv/bin/node"
ASK = """
const { offers, fieldAbout } = require(process.argv[1]);
const { schema, text, names } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const before = text.split("|")[0].split("\\n");
const lines = text.replace("|", "").split("\\n");
const line = before.length - 1;
const found = offers(lines, line, before[line].length, schema, (folder) => names[folder]);
process.stdout.write(JSON.stringify({ found, about: fieldAbout(lines, line, schema) }));
"""


def schema(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / f"schemas/{kind}.schema.json").read_text(encoding="utf-8"))
    return found


def ask(kind: str, text: str) -> dict[str, Any]:
    """What is said of the place in a record where "|" stands."""
    names = {"services": ["east-riding", "sample-brindle"], "themes": ["peer-support"]}
    given = json.dumps({"schema": schema(kind), "text": text, "names": names})
    command = [str(NODE), "-e", ASK, str(EXTENSION / "front_matter.js")]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def offered(kind: str, *lines: str) -> list[str]:
    return [one["label"] for one in ask(kind, "\n".join(lines))["found"]]


@pytest.mark.parametrize("kind", KINDS)
def test_the_schemas_say_what_the_models_say(kind: str) -> None:
    found = schema(kind)
    Draft202012Validator.check_schema(found)
    assert list(found["properties"]) == list(KINDS[kind].model_fields)
    assert found["x-folder"] == KINDS[kind].FOLDER
    for value in found["properties"].values():
        assert value["title"]
        assert value["description"].endswith(".")


def test_a_schema_says_where_the_records_are_that_a_field_names() -> None:
    properties = schema("initiative")["properties"]
    assert properties["services"]["items"]["x-records"] == "services"
    assert properties["quotes"]["items"]["properties"]["service"]["x-records"] == "services"
    assert "x-records" not in properties["title"]


def test_there_is_a_schema_of_each_kind() -> None:
    paths = [file.path for file in editor_schemas(PublicLibrary.of(read_library(ROOT), TODAY))]
    assert paths == [f"schemas/{kind}.schema.json" for kind in KINDS]


def test_fields_are_offered_that_are_not_there_yet() -> None:
    found = offered("initiative", "---", "title: Lunch", "|", "stage: idea", "---")
    assert "summary" in found
    assert not {"title", "stage"} & set(found)


def test_a_field_comes_with_what_it_is_for() -> None:
    found = {one["label"]: one for one in ask("initiative", "---\n|\n---")["found"]}
    assert found["minutes"]["about"].startswith("How many minutes it takes each person, each time.")
    assert (found["title"]["detail"], found["minutes"]["detail"]) == ("required", "")
    assert found["title"]["order"] < found["stage"]["order"] < found["updates"]["order"]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("title", "title: "),
        ("tags", "tags:\n  - "),
        ("source", "source:\n  title: \n  url: "),
        ("quotes", "quotes:\n  - text: \n    role: "),
    ],
)
def test_a_field_is_begun_as_it_is_written(name: str, written: str) -> None:
    found = {one["label"]: one["insert"] for one in ask("initiative", "---\n|\n---")["found"]}
    assert found[name] == written


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["---", "stage: |", "---"], ["idea", "trying", "established", "stopped"]),
        (["---", "stage: est|", "---"], ["idea", "trying", "established", "stopped"]),
        (["---", "services:", "  - |", "---"], ["east-riding", "sample-brindle"]),
        (["---", "services:", "- |", "---"], ["east-riding", "sample-brindle"]),
        (["---", "quotes:", "  - text: Good.", "    service: |", "---"], ["east-riding", "sample-brindle"]),
        (["---", "opens_meetings: |", "---"], ["true", "false"]),
        (["---", "added: |", "---"], ["2026-03-12"]),
    ],
)
def test_what_may_stand_in_a_field_is_offered(lines: Sequence[str], words: list[str]) -> None:
    assert offered("initiative", *lines) == words


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["---", "quotes:", "  - text: Good.", "    |", "---"], ["role", "service"]),
        (["---", "quotes:", "  - role: Trainee", "  - |", "---"], ["text", "role", "service"]),
        (["---", "quotes:", "  - |", "    text: Good.", "---"], ["role", "service"]),
        (["---", "source:", "  |", "---"], ["title", "url"]),
    ],
)
def test_the_fields_of_a_group_are_offered_inside_of_it(lines: Sequence[str], names: list[str]) -> None:
    assert offered("initiative", *lines) == names


def test_what_is_offered_keeps_its_order() -> None:
    found = ask("initiative", "---\nstage: |\n---")["found"]
    assert [one["label"] for one in sorted(found, key=lambda one: one["order"])] == [one["label"] for one in found]
    assert found[0]["about"] == "It has been suggested. We have no record yet of a service in the network doing it."


def test_groups_in_groups_are_known_too() -> None:
    lines = ["---", "diamond9:", "  groups:", "    - name: Table 1", "      reasons:", "        - statement: breaks"]
    assert offered("meeting", *lines, "          |", "---") == ["text"]


@pytest.mark.parametrize(
    "lines",
    [
        ["|", "---", "title: Lunch", "---"],
        ["---", "title: Lunch", "---", "|"],
        ["title: Lunch", "|"],
        ["---", "unknown: |", "---"],
        ["---", "unknown:", "  |", "---"],
        ["---", "title: Lunch", "  |", "---"],
        ["---", "quotes:", "  |", "---"],
    ],
)
def test_nothing_is_offered_where_nothing_belongs(lines: Sequence[str]) -> None:
    assert offered("initiative", *lines) == []


def test_a_field_is_explained_where_it_stands() -> None:
    assert ask("initiative", "---\nquotes:\n  - ro|le: Trainee\n---")["about"].startswith("Their role, not their name.")
    assert ask("initiative", "---\nti|tel: Lunch\n---")["about"] == ""
    assert ask("initiative", "---\n---\nstage: |")["about"] == ""


def test_the_extension_is_whole() -> None:
    package = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    assert (EXTENSION / package["main"]).is_file()
    needed = {"name", "publisher", "version", "engines"}
    assert needed <= set(package), "without these, VS Code does not offer to install it"


def test_nobody_else_can_publish_what_the_editor_would_install() -> None:
    """VS Code looks up by name in its market what a project recommends; what is in .vscode/extensions/ it finds by itself."""
    assert not (ROOT / ".vscode/extensions.json").exists()
