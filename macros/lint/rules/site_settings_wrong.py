"""The settings in mkdocs.yml can be read, and the menu leads to every written page and to nothing else.

Why: One wrong line stops the whole site, whatever is right in all the records. A page that no menu leads to is found by nobody.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from macros.kinds import KINDS
from macros.library.library import CONTENT, Library
from macros.lint.diagnostics import Diagnostic, Diagnostics, RuleTopic, did_you_mean
from macros.source.diagnostic import Span
from macros.source.settings import SETTINGS_FILE, SettingsUnreadable, inherited_settings
from macros.source.strict_yaml import span_of

TOPIC = RuleTopic.FILES

_TEXTS = frozenset(
    "INHERIT copyright dev_addr docs_dir draft_docs edit_uri edit_uri_template exclude_docs not_in_nav remote_branch remote_name "
    "repo_name repo_url site_author site_description site_dir site_name site_url strict use_directory_urls".split()
)
_LISTS = frozenset("extra_css extra_javascript extra_templates nav watch".split())
_NAMES = _TEXTS | _LISTS | frozenset("extra hooks markdown_extensions mdx_configs plugins theme validation".split())
_NEEDED = {
    "site_name": 'the name of the network, such as "site_name: The Anytown Network"',
    "site_url": 'the address of the site, such as "site_url: https://www.example.org/"',
}
_THEME = "material"
# Whatever pages call is from this one.
_MACROS = "macros"


def check_library(library: Library) -> Diagnostics:
    """Look at everything in mkdocs.yml that stops the build, as far as whoever runs a network changes it."""
    path = library.root / SETTINGS_FILE
    if not path.is_file():
        return
    try:
        settings = inherited_settings(path)
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except SettingsUnreadable as unreadable:
        yield _wrong(Span(unreadable.line), str(unreadable))
        return
    own = {key.value: (key, value) for key, value in node.value} if isinstance(node, MappingNode) else {}
    for name, (key, value) in own.items():
        yield from _named(name, key, value)
    for name, what in _NEEDED.items():
        # Without a theme, the file is of a folder that is only checked.
        if not settings.get(name) and (name in own or own.get("theme")):
            yield _wrong(span_of(own[name][0]) if name in own else Span(), f"The site needs {what}. Add that line.")
    yield from _places(library.root, own)
    if "nav" in own and isinstance(own["nav"][1], SequenceNode):
        entries = [*_entries(own["nav"][1])]
        yield from _menu(entries, library)
        yield from _left_out({entry.value for entry in entries}, settings, span_of(own["nav"][0]), library)


def _wrong(span: Span, message: str) -> Diagnostic:
    return Diagnostic(SETTINGS_FILE, span, message)


def _named(name: str, key: Node, value: Node) -> Diagnostics:
    """Look at the name of a setting, and whether it is a list or not."""
    if name not in _NAMES:
        remedy = (
            did_you_mean(name, _NAMES) or ' Take it out. A setting of your own goes below "extra:", after two spaces.'
        )
        yield _wrong(span_of(key), f'There is no setting "{name}".{remedy}')
    elif name in _TEXTS and not isinstance(value, ScalarNode):
        yield _wrong(
            span_of(key), f'The setting "{name}" takes one value. Write it on this line, after the colon and a space.'
        )
    elif name in _LISTS and not isinstance(value, SequenceNode) and value.value not in ("", "null", "~"):
        yield _wrong(
            span_of(key),
            f'The setting "{name}" takes a list. Write each entry on a line of its own below it, after two spaces, a hyphen and a space.',
        )


def _places(root: Path, own: Mapping[str, tuple[Node, Node]]) -> Diagnostics:
    """Look for the folders and programs that the settings name."""
    theme = _fields(own.get("theme"))
    if (name := theme.get("name")) is not None and name.value != _THEME:
        yield _wrong(span_of(name), f'The pages are made for the theme "{_THEME}". Write "name: {_THEME}".')
    folder, hooks = theme.get("custom_dir"), [one for one in _list(own.get("hooks")) if isinstance(one, ScalarNode)]
    missing = [one for one in (folder, *hooks) if one is not None and not (root / one.value).exists()]
    # A folder without any of it is only there to be checked.
    for place in missing if len(missing) <= len(hooks) else ():
        message = f'There is no "{place.value}" here. Put this line back as it was, or check where that is.'
        yield _wrong(span_of(place), message)
    plugins = {name.value: name for name in map(_name_of, _list(own.get("plugins"))) if name is not None}
    installed = _installed() if plugins.keys() - {_MACROS} else {_MACROS}
    for plugin, node in plugins.items():
        if plugin not in installed:
            remedy = did_you_mean(plugin, installed) or " Take it out, with the lines that belong to it."
            yield _wrong(span_of(node), f'There is no plugin "{plugin}" here.{remedy}')
    if plugins and _MACROS not in plugins:
        yield _wrong(
            span_of(own["plugins"][0]), f'The pages need the plugin "{_MACROS}". Put its lines back as they were.'
        )


def _installed() -> set[str]:
    from importlib.metadata import entry_points

    return {one.name for one in entry_points(group="mkdocs.plugins")}


def _fields(setting: tuple[Node, Node] | None) -> dict[str, Node]:
    if setting is None or not isinstance(setting[1], MappingNode):
        return {}
    return {key.value: value for key, value in setting[1].value if isinstance(value, ScalarNode)}


def _list(setting: tuple[Node, Node] | None) -> list[Node]:
    return setting[1].value if setting is not None and isinstance(setting[1], SequenceNode) else []


def _name_of(plugin: Node) -> Node | None:
    """The name of a plugin, with or without options below it."""
    if isinstance(plugin, MappingNode):
        return next((key for key, _ in plugin.value), None)
    return plugin if isinstance(plugin, ScalarNode) else None


def _entries(menu: Node) -> Iterator[ScalarNode]:
    """Where each line of the menu leads."""
    for entry in menu.value if isinstance(menu, SequenceNode) else ():
        for value in [inner for _, inner in entry.value] if isinstance(entry, MappingNode) else [entry]:
            if isinstance(value, ScalarNode):
                yield value
            else:
                yield from _entries(value)


def _menu(entries: list[ScalarNode], library: Library) -> Diagnostics:
    pages = [path.removeprefix(f"{CONTENT}/") for path in library.documents if path.endswith(".md")]
    for entry in entries:
        target = entry.value
        if not target:
            yield _wrong(
                span_of(entry),
                "This line of the menu leads nowhere. Write the file of a page after the colon and a space.",
            )
        elif "://" not in target and not target.startswith("/") and f"{CONTENT}/{target}" not in library.files:
            meant = target.removeprefix(f"{CONTENT}/")
            hint = f' Write "{meant}".' if meant in pages and meant != target else did_you_mean(target, pages)
            remedy = hint or f" Take the line out, or add the page to the folder {CONTENT}."
            yield _wrong(span_of(entry), f'There is no page "{target}" in the folder {CONTENT}.{remedy}')


def _unmatched(pages: Sequence[str], patterns: Sequence[str]) -> Sequence[str]:
    """The pages that no pattern of a .gitignore matches."""
    if not any(pattern.startswith("!") for pattern in patterns):
        # Records are named by their folders and few pages otherwise: the rest takes as long as reading many records.
        named = {pattern.removeprefix("/") for pattern in patterns if pattern.startswith("/")}
        pages = [page for page in pages if page not in named and f"{page.rpartition('/')[0]}/*" not in named]
    if not pages:
        return ()
    from pathspec.gitignore import GitIgnoreSpec

    known = GitIgnoreSpec.from_lines(patterns)
    return [page for page in pages if not known.match_file(page)]


def _left_out(listed: set[str], settings: Mapping[str, Any], nav: Span, library: Library) -> Diagnostics:
    """Look for pages that are neither in the menu nor among those that need not be."""
    validation = settings.get("validation")
    of_nav = validation.get("nav") if isinstance(validation, dict) else None
    if not isinstance(of_nav, dict) or of_nav.get("omitted_files") != "warn":
        return
    patterns = "\n".join(str(settings.get(name) or "") for name in ("not_in_nav", "exclude_docs")).splitlines()
    pages = {path.removeprefix(f"{CONTENT}/"): path for path in library.documents if path.endswith(".md")}
    folders = set()
    for page in _unmatched([page for page in pages if page not in listed], patterns):
        path, document = pages[page], library.documents[pages[page]]
        if document.kind in KINDS:
            folders.add(KINDS[document.kind].FOLDER)
        else:
            message = (
                f'No menu leads to this page. List it in {SETTINGS_FILE} under "nav:", such as "- Its name: {page}".'
            )
            yield Diagnostic(path, Span(), message)
    for folder in sorted(folders):
        message = f'Records are found from their lists. Write "/{folder}/*" on a line of its own below "not_in_nav: |", after two spaces.'
        yield _wrong(nav, message)
