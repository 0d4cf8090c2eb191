"""The HTML of a text: what the engine makes of it, with the addresses, names and words that a page needs."""

import re
from collections.abc import Callable, Iterable
from html import escape, unescape

from markupsafe import Markup

from macros.source.body import Body, anchors
from macros.source.gfm import engine_html

# The engine escapes whatever people write, so that these can only be its own.
_HEADING = re.compile(r"<h([1-6])>")
_TARGET = re.compile(r'(<a href=|<img src=)"([^"]*)"')
# The box of an entry with paragraphs stands before the first of them.
_TASK = re.compile(r'<input type="checkbox" class="task-list-item-checkbox" (checked="" )?disabled="" /> (\n<p>)?')
_NOTE = re.compile(r'<li id="fn-')
_NOTE_MARK = re.compile(r'<a href="#fn-([^"]*)" id="fnref-([^"]*)" data-footnote-ref>(\d+)')
_WAY_BACK = re.compile(r'<a href="#fnref-([^"]*)" class="footnote-backref" [^>]*aria-label="([^"]*)">')
_ALIGNED = re.compile(r'(<t[hd]) align="(left|center|right)"')
_ALERT_TITLE = '<p class="markdown-alert-title">'
_NAMED_HEADING = re.compile(r'<h([1-6]) id="([^"]*)">(.*?)(?=</h\1>)', re.DOTALL)


def text_html(text: str, parts: Body, leads_to: Callable[[str], str], ours: str = "", names: Iterable[str] = ()) -> str:
    """The HTML of a text with these parts.

    `leads_to` gives the address for the target of a link or image as it is written. `ours` are attributes for elements
    whose words are in English, whatever language the text is in. `names` are those of other parts of the page.
    """
    found = iter(anchors(parts, names))
    html = engine_html(text).rstrip("\n")
    html = _HEADING.sub(lambda match: f'<h{match[1]} id="{next(found)}">', html)
    html = _TARGET.sub(lambda match: f'{match[1]}"{escape(leads_to(unescape(match[2])))}"', html)
    html = _TASK.sub(lambda match: f"{match[2] or ''}{_box(bool(match[1]), ours)} ", html)
    html = _ALIGNED.sub(r'\1 class="kb-\2"', html)
    html = html.replace(_ALERT_TITLE, _ALERT_TITLE.replace(">", f"{ours}>"))
    return _with_named_notes(html, ours) if "footnote" in html else html


def with_heading_links(html: str, title: str) -> Markup:
    """The HTML of a text with a link beside each heading, which leads to it."""

    def linked(match: re.Match[str]) -> str:
        return f'{match[0]}<a class="headerlink" href="#{match[2]}" title="{escape(title)}">¶</a>'

    return Markup(_NAMED_HEADING.sub(linked, html))


def _box(is_done: bool, ours: str) -> str:
    """A box before a task. It cannot be ticked, so it is words, which the styles show as a box."""
    done, words = (" kb-task--done", "Done:") if is_done else ("", "To do:")
    return f'<span class="kb-task{done}"><span class="kb-hidden"{ours}>{words}</span></span>'


def _with_named_notes(html: str, ours: str) -> str:
    """Footnotes with links that say what they are. The address of no heading starts with a capital letter."""
    html = html.replace('<section class="footnotes" data-footnotes>', '<section class="footnotes">')
    html = _NOTE.sub('<li id="Note-', html)
    html = _NOTE_MARK.sub(rf'<a href="#Note-\1" id="Mark-\2" aria-label="Note \3"{ours}>\3', html)
    return _WAY_BACK.sub(rf'<a href="#Mark-\1" class="footnote-backref" aria-label="\2"{ours}>', html)
