"""What Exif says: the notes of cameras, which are the same in every format.

Source: CIPA DC-008-2023, Exchangeable image file format for digital still cameras, Exif version 3.0
"""

import struct
from collections.abc import Callable, Iterator
from typing import NamedTuple

from macros.lint.pictures.part import EXIF, Part, telling
from macros.lint.pictures.text import LONGEST_COMMENT, says_nothing

# What cameras and programs say of themselves and of how they made the picture. Any other field can say where or who: the place,
# names, serial numbers, the camera maker's own notes, and whatever comes with the next version.
_HARMLESS = {
    *(0x0112, 0x011A, 0x011B, 0x0128),  # which way up it is, and its resolution
    *range(0x0100, 0x0104), *(0x0106, 0x0115, 0x011C), *range(0x0211, 0x0215),  # how it is stored
    *(0x013E, 0x013F, 0xA001, 0xA500),  # its colours
    *(0x9000, 0x9101, 0x9102), *(0xA000, 0xA002, 0xA003),  # its size, and the version of Exif
    *(0x010F, 0x0110, 0x0131), *range(0xA432, 0xA435),  # the make and model of the camera and lens, and the software
    *(0x0132, 0x9003, 0x9004), *range(0x9010, 0x9013), *range(0x9290, 0x9293),  # when
    *(0x829A, 0x829D, 0x8822, 0x8827), *range(0x8830, 0x8833), *range(0x9201, 0x920B),  # light and focal length
    *range(0xA20E, 0xA211), 0xA217, *range(0xA300, 0xA303), *range(0xA401, 0xA40B), 0xA40C,  # sensor and settings
    *(0x8769, 0xA005),  # where more fields are
}  # fmt: skip
_ORIENTATION, _MORE_FIELDS, _USER_COMMENT = 0x0112, 0x8769, 0x9286
_TURNED = range(2, 9)
# Fields of these types have bytes, which can be text.
_OF_BYTES = {1, 2, 7, 129}
# Cameras and programs write many fewer.
_MOST_FIELDS = 500
_LENGTH_OF_CHARACTER_CODE = 8

_MARK = b"Exif\0\0"
_ORDERS = {b"II": "<", b"MM": ">"}
# After the byte order: a number that every TIFF has, where the first directory is, that it has one field (its tag, its type SHORT,
# one value, the value), and that there is no second directory.
_ONE_SHORT = "HIHHHIHxxI"


class _Malformed(Exception):
    pass


class _Field(NamedTuple):
    tag: int
    type: int
    length: int
    value: bytes


class _Exif:
    """Exif that has been read. Raises `_Malformed`."""

    def __init__(self, exif: bytes) -> None:
        self.data = exif.removeprefix(_MARK)
        self.order = _ORDERS.get(self.data[:2], "")
        if not self.order:
            raise _Malformed
        [start] = self._numbers("I", 4)
        self.fields = [*self._directory(start)]
        # The second directory is that of a thumbnail, which may show what was cut off the picture.
        [thumbnail] = self._numbers("I", start + 2 + 12 * len(self.fields))
        self.has_thumbnail = thumbnail != 0
        more = [one for one in self.fields if one.tag == _MORE_FIELDS]
        if len(more) > 1:
            raise _Malformed
        for one in more:
            self.fields.extend(self._directory(*struct.unpack(f"{self.order}I", one.value)))

    def _numbers(self, form: str, at: int) -> tuple[int, ...]:
        try:
            return struct.unpack_from(self.order + form, self.data, at)
        except struct.error:
            raise _Malformed from None

    def _directory(self, start: int) -> Iterator[_Field]:
        [count] = self._numbers("H", start)
        if count > _MOST_FIELDS:
            raise _Malformed
        for number in range(count):
            at = start + 2 + 12 * number
            tag, of_type, length = self._numbers("HHI4x", at)
            yield _Field(tag, of_type, length, self.data[at + 8 : at + 12])

    @property
    def orientation(self) -> int:
        """Which way up the picture is, from 1 to 8; 0 if that is not said."""
        values = [struct.unpack(f"{self.order}Hxx", one.value)[0] for one in self.fields if one.tag == _ORIENTATION]
        return values[0] if values else 0

    def says_nothing(self, field: _Field) -> bool:
        """Whether the field is harmless, or has a text that says nothing."""
        if field.tag in _HARMLESS:
            return True
        if field.type not in _OF_BYTES or field.length > LONGEST_COMMENT:
            return False
        text = field.value[: field.length]
        if field.length > len(field.value):
            [at] = struct.unpack(f"{self.order}I", field.value)
            text = self.data[at : at + field.length]
        return says_nothing(text[_LENGTH_OF_CHARACTER_CODE:] if field.tag == _USER_COMMENT else text)


def exif_part(whole: bytes, exif: bytes, wrap: Callable[[bytes], bytes]) -> Part:
    """The part of a file that is `whole` and holds this Exif. `wrap` makes such a part of other Exif.

    Of Exif that says where or who, a clean copy keeps which way up the picture is.
    """
    try:
        read = _Exif(exif)
    except _Malformed:
        return telling(EXIF)
    if not read.has_thumbnail and all(map(read.says_nothing, read.fields)):
        return Part(whole, EXIF)
    if read.orientation not in _TURNED:
        return telling(EXIF)
    field = (_ORIENTATION, 3, 1, read.orientation)
    return telling(EXIF, wrap(read.data[:2] + struct.pack(read.order + _ONE_SHORT, 42, 8, 1, *field, 0)))
