"""WebKitGTK's small browser on a screen that no one sees, driven by WebKitWebDriver as the W3C describes WebDriver.

We need half a dozen of its commands, and each is one HTTP request. Selenium would save a few lines here. It would bring ten more packages,
12 MB, and a program that downloads drivers.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from tests.browser.engines.engine import HEIGHT, WIDTH, Absent, Unanswered, program
from tests.support.ports import free_port

_NAME = "WebKit (Debian: apt install webkit2gtk-driver xvfb)"
# WebKitWebDriver 2.50 does not know WebDriver's command to print.
_NO_BINDINGS = 3
_PRINT = ["/usr/bin/python3", str(Path(__file__).with_name("webkit_print.py"))]
# In seconds. The computer may be slow, and busy with other tests.
_PATIENCE = 300
# Keys with a name have a number in Unicode's private area: https://www.w3.org/TR/webdriver2/#keyboard-actions
_KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
}


class _Driver:
    """WebKitWebDriver at a port of this computer."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.session = ""

    def __call__(self, method: str, command: str, body: object = None) -> Any:
        """What it answers to a command. Raises Unanswered."""
        connection = HTTPConnection("127.0.0.1", self._port, timeout=_PATIENCE)
        try:
            connection.request(method, self.session + command, json.dumps(body or {}) if method == "POST" else None)
            value = json.load(connection.getresponse())["value"]
        finally:
            connection.close()
        if isinstance(value, dict) and "error" in value:
            raise Unanswered(f"{value['error']}: {value['message']}")
        return value

    def is_ready(self) -> bool:
        try:
            return bool(self("GET", "/status")["ready"])
        except ConnectionError:
            return False


class WebKit:
    """See `Engine`."""

    def __init__(self, driver: _Driver, environment: dict[str, str]) -> None:
        """Take the window that the driver has open."""
        self._driver, self._environment = driver, environment

    def open(self, address: str) -> None:
        self._driver("POST", "/url", {"url": address})
        self.wait_for_focus()

    def wait_for_focus(self) -> None:
        """Wait until keys reach the page: a window that has just come, or has moved to another process, loses them."""
        _wait_until(lambda: bool(self.evaluate("document.hasFocus()")))

    def evaluate(self, expression: str) -> Any:
        return self._driver("POST", "/execute/sync", {"script": f"return {expression}", "args": []})

    def press(self, *keys: str) -> None:
        signs = [_KEYS.get(key, key) for key in keys]
        steps = [{"type": step, "value": sign} for sign in signs for step in ("keyDown", "keyUp")]
        self._driver("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": steps}]})

    def pdf(self) -> bytes | None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "page.pdf"
            command = [*_PRINT, self.evaluate("location.href"), str(file)]
            done = subprocess.run(command, env=self._environment, stderr=subprocess.DEVNULL, timeout=_PATIENCE)
            assert done.returncode in (0, _NO_BINDINGS), "WebKit does not print."
            return file.read_bytes() if done.returncode == 0 else None


@contextmanager
def webkit() -> Iterator[WebKit]:
    """A window on a screen of its own. Raises Absent."""
    path, screen = program(_NAME, "WEBKIT_DRIVER", "WebKitWebDriver"), program(_NAME, "XVFB", "Xvfb")
    browser = next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), None)
    if browser is None:
        raise Absent(f"There is no MiniBrowser for {_NAME} here.")
    with ExitStack() as until:
        display = _started_screen(screen, until)
        port = free_port()
        environment = {**os.environ, "DISPLAY": display, "LANG": "en_GB.UTF-8"}
        _start([path, f"--port={port}"], until, env=environment)
        driver = _Driver(port)
        _wait_until(driver.is_ready)
        options = {"binary": str(browser), "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        driver.session = f"/session/{driver('POST', '/session', wanted)['sessionId']}"
        until.callback(driver, "DELETE", "")
        driver("POST", "/window/rect", {"width": WIDTH, "height": HEIGHT})
        window = WebKit(driver, environment)
        window.wait_for_focus()
        yield window


def _start(command: list[str], until: ExitStack, **how: Any) -> None:
    process = until.enter_context(subprocess.Popen(command, stderr=subprocess.DEVNULL, **how))
    until.callback(process.terminate)


def _started_screen(program: str, until: ExitStack) -> str:
    """The name of a new screen, such as ":99"."""
    read, write = os.pipe()
    size = f"{WIDTH}x{HEIGHT}x24"
    _start([program, "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"], until, pass_fds=[write])
    os.close(write)
    with open(read, encoding="ascii") as number:
        return f":{number.readline().strip()}"


def _wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not is_so():
        assert time.monotonic() < end, "WebKit does not answer."
        time.sleep(0.05)
