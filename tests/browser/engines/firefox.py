"""Firefox, driven over WebDriver BiDi by Puppeteer, in a Node.js process that is told what to do line by line."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.browser.engines.engine import HEIGHT, WIDTH, Absent, Unanswered, program
from tests.support.project import ROOT

_SCRIPT = Path(__file__).with_suffix(".mjs")


class Firefox:
    """See `Engine`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Take what firefox.mjs has started."""
        assert process.stdin
        assert process.stdout
        self._told, self._said = process.stdin, process.stdout

    def _call(self, *call: str) -> Any:
        self._told.write(json.dumps(call) + "\n")
        self._told.flush()
        answer = json.loads(self._said.readline() or '{"error": "Firefox has ended."}')
        if "error" in answer:
            raise Unanswered(answer["error"])
        return answer.get("value")

    def open(self, address: str) -> None:
        self._call("open", address)

    def evaluate(self, expression: str) -> Any:
        return self._call("evaluate", expression)

    def press(self, *keys: str) -> None:
        self._call("press", *keys)

    def pdf(self) -> bytes | None:
        return base64.b64decode(self._call("pdf"))


@contextmanager
def firefox() -> Iterator[Firefox]:
    """A window without a screen. It closes when it is told nothing more. Raises Absent."""
    path = program("Firefox (Debian: apt install firefox-esr)", "FIREFOX", "firefox-esr", "firefox")
    if not (ROOT / "node_modules/puppeteer-core").is_dir():
        raise Absent("Puppeteer is not here: run `make test`, which installs it.")
    command = [str(one) for one in (Path(sys.executable).with_name("node"), _SCRIPT, path, WIDTH, HEIGHT)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Firefox(process)
