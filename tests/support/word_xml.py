"""Word files made of their XML, for what no library writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ABOUT = (
    '<Relationship Id="c" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/>'
)
_SAVED = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:modified>{}</dcterms:modified></cp:coreProperties>'
)
_NAMESPACES = (
    f'xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def part(name: str, inner: str, namespace: str = W) -> str:
    """The XML of a part."""
    return f'<?xml version="1.0"?><w:{name} xmlns:w="{namespace}" {_NAMESPACES}>{inner}</w:{name}>'


def word_file(
    body: str,
    others: Mapping[str, str] | None = None,
    *,
    namespace: str = W,
    relations: str = "",
    main_type: str = _MAIN_TYPE,
    more: Mapping[str, bytes] | None = None,
    saved: str = "",
) -> bytes:
    """A file with this body. `others` are further parts by their kind, such as "styles"; `relations` further relations of the document.

    `saved` is the time at which it was last saved, if it says so.
    """
    others = others or {}
    inside = "".join(f'<Relationship Id="o{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in others)
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="{main_type}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="m" Type="{_OFFICE}/officeDocument" '
        f'Target="word/document.xml"/>{_ABOUT if saved else ""}</Relationships>',
        **({"docProps/core.xml": _SAVED.format(saved)} if saved else {}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>", namespace),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{inside}{relations}</Relationships>',
        **{f"word/{kind}.xml": part(kind, inner, namespace) for kind, inner in others.items()},
    }
    return zipped({name: text.encode() for name, text in files.items()} | {**(more or {})})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP file."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def outside(kind: str, target: str, name: str = "x") -> str:
    """A relation to something outside the file."""
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'


def p(text: str, properties: str = "") -> str:
    """A paragraph."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of words."""
    cells = ("".join(f"<w:tc>{p(text)}</w:tc>" for text in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
