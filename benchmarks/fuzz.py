"""Look for a traceback in whole repositories that no one would write: `python -m benchmarks.fuzz --cases 200000`.

Each case is made from its number alone, so that `--first 4711 --cases 1` repeats one.
"""

from __future__ import annotations

import io
import json
import random
import signal
import tempfile
import traceback
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

import click

from benchmarks.hostile import NAMES, VALUES, Folder, Repository, mutated, mutated_bytes, mutated_text, read_repository
from macros.github import pull_request_comment as comment
from macros.github.check_report import read_archive
from macros.library.library import Library, NetworkUnreadable, read_library
from macros.library.public import PublicLibrary
from macros.library.today import today_in
from macros.lint.check_report import ReportUnreadable, read_report
from macros.lint.diagnostics import Diagnostic, Level
from macros.lint.engine import check_library, network_diagnostics
from macros.lint.fixes import fix_files
from macros.lint.report import FORMS, report
from macros.lint.unforeseen import UNFORESEEN
from macros.outputs.api import api
from macros.outputs.calendars import calendars
from macros.outputs.csv_tables import tables
from macros.outputs.digest import write_digest
from macros.outputs.due_dates import due_dates
from macros.outputs.feeds import feeds
from macros.outputs.file import SiteInfo
from macros.outputs.licence import licence
from macros.outputs.llms_txt import overview
from macros.outputs.look import read_look
from macros.outputs.print_packs import packs, welcome_packs
from macros.outputs.redirects import redirects
from macros.outputs.word_agenda import agendas
from macros.outputs.word_minutes import minutes
from macros.pages.digest_scope import since_last_meeting
from macros.pages.edit_links import EditLinks
from macros.pages.record_page import record_page
from macros.pages.related import inverted_index
from macros.pages.rendering import Renderer, address
from macros.pages.text import text_html, with_heading_links
from macros.pages.wide_tables import with_boxed_tables
from macros.propose.issue import Issue
from macros.propose.proposal import propose
from macros.search.documents import record_document
from macros.source.gfm import Node, parse
from macros.source.settings import SettingsUnreadable, read_settings, text_of

ROOT = Path(__file__).resolve().parent.parent
NETWORKS = ROOT / "tests/networks"
SITE = SiteInfo("https://example.org/kb/", "A network", "What it knows.", "en")
# A case of any kind takes milliseconds. Only the program asks how long one takes, never the tests.
_PATIENCE = 20
_SHOWN = 0.4
_CHANGE = comment.CheckedChange([], "https://example.org", "https://example.org", False, None, "", "", "")


