"""The tables of people are offered as they were committed, with what their columns hold."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from macros.kinds import KINDS, SurveyRow
from macros.library.library import Library, read_library
from macros.library.public import PublicLibrary
from macros.outputs.published_tables import published_tables
from macros.pages.field_guide import kind_guide
from macros.schema.protected import HIDDEN
from tests.support.building import lay_out_to_read
from tests.support.cases import for_each
from tests.support.project import ROOT, TODAY


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return read_library(lay_out_to_read(tmp_path_factory.mktemp("demo"), ROOT / "demo"))


def test_a_published_table_has_the_numbers_that_were_committed(demonstration: Library) -> None:
    files = {file.path: file.content.decode() for file in published_tables(PublicLibrary.of(demonstration, TODAY))}
    tables = [path for path in demonstration.tables if (ROOT / "demo" / path).is_file()]
    assert len(tables) > 5
    for path in tables:
        committed = (ROOT / "demo" / path).read_text(encoding="utf-8").splitlines()
        assert sorted(files[f"api/{Path(path).relative_to('content')}"].splitlines()) == sorted(committed)


def test_no_program_takes_a_hidden_number_for_a_number(demonstration: Library) -> None:
    files = {file.path: file.content.decode() for file in published_tables(PublicLibrary.of(demonstration, TODAY))}
    schema = json.loads(files["api/schemas/survey_round.table.json"])
    table = next(text for path, text in files.items() if path.startswith("api/survey-rounds/"))
    rows = list(csv.DictReader(table.splitlines()))
    assert [field["name"] for field in schema["fields"]] == list(rows[0]) == list(SurveyRow.model_fields)
    assert {row["count"] for row in rows} & set(schema["missingValues"]) == {HIDDEN.value}
    assert not any(character.isdigit() for character in HIDDEN.value)
    assert all(row["count"].isdigit() for row in rows if row["count"] not in schema["missingValues"])


@for_each("kind", [kind for kind, model in KINDS.items() if model.ROW is not None])
def test_the_guide_explains_every_column(kind: str, demonstration: Library) -> None:
    row = KINDS[kind].ROW
    assert row is not None
    columns = kind_guide(kind, PublicLibrary.of(demonstration, TODAY)).columns
    assert [one.field.name for one in columns] == list(row.model_fields)
    assert all(one.field.description.endswith(".") for one in columns)
    assert len({one.anchor for one in columns}) == len(columns)
