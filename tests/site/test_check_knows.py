"""What the check lets pass is built, and every link of it leads somewhere: the build finds nothing that the check does not know."""

from __future__ import annotations

import logging
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from benchmarks.hostile import mutated_text
from macros.library.library import read_library
from macros.lint import site_settings
from macros.lint.diagnostics import Level
from macros.lint.engine import check_library
from macros.site_check.site import mistakes_in
from tests.support.building import EMPTY, NETWORKS, build, lay_out
from tests.support.project import TODAY

SMALLEST = NETWORKS / "smallest/content"
PAGE = "---\ntitle: A page\n---\n\nWe meet.\n"
# A build takes most of the time of this test, however many files it is of. So there is one, of all that the check lets pass.
MANY = 300


def with_mutations(network: Path, chance: random.Random) -> list[str]:
    """The paths of files that are laid into a network: each is a record or a page that somebody has got wrong."""
    records = [path for path in sorted(SMALLEST.rglob("*.md")) if path.name != "index.md"]
    laid = []
    for number in range(MANY):
        record = chance.choice([*records, None, None])
        path = (
            f"content/{record.parent.name}/{record.stem}-{number}.md" if record else f"content/about/page-{number}.md"
        )
        text = record.read_text(encoding="utf-8").replace("synonyms:\n  - buddying\n", "") if record else PAGE
        text = text.replace("title: ", f"title: {number} ", 1)
        for _ in range(chance.choice((1, 1, 2))):
            text = mutated_text(text, chance)
        (network / path).write_bytes(text.encode("utf-8", "surrogatepass"))
        laid.append(path)
    return laid


def refused(network: Path) -> set[str]:
    """The files in which the check finds an error, with the line."""
    found = check_library(read_library(network), TODAY)
    return {one.path for one in found if one.level is Level.ERROR and one.span.line >= 1}


def test_the_build_finds_nothing_that_the_check_does_not_know(tmp_path: Path) -> None:
    network = lay_out(tmp_path / "network", EMPTY, NETWORKS / "smallest", settings={"nav": None})
    laid = with_mutations(network, random.Random(7))
    wrong = refused(network)
    assert MANY // 2 < len(wrong) < MANY
    while wrong:
        assert wrong <= set(laid), "The mistake of one file is an error in another."
        for path in wrong:
            (network / path).unlink()
        wrong = refused(network)
    site = build(network)
    assert site.status == 0, site.log
    assert list(mistakes_in(site.folder, site.address)) == []


# One mistake each in mkdocs.yml, and the line where the check has to find it: the last line of what is written.
WRONG_SETTINGS = {
    "a page that is not there": "nav:\n  - Home: index.md\n  - About: about/uss.md",
    "a folder": "nav:\n  - Home: index.md\n  - About: about/",
    "a line that leads nowhere": "nav:\n  - Home: index.md\n  - About:",
    "a setting there is none of": "site_nam: Ours",
    "one value for a list": "extra_css: assets/site.css",
    "a list for one value": "site_description: [a, b]",
    "no plugin": "plugins:\n  - macros\n  - a-plugin-of-ours",
    "no hook": "hooks:\n  - macros/builder/hook.py",
    "no folder of the theme": "theme:\n  name: material\n  custom_dir: themes",
    "another theme": "theme:\n  custom_dir: theme\n  name: our-theme",
    "no YAML": "copyright: Ours: and yours",
    "no name": "site_name:",
    "a number for a name": "site_name: 2026",
    "a number for a text": "copyright: 2026",
    "a word for an address": "site_url: example",
    "another folder": "docs_dir: contents",
    "a word for settings": "validation: warn",
    "a check there is none of": "validation:\n  nav:\n    omitted_file: warn",
    "a level there is none of": "validation:\n  nav:\n    omitted_files: foo",
    "a list of hooks on one line": "hooks: macros/builder/hooks.py",
}
# The same for what MkDocs lets pass, and a page cannot be made of, or a browser cannot use.
WRONG_LATER = {
    "no hooks": "hooks:",
    "no hook of ours": "hooks:\n  - macros/builder/text.py",
    "no theme": "theme:",
    "no plugins": "plugins:",
    "no address": "site_url:",
    "a language there is none of": "theme:\n  name: material\n  custom_dir: theme\n  language: xx",
    "a language that YAML takes for no": "theme:\n  name: material\n  custom_dir: theme\n  language: no",
    "other addresses": "use_directory_urls: false",
    "a program as an address": "edit_uri: javascript:alert(1)",
    "a program as the licence": "extra:\n  licence:\n    name: Ours\n    url: javascript:alert(1)",
    "a word as the licence": "extra:\n  licence: Ours",
    "a list as the language": "theme:\n  name: material\n  custom_dir: theme\n  language: [cy]",
    "HTML": "copyright: <script>x</script>",
    "no style sheet": "extra_css:\n  - assets/site.css\n  - assets/guid.css",
    "a number as a name in the menu": "nav:\n  - 2026: index.md",
    "no name in the menu": 'nav:\n  - Home: index.md\n  - "": index.md',
    "no pages": "nav:\n  - Home: index.md\n  - Themes: []",
    "no page": "nav:\n  - Home: index.md\n  - Ours: network.yml",
    "two pages in one line of the menu": "nav:\n  - {Home: index.md, More: index.md}",
    "two hyphens in the menu": "nav:\n  - Home: index.md\n  - - index.md",
    "a program in the menu": "nav:\n  - Home: index.md\n  - Ours: javascript://alert(1)",
    "a plugin on one line": "plugins: macros",
    "a name longer than a file may have": f"extra_css:\n  - assets/{'a' * 300}.css",
    "twice": "site_author: Ours\nsite_author: Yours",
}


