"""Several processes make what one makes, byte for byte, and fail in the same words, leaving nobody behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.building import EMPTY, NETWORKS, Site, environment, lay_out
from tests.support.programs import PATIENCE, Done, run_afresh
from tests.support.project import ROOT

LUNCH = "content/initiatives/sample-lunch.md"
# However few the records are.
_BUILD = """
import sys
from macros.builder import build
from macros.library import sharing
build._FEW = 0
build.most_processes = lambda: int(sys.argv[1])
from mkdocs.__main__ import cli
cli(["build", "--strict"])
"""
_CHECK = """
import sys
from scripts import validate
validate.processes_for = lambda files, processes=int(sys.argv.pop(1)): processes
validate.main()
"""
_TASKS = """
import os, signal, sys, time
from macros.library.sharing import shared
os.mkfifo("taken")
def number(one):
    return one, os.getpid()
def wait():
    open("taken").close()
"""


def build(folder: Path, processes: int, before: str = "") -> Site:
    """Build the site in a folder with so many processes, in a program that does something else `before`."""
    done = run_afresh(
        "-c", before + _BUILD, processes, folder=folder, environment={**environment(), "PYTHONPATH": str(folder)}
    )
    return Site(folder, done.returncode, done.stdout + done.stderr)


def done_by(tasks: str, folder: Path) -> Done:
    return run_afresh("-c", _TASKS + tasks, folder=folder, environment={**os.environ, "PYTHONPATH": str(ROOT)})


def helpers_of(folder: Path) -> list[str]:
    """The processes that still work in a folder."""
    found = Path("/proc").glob("[0-9]*/cwd")
    return [str(one) for one in found if os.path.realpath(one) == str(folder.resolve())]


needs_forks = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does it all")


@needs_forks
def test_results_come_back_in_the_order_of_the_tasks(tmp_path: Path) -> None:
    """The first task waits until another process has taken the second, so that both take part."""
    said = done_by(
        """
def first():
    wait()
    return 0, os.getpid()
def second():
    open("taken", "w").close()
    return 1, os.getpid()
made = shared([first, second, *[lambda one=one: number(one) for one in range(2, 500)]], 2)
assert [one for one, _ in made] == list(range(500))
assert len({process for _, process in made}) == 2
""",
        tmp_path,
    )
    assert (said.returncode, said.stderr) == (0, "")


@needs_forks
def test_what_others_have_not_begun_ahead_is_left(tmp_path: Path) -> None:
    """The other process is at the first task until this one, at the end of its own work, has taken what is left."""
    said = done_by(
        """
from macros.library import sharing
from macros.library.sharing import Ahead
parent = os.getpid()
os.mkfifo("left")
taken = sharing._taken
def told(queue, most=1):
    numbers = taken(queue, most)
    if os.getpid() == parent:
        open("left", "w").close()
    return numbers
def first():
    open("taken", "w").close()
    open("left").close()
    return os.getpid() != parent
sharing._taken = told
tasks = [first, *[lambda: None] * 100]
ahead = Ahead(tasks, 2)
wait()
left, made = ahead.left(), ahead.made()
ahead.stop()
assert (made, left) == ([True], tasks[1:]), (made, left)
sharing._taken = taken
alone = Ahead(tasks, 1)
assert (alone.left(), alone.made()) == (tasks, [])
alone.stop()
""",
        tmp_path,
    )
    assert (said.returncode, said.stderr) == (0, "")


@needs_forks
def test_an_error_ahead_is_raised_at_the_end(tmp_path: Path) -> None:
    said = done_by(
        """
from macros.library.sharing import Ahead
def fail():
    open("taken", "w").close()
    raise ValueError("said by a task")
ahead = Ahead([fail, number], 2)
wait()
ahead.left()
try:
    ahead.made()
except ValueError as error:
    print(error)
""",
        tmp_path,
    )
    assert (said.returncode, said.stdout, said.stderr) == (0, "said by a task\n", "")


@needs_forks
def test_others_are_stopped_at_once(tmp_path: Path) -> None:
    said = done_by(
        """
from macros.library.sharing import Ahead
def stay():
    open("taken", "w").close()
    time.sleep(600)
ahead = Ahead([stay] * 2, 2)
wait()
ahead.stop()
try:
    os.waitpid(-1, 0)
except ChildProcessError:
    print("no one is left")
""",
        tmp_path,
    )
    assert (said.returncode, said.stdout, said.stderr) == (0, "no one is left\n", "")


@needs_forks
def test_the_error_of_a_task_ends_the_work_of_all(tmp_path: Path) -> None:
    said = done_by(
        """
def fail():
    open("taken", "w").close()
    raise ValueError("said by a task")
def never():
    raise AssertionError("begun after the error")
try:
    shared([wait, fail, *[never] * 100], 2)
