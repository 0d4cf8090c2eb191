"""Checks one built page and collects its anchors, links and resources."""

from typing import Any

from lxml import etree

from macros.site_check.addresses import is_elsewhere
from macros.site_check.code import style_addresses
from macros.site_check.policy import EMAIL, POLICY, allows_form, allows_script, policy_mistakes

# Attributes that make a browser fetch something, on any element.
_FETCHED = {"src", "poster", "data", "background"}
_LISTS = {"srcset", "imagesrcset"}
_ADDRESS = {"href", "xlink:href"}
_REFUSED = {"style", "ping", "formaction", "srcdoc"}
_READ = {"id"} | _FETCHED | _LISTS | _ADDRESS | _REFUSED
_NEVER = {"base", "iframe", "frame", "object", "embed", "applet", "portal", "style"}
# Browsers fetch the `href` of elements in drawings, and of links in the head except these.
_NOT_FETCHED = {"canonical", "alternate", "author", "help", "license", "search", "prev", "next", "me", "tag"}
# Data blocks, which do not run and need no permission.
_DATA = {"application/json", "application/ld+json"}
# Pictures that other sites fetch for link previews.
_PICTURES = {"og:image", "twitter:image"}

_parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


class BuiltPage:
    """A page, with the mistakes that show without knowing other pages."""

    def __init__(self, path: str, content: bytes) -> None:
        self.path = path
        self.anchors: set[str] = set()
        self.links: dict[str, None] = {}
        self.resources: dict[str, None] = {}
        self.pictures: dict[str, None] = {}
        self.mistakes: list[str] = []
        self._policy = ""
        self._fetches_already = False
        for element in etree.fromstring(content, _parser).iter():
            for name, value in element.items():
                if name in _READ or name.startswith("on"):
                    self._read_attribute(element, name, value)
            if read := _ELEMENTS.get(element.tag):
                read(self, element)
        if not self._policy:
            self.mistakes.append("it has no content security policy")

    def _read_attribute(self, element: Any, name: str, value: str) -> None:
        if name == "id":
            if value in self.anchors:
                self.mistakes.append(f'two places are called "#{value}"')
            self.anchors.add(value)
        elif name in _ADDRESS:
            self._read_href(element, value)
        elif name in _FETCHED:
            self.resources[value] = None
        elif name in _LISTS:
            # A list of addresses, each with a width.
            self.resources.update((part.split()[0], None) for part in value.split(",") if part.strip())
        else:
            if name != "style" or self.path != EMAIL:
                self.mistakes.append(f'there may be no "{name}" attribute on a page')
            if name == "style":
                self.resources.update(dict.fromkeys(style_addresses(value)))

    def _read_href(self, element: Any, address: str) -> None:
        tag = element.tag
        if tag in ("a", "area") or (tag == "link" and set((element.get("rel") or "").lower().split()) <= _NOT_FETCHED):
            self.links[address] = None
        else:
            self.resources[address] = None
            if tag == "link":
                self._fetches_already = True

    def _read_meta(self, element: Any) -> None:
        means, content = (element.get("http-equiv") or "").lower(), element.get("content") or ""
        if means == POLICY:
            if self._policy or element.getparent().tag != "head":
                self.mistakes.append("a page has one content security policy, in its head")
            if self._fetches_already:
                self.mistakes.append("its content security policy stands below what it should hold for")
            self._policy = content
            self.mistakes += policy_mistakes(content, self.path)
        elif means == "refresh":
            target = content.partition("url=")[2]
            if not target or is_elsewhere(target):
                self.mistakes.append("there may be no refresh that leads elsewhere on a page")
            else:
                self.links[target] = None
        else:
            name = element.get("property") or element.get("name")
            if name in _PICTURES:
                self.pictures[content] = None
            if name == "og:url" or name in _PICTURES:
                self.links[content] = None

    def _read_script(self, element: Any) -> None:
        if element.get("src"):
            self._fetches_already = True
            return
        is_data = (element.get("type") or "").lower() in _DATA
        if not is_data and not allows_script(self._policy, element.text or ""):
            self.mistakes.append("a script on the page has no hash in its content security policy, so it does not run")

    def _read_form(self, element: Any) -> None:
        action = element.get("action") or ""
        is_sent = (element.get("method") or "get").lower() not in ("get", "dialog")
        if is_sent or (is_elsewhere(action) and not allows_form(self._policy, action)):
            self.mistakes.append("there may be no form that sends something on a page")
        elif action:
            self.links[action] = None

    def _refuse(self, element: Any) -> None:
        self.mistakes.append(f"there may be no <{element.tag}> on a page")
        if element.tag == "style":
            self.resources.update(dict.fromkeys(style_addresses(element.text or "")))


_ELEMENTS = {
    "meta": BuiltPage._read_meta,
    "script": BuiltPage._read_script,
    "form": BuiltPage._read_form,
    **dict.fromkeys(_NEVER, BuiltPage._refuse),
}