def stops(network: Path) -> bool:
    """Whether MkDocs refuses the settings, or warns of them, which stops a strict build."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException
    from mkdocs.structure.files import get_files
    from mkdocs.structure.nav import get_navigation

    heard: list[logging.LogRecord] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = heard.append  # type: ignore[assignment]
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        config = load_config(str(network / "mkdocs.yml"))
        get_navigation(get_files(config), config)
    except (MkDocsException, SystemExit):
        return True
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    return bool(heard)


@pytest.fixture(scope="module")
def settings_of_ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A network that builds, with a menu."""
    nav = {"nav": [{"Home": "index.md"}], "not_in_nav": "*"}
    network = lay_out(tmp_path_factory.mktemp("settings") / "network", EMPTY, NETWORKS / "smallest", settings=nav)
    (network / "content/index.md").write_text(PAGE, encoding="utf-8")
    return network


@contextmanager
def instead(wrong: str, network: Path) -> Iterator[None]:
    """Have one setting of a network be wrong, at the top of its mkdocs.yml."""
    file, name = network / "mkdocs.yml", wrong.partition(":")[0]
    settings = file.read_text(encoding="utf-8")
    others = {key: value for key, value in yaml.safe_load(settings).items() if key != name}
    file.write_text(f"{wrong}\n{yaml.safe_dump(others, sort_keys=False)}", encoding="utf-8")
    try:
        yield
    finally:
        file.write_text(settings, encoding="utf-8")


def lines_refused(network: Path) -> list[int]:
    """The lines of its mkdocs.yml in which the check finds an error."""
    found = check_library(read_library(network), TODAY)
    return [one.span.line for one in found if one.path == "mkdocs.yml" and one.level is Level.ERROR]


@pytest.mark.parametrize("wrong", WRONG_SETTINGS.values(), ids=WRONG_SETTINGS)
def test_what_is_wrong_in_the_settings_is_known_with_its_line(wrong: str, settings_of_ours: Path) -> None:
    """Whatever stops MkDocs, and MkDocs does not say in which line."""
    with instead(wrong, settings_of_ours):
        lines, stopped = lines_refused(settings_of_ours), stops(settings_of_ours)
    assert stopped
    assert lines == [wrong.count("\n") + 1]


@pytest.mark.parametrize("wrong", WRONG_LATER.values(), ids=WRONG_LATER)
def test_what_is_wrong_later_is_known_with_its_line(wrong: str, settings_of_ours: Path) -> None:
    with instead(wrong, settings_of_ours):
        assert lines_refused(settings_of_ours) == [wrong.count("\n") + 1]


def test_settings_that_are_right_stop_nothing(settings_of_ours: Path) -> None:
    assert not stops(settings_of_ours)
    found = check_library(read_library(settings_of_ours), TODAY)
    assert [one for one in found if one.path == "mkdocs.yml"] == []


def test_the_check_knows_every_setting_of_the_site_builder() -> None:
    from mkdocs.config.defaults import MkDocsConfig

    of_builder = {name for name, _ in MkDocsConfig._schema}
    # The first is for a file, the others are no more than a message that they are gone.
    assert of_builder | {"INHERIT"} == site_settings.NAMES | {"config_file_path", "pages", "google_analytics"}
