"""The values of cells: a hash of what each says now (see library/reads.py)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from macros.builder.inputs import hash_of
from macros.kinds import KINDS
from macros.library.public import PublicLibrary
from macros.library.reads import Cell
from macros.pages.related import InvertedIndex


@dataclass(frozen=True)
class Hashes:
    """Hashes by path, relative to content/: of the fields of each record and page with its table, of its text, and of each file."""

    fields: Mapping[str, str]
    texts: Mapping[str, str]
    files: Mapping[str, str]


class Cells:
    """The values of cells in one build. `menu` and `documents`, which are those of the search, are set once they are known."""

    def __init__(
        self, public: PublicLibrary, by_key: InvertedIndex, hashes: Hashes, address: Callable[[str], str]
    ) -> None:
        """`by_key` finds related records, and `address` gives the address of a file on the site."""
        self._public, self._by_key, self._hashes, self._address = public, by_key, hashes, address
        self.menu = self.documents = ""
        self._known = cache(self._value)

    def value(self, cell: Cell) -> str:
        """The value of a cell."""
        return getattr(self, cell[0]) if cell[0] in ("menu", "documents") else self._known(cell)

    def _value(self, cell: Cell) -> str:
        match cell:
            case ("record", kind, name):
                return self._hashes.fields.get(f"{KINDS[kind].FOLDER}/{name}.md", "")
            case ("kind", kind):
                return joined(self._of(record.path) for record in self._public.records[kind].values())
            case ("naming", kind, name):
                return joined(self._of(one.path) for one in self._public.backlinks.naming.get((kind, name), ()))
            case ("sharing", kind, name):
                found = self._by_key.get((kind, name))
                return joined([str(found.weight), *map(self._of, found.newest)]) if found else ""
            case ("every",):
                return joined([self._value(("pages",)), *(self._of(record.path) for record in self._public.all())])
            case ("pages",):
                settings = (f"{path} {page.model_dump_json()}" for path, page in self._public.pages.items())
                return joined([*settings, *(f"{macro} {path}" for macro, path in self._public.callers.items())])
            case ("text", path):
                return self._hashes.texts.get(path, "")
            case ("file", path):
                return self._hashes.files.get(path, "")
            case ("contents",):
                return joined(f"{path} {one}" for path, one in self._hashes.files.items())
            case ("leads to", path):
                return self._address(path)
        raise LookupError(cell)

    def _of(self, path: str) -> str:
        return f"{path} {self._hashes.fields[path]}"


def joined(texts: Iterable[str]) -> str:
    """The hash of some texts in this order."""
    return hash_of("\n".join(texts).encode("utf-8", "surrogateescape"))
