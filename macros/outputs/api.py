"""The JSON API: a file for each record, a list for each kind, an index, and their schemas."""

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from typing import Any
from urllib.parse import urljoin

from pydantic_core import to_json

from macros.kinds import KINDS, Record
from macros.library.library import INDEX
from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.outputs.licence import Licence
from macros.pages.downloads import CALENDAR_FILE, data_file, feed_file, schema_file, table_file
from macros.schema.description import FieldDescription, described, label
from macros.schema.json_schema import DIALECT, Schema, record_schema
from macros.schema.network import Network
from macros.schema.types import ID_PATTERN

Data = dict[str, Any]

# Consent is between the network and the person who gave it: no page shows these fields.
_WITHHELD = {"consent_given", "consent_until", "consent_withdrawn"}
_NOT_PUBLISHED: Data = {"champions": {"__all__": _WITHHELD}, "presentations": {"__all__": {"speaker": _WITHHELD}}}

_TAG_WITH_ADDRESS = re.compile(r'(<(?:a|img)\s[^>]*?(?:href|src)=")([^"]*)')


def api(public: PublicLibrary, site: SiteInfo, texts: Mapping[str, str], licence: Licence) -> Iterator[File]:
    """Every file of the API. `texts` maps a record's path to the HTML of its text."""
    yield from api_index(public, site, licence)
    for model in KINDS.values():
        for record in public.all_of(model).values():
            yield from api_of_record(record, public, site, texts)
        yield from api_of_kind(model, public, site)


def api_index(public: PublicLibrary, site: SiteInfo, licence: Licence) -> Iterator[File]:
    """The file that lists the others."""
    yield _file(data_file(None), _index(public, site, licence))


def api_of_kind(model: type[Record], public: PublicLibrary, site: SiteInfo) -> Iterator[File]:
    """The schema of a kind, and the list of its records, with one a line."""
    yield _file(schema_file(model), document_schema(model, public.network, site))
    # Groups of fields in a list are too much for a list of records.
    groups = {name for name, one in described(model).items() if _has_list_of_groups(one)}
    lines = []
    for record in public.all_of(model).values():
        name = _name(record, site)
        main = {field: value for field, value in _published(record).items() if field not in groups}
        addresses = {"url": name["url"], "api": name["api"]}
        lines.append(to_json({"id": name["id"], **main, "last_change": record.last_change, **addresses}))
    head = to_json({"kind": model.KIND, "schema": site.to(schema_file(model))}).removesuffix(b"}")
    yield File(data_file(model), head + b',"records":[\n' + b",\n".join(lines) + b"\n]}\n")


def api_of_record(record: Record, public: PublicLibrary, site: SiteInfo, texts: Mapping[str, str]) -> Iterator[File]:
    """The file of a record."""
    name, schema = _name(record, site), site.to(schema_file(type(record)))
    document = {
        "$schema": schema,
        **name,
        "record": _published(record),
        "backlinks": _backlinks(record, public, site),
        "text": _whole_addresses(texts.get(record.path, ""), name["url"]),
        "last_change": record.last_change,
        **_numbers_of(type(record), name["api"], schema),
    }
    yield _file(data_file(record), document)


def _file(path: str, data: Data) -> File:
    return File(path, to_json(data, indent=2) + b"\n")


def _index(public: PublicLibrary, site: SiteInfo, licence: Licence) -> Data:
    return {
        "name": public.network.name,
        "site": site.name,
        "description": site.description,
        "demonstration": public.network.demonstration is not None,
        "url": site.top,
        "date": public.today,
        **{name: said for name, said in (("licence", licence.words), ("licence_url", licence.url)) if said},
        "feed": site.to(feed_file(None)),
        "calendar": site.to(CALENDAR_FILE),
        "kinds": [_kind(model, public, site) for model in public.listed_kinds],
    }


def _kind(model: type[Record], public: PublicLibrary, site: SiteInfo) -> Data:
    return {
        "kind": model.KIND,
        "title": model.NAME.labels,
        "description": model.__doc__,
        "records": len(public.all_of(model)),
        "url": site.of(f"{model.FOLDER}/{INDEX}"),
        "list": site.to(data_file(model)),
        "table": site.to(table_file(model)),
        "each": site.to(f"api/{model.FOLDER}/{{id}}.json"),
        "schema": site.to(schema_file(model)),
        "feed": site.to(feed_file(model)),
        **_numbers_of(model, site.to(f"api/{model.FOLDER}/{{id}}.json"), site.to(schema_file(model))),
    }


