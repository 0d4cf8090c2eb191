"""What XMP says: the notes of programs, as XML, which are the same in every format.

Source: ISO 16684-1, Extensible metadata platform (XMP) specification
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.lint.pictures.part import XMP, Part, telling
from macros.lint.pictures.text import says_nothing

if TYPE_CHECKING:
    from lxml import etree

# What fits into a segment of a JPEG.
LONGEST_XMP = 65_535
# Programs write many fewer elements and attributes of themselves.
_MOST_SIGNS = 1000
_SIGNS = (b"<", b"=")

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_ADOBE = "http://ns.adobe.com/xap/1.0/"
_STRUCTURE = {"{adobe:ns:meta/}xmpmeta", *(f"{{{_RDF}}}{name}" for name in "RDF Description Alt Bag Seq li".split())}
# What programs say of themselves and of how they made the picture. Any other name can say where or who.
_HARMLESS = {
    f"{{{space}}}{name}"
    for space, names in {
        "adobe:ns:meta/": "xmptk",
        _RDF: "about parseType",
        "http://www.w3.org/XML/1998/namespace": "lang",
        "http://purl.org/dc/elements/1.1/": "format",
        _ADOBE: "CreateDate CreatorTool MetadataDate ModifyDate",
        f"{_ADOBE}mm/": "DerivedFrom DocumentID History InstanceID OriginalDocumentID",
        f"{_ADOBE}sType/ResourceEvent#": "action changed instanceID parameters softwareAgent when",
        f"{_ADOBE}sType/ResourceRef#": "documentID instanceID originalDocumentID",
        "http://ns.adobe.com/tiff/1.0/": "Make Model Orientation ResolutionUnit Software XResolution YResolution",
        "http://ns.adobe.com/exif/1.0/": "ColorSpace ExifVersion PixelXDimension PixelYDimension",
        "http://ns.adobe.com/photoshop/1.0/": "ColorMode ICCProfile",
    }.items()
    for name in names.split()
}


def xmp_part(whole: bytes, xmp: bytes) -> Part:
    """The part of a file that is `whole` and holds this XMP."""
    return Part(whole, XMP) if _says_nothing(xmp) else telling(XMP)


def _says_nothing(xmp: bytes) -> bool:
    if len(xmp) > LONGEST_XMP or max(map(xmp.count, _SIGNS)) > _MOST_SIGNS:
        return False
    # Only here: the import takes as long as the check of twenty records, and few pictures have XMP.
    from lxml import etree

    try:
        tree = etree.fromstring(xmp, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return False
    around = [*tree.itersiblings(preceding=True), *tree.itersiblings()]
    return all(one.tag is etree.PI for one in around) and _element_says_nothing(tree, is_harmless=False)


def _element_says_nothing(element: etree._Element, *, is_harmless: bool) -> bool:
    """Whether an element says nothing. One of RDF itself is as harmless as the property it is in."""
    if not isinstance(element.tag, str):
        # A comment, an instruction or an entity. The instructions that begin and end the packet are outside the tree.
        return False
    if element.tag not in _STRUCTURE:
        is_harmless = element.tag in _HARMLESS
    texts = [element.text, *(inner.tail for inner in element)]
    return (
        (is_harmless or all(says_nothing((text or "").encode()) for text in texts))
        and all(name in _HARMLESS or says_nothing(text.encode()) for name, text in element.attrib.items())
        and all(_element_says_nothing(inner, is_harmless=is_harmless) for inner in element)
    )
