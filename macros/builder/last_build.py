"""What the last build left to this one: whether anything has changed since, and the site as it was."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.utils import get_build_date

from macros.builder.former_site import FormerSite, files_in
from macros.builder.inputs import Inputs, NothingKept, inputs_of
from macros.library.today import today

if TYPE_CHECKING:
    from macros.builder.parts import Parts

# Below the folder of the content. Every page may show what is in it.
_NETWORK = "network.yml"

log = logging.getLogger("mkdocs.plugins.records")


class LastBuild:
    """The build before this one, as far as its site and its notes are there.

    `is_current` says that nothing has changed since, so there is nothing to build.
    """

    def __init__(self, config: Any) -> None:
        """Compare what the site of these settings is made from now and was made from then."""
        self._folder, self._content = config["site_dir"], config["docs_dir"]
        self._inputs: Inputs | None = None
        self._former: FormerSite | None = None
        self._has_ended = False
        self.is_current = False
        try:
            self._inputs = inputs_of(config)
        except (NothingKept, OSError) as reason:
            log.info("Nothing is kept of a build here. %s", reason)
            return
        self._former = FormerSite(Path(config["docs_dir"]).resolve().parent, self._folder, self._inputs.fixed)
        notes = self._former.notes
        self.is_current = (
            self._former.is_whole
            and notes["content"] == self._inputs.content
            and notes["days"] == _days(notes["time_zone"])
        )

    @property
    def contents(self) -> Mapping[str, str]:
        """The hash of each file by its path in content/; of none if they cannot be known."""
        return self._inputs.content if self._inputs else {}

    @property
    def code(self) -> str:
        """A hash of all that makes the site; empty if it cannot be known."""
        return self._inputs.code if self._inputs else ""

    def parts(self, what: str) -> Parts:
        """What the former build noted of the parts of the site, or of the check, unless the day or the words of the network are others."""
        # What it needs takes long to import.
        from macros.builder.parts import Parts

        if self._former is None or not self._former.notes or not self._is_same_day_and_network:
            return Parts()
        return Parts(self._former.notes[what], self._former.files)

    def of_records(self, what: str) -> Mapping[str, Any]:
        """What the former build noted of each record whose file is the same, by path in content/."""
        if self._former is None or not self._former.notes or not self._is_same_day_and_network:
            return {}
        then, now = self._former.notes["content"], self.contents
        return {path: one for path, one in self._former.notes[what].items() if then[path] == now.get(path)}

    @property
    def _is_same_day_and_network(self) -> bool:
        assert self._former is not None
        notes = self._former.notes
        days, network = notes["days"], notes["content"].get(_NETWORK)
        return bool(days == _days(notes["time_zone"]) and network == self.contents.get(_NETWORK))

    def set_aside(self) -> None:
        """Make place for the site that is to be built."""
        if self._former:
            self._former.set_aside()

    def put_back(self) -> None:
        """Leave the site as it was: there is nothing to build."""
        if self._former:
            self._former.put_back()

    def content_of(self, path: str) -> bytes:
        """The content of a file of the former site."""
        return self._former.content_of(path) if self._former else b""

    def end(self, files: Mapping[str, str], time_zone: str | None, **noted: Any) -> None:
        """End a build that has made these files, each with its hash. MkDocs has written others.

        `time_zone` says what day it is; None if it is always the same. The rest is for the next build. Nothing is noted of a build
        during which someone has saved something, since no one knows what of that it has read.
        """
        if self._former is None or self._inputs is None:
            return
        every = {**dict(files_in(self._folder, but=files)), **files}
        days = {"time_zone": time_zone, "days": _days(time_zone)}
        notes = {"content": self._inputs.content, **days, **noted}
        self._former.replace(every, None if self._inputs.have_changed else notes)
        self._has_ended = True

    def saved_since(self) -> list[str]:
        """The files in content/ that have been saved since, by path in it; none if something else has been written, too."""
        try:
            written = [*self._inputs.written_since()] if self._inputs else []
        except (NothingKept, OSError):
            return []
        if any(folder != self._content for folder, _ in written):
            return []
        return [os.path.relpath(entry.path, self._content) for _, entry in written if entry.is_file()]

    def fail(self) -> None:
        """End a build that has failed with the site as it was, or forget what it has noted, if it has."""
        self.put_back()
        if self._former and self._has_ended:
            self._former.forget()


def _days(time_zone: str | None) -> list[str]:
    """The day for the network, and that which MkDocs writes into the site."""
    return [today(time_zone).isoformat() if time_zone else "", get_build_date()]


# `mkdocs serve` makes a new configuration for every build.
_current: tuple[Any, LastBuild] | None = None


def last_build(config: Any) -> LastBuild:
    """The build before that of this configuration."""
    global _current
    if _current is None or _current[0] is not config:
        _current = (config, LastBuild(config))
    return _current[1]


def saved_since_last_build() -> list[str]:
    """What has been saved since the last build of this process: see `LastBuild.saved_since`."""
    return _current[1].saved_since() if _current else []


def has_nothing_to_do(env: Any) -> bool:
    """Whether nothing has changed since the last build."""
    return last_build(env.conf).is_current


def leave_site(env: Any) -> None:
    """Leave the site of the last build as it was."""
    last_build(env.conf).put_back()


def fail() -> None:
    """End a build that has failed."""
    if _current is not None:
        _current[1].fail()
