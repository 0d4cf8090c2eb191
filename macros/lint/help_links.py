"""Where on the site something is explained, for whoever has just met it, as mkdocs.yml and the written pages say."""

from collections.abc import Iterable
from pathlib import Path

from macros.library.library import CONTENT, INDEX
from macros.library.macro_calls import callers
from macros.source.document import Document
from macros.source.settings import SETTINGS_FILE, SettingsUnreadable, read_settings, text_of


def rules_address(root: Path, documents: Iterable[Document]) -> str:
    """The address of the page of rules, to which "#" and the id of a rule are added; nothing if there is none."""
    return _address(callers(documents).get("rule_list", ""), root)


def reviews_address(root: Path, documents: Iterable[Document]) -> str:
    """The address of the page that lists what is to be reviewed; nothing if there is none."""
    return _address(callers(documents).get("reviews", ""), root)


def field_guide_address(root: Path, documents: Iterable[Document]) -> str:
    """The address of the page that leads to the fields of each kind of record; nothing if there is none."""
    return _address(callers(documents).get("field_guide", ""), root)


def _address(page: str, root: Path) -> str:
    site = site_address(root) if page else ""
    folder = page.removeprefix(f"{CONTENT}/").removesuffix(INDEX).removesuffix(".md").rstrip("/")
    return f"{site.rstrip('/')}/{folder}/" if site else ""


def site_address(root: Path) -> str:
    """What mkdocs.yml says the site's address is; its other settings may hold what only the site builder understands."""
    try:
        return text_of(read_settings(root / SETTINGS_FILE), "site_url")
    except SettingsUnreadable:
        return ""
