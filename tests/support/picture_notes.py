"""Pictures with notes in them, as cameras and programs write them: what says where or who, and what does not.

`SECRET` stands wherever such notes have text. The places in them are numbers without a country.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from PIL import Image

from tests.support.pictures import chunk, drawn, in_gif, in_jpeg, in_png, in_webp, itxt, riff, segment, ztxt

SECRET = b"SOMEONE-SOMEWHERE"
TEXT = SECRET.decode()

GPS, MORE, ORIENTATION = 0x8825, 0x8769, 0x0112
PLACE = {1: "N", 2: (53.0, 57.0, 0.0), 3: "W", 4: (1.0, 5.0, 0.0)}


def exif_of(fields: dict[int, Any], order: str = "<") -> bytes:
    """Exif with these fields, without the mark that JPEG has before it."""
    written = Image.Exif()
    written.endian = order
    for tag, value in fields.items():
        written[tag] = value
    return written.tobytes().removeprefix(b"Exif\0\0")


def with_thumbnail() -> bytes:
    """Exif with a second directory, which says where the thumbnail is."""
    thumbnail = drawn(2, 2, "JPEG")
    first = struct.pack("<2sHIH", b"II", 42, 8, 0) + struct.pack("<I", 14)
    second = struct.pack("<HHHIIHHIII", 2, 0x0201, 4, 1, 44, 0x0202, 4, 1, len(thumbnail), 0)
    return first + second + thumbnail


EXIF = {
    "place": exif_of({GPS: PLACE}),
    "place in the other byte order": exif_of({GPS: PLACE}, ">"),
    "place after the mark": b"Exif\0\0" + exif_of({GPS: PLACE}),
    "artist": exif_of({0x013B: TEXT}),
    "copyright": exif_of({0x8298: TEXT}),
    "description": exif_of({0x010E: TEXT}),
    "computer": exif_of({0x013C: TEXT}),
    "name of the document": exif_of({0x010D: TEXT}),
    "author for Windows": exif_of({0x9C9D: TEXT.encode("utf-16-le")}),
    "owner of the camera": exif_of({MORE: {0xA430: TEXT}}),
    "serial number of the camera": exif_of({MORE: {0xA431: TEXT}}),
    "serial number of the lens": exif_of({MORE: {0xA435: TEXT}}),
    "photographer": exif_of({MORE: {0xA437: TEXT}}),
    "notes of the maker": exif_of({MORE: {0x927C: SECRET}}),
    "comment": exif_of({MORE: {0x9286: b"ASCII\0\0\0" + SECRET}}),
    "comment like a screenshot": exif_of({MORE: {0x9286: b"ASCII\0\0\0Screenshot by " + SECRET}}),
    "thumbnail": with_thumbnail(),
    "cut off": exif_of({GPS: PLACE})[:20],
    "no byte order": b"MM\0*\0\0",
    "fields elsewhere": struct.pack("<2sHI", b"II", 42, 5000),
    "more fields twice": struct.pack("<2sHIHHHIIHHIII", b"II", 42, 8, 2, MORE, 4, 1, 38, MORE, 4, 1, 38, 0) + b"\0\0",
}
HARMLESS_EXIF = {
    "nothing": exif_of({}),
    "upright": exif_of({ORIENTATION: 1}),
    "turned": exif_of({ORIENTATION: 6}),
    "camera": exif_of(
        {0x010F: "Maker", 0x0110: "Model", MORE: {0xA434: "Lens", 0x829A: 0.01, 0x9003: "2026:11:23 10:00:00"}}
    ),
    "program": exif_of({0x0131: "Program", 0x011A: 72.0, 0x011B: 72.0, 0x0128: 2, 0x0132: "2026:11:23 10:00:00"}),
    "blank": exif_of({0x013B: "", 0x010E: "   ", 0x8298: "\0"}, ">"),
    "screenshot": exif_of({MORE: {0x9286: b"ASCII\0\0\0Screenshot", 0xA002: 8, 0xA003: 4}}),
    "screenshot after the mark": b"Exif\0\0" + exif_of({MORE: {0x9286: b"ASCII\0\0\0Screenshot"}}, ">"),
}

_SPACES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "stEvt": "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#",
    "stRef": "http://ns.adobe.com/xap/1.0/sType/ResourceRef#",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "mwg-rs": "http://www.metadataworkinggroup.com/schemas/regions/",
}
_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'


def xmp_of(elements: str = "", attributes: str = "", encoding: str = "utf-8") -> bytes:
    """XMP with these properties, in a packet."""
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in _SPACES.items())
    inside = f'<rdf:Description rdf:about="" {attributes}>{elements}</rdf:Description>'
    text = (
        f'{_BEGIN}<x:xmpmeta {spaces} x:xmptk="XMP Core"><rdf:RDF>{inside}</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    )
    return text.encode(encoding)


_LATITUDE = 'exif:GPSLatitude="53,57.0N"'
XMP = {
    "place as attributes": xmp_of(attributes=f'{_LATITUDE} exif:GPSLongitude="1,5.0W"'),
    "place as elements": xmp_of("<exif:GPSLatitude>53,57.0N</exif:GPSLatitude>"),
    "place in UTF-16": xmp_of(attributes=_LATITUDE, encoding="utf-16"),
    "place in UTF-16, little end first": xmp_of(attributes=_LATITUDE, encoding="utf-16-le"),
    "place in UTF-16, big end first": xmp_of(attributes=_LATITUDE, encoding="utf-16-be"),
    "place in UTF-32": xmp_of(attributes=_LATITUDE, encoding="utf-32-be"),
    "city": xmp_of(f"<photoshop:City>{TEXT}</photoshop:City>"),
    "person": xmp_of(
        f"<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>{TEXT}</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>"
    ),
    "creator": xmp_of(f"<dc:creator><rdf:Seq><rdf:li>{TEXT}</rdf:li></rdf:Seq></dc:creator>"),
    "title": xmp_of(f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{TEXT}</rdf:li></rdf:Alt></dc:title>'),
    "location": xmp_of(attributes=f'Iptc4xmpCore:Location="{TEXT}"'),
    "face": xmp_of(f'<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:Name>{TEXT}</mwg-rs:Name></mwg-rs:Regions>'),
    "folder it came from": xmp_of(f'<xmpMM:DerivedFrom stRef:filePath="/home/{TEXT}/tree.jpg"/>'),
    "comment": xmp_of(f"<exif:UserComment><rdf:Alt><rdf:li>{TEXT}</rdf:li></rdf:Alt></exif:UserComment>"),
    "remark of XML": xmp_of(f"<!-- {TEXT} -->"),
    "remark before XMP": f"<!-- {TEXT} -->".encode() + xmp_of(),
    "entity": b'<!DOCTYPE a [<!ENTITY who "' + SECRET + b'">]><a>&who;</a>',
    "no XML": SECRET,
    "cut off": xmp_of(attributes=_LATITUDE)[:-40],
    "too long": xmp_of(" " * 300_000 + f"<photoshop:City>{TEXT}</photoshop:City>"),
}
HARMLESS_XMP = {
    "nothing": xmp_of(),
    "screenshot": xmp_of(
        "<exif:PixelXDimension>8</exif:PixelXDimension>\n\t<exif:UserComment>Screenshot</exif:UserComment>"
    ),
    "screenshot in two languages": xmp_of(
        '<exif:UserComment><rdf:Alt>\n<rdf:li xml:lang="x-default">Screenshot</rdf:li></rdf:Alt></exif:UserComment>'
    ),
    "program": xmp_of(
        '<xmpMM:History><rdf:Seq><rdf:li stEvt:action="saved" stEvt:when="2026-11-23" stEvt:softwareAgent="Program"/></rdf:Seq>'
        '</xmpMM:History><xmpMM:DerivedFrom stRef:documentID="xmp.did:1"/>',
        'xmp:CreatorTool="Program" xmp:CreateDate="2026-11-23" dc:format="image/png" tiff:Orientation="1" exif:ColorSpace="1"',
    ),
    "blank": xmp_of("<dc:creator> </dc:creator>", 'photoshop:City=""', "utf-16-le"),
}
_IPTC = b"".join(
    struct.pack(">BBBH", 0x1C, 2, dataset, len(SECRET)) + SECRET
    for dataset in (80, 90, 92)  # byline, city, place in it
)
IPTC = b"Photoshop 3.0\0" + struct.pack(">4sHHI", b"8BIM", 0x0404, 0, len(_IPTC)) + _IPTC + b"\0" * (len(_IPTC) % 2)


def with_exif(form: str, exif: bytes) -> bytes:
    """A picture with this Exif, where this format has it."""
    return {
        "JPEG": lambda: in_jpeg(segment(0xE1, b"Exif\0\0" + exif.removeprefix(b"Exif\0\0"))),
        "PNG": lambda: in_png(chunk(b"eXIf", exif)),
        "WEBP": lambda: in_webp(riff(b"EXIF", exif), flags=0x08),
    }[form]()


XMP_PLACES: dict[str, Callable[[bytes], bytes]] = {
    "JPEG": lambda xmp: in_jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp)),
    "PNG": lambda xmp: in_png(itxt(b"XML:com.adobe.xmp", xmp)),
    "PNG, packed": lambda xmp: in_png(itxt(b"XML:com.adobe.xmp", xmp, packed=True), before=b"IEND"),
    "WEBP": lambda xmp: in_webp(riff(b"XMP ", xmp), flags=0x04),
}
_HIDDEN_EXIF = b"\nexif\n%8d\n" % len(EXIF["artist"]) + EXIF["artist"].hex().encode()


def _with_jfif_thumbnail() -> bytes:
    picture = drawn(8, 4, "JPEG")
    return picture[:2] + segment(0xE0, picture[6:18] + b"\x01\x01abc") + picture[20:]


def _between_scans(content: bytes) -> bytes:
    picture = drawn(8, 4, "JPEG", progressive=True)
    second = picture.index(b"\xff\xda", picture.index(b"\xff\xda") + 2)
    return picture[:second] + content + picture[second:]


# The name of the notes, and the picture.
OTHER = {
    "IPTC": ("IPTC", in_jpeg(segment(0xED, IPTC))),
    "extended XMP": ("XMP", in_jpeg(segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + SECRET))),
    "comment of a JPEG": ("a comment", in_jpeg(segment(0xFE, SECRET))),
    "Ducky with a comment": ("other data", in_jpeg(segment(0xEC, b"Ducky\0\x02\0\x15\0\0\0\x11" + SECRET + b"\0\0"))),
    "several pictures in one": ("other data", in_jpeg(segment(0xE2, b"MPF\0" + SECRET))),
    "who made it, signed": ("other data", in_jpeg(segment(0xEB, b"JP\0\x01" + SECRET))),
    "thumbnail of JFIF": ("other data", _with_jfif_thumbnail()),
    "extended JFIF": ("other data", in_jpeg(segment(0xE0, b"JFXX\0\x10" + SECRET))),
    "between two scans": ("Exif", _between_scans(segment(0xE1, b"Exif\0\0" + EXIF["artist"]))),
    "second picture after a JPEG": ("other data", drawn(8, 4, "JPEG") + in_jpeg(segment(0xFE, SECRET))),
    "film after a JPEG": ("other data", drawn(8, 4, "JPEG") + b"\0\0\0\x18ftypmp42" + SECRET),
    "words after a PNG": ("other data", drawn(8, 4, "PNG") + SECRET),
    "words after a WebP": ("other data", drawn(8, 4, "WEBP", lossless=True) + SECRET),
    "words after a GIF": ("other data", drawn(8, 4, "GIF") + SECRET),
    "author": ("a comment", in_png(chunk(b"tEXt", b"Author\0" + SECRET))),
    "packed description": ("a comment", in_png(ztxt(b"Description", SECRET))),
    "location": ("a comment", in_png(itxt(b"Location", SECRET))),
    "packed comment": ("a comment", in_png(itxt(b"Comment", SECRET, packed=True), before=b"IEND")),
    "Exif in a text": ("a comment", in_png(ztxt(b"Raw profile type exif", _HIDDEN_EXIF))),
    "text that cannot be unpacked": ("a comment", in_png(chunk(b"zTXt", b"Comment\0\0" + SECRET))),
    "text that grows": ("a comment", in_png(ztxt(b"Comment", b" " * 5_000_000 + SECRET))),
    "signed PNG": ("other data", in_png(chunk(b"caBX", SECRET))),
    "unknown to PNG": ("other data", in_png(chunk(b"zzZz", SECRET))),
    "wrong checksum": ("a comment", in_png(chunk(b"tEXt", b"Author\0" + SECRET)[:-1] + b"?")),
    "unknown to WebP": ("other data", in_webp(riff(b"ZZZZ", SECRET))),
    "comment of a GIF": ("a comment", in_gif(b"\x21\xfe" + bytes([len(SECRET)]) + SECRET + b"\0")),
    "XMP of a GIF": ("XMP", in_gif(b"\x21\xff\x0bXMP DataXMP" + XMP["city"] + b"\x01" + bytes(range(255, -1, -1)) + b"\0")),
    "application of a GIF": ("other data", in_gif(b"\x21\xff\x0bZZZZZZZZ1.0" + bytes([len(SECRET)]) + SECRET + b"\0")),
    "text of a GIF": ("other data", in_gif(b"\x21\x01\x0c" + bytes(12) + bytes([len(SECRET)]) + SECRET + b"\0")),
}  # fmt: skip
HARMLESS = {
    "comment of a program": in_jpeg(segment(0xFE, b"CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90\n")),
    "Photoshop's quality": in_jpeg(segment(0xEC, b"Ducky\0\x01\0\x04\0\0\0\x3c\0\0")),
    "fill bytes": in_jpeg(b"\xff\xff"),
    "zeros after the end": drawn(8, 4, "JPEG") + bytes(16),
    "software": in_png(chunk(b"tEXt", b"Software\0Program"), chunk(b"tEXt", b"Creation Time\0Mon, 23 Nov 2026")),
    "dates of ImageMagick": in_png(chunk(b"tEXt", b"date:create\x002026-11-23T10:00:00+00:00")),
    "GIMP": in_png(chunk(b"tEXt", b"Comment\0Created with GIMP"), itxt(b"Comment", b"Created with GIMP", packed=True)),
    "blank author": in_png(chunk(b"tEXt", b"Author\0"), itxt(b"Title", b"\r\n"), ztxt(b"Comment", b" ")),
    "density, colours, time": in_png(chunk(b"pHYs", bytes(9)), chunk(b"gAMA", bytes(4)), chunk(b"tIME", bytes(7))),
    "screenshot of an Apple device": in_png(chunk(b"iDOT", bytes(28))),
    "GIF of GIMP": in_gif(b"\x21\xfe\x11Created with GIMP\0", b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0"),
}  # fmt: skip
