"""What is read of a library while something is made of it, noted as cells.

A cell names something that may change: ("record", "theme", "breaks") what the fields of that record say, ("kind", "theme") what all themes
say. Whatever was made is still right as long as its cells are the same.
"""

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, Sequence, Set, ValuesView
from contextlib import contextmanager
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from macros.kinds import Meeting, Page, Record
from macros.kinds.shown import SomeRecord
from macros.library.library import Library
from macros.library.public import PublicLibrary
from macros.schema.references import Mention
from macros.source.document import Document

Thing = TypeVar("Thing")
Key = TypeVar("Key")
Cell = tuple[str, ...]

# Everything that records say, and the written pages with their settings.
EVERY: Cell = ("every",)
# Which files there are.
FILES: Cell = ("files",)
# What the search finds.
DOCUMENTS: Cell = ("documents",)
# The menu, with the titles of its pages.
MENU: Cell = ("menu",)
PAGES: Cell = ("pages",)

# What a library has of the whole network, and that of its pages. They are read for nearly everything.
_OF_NETWORK = {"network", "today"}
_OF_PAGES = {"pages", "callers", "main_pages", "listed_kinds"}
# What follows from the meetings alone.
_OF_MEETINGS = {
    "action_histories", "actions_by_owner", "ever_given_a_day", "last_held", "last_held_by", "meetings_newest_first",
    "meetings_to_come", "next_meeting", "open_actions", "open_actions_by_owner",
}  # fmt: skip


class Reads:
    """Collects the cells that are read."""

    def __init__(self) -> None:
        """Start with nothing to collect for."""
        self._open: list[set[Cell]] = []
        # Each cell once, since thousands of parts may read it.
        self._cells: dict[Cell, Cell] = {}

    def note(self, *cell: str) -> None:
        """Note that a cell is read, if someone wants to know."""
        if self._open:
            self._open[-1].add(self._cells.setdefault(cell, cell))

    def note_all(self, cells: Iterable[Cell]) -> None:
        """Note cells that were read before."""
        if self._open:
            self._open[-1].update(cells)

    def begin(self, cells: set[Cell]) -> None:
        """Add what is read from now on to `cells`."""
        self._open.append(cells)

    def end(self) -> None:
        """End what was begun last. What was begun before has read all that, too."""
        self.note_all(self._open.pop())

    @contextmanager
    def noted(self) -> Iterator[set[Cell]]:
        """The cells that are read in this context."""
        cells: set[Cell] = set()
        self.begin(cells)
        try:
            yield cells
        finally:
            self.end()


class WatchedMapping(Mapping[Key, Thing], Generic[Key, Thing]):
    """A mapping that notes which of its values are read.

    `cell` gives the cell of a key, or that of all values for None. `keys` is the cell of its keys, if that is another one.
    """

    def __init__(
        self, things: Mapping[Key, Thing], reads: Reads, cell: Callable[[Key | None], Cell], keys: Cell | None = None
    ) -> None:
        """Watch `things`."""
        self._things, self._reads, self._cell, self._keys = things, reads, cell, keys or cell(None)

    def __getitem__(self, key: Key) -> Thing:
        """The value of a key. Raises `KeyError`."""
        self._reads.note(*self._cell(key))
        return self._things[key]

    def __contains__(self, key: object) -> bool:
        """Whether there is such a key."""
        self._reads.note(*self._cell(cast(Key, key)))
        return key in self._things

    def __iter__(self) -> Iterator[Key]:
        """All keys."""
        self._reads.note(*self._keys)
        return iter(self._things)

    def __len__(self) -> int:
        """How many there are."""
        self._reads.note(*self._keys)
        return len(self._things)

    def values(self) -> ValuesView[Thing]:
        """All values."""
        self._reads.note(*self._cell(None))
        return self._things.values()

    def items(self) -> ItemsView[Key, Thing]:
        """All keys with their values."""
        self._reads.note(*self._cell(None))
        return self._things.items()


