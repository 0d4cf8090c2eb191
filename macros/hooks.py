"""What MkDocs itself calls: it is shown the text of a record only, never its front matter.

MkDocs would read front matter by rules of its own, publish what it cannot read, and take orders from it.
"""

from __future__ import annotations

from typing import Any


def on_files(files: Any, config: Any) -> Any:
    """Leave out the records that are not shown."""
    from macros.site import site_of

    shown = site_of(config)
    for file in list(files.documentation_pages()):
        if shown.is_left_out(file.src_uri):
            files.remove(file)
    return files


def on_page_read_source(page: Any, config: Any) -> str | None:
    """The text of a record without its front matter; None, so that MkDocs reads the file, for any other page."""
    from macros.site import site_of

    record = site_of(config).record_at(page.file.src_uri)
    # The blank line keeps MkDocs from taking a first line such as "Note: bring a cup" for front matter of another style.
    return None if record is None else "\n" + site_of(config).body_of(record)
