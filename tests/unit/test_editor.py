"""What the editor in the browser is told: the fields of the models, in the form that it understands, and where changes go."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from lxml.html import fromstring
from pydantic import Field

from macros.kinds import PROPOSED, Initiative
from macros.library.library import read_library
from macros.outputs.file import SiteInfo
from macros.propose import editor_widgets as editor_fields
from macros.propose.editor import EditorBackend, configuration, editor, editor_backend
from macros.propose.skeleton import what_is_wrong
from macros.schema.description import described
from macros.site_check.page import BuiltPage
from macros.site_check.policy import policy_mistakes
from tests.support.building import NETWORKS
from tests.support.cases import for_each
from tests.support.project import ROOT
from tests.support.rendering import renderer

LIBRARY = read_library(ROOT)
PLACE = SiteInfo("https://example.org/kb/", "Anytown", "A network.", "en")
BACKEND = EditorBackend("anytown/network", "main")
CONFIG = configuration(LIBRARY.network, PLACE, BACKEND)
SCHEMA = ROOT / "node_modules/@sveltia/cms/schema/sveltia-cms.json"


def fields(folder: str) -> dict[str, dict[str, Any]]:
    found = next(one for one in CONFIG["collections"] if one["name"] == folder)
    return {field["name"]: field for field in found["fields"]}


def with_patterns(widgets: list[dict[str, Any]], location: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
    found = []
    for one in widgets:
        here = (*location, one["name"])
        inner = one.get("field", one)
        found += [(here, inner["pattern"])] if "pattern" in inner else []
        found += with_patterns(one.get("fields", []), here)
    return found


def test_no_file_gets_a_name_that_is_not_to_be_had() -> None:
    pattern, message = CONFIG["collections"][0]["slug"]["pattern"]
    names = ["con", "lpt1", "index", "contact", "index-cards", "Index", "con-", "2026-con"]
    assert [name for name in names if re.search(pattern, name)] == ["contact", "index-cards", "2026-con"]
    assert "add a word" in message


def mistakes_in(told: dict[str, Any]) -> list[str]:
    """What the editor's own schema has against what it is told."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return [error.message for error in Draft7Validator(schema).iter_errors(json.loads(json.dumps(told)))]


@pytest.mark.thorough
def test_the_editors_own_schema_finds_nothing() -> None:
    assert mistakes_in(CONFIG) == []
    [first, *_] = CONFIG["collections"]
    title, *_ = first["fields"]
    assert mistakes_in({**CONFIG, "collections": [{**first, "fields": [{**title, "widget": 1}]}]})


@pytest.mark.thorough
@for_each(
    ("network", "backend"),
    [
        ("smallest", BACKEND),
        ("welsh", BACKEND),
        ("smallest", EditorBackend("anytown/network", "main", "https://sign-in.example.org")),
    ],
)
def test_nor_does_it_in_what_another_network_says_otherwise(network: str, backend: EditorBackend) -> None:
    told = configuration(read_library(NETWORKS / network).network, PLACE, backend)
    for collection, known in zip(told["collections"], CONFIG["collections"], strict=True):
        assert len(collection["fields"]) == len(known["fields"])
        # The schema takes a long time over each field: those of the test above need not be looked at again.
        [title, *others] = collection["fields"]
        collection["fields"] = [title, *(field for field in others if field not in known["fields"])]
    assert any(len(collection["fields"]) > 1 for collection in told["collections"])
    assert mistakes_in(told) == []


@for_each(("kind", "model"), PROPOSED.items())
def test_every_field_is_asked_for_and_nothing_is_said_of_files(kind: str, model: Any) -> None:
    asked = fields(model.FOLDER)
    assert asked.keys() == {*model.model_fields, "body"}
    for name, field in described(model).items():
        assert asked[name]["required"] == field.is_required
        assert asked[name]["hint"].startswith(field.hint)
    # Old addresses have no other name.
    hints = [one["hint"] for one in _with_groups(asked.values()) if one["name"] != "aliases"]
    assert [hint for hint in hints if "file name" in hint or ".md" in hint] == []


