"""The addresses of the pages on the site that explain rules, reviews and fields."""

from collections.abc import Iterable
from pathlib import Path

from macros.library.library import CONTENT, INDEX
from macros.library.macro_calls import callers
from macros.source.document import Document
from macros.source.settings import SETTINGS_FILE, SettingsUnreadable, read_settings, text_of


def rules_address(root: Path, documents: Iterable[Document]) -> str:
    """The address of the page of rules, where "#" and an id lead to a rule; empty if there is none."""
    return _address(callers(documents).get("rule_list", ""), root)


def reviews_address(root: Path, documents: Iterable[Document]) -> str:
    """The address of the page that lists records to review; empty if there is none."""
    return _address(callers(documents).get("reviews", ""), root)


def field_guide_address(root: Path, documents: Iterable[Document]) -> str:
    """The address of the guide to the fields of each kind of record; empty if there is none."""
    return _address(callers(documents).get("field_guide", ""), root)


def _address(page: str, root: Path) -> str:
    site = site_address(root) if page else ""
    folder = page.removeprefix(f"{CONTENT}/").removesuffix(INDEX).removesuffix(".md").rstrip("/")
    return f"{site.rstrip('/')}/{folder}/" if site else ""


def site_address(root: Path) -> str:
    """The address of the site in mkdocs.yml; empty if the file cannot be read."""
    try:
        return text_of(read_settings(root / SETTINGS_FILE), "site_url")
    except SettingsUnreadable:
        return ""
