"""The forms on GitHub ask for what the models say, in a way that GitHub takes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.kinds import ENTRIES, PROPOSED, Adoption, Initiative
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.outputs.file import File
from macros.propose.generated_files import differing
from macros.propose.issue_form import LABEL, forms
from macros.propose.issue_form_files import issue_forms
from macros.propose.send_minutes import send_minutes
from macros.schema.description import described, field_at
from tests.support.cases import for_each
from tests.support.project import ROOT, TODAY

FORMS: dict[str, dict[str, Any]] = {
    Path(file.path).stem: yaml.load(file.content, Loader=yaml.CSafeLoader)
    for file in issue_forms(ROOT, PublicLibrary.of(read_library(ROOT), TODAY))
}
CONFIG = FORMS.pop("config")


def elements(form: str) -> dict[str, dict[str, Any]]:
    return {element["id"]: element for element in FORMS[form]["body"] if "id" in element}


def test_there_is_a_form_for_every_kind_that_is_proposed_for_a_question_each_entry_and_minutes() -> None:
    assert [*FORMS] == [*(f"propose-{name}" for name in (*PROPOSED, "question", *ENTRIES)), "send-minutes"]


@for_each("contact", [None, "network@example.org"])
def test_the_form_for_minutes_says_first_who_can_read_the_file(contact: str | None) -> None:
    said = send_minutes(contact).title_hint
    assert said.startswith("Anyone can read the file you attach, so take out people's names first.")
    assert ("send it to network@example.org." in said) == (contact is not None)
    assert FORMS["send-minutes"]["body"][0]["attributes"]["value"].startswith("Anyone can read the file you attach")


@for_each("form", FORMS)
def test_github_takes_it(form: str) -> None:
    """What GitHub refuses and its published schema does not say."""
    body = FORMS[form]["body"]
    labels = [element["attributes"]["label"] for element in body if "label" in element["attributes"]]
    assert len(labels) == len(set(labels))
    assert FORMS[form]["labels"] == [LABEL]
    for element in body:
        options = element["attributes"].get("options", [])
        texts = [option["label"] if isinstance(option, dict) else option for option in options]
        assert len(texts) == len(set(texts))
        assert all(isinstance(text, str) and text.strip() and text.lower() != "none" for text in texts)
        assert all(value != "" for value in element["attributes"].values())


@for_each("kind", PROPOSED)
def test_a_form_asks_for_every_field_that_a_record_needs(kind: str) -> None:
    ids = elements(f"propose-{kind}")
    for name, field in described(PROPOSED[kind]).items():
        if field.is_asked and name not in ("title", "added"):
            assert name in ids or any(one.startswith(f"{name}-") for one in ids), name
        if field.is_required and name in ids:
            assert ids[name]["validations"]["required"] is True


def test_fields_are_named_as_in_the_models_and_sections_after_their_headings() -> None:
    ids = set(elements("propose-initiative"))
    assert {"summary", "stage", "services", "tags", "started", "stopped", "why_stopped", "audience", "setting"} <= ids
    assert {"minutes", "cost", "contact", "evidence", "what-happens", "how-to-try-it", "what-changed"} <= ids
    assert {section.label for section in Initiative.SECTIONS} <= {
        element["attributes"]["label"] for element in FORMS["propose-initiative"]["body"] if "id" in element
    }
    assert {"citation-authors", "citation-doi", "citation-url"} <= set(elements("propose-evidence"))


def test_a_field_of_a_model_is_an_entry_of_its_form_that_leads_back_to_it() -> None:
    for form in forms(read_library(ROOT)):
        others = [entry.name for entry in form.entries if entry.field is None and entry.section is None]
        # What is said of a service that is not there yet becomes an entry of the field before it, and a record that is
        # chosen is the one that is added to.
        expected = {Initiative: ["unlisted"], Adoption: ["initiative", "unlisted"]}
        assert others in (expected.get(form.model, []), ["text"])
        for entry in form.entries:
            if entry.field:
                assert entry.field is field_at(form.model, entry.location)
                assert not entry.field.parts


def test_words_and_records_are_chosen_from_a_list() -> None:
    found = elements("propose-initiative")
    assert found["stage"]["attributes"]["options"] == ["Idea", "Tried or being tried", "In use", "Stopped"]
    assert (
        "Idea: It has been suggested. We have no record yet of a service in the network doing it."
        in found["stage"]["attributes"]["description"]
    )
    assert found["setting"]["attributes"]["multiple"] is True
    assert "Peer support" in found["tags"]["attributes"]["options"]
    assert "Sample service Fig" not in found["services"]["attributes"]["options"]


def test_nothing_that_is_asked_speaks_of_files() -> None:
    for form in forms(read_library(ROOT)):
        assert [entry.name for entry in form.entries if ".md" in entry.hint or "file name" in entry.hint] == []


def test_the_page_of_forms_leads_to_the_site() -> None:
    assert CONFIG["blank_issues_enabled"] is True
    site = yaml.load(
        (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\n\nextra")[0], Loader=yaml.CSafeLoader
    )["site_url"]
    assert [link["url"] for link in CONFIG["contact_links"]] == [f"{site}contribute/", f"{site}contribute/fields/"]


def test_the_page_of_forms_leads_to_the_pages_of_another_network() -> None:
    welsh = ROOT / "tests/networks/welsh"
    public = PublicLibrary.of(read_library(welsh), TODAY)
    files = {file.path: file.content for file in issue_forms(welsh, public)}
    links = yaml.load(files[".github/ISSUE_TEMPLATE/config.yml"], Loader=yaml.CSafeLoader)["contact_links"]
    site = "https://dysgu.example.org"
    assert [link["url"] for link in links] == [f"{site}/cyfrannu/", f"{site}/contribute/meysydd/"]


def test_a_network_whose_site_has_no_address_yet_has_forms_too(smallest: Path) -> None:
    (smallest / "mkdocs.yml").write_text("site_name: Sample\n", encoding="utf-8")
    files = {file.path: file.content for file in issue_forms(smallest, PublicLibrary.of(read_library(smallest), TODAY))}
    assert yaml.load(files[".github/ISSUE_TEMPLATE/config.yml"], Loader=yaml.CSafeLoader) == {
        "blank_issues_enabled": True
    }
    # There is no service to choose that is not a sample.
    assert b"id: services\n" in files[".github/ISSUE_TEMPLATE/propose-initiative.yml"]


@pytest.mark.thorough
def test_who_adds_a_record_need_not_write_the_forms_anew(smallest: Path) -> None:
    def check(*, strictly: bool) -> list[str]:
        return [
            Path(file.path).stem
            for file in differing(
                smallest, issue_forms(smallest, PublicLibrary.of(read_library(smallest), TODAY)), strictly=strictly
            )
        ]

    def write(file: File) -> None:
        (smallest / file.path).parent.mkdir(parents=True, exist_ok=True)
        (smallest / file.path).write_bytes(file.content)

    for file in issue_forms(smallest, PublicLibrary.of(read_library(smallest), TODAY)):
        write(file)
    theme = smallest / "content/themes/peer-support.md"
    other = theme.read_text(encoding="utf-8").replace("Peer support", "Time off").replace("buddying", "rest")
    (smallest / "content/themes/time-off.md").write_text(other, encoding="utf-8")
    assert check(strictly=False) == []
    assert check(strictly=True) == ["propose-initiative", "propose-question"]
    network = smallest / "content/network.yml"
    network.write_text(
        network.read_text(encoding="utf-8").replace("staff: Staff", "staff: Colleagues"), encoding="utf-8"
    )
    assert check(strictly=False) == ["propose-initiative"]
    form = smallest / ".github/ISSUE_TEMPLATE/propose-topic.yml"
    form.write_text("name: [", encoding="utf-8")
    assert check(strictly=False) == ["propose-initiative", "propose-topic"]
