"""Yardstick (a): python-frontmatter with PyYAML's C loader parses every file below a folder, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import frontmatter
import yaml


class CYamlHandler(frontmatter.YAMLHandler):
    """python-frontmatter's own handler with the C loader."""

    def load(self, fm: str, **kwargs: object) -> Any:
        """The values of the front matter `fm`."""
        return super().load(fm, Loader=yaml.CSafeLoader)


def parse_all(content: Path) -> int:
    """Parse every Markdown file below `content`. Returns their number."""
    handler = CYamlHandler()
    return sum(1 for path in sorted(content.rglob("*.md")) if frontmatter.load(str(path), handler=handler).metadata)


if __name__ == "__main__":
    print(parse_all(Path(sys.argv[1])))