def _numbers_of(model: type[Record], api: str, schema: str) -> Data:
    """The addresses of the table of a record and of its schema, from those of the record; empty for a kind without tables."""
    if model.ROW is None:
        return {}
    ending = ".json"
    return {
        "numbers": f"{api.removesuffix(ending)}.csv",
        "numbers_schema": f"{schema.removesuffix(ending)}.table{ending}",
    }


def _published(record: Record) -> Data:
    """The fields of a record: dates and times as strings, and nothing for unknown values, as in the schema."""
    return record.model_dump(mode="json", exclude_none=True, exclude=_NOT_PUBLISHED)


def _has_list_of_groups(field: FieldDescription) -> bool:
    return bool(field.parts) and (field.is_list or any(map(_has_list_of_groups, field.parts.values())))


def _name(record: Record, site: SiteInfo) -> Data:
    return {
        "kind": record.KIND,
        "id": record.id,
        "title": record.title,
        "url": site.of(record.path),
        "api": site.to(data_file(record)),
    }


def _backlinks(record: Record, public: PublicLibrary, site: SiteInfo) -> list[Data]:
    """The records that refer to this one, once for each field."""
    backlinks = public.backlinks[record.KIND, record.id]
    by_field = {(backlink.record.path, backlink.mention.field): backlink for backlink in backlinks}
    return [{**_name(backlink.record, site), "field": backlink.mention.field} for backlink in by_field.values()]


def _whole_addresses(html: str, page: str) -> str:
    """The HTML of a text with absolute addresses."""
    if "<a " not in html and "<img " not in html:
        return html
    return _TAG_WITH_ADDRESS.sub(lambda tag: tag[1] + escape(urljoin(page, unescape(tag[2]))), html)


def document_schema(model: type[Record], network: Network, site: SiteInfo) -> Schema:
    """The JSON Schema of a record's file in the API."""
    address = site.to(schema_file(model))
    record = {name: value for name, value in record_schema(model.KIND, model, network).items() if name != "$schema"}
    name = {
        "kind": {"description": "The kind of record.", "const": model.KIND},
        "id": {"description": "Its name in addresses and in the fields of others.", **_text(pattern=ID_PATTERN)},
        "title": {"description": "What it is called.", **_text()},
        "url": {"description": "Its page.", **_text(format="uri")},
        "api": {"description": "Its file in this API.", **_text(format="uri")},
    }
    backlink = {
        **name,
        "kind": {"description": "The kind of record.", "enum": list(KINDS)},
        "field": {"description": "The field of that record in which this one is named.", **_text()},
    }
    properties = {
        "$schema": {"description": "Where this schema is.", "const": address},
        **name,
        "record": _as_published(record),
        "backlinks": {"description": "The records that name this one.", "type": "array", "items": _object(backlink)},
        "text": {"description": "What is written below the fields.", **_text(contentMediaType="text/html")},
        "last_change": {"description": "The day of its newest update, or of its addition.", **_text(format="date")},
        **(_numbers() if model.ROW is not None else {}),
    }
    about = f"A file of this API: {label(model.KIND).lower()} with its fields, its text and what refers to it."
    return {"$schema": DIALECT, "$id": address, "title": label(model.KIND), "description": about, **_object(properties)}


def _numbers() -> Schema:
    return {
        "numbers": {"description": "The numbers, as CSV.", **_text(format="uri")},
        "numbers_schema": {"description": "The schema of their columns.", **_text(format="uri")},
    }


def _text(**limits: str) -> Schema:
    return {"type": "string", **limits}


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _as_published(schema: Schema) -> Schema:
    """The schema of validated data: fields with a default are required, and withheld fields are left out."""
    match schema:
        case {"type": "array", "items": items}:
            return {**schema, "items": _as_published(items)}
        case {"type": "object", "properties": properties}:
            kept = {name: _as_published(value) for name, value in properties.items() if name not in _WITHHELD}
            needed = [name for name, value in kept.items() if name in schema["required"] or "default" in value]
            return {**schema, "properties": kept, "required": needed}
        case {"type": ["string", *_]}:
            return {**schema, "type": "string"}
    return schema
