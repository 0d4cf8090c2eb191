"""The pages of records that someone has just saved, made at once from what the last build still has in memory.

They are for the eyes of the writer, under `mkdocs serve`. What others say of the records is as it was before, and nothing has been checked:
the build that follows makes these pages again, with all else.
"""

from collections import ChainMap
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from macros.builder.build import Site, latest_site
from macros.builder.last_build import saved_since_last_build
from macros.builder.record_pages import record_pages
from macros.library.library import CONTENT, Library, kind_of
from macros.library.public import PublicLibrary
from macros.library.reading import field_names, read_record
from macros.source.document import read_document

# Whoever saves more is not looking at one of them.
_MOST = 3


def write_saved_pages() -> bool:
    """Write the pages of the records that have been saved since the last build into its site. Returns whether there are any.

    There are none if anything else has been saved, or a record has a mistake.
    """
    latest, saved = latest_site(), saved_since_last_build()
    if latest is None or not saved or len(saved) > _MOST:
        return False
    try:
        _write(saved, *latest)
    except Exception:
        # The check, which comes with the build, has words for whatever is wrong with them.
        return False
    return True


def _write(saved: Iterable[str], config: Any, site: Site) -> None:
    """Write the pages of records. Raises whatever error comes of it if something else was saved, or a record has a mistake."""
    root = Path(config["docs_dir"]).resolve().parent
    library = Library(site.public.network)
    for path in saved:
        shown = f"{CONTENT}/{site.records[path].path}"
        kind = kind_of(shown)
        document = read_document(f"{root}/{shown}", shown, kind, field_names(kind))
        record = read_record(document, site.public.network)
        if record is None or record.ROW is not None:
            raise LookupError(path)
        library.records[kind][record.id] = record
        # It writes into the first only, so that the second need not be one that can be written to.
        site.bodies = ChainMap({path: document.body}, site.bodies)  # type: ignore[arg-type]
    for page in record_pages(PublicLibrary.of(library, site.public.today).all(), site, config):
        Path(config["site_dir"], page.file.path).write_bytes(page.file.content)
