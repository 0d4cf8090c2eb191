"""The licence of the site, from mkdocs.yml, for page footers and for programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

# The placeholder in `copyright` for the licence that `extra.licence` describes.
_NAMED_HERE = "{licence}"


@dataclass(frozen=True)
class Licence:
    """A line of HTML, and the address of the licence it names. Both may be empty."""

    line: Markup
    url: str

    @property
    def words(self) -> str:
        """The line as plain text."""
        return self.line.striptags()


def licence(settings: Mapping[str, Any]) -> Licence:
    """The licence in the settings of mkdocs.yml. Raises `ValueError` if the named licence is not described."""
    line, described = settings.get("copyright") or "", settings["extra"].get("licence")
    if _NAMED_HERE not in line:
        return Licence(Markup(line), "")
    if not isinstance(described, dict) or not all(isinstance(described.get(key), str) for key in ("name", "url")):
        raise ValueError(
            'In mkdocs.yml, "licence" below "extra" must have a name and a url, because "copyright" names it.'
        )
    link = Markup('<a href="{url}">{name}</a>').format(**described)
    return Licence(Markup(line.replace(_NAMED_HERE, link)), described["url"])
