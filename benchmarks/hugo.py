"""Yardstick (d): the same texts as a site of Hugo with a bare theme: `python benchmarks/hugo.py STOCK FOLDER`.

Its theme has a title, a menu of the sections, and lists: none of what Material or ours shows, and no search.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

_SETTINGS = """\
baseURL = "https://example.invalid/"
title = "Yardstick"
disableKinds = ["taxonomy", "term", "RSS"]
"""
_FRAME = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>
<nav>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav>
<main>
<h1>{{ .Title }}</h1>
{{ .Content }}
{{ block "main" . }}{{ end }}
</main>
</body>
</html>
"""
_LIST = """\
{{ define "main" }}<ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}
"""


def write_hugo(stock: Path, folder: Path) -> None:
    """Write the texts of the stock site in `stock` into `folder`: the title of each is in front matter."""
    layouts = folder / "layouts/_default"
    layouts.mkdir(parents=True)
    (folder / "config.toml").write_text(_SETTINGS, encoding="utf-8")
    (layouts / "baseof.html").write_text(_FRAME, encoding="utf-8")
    (layouts / "list.html").write_text(_LIST, encoding="utf-8")
    (layouts / "single.html").write_text('{{ define "main" }}{{ end }}\n', encoding="utf-8")
    for path in sorted((stock / "content").rglob("*.md")):
        title, _, body = path.read_text(encoding="utf-8").removeprefix("# ").partition("\n")
        name = "_index.md" if path.name == "index.md" else path.name
        target = (folder / path.relative_to(stock)).with_name(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"---\ntitle: {json.dumps(title)}\n---\n{body}", encoding="utf-8")


if __name__ == "__main__":
    write_hugo(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))
