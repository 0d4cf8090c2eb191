"""The parts of a Word file that have words."""

from dataclasses import dataclass, field

from macros.minutes.archive import WORD, Archive, Part, unpacked
from macros.minutes.elements import child

# The parts with words beside the main one, by the end of the type of their relation.
_WITH_WORDS = ("/styles", "/numbering", "/footnotes", "/endnotes", "/comments", "/header", "/footer")


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a file that have words.

    `others` has those besides the main part, in the order of the file, each with the last word of its type, such as "header". `saved` is
    the time at which it was last saved, as it is written there; empty if it is not.
    """

    main: Part
    others: list[tuple[str, Part]] = field(default_factory=list)
    saved: str = ""

    def one(self, kind: str) -> Part | None:
        """The part of this kind, if the file has one."""
        return next((part for name, part in self.others if name == kind), None)


def opened(content: bytes) -> Package:
    """The parts of a Word file. Raises `Refused`."""
    return unpacked(content, WORD, _package)


def _package(archive: Archive) -> Package:
    main = archive.main
    kinds = [(kind, name) for kind, name in main.inside.values() if kind.endswith(_WITH_WORDS)]
    modified = child(archive.about, "modified")
    saved = "" if modified is None else modified.text or ""
    return Package(main, [(kind.rpartition("/")[2], archive.part(name)) for kind, name in kinds], saved)
