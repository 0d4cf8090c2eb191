"""What MkDocs itself calls: it is shown the text of a file only, never its front matter.

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
    """The text of a record or a written page without its front matter; None for a page that is not ours."""
    from macros.site import site_of

    body = site_of(config).body_at(page.file.src_uri)
    # The blank line keeps MkDocs from taking a first line such as "Note: bring a cup" for front matter of another
    # style.
    return None if body is None else "\n" + body
