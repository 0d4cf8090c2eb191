"""The files of a new network, made from those of the network that was here before."""

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.founding.answers import Answers
from macros.founding.colours import coloured_mark, coloured_styles
from macros.library.library import CONTENT, read_library
from macros.outputs.file import File
from macros.source.settings import SETTINGS_FILE, read_settings, text_of
from macros.source.writer import field_lines, quoted

_TEMPLATES = Path(__file__).parent / "templates"
_CHAMPIONS, _ABOUT_CHAMPIONS = "champions.md", "about/champions.md"
# Files outside content/ that have addresses of the network in them.
_WITH_ADDRESSES = (".github/CODEOWNERS",)
_CHECK = ".github/workflows/check.yml"
# The words of one network that the spelling check accepts.
_WORDS = ".cspell/network.txt"
_ON_GITHUB = re.compile(r"(?:https://|(?:ssh://)?git@)github\.com[:/]([^/]+/[^/]+?)(?:\.git)?/?")
_STYLES, _MARK = "theme/assets/network.css", "theme/assets/mark.svg"


def new_files(root: Path, answers: Answers) -> Iterator[File]:
    """The files to write below `root`. Whatever else is in its content/ is the former network's own.

    A page that says something of one network has a template in templates/. All others stay, with the addresses of the new one.
    """
    library = read_library(root)
    former = _addresses(root)
    new = (answers.repository, answers.address, f"@{answers.owner}/")

    def readdressed(path: str) -> str:
        text = (root / path).read_text(encoding="utf-8")
        for one, other in zip(former, new, strict=True):
            text = text.replace(one, other) if one else text
        return text

    about = library.network.champions.about
    templates = dict(_rendered(answers))
    stay = [path for path in library.pages if path not in templates and path != f"{CONTENT}/{about}"]
    texts = {path: readdressed(path) for path in (*stay, *_WITH_ADDRESSES) if (root / path).is_file()}
    texts |= templates
    texts[SETTINGS_FILE] = _settings(readdressed(SETTINGS_FILE), about or _ABOUT_CHAMPIONS, answers)
    texts[_CHECK] = _without_tests((root / _CHECK).read_text(encoding="utf-8"))
    own_words = sorted({*_own_words(answers)}, key=lambda word: (word.casefold(), word))
    texts[_WORDS] = "".join(f"{word}\n" for word in own_words)
    texts[_STYLES] = coloured_styles((root / _STYLES).read_text(encoding="utf-8"), answers.brand, answers.accent)
    texts[_MARK] = coloured_mark((root / _MARK).read_text(encoding="utf-8"), answers.brand, answers.accent)
    yield from (File(path, text.encode()) for path, text in texts.items())


def copy_of_project(root: Path, origin: str) -> str:
    """The address on GitHub of what git calls `origin`; empty if that is elsewhere, or the former network's own."""
    found = _ON_GITHUB.fullmatch(origin.strip())
    address = f"https://github.com/{found[1]}" if found else ""
    return "" if address.casefold() == _addresses(root)[0].casefold() else address


def _addresses(root: Path) -> tuple[str, str, str]:
    """The repository, the site, and the owner as in the list of who must approve a change."""
    settings = read_settings(root / SETTINGS_FILE)
    repository = text_of(settings, "edit_uri").partition("/edit/")[0]
    owner = f"@{repository.split('/')[-2]}/" if repository.count("/") > 1 else ""
    return repository, text_of(settings, "site_url"), owner


def _own_words(answers: Answers) -> list[str]:
    """The words in the names of the network: they are in no dictionary."""
    said = (answers.name, answers.short_name, *answers.areas, answers.members, answers.standing_item.name)
    called = (answers.champions.one, answers.champions.many, answers.owner)
    return re.findall(r"[^\W\d_]{4,}", " ".join((*said, *called)))


def _rendered(answers: Answers) -> Iterator[tuple[str, str]]:
    # The pages have calls of macros in double braces, which stay.
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
    )
    environment.filters["as_yaml"] = _as_yaml
    for path in sorted(environment.list_templates()):
        yield path, environment.get_template(path).render(one=answers)


def _settings(text: str, about: str, answers: Answers) -> str:
    """The text of mkdocs.yml for a new network. Its comments and the rest of its settings stay."""
    described = f"What {answers.members} in {answers.name_inside} have tried, and what is known about it."
    called = answers.champions.many
    lines = {
        "site_name: .*": f"site_name: {quoted(answers.short_name)}",
        "site_description: .*": f"site_description: {quoted(described)}",
        "  language: .*": f"  language: {answers.language.partition('-')[0]}",
        f" *- .*: {re.escape(_CHAMPIONS)}": f"      - {quoted(called[0].upper() + called[1:])}: {_CHAMPIONS}",
        f" *- .*: {re.escape(about)}": f"      - {quoted(f'How we list {called}')}: {_ABOUT_CHAMPIONS}",
    }
    # It has words of its own trade, so it is no example for another.
    text = re.sub("^  demonstration: .*\n", "", text, flags=re.MULTILINE)
    for former, line in lines.items():
        text = re.sub(f"^{former}$", lambda _: line, text, flags=re.MULTILINE)  # noqa: B023 (called at once)
    return text


def _without_tests(text: str) -> str:
    """The workflow that checks pull requests, without the job that tests the code: many tests need the first network's records."""
    return re.sub(r"\n  test:\n(?:    .*\n|\n)*", "", text)


def _as_yaml(text: str) -> str:
    """A text as a record has it, with quotation marks if it needs them."""
    [line] = field_lines({}, {"text": text})
    return line.removeprefix("text: ")
