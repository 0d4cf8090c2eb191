"""The search of a built site, run by node."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.outputs.file import File
from macros.search.documents import SearchDocument
from macros.search.index import index_files
from tests.support.node import returned
from tests.support.project import ROOT


def answers(site: Path, *calls: Sequence[Any]) -> list[Any]:
    """What each call returns: the name of a function in search.js, then what it is given. `site` is the folder of a built site."""
    return returned(["--no-warnings", str(ROOT / "tests/support/search.js"), site.resolve().as_uri()], calls)


def asked(documents: Sequence[SearchDocument], *calls: Sequence[Any], language: str = "en") -> list[Any]:
    """The same for a site that has only these documents."""
    with TemporaryDirectory() as folder:
        lay_out(Path(folder), index_files(documents, language))
        return answers(Path(folder), *calls)


def lay_out(folder: Path, files: Iterable[File]) -> None:
    """Write the files of an index into `folder`, beside the scripts that read them."""
    for script in (ROOT / "theme/assets").glob("search_*.js"):
        _write(folder / "assets" / script.name, script.read_bytes())
    for file in files:
        _write(folder / file.path, file.content)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def addresses(files: Mapping[str, bytes]) -> dict[int, str]:
    """The address of each document of an index, below the top of the site, by its number."""
    held = {path: re.search(r"search-index/\w+/(\d+)\.json$", path) for path in files}
    return {int(found[1]): json.loads(files[path])["url"].lstrip("/") for path, found in held.items() if found}


def results(files: Mapping[str, bytes]) -> list[dict[str, str]]:
    """What an index has of each document."""
    return [json.loads(held) for path, held in files.items() if re.search(r"search-index/\w+/\d+\.json$", path)]
