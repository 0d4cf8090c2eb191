"""The page that reads minutes, run by node, beside the command: what both make of the same file."""

from __future__ import annotations

import json
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.kinds import Meeting, Record, Service
from macros.library.library import Library
from macros.library.public import PublicLibrary
from macros.minutes.archive import Refused
from macros.minutes.file import read_content
from macros.minutes.messages import said
from macros.minutes.page_data import network_data
from macros.minutes.page_script import shared_modules
from macros.minutes.record import drafted
from macros.propose.form_script import bundled
from tests.support.exporting import PLACE
from tests.support.node import returned
from tests.support.project import ROOT

# Node reads the files itself: some are large. What was taken up is in seconds of the processor.
_RUN = """
import { readFileSync } from "node:fs";
const { read } = await import(process.argv[1]);
const made = [];
for (const [path, ...given] of JSON.parse(readFileSync(0, "utf-8"))) {
  const before = process.cpuUsage();
  const what = await read(readFileSync(path), ...given);
  const { user, system } = process.cpuUsage(before);
  made.push([what, (user + system) / 1e6]);
}
process.stdout.write(JSON.stringify(made));
"""
_LISTS = ("understood", "assumed", "questions", "left_out", "for_editor")
# No file may keep a browser for longer, in seconds.
_PATIENCE = 2


@cache
def _code() -> str:
    return bundled(ROOT / "tests/support/minutes.js", {}, modules=shared_modules())


# What is typed into a record goes to a check, not to a reader.
_CHECK = """
import { readFileSync } from "node:fs";
const { mistakes } = await import(process.argv[1]);
const [[network, ...texts]] = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(texts.map((text) => mistakes(text, network))));
"""


def mistakes_by_page(texts: Sequence[str], network: dict[str, Any]) -> list[list[tuple[int, str]]]:
    """The line and the message of each mistake that the page sees in the text of each record."""
    with TemporaryDirectory() as name:
        script = Path(name) / "minutes.mjs"
        script.write_text(_code(), encoding="utf-8")
        found = returned(["--input-type=module", "--eval", _CHECK, script.as_uri()], [[network, *texts]])
    return [[(one["line"], one["message"]) for one in of_text] for of_text in found]


@dataclass
class Alike:
    """Files that both have to read alike, and what the command has made of them."""

    calls: list[tuple[bytes, str, str]] = field(default_factory=list)
    by_command: list[dict[str, Any]] = field(default_factory=list)

    def read(self, content: bytes, library: Library, today: date) -> None:
        """Have the command read a file, which the page is to read later."""
        public = PublicLibrary.of(library, today)
        network = network_data(public, library.documents, PLACE.top)
        self.calls.append((content, json.dumps(network), today.isoformat()))
        # The page does not know champions whose names the site may not show.
        services: MutableMapping[str, Record] = {**public.all_of(Service)}
        records = {**library.records, Service.KIND: services}
        self.by_command.append(_by_command(content, replace(library, records=records), today))

    def by_page(self) -> list[tuple[dict[str, Any], float]]:
        """What the page makes of them, each with the seconds that it took."""
        with TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "minutes.mjs").write_text(_code(), encoding="utf-8")
            calls: list[Sequence[Any]] = []
            for number, (content, *given) in enumerate(self.calls):
                path = folder / f"{number}.docx"
                path.write_bytes(content)
                calls.append([str(path), *given])
            return returned(["--input-type=module", "--eval", _RUN, (folder / "minutes.mjs").as_uri()], calls)

    def check(self, *, may_refuse: bool = False) -> None:
        """Compare. Of what differs, the first place of each file is shown. The page `may_refuse` more than the command."""
        found = self.by_page() if self.calls else []
        differing = [
            _difference(page, command)
            for (page, _), command in zip(found, self.by_command, strict=True)
            if page != command and not (may_refuse and "refused" in page)
        ]
        slow = [f"{seconds} seconds for a file" for _, seconds in found if seconds > _PATIENCE]
        if differing or slow:
            raise AssertionError("\n".join([f"{len(differing)} of {len(found)} differ", *differing, *slow]))


def _by_command(content: bytes, library: Library, today: date) -> dict[str, Any]:
    try:
        draft = drafted(read_content(content), library, today, PLACE.top)
    except Refused as refused:
        return {"refused": str(refused)}
    meetings = {f"content/{one.path}": one for one in library.all_of(Meeting).values()}
    if draft.path in meetings and meetings[draft.path].is_held:
        # The page leaves these to people.
        return {"refused": said("held-already", title=meetings[draft.path].title)}
    of_draft = {name: getattr(draft, name) for name in ("path", "text", "before")}
    asked = [[*one] for one in draft.told.asked]
    return of_draft | {name: getattr(draft.told, name) for name in _LISTS} | {"asked": asked}


def _difference(page: dict[str, Any], command: dict[str, Any]) -> str:
    name = next(name for name in (*page, *command) if page.get(name) != command.get(name))
    lines = [
        one.get(name, "").split("\n") if isinstance(one.get(name, ""), str) else one[name] for one in (page, command)
    ]
    at = next((at for at, (one, other) in enumerate(zip(*lines, strict=False)) if one != other), min(map(len, lines)))
    return f"{name}: {lines[0][at : at + 1]} on the page, {lines[1][at : at + 1]} by the command"
