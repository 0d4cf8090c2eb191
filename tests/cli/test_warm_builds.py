"""A build that keeps what it can of the one before gives the same site as one that starts from nothing, to the byte."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random

import pytest

from macros.builder.former_site import memory_of
from tests.support.building import Site, Sites, build, environment
from tests.support.changing import Changing, changing_network, lay_out_changing
from tests.support.inventing import examples

# By hand there may be thousands.
STEPS = int(os.environ.get("WARM_STEPS", examples(10)))
KILLS = int(os.environ.get("WARM_KILLS", "2"))
# Other steps every day.
SEED = int(os.environ.get("WARM_SEED", date.today().toordinal()))
_SOURCES = ("content", "theme", "mkdocs.yml")


def built_afresh(network: Changing) -> Site:
    """The site that a build makes which knows of no other."""
    folder = network.folder.with_name(f"{network.folder.name}-afresh")
    shutil.rmtree(folder, ignore_errors=True)
    _copy(network.folder, folder)
    (folder / "macros").symlink_to(network.folder / "macros")
    return build(folder, network.day)


def _copy(source: Path, target: Path) -> None:
    target.mkdir()
    for name in _SOURCES:
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name, symlinks=True)
        else:
            shutil.copy2(source / name, target / name)


def built_network(folder: Path, sites: Sites, random: Random) -> tuple[Changing, float]:
    """A network that has been built, and how many seconds that took: a copy of one for all tests, with what its build has noted."""
    first = sites.made("changing", _first)
    network = folder / "network"
    shutil.copytree(first.root, network, symlinks=True)
    memory_of(network, f"{first.root}/site").rename(memory_of(network, f"{network}/site"))
    takes = re.search(r"built in ([\d.]+) seconds", first.log)
    assert takes
    return changing_network(network, random), float(takes[1])


def _first(folder: Path) -> Site:
    network = lay_out_changing(folder)
    return build(network.folder, network.day)


@contextmanager
def undone_if_refused(network: Changing) -> Iterator[None]:
    """A step after which the network cannot be built is taken back."""
    before, day = network.folder.with_name(f"{network.folder.name}-before"), network.day
    shutil.rmtree(before, ignore_errors=True)
    _copy(network.folder, before)
    yield
    afresh, warm = built_afresh(network), build(network.folder, network.day)
    assert warm.status == afresh.status, warm.log + afresh.log
    if warm.status:
        assert _findings(warm) == _findings(afresh)
        network.day = day
        for name in _SOURCES:
            target = network.folder / name
            shutil.rmtree(target) if target.is_dir() else target.unlink()
        for name in _SOURCES:
            (before / name).rename(network.folder / name)
    else:
        assert_same(warm, afresh)


def _findings(site: Site) -> list[str]:
    return [line for line in site.log.splitlines() if " error [" in line or " warning [" in line]


def assert_same(warm: Site, afresh: Site) -> None:
    one, other = warm.files, afresh.files
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []


@pytest.mark.parametrize("chain", range(3))
def test_a_warm_build_is_the_same_to_the_byte(tmp_path: Path, sites: Sites, chain: int) -> None:
    seed = SEED * 10 + chain
    print(f"WARM_SEED={SEED}, chain {chain}")
    network, _ = built_network(tmp_path, sites, Random(seed))
    for _ in range(STEPS):
        with undone_if_refused(network):
            print(network.step(), flush=True)


@pytest.mark.skipif(sys.platform == "win32", reason="no signal ends a process there as a power cut would")
def test_a_build_that_is_killed_is_made_good_by_the_next(tmp_path: Path, sites: Sites) -> None:
    random = Random(SEED)
    network, takes = built_network(tmp_path, sites, random)
    for _ in range(KILLS):
        with undone_if_refused(network):
            process = build_under_way(network, random.random() * takes)
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def test_what_is_saved_during_a_build_is_in_the_next(tmp_path: Path, sites: Sites) -> None:
    random = Random(SEED)
    network, takes = built_network(tmp_path, sites, random)
    for _ in range(KILLS):
        with undone_if_refused(network):
            process = build_under_way(network, random.random() * takes)
            print(network.step(), flush=True)
            process.wait()


def build_under_way(network: Changing, seconds: float) -> subprocess.Popen[bytes]:
    """A build after one more step, so many seconds after it has begun."""
    print(network.step(), flush=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=network.folder,
        env=environment(network.day),
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(seconds)
    return process
