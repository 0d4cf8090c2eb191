"""Opens a Word file without trusting it: only the parts that have words are unpacked, and nothing outside the file is asked for."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

# Minutes with a few photographs have a tenth of this.
MOST_BYTES = 20 * 2**20
_MOST_PARTS = 2_000
# Of all the parts with words together, unpacked. The longest minutes that we know have a fifth of this.
_MOST_XML = 8 * 2**20
_MOST_ROWS = 3_000
_MOST_PARAGRAPHS = 20_000

_OLD_WORD = b"\xd0\xcf\x11\xe0"
_PDF = b"%PDF"
_RTF = b"{\\rtf"
_SAVE_AGAIN = 'Open it in Word, choose "Save as" and "Word document (.docx)", and use that file.'
_NO_WORD_FILE = f"This is not a Word file, or it is damaged. {_SAVE_AGAIN}"
_TOO_LARGE = "This file is too large for minutes. Take out the pictures and whatever is not part of the minutes, and save it again."
_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, KeyError)
# The parts with words beside the main one, by the end of the type of their relation.
_WITH_WORDS = ("/styles", "/numbering", "/footnotes", "/endnotes", "/comments", "/header", "/footer")
# Word notes which template a file was made from, by its place on someone's own computer: a tenth of public minutes have this.
_OWN_DRIVE = re.compile(r"(?:file:///)?[A-Za-z]:|file:///(?:Users|Applications|Library|Volumes)/|[^/\\:]+$")
_SAFE_OUTSIDE = "/hyperlink"


class Refused(Exception):
    """A file is not read. The message says why and what to do, in a sentence or two."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part with words: its XML, and what its links lead to by their ids."""

    root: Any
    links: dict[str, str]


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a file that have words.

    `others` has those besides the main part, in the order of the file, each with the last word of its type, such as "header".
    """

    main: Part
    others: list[tuple[str, Part]] = field(default_factory=list)

    def one(self, kind: str) -> Part | None:
        """The part of this kind, if the file has one."""
        return next((part for name, part in self.others if name == kind), None)


def opened(content: bytes) -> Package:
    """The parts of a Word file. Raises `Refused`."""
    _refuse_others(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _Reader(archive).package()
    except etree.XMLSyntaxError:
        raise Refused(_NO_WORD_FILE) from None
    except _ERRORS:
        raise Refused(_NO_WORD_FILE) from None


def _refuse_others(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise Refused(_TOO_LARGE)
    if content.startswith(_OLD_WORD):
        raise Refused(f"This is an old Word file (.doc), or one with a password. {_SAVE_AGAIN}")
    if content.startswith(_RTF):
        raise Refused(f"This is a text in the format RTF. {_SAVE_AGAIN}")
    if content.startswith(_PDF):
        raise Refused(
            "This is a PDF, which no longer says what is a table or a heading. Use the Word file it was made of."
        )


class _Reader:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = archive.namelist()
        self._left = _MOST_XML
        self._rows, self._paragraphs = _MOST_ROWS, _MOST_PARAGRAPHS

    def package(self) -> Package:
        if len(self._names) > _MOST_PARTS:
            raise Refused(_TOO_LARGE)
        if len(set(self._names)) < len(self._names) or "[Content_Types].xml" not in self._names:
            raise Refused(_NO_WORD_FILE)
        types = self._bytes("[Content_Types].xml")
        if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in self._names):
            raise Refused(
                'This file has macros in it, which are programs. In Word, choose "Save as" and the type "Word document (.docx)", '
                "without macros, and use that file."
            )
        for name in self._names:
            if name.endswith(".rels"):
                self._refuse_outside(name)
        main = next((target for kind, target in self._relations("") if kind.endswith("/officeDocument")), "")
        if not main or b"wordprocessingml" not in types:
            raise Refused(_NO_WORD_FILE)
        others = [
            (kind.rpartition("/")[2], self._part(target))
            for kind, target in self._relations(main)
            if kind.endswith(_WITH_WORDS) and target in self._names
        ]
        return Package(self._part(main), others)

    def _part(self, name: str) -> Part:
        links = {one.get("Id", ""): one.get("Target", "") for one in self._relation_elements(name) if _is_outside(one)}
        return Part(self._xml(name), links)

    def _refuse_outside(self, name: str) -> None:
        for one in self._xml(name):
            kind, target = one.get("Type", ""), one.get("Target", "")
            is_own_template = kind.endswith("/attachedTemplate") and _OWN_DRIVE.match(target)
            if _is_outside(one) and not kind.endswith(_SAFE_OUTSIDE) and not is_own_template:
                raise Refused(
                    "This file fetches something from outside, such as a template, a picture or a table of another file. Select all of "
                    "its text in Word, copy it into a new document, and use that file."
                )

    def _relations(self, of: str) -> Iterator[tuple[str, str]]:
        """The type and the name of each part that another refers to; of the file itself if `of` is empty."""
        for one in self._relation_elements(of):
            target = one.get("Target", "")
            if not _is_outside(one):
                inside = target if target.startswith("/") else posixpath.join(posixpath.dirname(of), target)
                yield one.get("Type", ""), posixpath.normpath(inside).lstrip("/")

    def _relation_elements(self, of: str) -> list[Any]:
        folder, name = posixpath.split(of)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        return [one for one in self._xml(path) if isinstance(one.tag, str)] if path in self._names else []

    def _xml(self, name: str) -> Any:
        content = self._bytes(name)
        plain = content.replace(b"\0", b"")
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise Refused(f"This file has definitions in it that no Word file has. {_SAVE_AGAIN}")
        self._rows -= plain.count(b":tr>") + plain.count(b":tr ")
        self._paragraphs -= plain.count(b":p>") + plain.count(b":p ")
        # Both the start and the end of an element are counted.
        if self._rows < -_MOST_ROWS or self._paragraphs < -_MOST_PARAGRAPHS:
            raise Refused(_TOO_LARGE)
        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
        )
        return etree.fromstring(content, parser)

    def _bytes(self, name: str) -> bytes:
        with self._archive.open(name) as part:
            content = part.read(self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            raise Refused(_TOO_LARGE)
        return content


def _is_outside(relation: Any) -> bool:
    return bool(relation.get("TargetMode", "") == "External")
