"""The editor in the browser: its page and configuration."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import yaml

from macros.kinds import PROPOSED, Record
from macros.library.library import CONTENT
from macros.outputs.file import File, SiteInfo
from macros.pages.rendering import Renderer
from macros.propose.editor_widgets import record_widgets
from macros.schema.network import Network
from macros.schema.types import ID_PATTERN, RESERVED

FOLDER = "admin"
# Built by scripts/build_editor.mjs; the site builder copies it from the theme.
SCRIPT = f"{FOLDER}/editor.js"

# GitHub's address for editing a file.
_EDIT_ADDRESS = re.compile(r"https://github\.com/(?P<repository>[^/]+/[^/]+)/edit/(?P<branch>[^/]+)/")
_FREE_NAME = f"^(?!(?:{RESERVED.pattern})$){ID_PATTERN.removeprefix('^')}"
_FILE_NAME = (
    "A file name has lower-case letters, numbers and single hyphens, such as shared-lunch. A few short names, such as index, are "
    "taken: add a word."
)


@dataclass(frozen=True)
class EditorBackend:
    """A site's repository and branch on GitHub, and the server that signs people in, if any.

    `site_domain` is what that server knows the site as, if not as its own domain. See docs/sign-in.md.
    """

    name: str
    branch: str
    sign_in: str = ""
    site_domain: str = ""


def editor_backend(edit_uri: str | None, settings: Mapping[str, Any]) -> EditorBackend | None:
    """The repository from `edit_uri` and `extra: editor:` in mkdocs.yml; None if it is not on GitHub."""
    match = _EDIT_ADDRESS.match(edit_uri or "")
    given = [settings.get(name) or "" for name in ("base_url", "site_domain")]
    return EditorBackend(match["repository"], match["branch"], *given) if match else None


def editor(network: Network, site: SiteInfo, backend: EditorBackend, renderer: Renderer) -> Iterator[File]:
    """The page of the editor and its configuration."""
    own_words = json.dumps(sorted(network.role_words), ensure_ascii=False)
    page = renderer.render(
        "editor.html.j2",
        f"{FOLDER}/",
        place=site,
        own_words=own_words,
        established=network.established,
        served=network.served.one,
        needs_token=not backend.sign_in,
    )
    yield File(f"{FOLDER}/index.html", page.encode("utf-8"))
    settings = configuration(network, site, backend)
    text = yaml.dump(settings, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
    yield File(f"{FOLDER}/config.yml", text.encode("utf-8"))


def configuration(network: Network, site: SiteInfo, backend: EditorBackend) -> dict[str, Any]:
    """The editor's configuration."""
    return {
        "backend": _backend_settings(backend),
        "publish_mode": "editorial_workflow",
        "app_title": site.name,
        "site_url": site.top,
        "logo": {"src": f"{urlsplit(site.top).path}assets/mark.svg"},
        "show_preview_links": False,
        "editor": {"preview": False},
        # Only git users can add pictures: records have them only in their text.
        "media_folder": CONTENT,
        "media_libraries": {"default": False, "stock_assets": {"providers": []}},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 60},
        # As close as possible to the style of `--fix`: no blank fields, quotation marks only where needed.
        "output": {
            "omit_empty_optional_fields": True,
            "yaml": {"indent_size": 2, "indent_sequences": True, "quote": "none"},
        },
        "collections": [_collection(model, network) for model in PROPOSED.values()],
    }


def _backend_settings(backend: EditorBackend) -> dict[str, Any]:
    where = {"name": "github", "repo": backend.name, "branch": backend.branch}
    # Without a sign-in server people need a token, and the default button would lead to someone else's server.
    server = {"base_url": backend.sign_in, **({"site_domain": backend.site_domain} if backend.site_domain else {})}
    sign_in = server if backend.sign_in else {"auth_methods": ["token"]}
    # People without write access get a fork and a pull request from it.
    return {**where, "open_authoring": True, "auth_scope": "public_repo", **sign_in}


def _collection(model: type[Record], network: Network) -> dict[str, Any]:
    return {
        "name": model.FOLDER,
        "label": model.NAME.labels,
        "label_singular": model.NAME.label,
        "description": model.__doc__,
        "folder": f"{CONTENT}/{model.FOLDER}",
        "extension": "md",
        "format": "yaml-frontmatter",
        # The list page is in the same folder, and has no such field.
        "filter": {"field": "added", "pattern": "^[0-9]"},
        "create": True,
        # Other records may refer to this one: deletion is for people who can see what breaks.
        "delete": False,
        "identifier_field": "title",
        "slug": {"template": "{{title}}", "editable": ["create"], "pattern": [_FREE_NAME, _FILE_NAME]},
        "summary": "{{title}}",
        "sortable_fields": {"fields": ["title", "added"], "default": {"field": "added", "direction": "descending"}},
        "fields": record_widgets(model, network),
    }