def _with_groups(widgets: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in widgets:
        yield one
        yield from _with_groups(one.get("fields", ()))


def test_what_people_think_of_first_comes_first() -> None:
    """What the forms ask for, then the text, then what else there is of such a record, then what keeps it in order."""
    asked = list(fields("initiatives"))
    assert asked[:6] == ["title", "summary", "tags", "stage", "services", "started"]
    assert asked[asked.index("body") :] == [
        *(
            "body",
            "by_network",
            "tier",
            "hse_areas",
            "estimated",
            "adopted_by",
            "quotes",
            "opens_meetings",
            "replaced_by",
        ),
        *("added", "updates", "reviews", "review_every", "why_retired", "owner", "aliases", "source", "not_personal"),
    ]


def test_an_entry_is_not_called_what_a_form_asks_of_one_service() -> None:
    adoption = fields("initiatives")["adopted_by"]["fields"]
    assert [one["label"] for one in adoption] == ["Service", "Since", "Adapted", "Learnt from"]


def test_a_field_is_asked_for_as_its_type_needs() -> None:
    initiative, meeting = fields("initiatives"), fields("meetings")
    assert initiative["title"] | {"widget": "string", "minlength": 3, "maxlength": 80} == initiative["title"]
    assert initiative["why_stopped"]["widget"] == "text"
    assert (
        initiative["tags"] | {"widget": "relation", "collection": "themes", "multiple": True, "min": 1, "max": 5}
        == (initiative["tags"])
    )
    assert initiative["stage"]["options"][0] == {
        "label": "Idea: It has been suggested. We have no record yet of a service in the network doing it.",
        "value": "idea",
    }
    assert {"label": "Team meeting", "value": "team-meeting"} in initiative["setting"]["options"]
    assert (
        initiative["minutes"] | {"widget": "number", "value_type": "int", "min": 1, "max": 1440}
        == initiative["minutes"]
    )
    assert initiative["review_every"]["hint"].endswith("Left blank, it is 12.")
    assert initiative["added"] | {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"} == initiative["added"]
    assert initiative["source"]["widget"] == "object"
    assert [one["name"] for one in initiative["adopted_by"]["fields"]] == ["service", "since", "adapted", "learnt_from"]
    assert meeting["opening"]["fields"][1]["collection"] == "initiatives"
    rows = next(one for one in meeting["diamond9"]["fields"] if one["name"] == "groups")["fields"][1]
    assert rows["field"]["widget"] == "list"
    assert rows["field"]["field"]["pattern"]


@for_each(("kind", "model"), PROPOSED.items())
def test_what_has_a_form_is_refused_in_the_words_of_the_checks(kind: str, model: Any) -> None:
    found = with_patterns([widget for name, widget in fields(model.FOLDER).items() if name != "body"])
    assert found
    for location, (pattern, message) in found:
        assert not re.search(pattern, "Not Right!")
        values: Any = "Not Right!"
        for name in reversed(location):
            values = {name: values}
        said = what_is_wrong(kind, _as_the_model_nests(model, values), location[:1], LIBRARY)
        assert message.removeprefix("This ").rstrip(".") in said, (location, said)


def _as_the_model_nests(model: Any, values: Any) -> Any:
    """`values` with each group or text in a list where the model has a list."""
    shapes = {name: str(field.annotation) for name, field in model.model_fields.items()}
    nested = {}
    for name, value in values.items():
        value = _as_the_model_nests(described(model)[name].leaf, value) if isinstance(value, dict) else value
        for _ in range(shapes[name].lower().count("list[")):
            value = [value]
        nested[name] = value
    return nested


def test_a_new_field_is_asked_for_too() -> None:
    class Longer(Initiative):
        """An initiative with a field more."""

        weather: int | None = Field(default=None, ge=1, description="How it was.", examples=["3"])

    before, after = fields("initiatives"), editor_fields.record_widgets(Longer, LIBRARY.network)
    assert [one for one in after if one["name"] not in before] == [
        {"name": "weather", "label": "Weather", "widget": "number", "value_type": "int", "min": 1, "hint": "How it was.",
         "required": False}
    ]  # fmt: skip


@for_each(
    ("edit_uri", "name", "branch"),
    [
        ("https://github.com/anytown/network/edit/main/content/", "anytown/network", "main"),
        ("https://github.com/anytown/network/edit/trunk/content/", "anytown/network", "trunk"),
        ("https://gitlab.com/anytown/network/-/edit/main/content/", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_changes_go_where_pages_are_edited(edit_uri: str | None, name: str | None, branch: str | None) -> None:
    found = editor_backend(edit_uri, {})
    assert (found.name, found.branch) == (name, branch) if found else name is None


@pytest.mark.thorough
def test_people_sign_in_with_a_token_unless_a_server_signs_them_in() -> None:
    backend = CONFIG["backend"]
    assert backend["auth_methods"] == ["token"]
    assert backend["auth_scope"] == "public_repo"
    assert backend["open_authoring"] is True
    server = {"base_url": "https://sign-in.example.org", "site_domain": "anytown.example.org"}
    served = editor_backend("https://github.com/a/b/edit/main/", server)
    assert served
    told = configuration(LIBRARY.network, PLACE, served)
    assert mistakes_in(told) == []
    assert told["backend"] | server == told["backend"]
    assert "auth_methods" not in told["backend"]


def test_the_page_and_what_it_is_told_are_part_of_the_site() -> None:
    files = {file.path: file.content for file in editor(LIBRARY.network, PLACE, BACKEND, renderer())}
    assert yaml.load(files["admin/config.yml"], Loader=yaml.CSafeLoader) == CONFIG
    assert BuiltPage("admin/index.html", files["admin/index.html"]).mistakes == []
    page = files["admin/index.html"].decode()
    assert set(json.loads(fromstring(page).body.get("data-own-words"))) == LIBRARY.network.role_words
    assert '<meta name="robots" content="noindex">' in page
    assert '<a href="../">Back to Anytown</a>' in page
    assert "an access token, which is like a password" in page
    with_button = EditorBackend("anytown/network", "main", "https://sign-in.example.org")
    [first, _] = editor(LIBRARY.network, PLACE, with_button, renderer())
    assert "access token" not in first.content.decode()
    assert "Sign in with GitHub" in first.content.decode()


def test_only_the_page_of_the_editor_has_its_policy() -> None:
    page = next(editor(LIBRARY.network, PLACE, BACKEND, renderer())).content
    elsewhere = BuiltPage("contribute/admin/index.html", page).mistakes
    assert "the content security policy may not allow 'unsafe-inline' in \"style-src\"" in elsewhere
    assert len(elsewhere) == 6
    policy = "default-src 'none'; base-uri 'none'; form-action 'self'; "
    for more in (
        "script-src 'unsafe-inline'",
        "script-src 'unsafe-eval'",
        "connect-src https://elsewhere.example",
        "img-src *",
    ):
        assert policy_mistakes(policy + more, "admin/index.html")