except ValueError as error:
    print(error)
""",
        tmp_path,
    )
    assert (said.returncode, said.stdout, said.stderr) == (0, "said by a task\n", "")


@needs_forks
def test_a_process_that_is_ended_is_missed(tmp_path: Path) -> None:
    said = done_by(
        """
from macros.library.sharing import ProcessLost
parent = os.getpid()
def end():
    if os.getpid() == parent:
        wait()
    else:
        open("taken", "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
try:
    shared([end, end], 2)
except ProcessLost:
    print("missed")
""",
        tmp_path,
    )
    assert (said.returncode, said.stdout, said.stderr) == (0, "missed\n", "")


@needs_forks
def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    program = f"{_TASKS}\nshared([lambda: (open('begun', 'a').close(), time.sleep(0.1))] * 1000, 3)"
    process = subprocess.Popen(
        [sys.executable, "-c", program], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    while not (tmp_path / "begun").exists():
        assert process.poll() is None
        time.sleep(0.02)
    assert helpers_of(tmp_path)
    process.kill()
    process.wait()
    end = time.monotonic() + PATIENCE
    while helpers_of(tmp_path):
        assert time.monotonic() < end, helpers_of(tmp_path)
        time.sleep(0.1)


@needs_forks
def test_a_site_is_the_same_however_many_build_it(tmp_path: Path) -> None:
    layers = (EMPTY, NETWORKS / "orchard")
    one, three = (build(lay_out(tmp_path / str(number), *layers), number) for number in (1, 3))
    assert (one.status, three.status) == (0, 0), one.log + three.log
    assert one.files == three.files


@needs_forks
def test_the_findings_are_the_same_however_many_look_for_them(tmp_path: Path) -> None:
    sites = []
    for number in (1, 3):
        network = lay_out(tmp_path / str(number), EMPTY, NETWORKS / "orchard")
        for record in sorted((network / "content/initiatives").glob("*.md")):
            text = record.read_text(encoding="utf-8")
            record.write_text(text.replace("stage: ", "stage: x").replace("title: ", "titel: "), encoding="utf-8")
        sites.append(build(network, number))
    one, three = sites
    assert one.status != 0
    assert three.log.replace(str(three.root), str(one.root)) == one.log
    assert "choice-unknown" in one.log
    assert [site.files for site in sites] == [{}, {}]


@needs_forks
def test_no_one_draws_for_a_build_that_has_failed(tmp_path: Path) -> None:
    """A written page fails while another process is at a picture that takes for ever."""
    network = lay_out(tmp_path / "network", EMPTY, NETWORKS / "smallest")
    frame = network / "theme/main.html"
    faulty = "{{ 1 // (1 if page.meta.record else 0) }}"
    frame.write_text(faulty + frame.read_text(encoding="utf-8"), encoding="utf-8")
    drawing = "import macros.builder.after_build as a, time\na.record_pictures = lambda *_: time.sleep(600)\n"
    site = build(network, 2, before=drawing)
    assert site.status != 0
    assert "Traceback" not in site.log
    assert not helpers_of(network)


@needs_forks
@pytest.mark.parametrize("processes", [1, 3])
def test_a_fault_in_the_page_of_a_record_is_told_in_one_sentence(tmp_path: Path, processes: int) -> None:
    network = lay_out(tmp_path / "network", EMPTY, NETWORKS / "smallest")
    frame = network / "theme/main.html"
    faulty = "{{ 1 // (0 if page.title == 'A made-up lunch' else 1) }}"
    frame.write_text(faulty + frame.read_text(encoding="utf-8"), encoding="utf-8")
    site = build(network, processes)
    assert site.status != 0
    assert "Traceback" not in site.log
    assert site.log.count("There is a fault in the program") == 1
    assert (
        f"{LUNCH}:1:1: error [unforeseen] There is a fault in the program, in builder/record_pages.py, line "
        in site.log
    )
    assert not helpers_of(network)


@needs_forks
def test_a_check_says_the_same_however_many_look(tmp_path: Path) -> None:
    """What is read by one process is compared with what another has read."""
    network = lay_out(tmp_path / "network", EMPTY, NETWORKS / "orchard")
    for number, record in enumerate(sorted((network / "content").glob("*/[!i]*.md"))):
        text = record.read_text(encoding="utf-8")
        title = text.split("\n")[1]
        changed = "titel: Another" if number % 4 == 0 else "title: The same\naliases:\n  - former"
        record.write_text(text.replace(title, changed, 1), encoding="utf-8")
    one, three = (run_afresh("-c", _CHECK, number, "--root", network, "--format", "json") for number in (1, 3))
    assert one.stderr == three.stderr == ""
    assert one.stdout == three.stdout
    assert {"title-duplicated", "id-taken", "field-unknown"} <= {found["rule"] for found in json.loads(one.stdout)}
