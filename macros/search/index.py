"""The search index, which Pagefind makes in a process of its own while the site is built."""

import gzip
import json
import re
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterator
from hashlib import sha256
from io import BufferedReader
from typing import Any

import cbor2
from pagefind_bin import get_executable

from macros.outputs.file import File
from macros.search.documents import SearchDocument

FOLDER = "pagefind/"
_ENTRY = "pagefind-entry.json"
# Files for sites that use Pagefind's own interface or its worker.
_UNUSED = re.compile(r"pagefind-.*ui\.|pagefind-highlight\.|pagefind-worker\.")
_ENGINE = "wasm.engine.pagefind"
# For sites in a language that Pagefind does not know.
_ENGINE_WITHOUT_LANGUAGE = "wasm.unknown.pagefind"
_SIGNATURE = b"pagefind_dcd"
# The positions of pages and filters in Pagefind's table of contents, and of values in a filter.
_PAGES, _FILTERS, _VALUES = 1, 3, 1


class SearchUnavailable(Exception):
    """Raised if the search index cannot be made. The text says why."""


class SearchIndex:
    """A search index being made. Each method raises `SearchUnavailable` if Pagefind fails."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._asked = 0
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen([get_executable(), "--service"], stdin=pipe, stdout=pipe, stderr=pipe)
        except OSError as error:
            raise SearchUnavailable(f"Pagefind, which makes the search index, cannot be started: {error}") from None
        self._ask("NewIndex", config={"force_language": language})

    def add(self, document: SearchDocument) -> None:
        """Add a document. The same documents in the same order make the same index, byte for byte."""
        found_by = {"content": document.text, "meta": document.details, "filters": document.filters}
        self._ask("AddRecord", index_id=0, url=document.url, language=self._language, **found_by)

    def complete(self) -> None:
        """Tell Pagefind that all documents have been added. It then works in the background until `files` is called."""
        # Pagefind can also write the files itself, but reports that it is done before it is.
        self._ask("GetFiles", index_id=0)

    def files(self) -> list[File]:
        """The files of the index. Waits until they are ready."""
        contents: dict[str, bytes] = {}
        try:
            for answer in self._answers():
                if answer["type"] == "Error":
                    raise SearchUnavailable(f"Pagefind could not make the search index: {answer['message']}")
                for file in answer.get("files", ()):
                    if not _UNUSED.match(file["path"]):
                        contents[file["path"]] = b64decode(file["content"])
        finally:
            self.abandon()
        _rewrite(contents)
        return [File(f"{FOLDER}{path}", content) for path, content in sorted(contents.items())]

    def abandon(self) -> None:
        """Stop Pagefind, whatever it is doing."""
        self._process.kill()
        self._process.communicate()

    def _ask(self, request: str, **details: Any) -> None:
        message = json.dumps({"message_id": self._asked, "payload": {"type": request, **details}})
        self._asked += 1
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(b64encode(message.encode()) + b",")
            if request != "AddRecord":
                self._process.stdin.flush()
        except BrokenPipeError:
            raise self._ended() from None

    def _answers(self) -> Iterator[dict[str, Any]]:
        """Pagefind's answers, until it has answered every request."""
        assert isinstance(self._process.stdout, BufferedReader)
        received = bytearray()
        while self._asked > 0:
            piece = self._process.stdout.read1(1 << 20)
            if not piece:
                raise self._ended()
            received += piece
            self._asked -= piece.count(b",")
        for answer in received.split(b",")[:-1]:
            yield json.loads(b64decode(answer))["payload"]

    def _ended(self) -> SearchUnavailable:
        errors = self._process.communicate()[1].decode("utf-8", "replace").strip()
        return SearchUnavailable(f"Pagefind, which makes the search index, ended too early. {errors}".strip())


def _rewrite(files: dict[str, bytes]) -> None:
    """Rename the files: names depend only on the documents, and are predictable or short where that matters."""
    entry = json.loads(files[_ENTRY])
    for language in entry["languages"].values():
        contents = _unpack(files.pop(f"pagefind.{language['hash']}.pf_meta"))
        _number_pages(contents[_PAGES], files)
        _sort_filters(contents[_FILTERS], files)
        language["hash"], packed = _pack(contents)
        files[f"pagefind.{language['hash']}.pf_meta"] = packed
        engine = files.pop(f"wasm.{language['wasm']}.pagefind", None)
        files[_ENGINE] = engine or files[_ENGINE_WITHOUT_LANGUAGE]
        language["wasm"] = _ENGINE.split(".")[1]
    del files[_ENGINE_WITHOUT_LANGUAGE]
    files[_ENTRY] = json.dumps(entry, separators=(",", ":")).encode()


def _number_pages(pages: list[list[Any]], files: dict[str, bytes]) -> None:
    """Name the fragments for results by number. This halves the table of contents, which every reader fetches.

    Each version of the index has its own folder because browsers cache fragments by name.
    """
    version = _digest("".join(name for name, _ in pages).encode())
    for number, page in enumerate(pages):
        content = files.pop(f"fragment/{page[0]}.pf_fragment")
        page[0] = f"{version}/{number}"
        files[f"fragment/{page[0]}.pf_fragment"] = content


def _sort_filters(filters: list[list[Any]], files: dict[str, bytes]) -> None:
    """Sort the filters and their values, because Pagefind's order is different each time."""
    for one in filters:
        values = _unpack(files.pop(f"filter/{one[1]}.pf_filter"))
        values[_VALUES].sort()
        one[1], content = _pack(values)
        files[f"filter/{one[1]}.pf_filter"] = content
    filters.sort()


def _unpack(content: bytes) -> Any:
    return cbor2.loads(gzip.decompress(content).removeprefix(_SIGNATURE))


def _pack(values: Any) -> tuple[str, bytes]:
    """The hash for the name of one of Pagefind's files, and its content."""
    content = _SIGNATURE + cbor2.dumps(values)
    return _digest(content), gzip.compress(content, mtime=0)


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:10]
