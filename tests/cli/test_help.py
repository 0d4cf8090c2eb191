"""Whoever is told of a mistake is told where the rule is explained, on the site of their own network."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.library.library import read_library
from macros.lint.help_links import field_guide_address, rules_address
from tests.support.programs import run
from tests.support.project import ROOT

PAGE = "---\ntitle: Rules\nrender_macros: true\n---\n\n{{ rule_list() }}\n"


def address(network: Path, settings: str, page: str = "contribute/rules.md") -> str:
    """Where the rules of a copy of the smallest network are explained, with these settings and this page."""
    (network / "mkdocs.yml").write_text(settings, encoding="utf-8")
    path = network / "content" / page
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE, encoding="utf-8")
    return rules_address(network, read_library(network).documents)


@pytest.mark.parametrize(
    "written",
    ["site_url: https://example.org/kb/", "site_url: 'https://example.org/kb'", "x: !!python/name:os.path\nsite_url: https://example.org/kb/"],
)  # fmt: skip
def test_the_address_is_that_of_the_site(smallest: Path, written: str) -> None:
    assert address(smallest, f"site_name: A network\n{written}\n") == "https://example.org/kb/contribute/rules/"


def test_the_page_may_be_called_otherwise(smallest: Path) -> None:
    assert address(smallest, "site_url: https://example.org/", "rheolau/index.md") == "https://example.org/rheolau/"


@pytest.mark.parametrize(
    "settings",
    [
        "site_name: A network",
        "site_url:",
        "site_url: [",
        "site_url: !ENV [URL]",
        "site_url: 5",
        "- a list",
        "[a]: b",
        "",
    ],
)
def test_a_site_without_an_address_has_none(smallest: Path, settings: str) -> None:
    assert address(smallest, settings) == ""


def test_a_network_without_the_page_has_none(smallest: Path) -> None:
    (smallest / "mkdocs.yml").write_text("site_url: https://example.org/", encoding="utf-8")
    assert rules_address(smallest, read_library(smallest).documents) == ""


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_command_says_it(tmp_path: Path, form: str) -> None:
    network = Path(shutil.copytree(ROOT / "tests/networks/welsh", tmp_path / "welsh"))
    record = network / "content/initiatives/paned-a-sgwrs.md"
    record.write_text(record.read_text(encoding="utf-8").replace("stage: ", "stage: x"), encoding="utf-8")
    printed = run(ROOT / "scripts/validate.py", "--root", network, "--format", form).stdout
    assert "https://dysgu.example.org/contribute/rheolau/#choice-unknown" in printed


def test_the_guide_to_the_fields_is_found_wherever_it_is() -> None:
    welsh = ROOT / "tests/networks/welsh"
    documents = read_library(welsh).documents
    assert field_guide_address(welsh, documents) == "https://dysgu.example.org/contribute/meysydd/"
