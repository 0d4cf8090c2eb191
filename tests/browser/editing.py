"""The editor in the browser, at work on a network that is kept in the browser itself: its own back end for tests."""

from __future__ import annotations

import json
import re
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from macros.library.library import read_network
from macros.outputs.file import SiteInfo
from macros.propose.editor import EditorBackend, configuration
from tests.browser.visiting import PATIENCE, Visitor

# An editor that was open on the same device has left who has signed in, and its files.
_SEED = """async (files) => {
  localStorage.clear();
  for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  const kept = await navigator.storage.getDirectory();
  for await (const name of kept.keys()) await kept.removeEntry(name, { recursive: true });
  const top = await kept.getDirectoryHandle("sveltia-cms-test", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    const name = parts.pop();
    let folder = top;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
_READ = """async (path) => {
  const parts = path.split("/");
  const name = parts.pop();
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test");
  for (const part of parts) folder = await folder.getDirectoryHandle(part);
  const file = await folder.getFileHandle(name).catch(() => null);
  return file ? (await file.getFile()).text() : "";
}"""
# The editor puts signs around names that keep their direction.
_TRIES = 10
_ISOLATED = "[\u2068\u2069]*"


def told(network: Path, address: str) -> dict[str, Any]:
    """What the editor is told of the network in the folder `network`, whose files are kept in the browser."""
    made = configuration(
        read_network(network), SiteInfo(address, "Anytown", "", "en"), EditorBackend("a/network", "main")
    )
    return {**made, "backend": {"name": "test-repo"}, "publish_mode": "simple"}


class Editor:
    """Somebody at work in the editor."""

    def __init__(self, visit: Visitor, network: Path, config: dict[str, Any]) -> None:
        """Open the editor and sign in. What is saved there is written below `network` too."""
        self._visit, self._network = visit, network
        # On a device of its own sort, because the editor keeps on it who has signed in.
        self.page: Page = visit(
            "404.html",
            routes={"**/admin/config.yml*": lambda route: route.fulfill(body=json.dumps(config))},
            service_workers="block",
        )
        files = {
            path.relative_to(network).as_posix(): path.read_text("utf-8") for path in network.glob("content/*/*.md")
        }
        self.page.evaluate(_SEED, files)
        self.page.goto(visit.url("admin/"))
        self.page.get_by_role("button", name="Open the editor").click()
        self.page.get_by_role("button", name="Work with Test Repository").click()
        self.page.get_by_role("treeitem", name="Initiatives").wait_for()
        # Tall enough for every field: those below the edge of the window are made when they come into sight.
        self.page.set_viewport_size({"width": 1000, "height": 9000})

    def start(self, folder: str) -> None:
        """Start a record in a folder."""
        self._go(f"{folder}/new")

    def open(self, folder: str, name: str) -> None:
        """Open a record."""
        self._go(f"{folder}/entries/{name}")

    def _go(self, place: str) -> None:
        """Go there by way of the list: the fields of a record that is still open have the same names."""
        self.page.goto(self._visit.url(f"admin/#/collections/{place.split('/')[0]}"))
        self.field("Title").wait_for(state="hidden")
        self.page.goto(self._visit.url(f"admin/#/collections/{place}"))
        self.field("Title").wait_for()

    def field(self, *labels: str) -> Locator:
        """The field of this label, in the group of fields of the label before it."""
        found = self.page.get_by_role("group", name="Edit", exact=False).first
        for label in labels:
            name = re.compile(f"^“{_ISOLATED}{re.escape(label)}{_ISOLATED}” Field$")
            found = found.get_by_role("group", name=name).first
        return found

    def write(self, text: str, *labels: str) -> None:
        """Write into a field, as someone does who sees that it was taken back: on a busy computer, a record is set up once more."""
        save = self.page.get_by_role("button", name="Save", exact=True)
        for _ in range(_TRIES):
            self.field(*labels).locator("input, textarea").first.fill(text)
            with suppress(AssertionError):
                expect(save).to_be_enabled(timeout=PATIENCE / _TRIES)
                return

    def choose(self, option: str, *labels: str) -> None:
        """Choose one of what a field offers."""
        offered = self.field(*labels).get_by_role("radio").or_(self.field(*labels).get_by_role("checkbox"))
        offered.filter(has_text=option).or_(self.field(*labels).get_by_label(option)).first.click()

    def add(self, *labels: str) -> None:
        """Add a group of fields that may be left out."""
        self.field(*labels).get_by_role("checkbox").first.check()

    def save(self) -> None:
        """Choose "Save"."""
        self.page.get_by_role("button", name="Save", exact=True).click()

    def refusal(self) -> str:
        """What the editor says when it does not save."""
        self.save()
        dialog = self.page.get_by_role("alertdialog", name="Error")
        said = dialog.get_by_text("Nothing was saved.").inner_text()
        dialog.get_by_role("button", name="OK").click()
        return said

    def read(self, path: str) -> str:
        """The file at `path` as it is kept now; nothing if there is none."""
        return str(self.page.evaluate(_READ, path))

    def saved(self, path: str) -> str:
        """The file at `path` after saving."""
        before = self.read(path)
        self.save()
        expect(self.page.get_by_role("main", name="Collection")).to_be_visible()
        # The editor goes back to the list first, and writes the file then.
        end = time.monotonic() + PATIENCE / 1000
        while (text := self.read(path)) == before:
            assert time.monotonic() < end, f"{path} was not saved"
        (self._network / path).write_text(text, encoding="utf-8", newline="")
        return text
