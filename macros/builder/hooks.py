"""What MkDocs itself calls: it is shown the text of a file only, never its front matter, and we keep what it makes of it.

MkDocs would read front matter by rules of its own, publish what it cannot read, and take orders from it.
"""

import os
import re
from typing import Any

# The folder of the theme that has styles in parts.
_STYLES = "styles"
# A comment that has its lines to itself, and the line end after it.
_COMMENT = re.compile(r"^[ \t]*(?:/\*\*(?:(?!\*/).)*\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)


def on_config(config: Any) -> Any:
    """Have the styles that are kept in parts joined: one file for each folder of theme/styles/, which says what goes into it."""
    theme = config["theme"]
    with os.scandir(os.path.join(theme.custom_dir, _STYLES)) as found:
        theme.static_templates |= {f"assets/{one.name}.css" for one in found if one.is_dir()}
    return config


def on_files(files: Any, config: Any) -> Any:
    """Leave out what the theme has that ours stands in front of, styles to be joined, an editor without use, comments in scripts."""
    from macros.builder.build import site_of
    from macros.propose.editor import FOLDER, kept_on_github

    # What is wrong with the records is said before anything is written.
    site_of(config)
    theme = os.path.normpath(config["theme"].custom_dir)
    has_editor = kept_on_github(config["edit_uri"], config["extra"].get("editor") or {})
    ours, not_wanted = (config["docs_dir"], theme), (_STYLES,) if has_editor else (_STYLES, FOLDER)
    left_out = tuple(os.path.join(theme, folder, "") for folder in not_wanted)
    for file in list(files):
        path = str(file.abs_src_path)
        if not path.startswith(ours) or path.startswith(left_out):
            files.remove(file)
        elif file.src_uri.startswith("assets/") and path.endswith(".js"):
            file.content_string = without_comments(file.content_string)
    return files


def without_comments(script: str) -> str:
    """The script as readers fetch it: our notes and types are for those who change it, and would be a tenth of its weight."""
    return _COMMENT.sub("", script)


def on_page_read_source(page: Any, config: Any) -> str | None:
    """The text of a record or a written page without its front matter; None for a page that is not ours."""
    from macros.builder.build import site_of

    body = site_of(config).body_at(page.file.src_uri)
    # The blank line keeps MkDocs from taking a first line such as "Note: bring a cup" for front matter of another
    # style.
    return None if body is None else "\n" + body


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Keep the HTML of a text, for what is made of all of them, have it searched, and return what its page shows."""
    from macros.builder.build import site_of

    site, path = site_of(config), page.file.src_uri
    site.texts[path] = html
    site.search.add(path, site.record_at(path), html)
    return site.shown_text(html)


def on_env(env: Any, config: Any, files: Any) -> None:
    """Have the search index made, while the pages are written, and give the theme what is the same on all of them."""
    from dataclasses import asdict

    from macros.builder.build import site_of
    from macros.pages.rendering import address

    site = site_of(config)
    site.search.complete()
    env.globals["banner"] = site.banner
    env.globals["licence_line"] = site.licence.line
    env.globals["addresses"] = {name: address(path) for name, path in asdict(site.public.main_pages).items() if path}


def on_serve(server: Any, config: Any, builder: Any) -> None:
    """Let the script run that MkDocs writes into each page it serves, so that the page is refreshed when a file changes.

    The policy of a page lets no such script run. It is changed only on the way to this computer's own browser.
    """
    inject = server._inject_js_into_html

    def let_in(content: bytes, epoch: int) -> bytes:
        injected: bytes = inject(content.replace(b"script-src ", b"script-src 'unsafe-inline' ", 1), epoch)
        return injected

    server._inject_js_into_html = let_in