class Fuzz:
    """Runs cases in a folder of its own, which needs no more room than a network."""

    def __init__(self, folder: Path) -> None:
        """Read the networks and issues that cases are made of."""
        self._root = folder
        (folder / "content").mkdir()
        self._settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        (folder / "mkdocs.yml").write_text(self._settings, encoding="utf-8")
        self._folder = Folder(folder / "content")
        smallest, empty, orchard = (
            read_repository(NETWORKS / name / "content") for name in ("smallest", "empty", "orchard")
        )
        self._networks = [*[smallest] * 7, Repository(empty.files | orchard.files)]
        self._issues = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/issues").glob("*.md"))]
        self._look, self._licence = read_look(ROOT / "theme/assets"), licence({"copyright": "", "extra": {}})
        self._renderer, self.shown = Renderer(), 0
        self._reports: list[bytes] = [b"[]"]

    def case(self, number: int) -> str:
        """What is wrong after case `number`; empty if nothing is."""
        chance = random.Random(number)
        try:
            return chance.choices((self._repository, self._issue, self._artifact, self._mkdocs), (80, 10, 8, 2))[0](
                chance
            )
        except Exception:
            return traceback.format_exc()

    def _checked(self) -> tuple[Library | None, list[Diagnostic]]:
        try:
            library = read_library(self._root)
        except NetworkUnreadable as unreadable:
            return None, network_diagnostics(unreadable)
        return library, check_library(library, today_in(library.network))

    def _repository(self, chance: random.Random) -> str:
        self._folder.become(mutated(chance.choice(self._networks), chance))
        library, diagnostics = self._checked()
        documents = library.documents if library else {}
        for form in FORMS:
            said = report(form, diagnostics, documents, 1, "https://example.org/rules/")
            if any(not character.isprintable() for character in said.replace("\n", "").replace("\x1b[", "")):
                return f"The {form} has a character that cannot be seen: {said!a}"
        written = report("json", diagnostics, documents, 1).encode()
        self._reports = [*self._reports[-20:], written]
        comment.comment(comment.CheckedChange(**{**_of(_CHANGE), "diagnostics": read_report(written)}))
        if wrong := [one for one in diagnostics if one.rule == UNFORESEEN]:
            return str(wrong[0])
        # Showing a network takes as long as checking ten.
        if library and chance.random() < _SHOWN and not any(one.level is Level.ERROR for one in diagnostics):
            self._shown(library)
        if any(one.fix for one in diagnostics):
            for path in fix_files(self._root, diagnostics):
                self._folder.is_changed(path.removeprefix("content/"))
            again = self._checked()[1]
            return next((str(one) for one in again if one.rule == UNFORESEEN), "")
        return ""

    def _shown(self, library: Library) -> None:
        """Show everything that a build shows, without the site builder."""
        self.shown += 1
        public, renderer = PublicLibrary.of(library, today_in(library.network)), self._renderer
        renderer._entries.clear()
        texts, by_key = {}, inverted_index(public)
        for record in public.all():
            document = library.documents[f"content/{record.path}"]
            html = text_html(document.body, document.parts, str)
            texts[record.path] = html
            page = record_page(record, public, by_key)
            record_document(record, parse(document.body), public)
            with_boxed_tables(with_heading_links(html, "Link"), renderer)
            renderer.render(
                "record.html.j2", address(record.path), page=page, text=html, contents=[], come_back="", edit_url="", downloads=[],
                word=lambda *_: "",
            )  # fmt: skip

        def text_at(path: str) -> Node:
            return parse(library.documents[f"content/{path}"].body)

        files: list[Iterator[Any]] = [
            redirects(public, SITE, renderer), packs(public, SITE, renderer, texts), welcome_packs(public, SITE, renderer),
            api(public, SITE, texts, self._licence), tables(public, SITE), feeds(public, SITE), calendars(public, SITE),
            due_dates(public, SITE), overview(public, SITE),
            agendas(public, SITE, text_at, self._file_at), minutes(public, SITE, text_at, self._file_at),
        ]  # fmt: skip
        for of_kind in files:
            for _ in of_kind:
                pass
        write_digest(public, SITE, renderer, since_last_meeting(public), self._look)

    def _file_at(self, path: str) -> bytes:
        file = self._root / "content" / path
        return file.read_bytes() if file.is_file() else b""

    def _issue(self, chance: random.Random) -> str:
        self._folder.become(self._networks[0])
        body = chance.choice(self._issues)
        for _ in range(chance.randint(1, 4)):
            body = mutated_text(body, chance)
        title = chance.choice(("Breaks at work", *VALUES, *NAMES))
        body = body.encode("utf-8", "replace").decode("utf-8")
        title = title.encode("utf-8", "replace").decode("utf-8")
        proposal = propose(
            self._root,
            Issue(number=1, title=" ".join(title.split()), body=body),
            None,
            today_in(read_library(self._root).network),
        )
        if proposal.path:
            self._folder.is_changed(proposal.path.removeprefix("content/"))
        return proposal.answer if "The program has a fault" in proposal.answer else ""

    def _artifact(self, chance: random.Random) -> str:
        packed = io.BytesIO()
        content = chance.choice(self._reports)
        if chance.random() < 0.5:
            content = mutated_bytes(content, chance)
        elif found := json.loads(content):
            one = chance.choice(found)
            one[chance.choice([*one])] = chance.choice([*VALUES, -1, 10**30, None, [], {}, True, 1.5])
            content = json.dumps(found).encode("utf-8", "replace")
        with zipfile.ZipFile(packed, "w", chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as files:
            files.writestr(chance.choice(("findings.json", "findings.json", "findings.json", "other")), content)
        archive = packed.getvalue()
        with suppress(ReportUnreadable):
            found = read_archive(mutated_bytes(archive, chance) if chance.random() < 0.5 else archive)
            comment.comment(comment.CheckedChange(**{**_of(_CHANGE), "diagnostics": found}))
        return ""

    def _mkdocs(self, chance: random.Random) -> str:
        file = self._root / "mkdocs.yml"
        changed = mutated_text(self._settings, chance).encode("utf-8", "replace")
        file.write_bytes(mutated_bytes(changed, chance) if chance.random() < 0.3 else changed)
        with suppress(SettingsUnreadable):
            EditLinks(text_of(read_settings(file), "edit_uri"))
        file.write_text(self._settings, encoding="utf-8")
        return ""


def _of(change: comment.CheckedChange) -> dict[str, Any]:
    return {name: getattr(change, name) for name in change.__dataclass_fields__}


def _too_long(*_: object) -> NoReturn:
    raise TimeoutError(f"It takes longer than {_PATIENCE} seconds.")


@click.command()
@click.option("--cases", default=200_000, show_default=True, help="How many.")
@click.option("--first", default=0, help="The number of the first.")
def main(cases: int, first: int) -> None:
    """Run cases, print those that go wrong, and end with 1 if any does."""
    wrong = 0
    signal.signal(signal.SIGALRM, _too_long)
    with tempfile.TemporaryDirectory() as folder:
        fuzz = Fuzz(Path(folder))
        for number in range(first, first + cases):
            signal.alarm(_PATIENCE)
            if found := fuzz.case(number):
                wrong += 1
                click.echo(f"Case {number}: {found.encode('ascii', 'backslashreplace').decode()}\n")
            if (number + 1) % 10_000 == 0:
                click.echo(f"{number + 1 - first:,} cases, {wrong} of them wrong, {fuzz.shown:,} shown.")
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
