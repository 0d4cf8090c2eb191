"""Opens a file of Word or PowerPoint without trusting it: only parts that are asked for are unpacked, and nothing outside is fetched."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from lxml import etree

from macros.minutes.messages import said

# Minutes with a few photographs have a tenth of this.
MOST_BYTES = 20 * 2**20
_MOST_PARTS = 2_000
# Of all the parts that are asked for together, unpacked. The longest minutes that we know have a fifth of this.
_MOST_XML = 8 * 2**20
_MOST_ROWS = 3_000
_MOST_PARAGRAPHS = 20_000

_TYPES = "[Content_Types].xml"
_OLD = b"\xd0\xcf\x11\xe0"
_PDF = b"%PDF"
_RTF = b"{\\rtf"
_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, KeyError)
# Word notes which template a file was made from, by its place on someone's own computer: a tenth of public minutes have this.
_OWN_DRIVE = re.compile(r"(?:file:///)?[A-Za-z]:|file:///(?:Users|Applications|Library|Volumes)/|[^/\\:]+$")
_ABOUT = "/core-properties"
_SAFE_OUTSIDE = "/hyperlink"
_OWN_TEMPLATE = "/attachedTemplate"

Made = TypeVar("Made")


class Refused(Exception):
    """A file is not read. The message says why and what to do, in a sentence or two."""


@dataclass(frozen=True, slots=True)
class Program:
    """The program that a file is of: its name, how its files end, and a word in the types of their parts."""

    name: str
    ending: str
    type: str

    def refused(self, code: str) -> Refused:
        """Why a file of this program is not read."""
        return Refused(said(code, program=self.name, ending=self.ending))


WORD = Program("Word", ".docx", "wordprocessingml")
POWERPOINT = Program("PowerPoint", ".pptx", "presentationml")


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its XML, what its links lead to by their ids, and the type and name of each part it refers to, by its id."""

    root: Any
    links: dict[str, str]
    inside: dict[str, tuple[str, str]]


def unpacked(content: bytes, program: Program, take: Callable[["Archive"], Made]) -> Made:
    """What `take` makes of a file. Raises `Refused`."""
    _refuse_others(content, program)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return take(Archive(archive, program))
    except Refused:
        raise
    except (etree.XMLSyntaxError, *_ERRORS):
        raise program.refused("not-one") from None


def _refuse_others(content: bytes, program: Program) -> None:
    if len(content) > MOST_BYTES:
        raise Refused(said("too-large"))
    if content.startswith(_OLD):
        raise program.refused("old")
    if content.startswith(_RTF):
        raise program.refused("rtf")
    if content.startswith(_PDF):
        raise program.refused("pdf")


class Archive:
    """A file that is open. Its methods raise `Refused`, or what a damaged file makes the libraries raise."""

    def __init__(self, archive: zipfile.ZipFile, program: Program) -> None:
        """Look at what is in it, before any part is read."""
        self._archive, self._program = archive, program
        self._names = archive.namelist()
        self._left = _MOST_XML
        self._rows, self._paragraphs = _MOST_ROWS, _MOST_PARAGRAPHS
        if len(self._names) > _MOST_PARTS:
            raise Refused(said("too-large"))
        if len(set(self._names)) < len(self._names) or _TYPES not in self._names:
            raise program.refused("not-one")
        types = self._bytes(_TYPES)
        if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in self._names):
            raise program.refused("macros")
        for name in self._names:
            if name.endswith(".rels"):
                self._refuse_outside(name)
        if program.type.encode() not in types:
            raise program.refused("not-one")

    @property
    def main(self) -> Part:
        """The part with the text, or with the list of slides."""
        for kind, name in self._inside("").values():
            if kind.endswith("/officeDocument"):
                return self.part(name)
        raise self._program.refused("not-one")

    @property
    def about(self) -> Any:
        """The part that says who made the file and when, as XML; None if there is none."""
        found = next((name for kind, name in self._inside("").values() if kind.endswith(_ABOUT)), None)
        return None if found is None else self._xml(found)

    def part(self, name: str) -> Part:
        """The part of this name."""
        links = {one.get("Id", ""): one.get("Target", "") for one in self._relations(name) if _is_outside(one)}
        return Part(self._xml(name), links, self._inside(name))

    def _inside(self, of: str) -> dict[str, tuple[str, str]]:
        found = {}
        for one in self._relations(of):
            target = one.get("Target", "")
            if not _is_outside(one):
                path = target if target.startswith("/") else posixpath.join(posixpath.dirname(of), target)
                name = posixpath.normpath(path).lstrip("/")
                if name in self._names:
                    found[one.get("Id", "")] = (one.get("Type", ""), name)
        return found

    def _relations(self, of: str) -> list[Any]:
        folder, name = posixpath.split(of)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        return [one for one in self._xml(path) if isinstance(one.tag, str)] if path in self._names else []

    def _refuse_outside(self, name: str) -> None:
        for one in self._xml(name):
            kind, target = one.get("Type", ""), one.get("Target", "")
            is_safe = kind.endswith(_SAFE_OUTSIDE) or (kind.endswith(_OWN_TEMPLATE) and _OWN_DRIVE.match(target))
            if _is_outside(one) and not is_safe:
                raise Refused(said("outside"))

    def _xml(self, name: str) -> Any:
        content = self._bytes(name)
        plain = content.replace(b"\0", b"")
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise self._program.refused("definitions")
        self._rows -= plain.count(b":tr>") + plain.count(b":tr ")
        self._paragraphs -= plain.count(b":p>") + plain.count(b":p ")
        # Both the start and the end of an element are counted.
        if self._rows < -_MOST_ROWS or self._paragraphs < -_MOST_PARAGRAPHS:
            raise Refused(said("too-large"))
        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
        )
        return etree.fromstring(content, parser)

    def _bytes(self, name: str) -> bytes:
        with self._archive.open(name) as part:
            content = part.read(self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            raise Refused(said("too-large"))
        return content


def _is_outside(relation: Any) -> bool:
    return bool(relation.get("TargetMode", "") == "External")
