"""What each setting in mkdocs.yml must be, as far as whoever runs a network changes it.

MkDocs knows part of this, and says neither the line nor what to do.
"""

import re
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from itertools import product
from os.path import isfile
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from macros.lint.diagnostics import did_you_mean
from macros.source.diagnostic import Span
from macros.source.strict_yaml import span_of

# A setting by its name, with the names above it: "theme.language". Its key comes first, then its value.
Settings = Mapping[str, tuple[Node, Node]]
Found = Iterator[tuple[Span, str]]

_GROUPS = frozenset("theme extra extra.licence validation validation.nav validation.links".split())
_LISTS = frozenset("extra_css extra_javascript extra_templates hooks nav watch".split())
_LISTS_WITH_NAMES = frozenset({"extra_javascript", "nav"})
_TEXTS = frozenset(
    "INHERIT copyright docs_dir draft_docs edit_uri edit_uri_template exclude_docs extra.heading_link extra.licence.name "
    "extra.licence.url not_in_nav remote_branch remote_name repo_name repo_url site_author site_description site_dir site_name "
    "site_url theme.custom_dir theme.language theme.name".split()
)
_WHERE = ("", "nav.", "links.")
_WHAT_IS_LOOKED_FOR = "omitted_files not_found absolute_links unrecognized_links anchors".split()
_CHECKS = frozenset(f"validation.{where}{what}" for where, what in product(_WHERE, _WHAT_IS_LOOKED_FOR))

_ADDRESS = r"https?://[^\s/?#<>\"]+(?:/[^\s?#<>\"]*)?"
_SECURE_ADDRESS = r"https://[^\s<>\"]+"
# What browsers take for the start of HTML.
_WORDS = r"(?:(?!<[A-Za-z/!?]).)*"
_NO_HTML = 'just words, without HTML. Take out everything from "<" to ">"'
_MUST_BE = {
    "site_name": (_WORDS, _NO_HTML),
    "site_description": (_WORDS, _NO_HTML),
    # It is printed on every page as it is.
    "copyright": (_WORDS, _NO_HTML),
    "site_url": (_ADDRESS, "the whole address of the site, such as https://www.example.org/"),
    "repo_url": (_SECURE_ADDRESS, "a web address that starts with https://"),
    "edit_uri": (
        f"(?:{_SECURE_ADDRESS})?",
        'a web address that starts with https://, or "" if pages cannot be changed',
    ),
    "extra.licence.url": (_SECURE_ADDRESS, "a web address that starts with https://"),
    "docs_dir": (r"(?:\./)?content/?", '"content", the folder of the records and pages'),
    "use_directory_urls": ("(?i:true|yes|on)", '"true", or left out: every link is made for that'),
    "strict": ("(?i:true|yes|on|false|no|off)", '"true" or "false"'),
    **dict.fromkeys(_CHECKS, ("warn|info|ignore|relative_to_docs", '"warn", "info" or "ignore"')),
}
_ONE_VALUE = _TEXTS | _MUST_BE.keys() | {"dev_addr"}
NAMES = _LISTS | {path.partition(".")[0] for path in (*_ONE_VALUE, "markdown_extensions", "mdx_configs", "plugins")}
_MATCHES = {name: re.compile(pattern, re.DOTALL) for name, (pattern, _) in _MUST_BE.items()}
# What a file that a site is built from cannot be without, and the remedy.
_NEEDED = (
    ("site_name", 'Add the name of the network, such as "site_name: The Anytown Network"'),
    ("site_url", 'Add the address of the site, such as "site_url: https://www.example.org/"'),
    ("docs_dir", 'Add the line "docs_dir: content"'),
    ("theme", 'Add the line "theme:", and below it, after two spaces, "name: material" and "custom_dir: theme"'),
    ("theme.name", 'Add the line "name: material" below "theme:", after two spaces'),
    ("theme.custom_dir", 'Add the line "custom_dir: theme" below "theme:", after two spaces'),
    ("plugins", 'Put "plugins:" and the lines below it back as they were'),
    ("hooks", 'Add the line "hooks:", and below it, after two spaces, "- macros/builder/hooks.py"'),
)
_LANGUAGE = "theme.language"


def named_settings(node: Node | None) -> Settings:
    """The settings in a file, the last of those that are given twice."""
    return {path: (key, value) for path, key, value in _walk(node)}


def _walk(node: Node | None, above: str = "") -> Iterator[tuple[str, Node, Node]]:
    for key, value in node.value if isinstance(node, MappingNode) else ():
        path = f"{above}{key.value}"
        yield path, key, value
        if path in _GROUPS:
            yield from _walk(value, f"{path}.")


def given_twice(node: Node | None) -> Found:
    """The settings that are given more than once: only the last would count."""
    lines: dict[str, int] = {}
    for path, key, _ in _walk(node):
        span = span_of(key)
        if path in lines:
            yield span, f'The setting "{key.value}" is already in line {lines[path]}. Take one of the two out.'
        lines.setdefault(path, span.line)


