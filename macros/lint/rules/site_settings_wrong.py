"""The settings in mkdocs.yml can be read, and the menu has every written page and nothing else.

Why: One wrong line stops the whole site, even if all the records are right. A page that is not in a menu is hard to
find.
"""

from collections.abc import Iterator, Mapping, Sequence
from os.path import exists
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from macros.kinds import KINDS
from macros.library.library import CONTENT, NETWORK_FILE, Library
from macros.lint.diagnostics import Diagnostic, Diagnostics, RuleTopic, did_you_mean
from macros.lint.site_settings import (
    Settings,
    given_twice,
    licence_not_described,
    missing,
    named_settings,
    unknown,
    wrong_values,
)
from macros.source.diagnostic import Span
from macros.source.settings import SETTINGS_FILE, SettingsUnreadable, inherited_settings
from macros.source.strict_yaml import span_of

TOPIC = RuleTopic.FILES

_THEME = "material"
# Whatever pages call is from this one.
_MACROS = "macros"
_HOOKS = "macros/builder/hooks.py"
_PAGE = ".md"
_FIT_FOR_LINKS = ("https://", "http://", "/")


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
    if not settings:
        yield _wrong(Span(), f"{SETTINGS_FILE} is empty. Put it back as it was.")
    own = named_settings(node)
    for found in (
        unknown(own),
        given_twice(node),
        missing(own, settings),
        wrong_values(own, library.root),
        licence_not_described(own, settings),
    ):
        yield from (_wrong(*one) for one in found)
    yield from _places(library.root, own)
    yield from _excluded(own, library)
    if "nav" in own and isinstance(own["nav"][1], SequenceNode):
        entries = [*_entries(own["nav"][1])]
        yield from _menu(entries, library)
        yield from _left_out(
            {value.value for _, value in entries if isinstance(value, ScalarNode)},
            settings,
            span_of(own["nav"][0]),
            library,
        )


def _wrong(span: Span, message: str) -> Diagnostic:
    return Diagnostic(SETTINGS_FILE, span, message)


def _places(root: Path, own: Settings) -> Diagnostics:
    """Look for the folders and programs that the settings name."""
    _, name = own.get("theme.name", (None, None))
    if isinstance(name, ScalarNode) and name.value != _THEME:
        yield _wrong(span_of(name), f'The pages are made for the theme "{_THEME}". Write "name: {_THEME}".')
    _, folder = own.get("theme.custom_dir", (None, None))
    hooks = [one for one in _list(own.get("hooks")) if isinstance(one, ScalarNode)]
    absent = [one for one in (folder, *hooks) if isinstance(one, ScalarNode) and not exists(root / one.value)]
    if hooks and not absent and not any(one.value.endswith(_HOOKS) for one in hooks):
        yield _wrong(span_of(hooks[-1]), f'The pages need "{_HOOKS}" in this list. Put its line back as it was.')
    if isinstance(folder, ScalarNode) and (root / folder.value).is_dir():
        yield from _styles(root / folder.value, root, own)
    # A folder without any of it is only there to be checked.
    for place in absent if len(absent) <= len(hooks) else ():
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


def _styles(theme: Path, root: Path, own: Settings) -> Diagnostics:
    for style in _list(own.get("extra_css")):
        if not isinstance(style, ScalarNode):
            continue
        # What is not a file is joined from the parts in a folder of that name.
        places = theme / style.value, root / CONTENT / style.value, theme / "styles" / Path(style.value).stem
        if not any(map(exists, places)):
            yield _wrong(span_of(style), f'There is no "{style.value}" here. Check its name, or take this line out.')


def _installed() -> set[str]:
    from importlib.metadata import entry_points

    return {one.name for one in entry_points(group="mkdocs.plugins")}


def _list(setting: tuple[Node, Node] | None) -> list[Node]:
    return setting[1].value if setting is not None and isinstance(setting[1], SequenceNode) else []


def _name_of(plugin: Node) -> Node | None:
    """The name of a plugin, with or without options below it."""
    if isinstance(plugin, MappingNode):
        return next((key for key, _ in plugin.value), None)
    return plugin if isinstance(plugin, ScalarNode) else None


def _entries(menu: Node) -> Iterator[tuple[Node | None, Node]]:
    """The lines of the menu, each with its name, None if it has none, and the page or the lines that it leads to."""
    for entry in menu.value:
        is_named = isinstance(entry, MappingNode) and len(entry.value) == 1
        for name, value in entry.value if is_named else [(None, entry)]:
            yield name, value
            if isinstance(value, SequenceNode):
                yield from _entries(value)


def _menu(entries: list[tuple[Node | None, Node]], library: Library) -> Diagnostics:
    pages = [path.removeprefix(f"{CONTENT}/") for path in library.documents if path.endswith(_PAGE)]
    for name, value in entries:
        if name is not None and not name.value:
            yield _wrong(span_of(name), "This line of the menu has no name. Write one between the quotation marks.")
        elif name is not None and not name.tag.endswith(":str"):
            yield _wrong(span_of(name), 'Programs do not treat this name as text. Put quotation marks (") around it.')
        elif isinstance(value, MappingNode) or (name is None and isinstance(value, SequenceNode)):
            yield _wrong(
                span_of(value), 'Write each line of the menu with one hyphen of its own, such as "- Its name: page.md".'
            )
        elif not value.value:
            yield _wrong(
                span_of(value),
                "This line of the menu does not go anywhere. Write the file of a page after the colon and a space.",
            )
        elif isinstance(value, ScalarNode):
            yield from _target(value, pages, library)


def _target(value: ScalarNode, pages: list[str], library: Library) -> Diagnostics:
    target = value.value
    if "://" in target or target.startswith("/"):
        if not target.startswith(_FIT_FOR_LINKS):
            yield _wrong(span_of(value), "A link in the menu must start with https:// or go to a page of this site.")
    elif f"{CONTENT}/{target}" not in library.files:
        meant = target.removeprefix(f"{CONTENT}/")
        hint = f' Write "{meant}".' if meant in pages and meant != target else did_you_mean(target, pages)
        remedy = hint or f" Take the line out, or add the page to the folder {CONTENT}."
        yield _wrong(span_of(value), f'There is no page "{target}" in the folder {CONTENT}.{remedy}')
    elif not target.endswith(_PAGE):
        message = f'"{target}" is not a page. Write the name of a file that ends with {_PAGE}, or take the line out.'
        yield _wrong(span_of(value), message)


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


def _excluded(own: Settings, library: Library) -> Diagnostics:
    """Look for a record or a page that is left out of the site, which every other page counts on."""
    _, patterns = own.get("exclude_docs", (None, None))
    if not isinstance(patterns, ScalarNode) or patterns.value.split() == [NETWORK_FILE.removeprefix(f"{CONTENT}/")]:
        return
    pages = [path.removeprefix(f"{CONTENT}/") for path in library.documents if path.endswith(".md")]
    kept = set(_unmatched(pages, patterns.value.splitlines()))
    lost = next((page for page in pages if page not in kept), None)
    if lost is not None:
        message = f'This leaves out "{lost}", which other pages need. Take the line out, or delete the file.'
        yield _wrong(span_of(own["exclude_docs"][0]), message)


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
                f'This page is not in any menu. List it in {SETTINGS_FILE} under "nav:", such as "- Its name: {page}".'
            )
            yield Diagnostic(path, Span(), message)
    for folder in sorted(folders):
        message = f'Records are found from their lists. Write "/{folder}/*" on a line of its own below "not_in_nav: |", after two spaces.'
        yield _wrong(nav, message)