class WatchedLibrary:
    """A public library that notes what is read of it. What it does not know well counts as everything."""

    def __init__(self, public: PublicLibrary, reads: Reads) -> None:
        """Watch a library."""
        self._public, self._reads = public, reads
        self._once: dict[Any, tuple[Any, set[Cell]]] = {}
        self._of_kinds: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        """Whatever else a library has."""
        if name in _OF_MEETINGS:
            self._reads.note("kind", Meeting.KIND)
        elif name in _OF_PAGES:
            self._reads.note(*PAGES)
        elif name not in _OF_NETWORK:
            self._reads.note(*EVERY)
        return getattr(self._public, name)

    def get(self, kind: str, record_id: str) -> Record | None:
        """See `Records`, as for the others."""
        self._reads.note("record", kind, record_id)
        return self._public.get(kind, record_id)

    def all_of(self, model: type[SomeRecord]) -> Mapping[str, SomeRecord]:
        """Each record by itself, or all of a kind if someone goes through them."""
        kind = model.KIND
        if kind not in self._of_kinds:

            def cell(key: str | None) -> Cell:
                return ("kind", kind) if key is None else ("record", kind, key)

            self._of_kinds[kind] = WatchedMapping(self._public.all_of(model), self._reads, cell)
        found: Mapping[str, SomeRecord] = self._of_kinds[kind]
        return found

    def titles_by_id(self, kind: str) -> dict[str, str]:
        """Those of one kind."""
        self._reads.note("kind", kind)
        return self._public.titles_by_id(kind)

    def mentions(self, record: Record) -> Sequence[Mention]:
        """What the record itself says."""
        self._reads.note("record", record.KIND, record.id)
        return self._public.mentions(record)

    def named_in(self, record: Record) -> Sequence[tuple[str, str]]:
        """What the record itself says."""
        self._reads.note("record", record.KIND, record.id)
        return self._public.named_in(record)

    @cached_property
    def backlinks(self) -> Mapping[tuple[str, str], Any]:
        """Those to each record by themselves."""
        return WatchedMapping(self._public.backlinks, self._reads, lambda key: ("naming", *key) if key else EVERY)

    def linking_to(self, record: Record, model: type[SomeRecord], *fields: str) -> list[SomeRecord]:
        """Those that name the record."""
        self._reads.note("naming", record.KIND, record.id)
        return self._public.linking_to(record, model, *fields)

    def gathered_by(self, record: Record) -> list[Record]:
        """Those that name the record."""
        self._reads.note("naming", record.KIND, record.id)
        return self._public.gathered_by(record)

    def once(self, make: Callable[[Any, PublicLibrary], Thing], subject: Any, key: str = "") -> Thing:
        """What was read when it was made counts as read again."""
        if (make, key) not in self._once:
            with self._reads.noted() as cells:
                made = make(subject, cast(PublicLibrary, self))
            self._once[make, key] = made, cells
        made, cells = self._once[make, key]
        self._reads.note_all(cells)
        return cast(Thing, made)


class WatchedFiles:
    """A library with its files that notes what the check of one file reads of the others."""

    def __init__(self, library: Library, reads: Reads) -> None:
        """Watch a library."""
        self._library, self._reads = library, reads
        self.documents = WatchedMapping(library.documents, reads, _file, keys=FILES)
        self.pages = WatchedMapping(library.pages, reads, _file, keys=EVERY)
        self.ids = WatchedMapping(library.ids, reads, lambda kind: ("ids", kind) if kind else EVERY)
        self.files = WatchedSet(library.files, reads)

    def __getattr__(self, name: str) -> Any:
        """Whatever else a library has. What it is compared with, and the settings, are the same for all files."""
        if name not in ("network", "root", "baseline"):
            self._reads.note(*EVERY)
        return getattr(self._library, name)

    def get(self, kind: str, record_id: str) -> Record | None:
        """See `Library`, as for the others."""
        self._reads.note("record", kind, record_id)
        return self._library.get(kind, record_id)

    def known(self, document: Document) -> Record | None:
        """What its file says."""
        self._reads.note(*_file(document.path))
        return self._library.known(document)

    def mentions(self, record: Record) -> Sequence[Mention]:
        """What the record itself says."""
        self._reads.note("record", record.KIND, record.id)
        return self._library.mentions(record)

    def titles_by_id(self, kind: str) -> dict[str, str]:
        """Those of one kind."""
        self._reads.note("kind", kind)
        return self._library.titles_by_id(kind)

    def known_page(self, path: str) -> Page | None:
        """What its file says."""
        self._reads.note(*_file(path))
        return self._library.known_page(path)

    def all_of(self, model: type[SomeRecord]) -> Mapping[str, SomeRecord]:
        """Those of one kind."""
        self._reads.note("kind", model.KIND)
        return self._library.all_of(model)


class WatchedSet(Set[str]):
    """Paths of files that note which of them someone asks for."""

    def __init__(self, paths: Set[str], reads: Reads) -> None:
        """Watch some paths."""
        self._paths, self._reads = paths, reads

    def __contains__(self, path: object) -> bool:
        """Whether there is such a file."""
        self._reads.note("there", str(path))
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        """All paths."""
        self._reads.note(*EVERY)
        return iter(self._paths)

    def __len__(self) -> int:
        """How many there are."""
        self._reads.note(*EVERY)
        return len(self._paths)


def _file(path: str | None) -> Cell:
    return ("file", path) if path else EVERY
