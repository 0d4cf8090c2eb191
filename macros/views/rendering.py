"""Templates: from a view to HTML, with everything that people wrote escaped."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.records.fields import in_words

_TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


class Renderer:
    """The templates of `macros/templates`, which print every value escaped."""

    def __init__(self) -> None:
        """Set the templates up."""
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["in_words"] = in_words
        self._environment.filters["anchor"] = anchor

    def render(self, template: str, page_url: str, **values: Any) -> Markup:
        """The HTML of a template on the page at `page_url`, which is relative to the top of the site."""
        base = "../" * page_url.count("/")
        return Markup(self._environment.get_template(template).render(to=lambda path: base + address(path), **values))


def address(path: str) -> str:
    """The address of a page below the top of the site, from the path of its file below content/.

    "services/east-riding.md" is published as "services/east-riding/", and an index.md as its folder.
    """
    file = PurePosixPath(path)
    folder = file.parent if file.name == "index.md" else file.with_suffix("")
    return "./" if folder == PurePosixPath(".") else f"{folder}/"


def anchor(title: str) -> str:
    """The name by which a heading of a list can be linked to."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in title.lower()).split())
