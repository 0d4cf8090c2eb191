"""A network served while it is written, as `make serve` does it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.support.building import environment
from tests.support.ports import free_port
from tests.support.programs import PATIENCE
from tests.support.reading import Page, parsed


class Server:
    """`mkdocs serve` of a network, on a port of this computer that nobody else can reach."""

    def __init__(self, folder: Path, log: Path, port: int, process: subprocess.Popen[bytes]) -> None:
        """Talk to `process`, which serves `folder` at `port` and prints into `log`."""
        self.folder, self._log, self._process = folder, log, process
        self.top = f"http://127.0.0.1:{port}/"

    @property
    def log(self) -> str:
        """What it has printed so far."""
        return self._log.read_text(encoding="utf-8")

    @property
    def has_stopped(self) -> bool:
        """Whether it has come to an end."""
        return self._process.poll() is not None

    def status(self) -> int:
        """Its exit status, once it has come to an end by itself."""
        return self._process.wait(timeout=PATIENCE)

    @property
    def helpers(self) -> list[str]:
        """The programs that it has started and that have not come to an end."""
        listed = subprocess.run(["ps", "-A", "-o", "ppid=,comm="], capture_output=True, text=True, check=True).stdout
        parents = [line.split(maxsplit=1) for line in listed.splitlines()]
        return [name for parent, name in parents if int(parent) == self._process.pid]

    def page(self, address: str) -> Page | None:
        """The page at `address` as it is served now; None if there is none."""
        try:
            with urlopen(self.top + address, timeout=PATIENCE) as answer:
                return parsed(address, answer.read())
        except (URLError, ConnectionError):
            return None

    def not_there(self, address: str) -> bytes:
        """What is served in the place of a page that is not there; empty if the page is."""
        try:
            with urlopen(self.top + address, timeout=PATIENCE):
                return b""
        except HTTPError as error:
            return error.read()

    def wait_until(self, happens: Callable[[], Any]) -> None:
        """Wait for something to happen, but not for ever."""
        end = time.monotonic() + PATIENCE
        while not happens():
            assert time.monotonic() < end, f"It did not happen. The server says:\n{self.log}"
            assert not self.has_stopped, f"The server has stopped:\n{self.log}"
            time.sleep(0.1)


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Serve the network in `folder` until the block ends."""
    port = free_port()
    log = folder / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--strict", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=folder,
            env=environment(),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Server(folder, log, port, process)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                try:
                    process.wait(timeout=30)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