def unknown(settings: Settings) -> Found:
    """The settings there are none of."""
    for path, (key, _) in settings.items():
        group, _, name = path.rpartition(".")
        if path not in NAMES and not group:
            own = ' Take it out. A setting of your own goes below "extra:", after two spaces.'
            yield span_of(key), f'There is no setting "{name}".{did_you_mean(name, NAMES) or own}'
        elif path.startswith("validation.") and path not in _CHECKS | _GROUPS:
            remedy = did_you_mean(name, _WHAT_IS_LOOKED_FOR) or " Take it out."
            yield span_of(key), f'There is no setting "{name}" below "validation".{remedy}'


def wrong_values(settings: Settings, root: Path) -> Found:
    """The values that a setting cannot have. `root` is the folder of the file."""
    for path, (key, value) in settings.items():
        # The site builder fills in a value with a tag, such as !ENV.
        if value.tag.startswith("!") or value.tag.endswith(":null"):
            continue
        name = path.rpartition(".")[2]
        if how := _how_to_write(path, value):
            yield span_of(key), f'The setting "{name}" takes {how}.'
        elif path in _TEXTS and not value.tag.endswith(":str"):
            yield (
                span_of(value),
                f'Programs do not treat the value of "{name}" as text. Put quotation marks (") around it.',
            )
        elif path in _MATCHES and not _MATCHES[path].fullmatch(value.value):
            yield span_of(value), f'"{name}" must be {_MUST_BE[path][1]}.'
        elif path == _LANGUAGE:
            yield from _without_words(value.value, span_of(value), settings, root)


def _how_to_write(path: str, value: Node) -> str:
    """How to write a setting that is a list, has settings of its own, or is neither, if it is written as another; or empty."""
    if path in _ONE_VALUE and not isinstance(value, ScalarNode):
        return "one value. Write it on this line, after the colon and a space"
    if (path in _LISTS and not _is_list(path, value)) or (path == "plugins" and isinstance(value, ScalarNode)):
        return "a list. Write each entry on a line of its own below it, after two spaces, a hyphen and a space"
    if path in _GROUPS and not isinstance(value, MappingNode):
        return "settings of its own. Write each on a line of its own below it, after two more spaces"
    return ""


def _is_list(path: str, value: Node) -> bool:
    may_have_names = path in _LISTS_WITH_NAMES
    return isinstance(value, SequenceNode) and (
        may_have_names or all(isinstance(one, ScalarNode) for one in value.value)
    )


def _without_words(language: str, span: Span, settings: Settings, root: Path) -> Found:
    material = find_spec("material")
    own = settings["theme.custom_dir"][1].value if "theme.custom_dir" in settings else "."
    folders = [
        root / str(own),
        *(Path(one, "templates") for one in (material and material.submodule_search_locations) or ()),
    ]
    words = f"partials/languages/{language}.html"
    if not any(isfile(folder / words) for folder in folders):
        message = (
            'There are no words for menus and buttons in this language. Choose another, such as "en" or "cy", or add them in '
            f"theme/{words}: the same words as in Material's own cy.html."
        )
        yield span, message


def missing(settings: Settings, inherited: Mapping[str, object]) -> Found:
    """What is not in the file nor in the one it inherits from, and without which no site can be built."""
    # A folder without any of these is only there to be checked.
    is_built = bool(inherited.keys() & {"theme", "hooks"})
    for path, remedy in _NEEDED:
        group, _, name = path.rpartition(".")
        within = inherited.get(group) if group else inherited
        if not isinstance(within, dict) or within.get(name) or _is_tagged(settings.get(path)):
            continue
        if is_built or path in settings:
            at = settings.get(path) or settings.get(group)
            yield span_of(at[0]) if at else Span(), f'The site cannot be built without "{name}". {remedy}.'


def _is_tagged(setting: tuple[Node, Node] | None) -> bool:
    return setting is not None and setting[1].tag.startswith("!")


def licence_not_described(settings: Settings, inherited: Mapping[str, object]) -> Found:
    """Look for the licence that the line at the foot of every page names."""
    at = settings.get("extra.licence") or settings.get("extra") or settings.get("copyright")
    if "{licence}" not in str(inherited.get("copyright")) or _is_tagged(at):
        return
    extra = inherited.get("extra") or {}
    licence = (extra.get("licence") or {}) if isinstance(extra, dict) else extra
    if isinstance(licence, dict) and not (licence.get("name") and licence.get("url")):
        message = (
            '"copyright" names a licence that "extra" does not describe. Write "licence:" below "extra:", after two spaces, and '
            'below that "name:" and "url:", after four, or take {licence} out of "copyright".'
        )
        yield span_of(at[0]) if at else Span(), message
