"""How the site may be used, which mkdocs.yml says once for the foot of every page and for programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

# What the setting `copyright` has where the licence is named, which `extra.licence` describes.
_NAMED_HERE = "{licence}"


@dataclass(frozen=True)
class Licence:
    """A line of HTML for people, and the address of the licence that it names; both may be empty."""

    line: Markup
    url: str

    @property
    def words(self) -> str:
        """The line as plain text."""
        return self.line.striptags()


def licence(settings: Mapping[str, Any]) -> Licence:
    """What a mkdocs.yml says of the use of the site. Raises `ValueError` if it does not describe the licence that it names."""
    line, described = settings.get("copyright") or "", settings["extra"].get("licence")
    if _NAMED_HERE not in line:
        return Licence(Markup(line), "")
    if not isinstance(described, dict) or not all(isinstance(described.get(key), str) for key in ("name", "url")):
        raise ValueError(
            'In mkdocs.yml, "licence" below "extra" must have a name and a url, because "copyright" names it.'
        )
    link = Markup('<a href="{url}">{name}</a>').format(**described)
    return Licence(Markup(line.replace(_NAMED_HERE, link)), described["url"])
