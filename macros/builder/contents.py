"""What files say, in two halves: fields and text. Of a file that is the same as before, the former build knows it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pickle import dumps

from macros.builder.cells import Hashes
from macros.builder.inputs import hash_of
from macros.kinds import Meeting
from macros.library.library import CONTENT, Library, kind_of
from macros.library.tables import table_path
from macros.source.document import Document, read_document

# A record, pickled, and the hashes of its fields and of its text.
Known = tuple[bytes, str, str]


@dataclass(frozen=True)
class Contents:
    """The texts of records and written pages by path, relative to content/, their hashes, and what the next build has to know.

    `plans` are the files of meetings that were not held, by path.
    """

    bodies: Mapping[str, str]
    plans: Mapping[str, Document]
    hashes: Hashes
    records: Mapping[str, Known]


def read_contents(library: Library, known: Mapping[str, Known], files: Mapping[str, str]) -> Contents:
    """The contents of a library. `files` are the hashes of all files by path, relative to content/.

    All else of the documents, which only the check needs, takes half of the memory.
    """
    bodies, fields, texts = {}, {}, {}
    records: dict[str, Known] = {}
    for record in library.all():
        path = record.path
        if path in known:
            records[path] = _, fields[path], texts[path] = known[path]
            continue
        bodies[path], fields[path], texts[path] = _halves(path, library, files)
        if record.ROW is None:
            records[path] = dumps(record), fields[path], texts[path]
    for page in library.pages:
        path = page.removeprefix(f"{CONTENT}/")
        bodies[path], fields[path], texts[path] = _halves(path, library, files)
    planned = (f"{CONTENT}/{one.path}" for one in library.all_of(Meeting).values() if not one.is_held)
    plans = {path: library.documents[path] for path in planned}
    return Contents(_Bodies(library, bodies, texts), plans, Hashes(fields, texts, files), records)


def _halves(path: str, library: Library, files: Mapping[str, str]) -> tuple[str, str, str]:
    """The text of a file, and the hashes of its fields, with the table beside it, and of its text."""
    document = library.documents[f"{CONTENT}/{path}"]
    fields = f"{files.get(table_path(path), '')}\n{document.front_matter}"
    return document.body, hash_of(fields.encode()), hash_of(document.body.encode())


class _Bodies(Mapping[str, str]):
    """Texts that are read from their files when someone asks for them, if they have not been."""

    def __init__(self, library: Library, read: dict[str, str], paths: Mapping[str, str]) -> None:
        """`paths` are those of all, and `read` has some."""
        self._root, self._read, self._paths = library.root, read, paths

    def __getitem__(self, path: str) -> str:
        """The text at a path. Raises `KeyError`."""
        if path not in self._read:
            if path not in self._paths:
                raise KeyError(path)
            shown = f"{CONTENT}/{path}"
            self._read[path] = read_document(f"{self._root}/{shown}", shown, kind_of(shown)).body
        return self._read[path]

    def __iter__(self) -> Iterator[str]:
        """All paths."""
        return iter(self._paths)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._paths)
