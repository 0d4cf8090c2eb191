"""The content folder has records, pages and pictures, so nothing else is published by accident.

Why: Everything in the folder is published. A document can contain names, notes or earlier versions that no one meant to
publish, and we cannot check it here.
"""

import re
from pathlib import PurePosixPath

from macros.kinds import FOLDERS, KINDS
from macros.library.library import CONTENT, NETWORK_FILE, Library
from macros.lint.diagnostics import Diagnostic, Diagnostics, RuleTopic, listed
from macros.lint.rules.file_name_invalid import LONGEST_NAME
from macros.schema.types import DEVICE, ID_PATTERN
from macros.source.diagnostic import Span
from macros.source.folder import MOST_FOLDERS, PICTURES, FolderEntry
from macros.source.table import TABLE

TOPIC = RuleTopic.FILES

# Names that the site builder skips or creates, and folders of the site other than pages.
_TAKEN = ("templates", "assets", "search", "404", "admin", "api", "i", "previews", "search-index")
# What spreadsheets and programs for statistics write.
_RAW = {".csv", ".ods", ".sav", ".tsv", ".xls", ".xlsx"}
_REPORT = (
    "Only a record and its table belong here. The report of the collating tool could help someone to work out what was hidden. "
    "Delete this file."
)
# What a browser puts behind the name of a file that is saved once more.
_COPY = re.compile(r" ?\(\d+\)$")
_TAKEN_FOLDERS = {f"{CONTENT}/{name}" for name in _TAKEN}


def check_library(library: Library) -> Diagnostics:
    """Check every file and folder below content/."""
    for entry in library.found:
        if not _is_table(entry.path, library) and (message := _message(entry)):
            yield Diagnostic(entry.path, Span(), message)


def _is_table(path: str, library: Library) -> bool:
    """Whether it is the table of a record beside it."""
    beside = library.documents.get(f"{path.removesuffix(TABLE)}.md") if path.endswith(TABLE) else None
    return beside is not None and beside.kind in KINDS and KINDS[beside.kind].ROW is not None


def _is_beside_records_with_tables(path: str) -> bool:
    return any(kind.ROW is not None and path.startswith(f"{CONTENT}/{kind.FOLDER}/") for kind in KINDS.values())


def _message(entry: FolderEntry) -> str:
    path = entry.path
    if entry.is_link:
        return "This is a link to another file or folder, which would be published with it. Put the file itself here."
    if path == NETWORK_FILE:
        return ""
    if entry.is_hidden:
        return "A file or folder whose name starts with a dot does not belong in content/. Delete it."
    # Anything ending in .md is read as a record or page, and rule file-name-invalid checks its name.
    if path.endswith(".md"):
        parts = path.split("/")
        if parts[1] in FOLDERS and len(parts) > 3 and not entry.is_folder:
            return f"A record goes directly in its folder, not in a folder inside it. Move this one to {CONTENT}/{parts[1]}/."
        return ""
    name = path.rpartition("/")[2].partition(".")[0]
    if DEVICE.fullmatch(name.lower()):
        return f'Windows keeps the name "{name}" for itself and cannot make such a file or folder. Choose another name.'
    return _folder_message(path) if entry.is_folder else _file_message(path)


def _file_message(path: str) -> str:
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in PICTURES:
        return ""
    if suffix in {TABLE, ".txt"} and _is_beside_records_with_tables(path):
        return _table_message(_COPY.sub("", PurePosixPath(path).stem)) if suffix == TABLE else _REPORT
    if suffix in {".md", ".markdown", ".txt"}:
        return "The name of a record or page ends with .md in lower case. Rename the file."
    if suffix in _RAW:
        return (
            "A table here is one that the collating tool wrote, beside its record and with the same name. Never commit what people "
            "answered or what a service sent in, because the history keeps it for ever. Delete this file."
        )
    return (
        f"Only records and pages (.md) and pictures ({listed(sorted(PICTURES))}) belong in content/. "
        "Delete this file; paste its text into a record, or save its picture as .png."
    )


def _table_message(name: str) -> str:
    return (
        f'If the collating tool wrote this table, it needs the record that was written with it: they are called "{name}{TABLE}" and '
        f'"{name}.md", and go into this folder together. If it is what people answered or what a service sent in, delete this file: it '
        "must never be committed, because the history keeps it for ever."
    )


def _folder_message(path: str) -> str:
    name = path.rpartition("/")[2]
    if path in _TAKEN_FOLDERS:
        return f'The site needs the name "{name}" for itself. Give the folder another name, such as "our-{name}".'
    if path.count("/") > MOST_FOLDERS:
        return f"This folder is inside {MOST_FOLDERS} others, and we do not look any deeper. Move what is in it further up."
    if not re.fullmatch(ID_PATTERN, name) or len(name) > LONGEST_NAME:
        return (
            f'The folder name "{name}" does not work as an address. Rename the folder: use lower-case letters, numbers and '
            f'single hyphens, such as "who-we-are", {LONGEST_NAME} at most.'
        )
    return ""
