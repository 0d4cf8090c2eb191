"""Runs programs of ours one after another, each in a fork of this process, which has loaded by then what all of them import.

A line of JSON on the standard input says which program, as `Request` has it; its exit status is printed when it has ended.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import runpy
import sys
from typing import TypedDict


class Request(TypedDict):
    """What to run, as after `python`, where, with which environment, and the files that it reads and writes."""

    arguments: list[str]
    folder: str
    environment: dict[str, str]
    files: list[str]


def load() -> None:
    """Import what the programs import."""
    import macros

    for module in pkgutil.walk_packages(macros.__path__, "macros."):
        importlib.import_module(module.name)
    for name in ("mkdocs.commands.build", "mkdocs_macros.plugin", "material", "markdown.extensions.toc"):
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
    # What the programs make is gone when they end.
    gc.set_threshold(20_000, 20, 20)


def become(request: Request) -> None:
    """Turn into the program."""
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    for descriptor, path in enumerate(request["files"]):
        opened = os.open(path, os.O_WRONLY if descriptor else os.O_RDONLY)
        os.dup2(opened, descriptor)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8")  # noqa: SIM115
    first, *rest = request["arguments"]
    if first == "-m":
        sys.path[0] = request["folder"]
        sys.argv = rest
        runpy.run_module(rest[0], run_name="__main__", alter_sys=True)
    else:
        sys.path[0] = os.path.dirname(first)
        sys.argv = [first, *rest]
        runpy.run_path(first, run_name="__main__")


def main() -> None:
    """Fork for every request until there are no more."""
    load()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            become(json.loads(line))
            return
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
