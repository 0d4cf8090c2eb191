"""The addresses of the pages on the site that explain rules, reviews and fields."""

from collections.abc import Mapping
from pathlib import Path

from macros.library.library import address_of, kind_of
from macros.library.macro_calls import callers
from macros.source.document import Document
from macros.source.settings import SETTINGS_FILE, SettingsUnreadable, read_settings, text_of


def rules_address(root: Path, documents: Mapping[str, Document]) -> str:
    """The address of the page of rules, where "#" and an id lead to a rule; empty if there is none."""
    return _address("rule_list", root, documents)


def reviews_address(root: Path, documents: Mapping[str, Document]) -> str:
    """The address of the page that lists records to review; empty if there is none."""
    return _address("reviews", root, documents)


def field_guide_address(root: Path, documents: Mapping[str, Document]) -> str:
    """The address of the guide to the fields of each kind of record; empty if there is none."""
    return _address("field_guide", root, documents)


def site_address(root: Path) -> str:
    """The address of the site, with a slash at its end; empty if it is not known."""
    try:
        site = text_of(read_settings(root / SETTINGS_FILE), "site_url")
    except SettingsUnreadable:
        return ""
    return f"{site.rstrip('/')}/" if site else ""


def _address(macro: str, root: Path, documents: Mapping[str, Document]) -> str:
    # Only pages with its name can call it. Parsing all of them takes long, and so does reading records to find that they are none.
    pages = (documents[path] for path in documents if kind_of(path) == "page")
    site, page = site_address(root), callers(one for one in pages if macro in one.body).get(macro, "")
    return f"{site}{address_of(page)}/" if site and page else ""
