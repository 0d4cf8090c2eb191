"""Yardstick (b): the same texts as a site without our code: `python benchmarks/stock.py CORPUS FOLDER`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import yaml

# Inherit everything else from the corpus, for the same navigation and Markdown.
_SETTINGS = """\
INHERIT: {mkdocs}
theme:
  name: material
  custom_dir: overrides
  font: false
  features: [navigation.tabs, navigation.path, navigation.indexes, navigation.footer, toc.follow]
plugins: [search]
hooks: []
extra_css: []
extra_javascript: []
watch: []
"""
_MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def write_stock(corpus: Path, folder: Path) -> None:
    """Write the texts of `corpus` into `folder`: each record under its title, and the pages without macros."""
    (folder / "overrides").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_SETTINGS.format(mkdocs=corpus / "mkdocs.yml"), encoding="utf-8")
    for path in sorted((corpus / "content").rglob("*.md")):
        target = folder / path.relative_to(corpus)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_plain(path.read_text(encoding="utf-8")), encoding="utf-8")


def _plain(text: str) -> str:
    _, front_matter, body = text.split("---\n", 2)
    values = yaml.load(front_matter, Loader=yaml.CSafeLoader)
    is_record = "added" in values
    return f"# {values['title']}\n{body if is_record else _MACRO.sub('', body)}"


if __name__ == "__main__":
    write_stock(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))
