"""A file of minutes by its path, in whichever of the formats it is."""

from dataclasses import replace
from pathlib import Path

from macros.minutes.archive import MOST_BYTES, Refused
from macros.minutes.blocks import Aside, WordFile
from macros.minutes.elements import name_of
from macros.minutes.messages import said
from macros.minutes.office import OTHERS, as_docx
from macros.minutes.package import opened
from macros.minutes.walk import read

# LibreOffice marks words as deleted there that are not (findings/rtf-deletes-the-words-before-a-deleted-end.sh).
_RTF = ".rtf"


def read_file(path: Path) -> WordFile:
    """What stands in a file. Raises `Refused`."""
    ending = path.suffix.lower()
    content = as_docx(path) if ending in OTHERS else bytes_of(path)
    return read_content(content, is_sure_of_deleted=ending != _RTF)


def read_content(content: bytes, *, is_sure_of_deleted: bool = True) -> WordFile:
    """What stands in the bytes of a .docx. Raises `Refused`.

    Words that are marked as deleted are told unless we are sure of that.
    """
    try:
        package = opened(content)
        file = read(package)
    except RecursionError:
        raise Refused(said("nested")) from None
    deleted = " ".join(one.text or "" for one in package.main.root.iter() if name_of(one) == "delText")
    if is_sure_of_deleted or not deleted.strip():
        return file
    return replace(file, asides=[*file.asides, Aside("marked as deleted, which may be wrong in .rtf", deleted)])


def bytes_of(path: Path) -> bytes:
    """The bytes of a file, as many as may be read and one more."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)
