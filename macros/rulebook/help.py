"""Where on the site a rule is explained, for whoever has just met it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

from macros.records.document import Document
from macros.records.library import CONTENT, INDEX

# The written page that shows the rules is the one that calls this macro, whatever the network has called it.
_MACRO = "rule_list()"


def rules_address(root: Path, documents: Iterable[Document]) -> str:
    """The address of the page of rules, to which "#" and the id of a rule are added; nothing if there is none."""
    page = next((one.path for one in documents if one.kind == "page" and _MACRO in one.body), "")
    site = site_address(root) if page else ""
    folder = page.removeprefix(f"{CONTENT}/").removesuffix(INDEX).removesuffix(".md").rstrip("/")
    return f"{site.rstrip('/')}/{folder}/" if site else ""


def site_address(root: Path) -> str:
    """What mkdocs.yml says the site's address is; its other settings may hold what only the site builder understands."""
    try:
        tree = yaml.compose((root / "mkdocs.yml").read_bytes(), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError):
        return ""
    settings = tree.value if isinstance(tree, yaml.MappingNode) else []
    return next((str(value.value) for key, value in settings if key.value == "site_url" and value.value), "")
