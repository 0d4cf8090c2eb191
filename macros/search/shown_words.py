"""The words that a reader sees on a page as it was built, without its frame."""

import re
from html import unescape

# The frame: all outside <main>, and in it what is there to act with rather than to read: menus, forms, buttons, downloads, and the
# link to edit the page. None of these stands in another of its name. To skip what has no tag at once takes half as long as to look at
# each letter.
_FRAME = re.compile(
    r"<(nav|form|button|script|style|svg|template)\b[^<]*(?:<(?!/\1>)[^<]*)*</\1>"
    r'|<section class="kb-downloads"[^<]*(?:<(?!/section>)[^<]*)*</section>'
    r'|<p class="kb-edit">[^<]*(?:<(?!/p>)[^<]*)*</p>|<!--.*?-->',
    re.DOTALL,
)
# These can be around part of a word. All other tags part words.
_IN_WORDS = re.compile(r"</?(?:a|abbr|b|code|del|em|i|ins|kbd|mark|s|small|span|strong|sub|sup|time|wbr)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def shown_words(html: str) -> str:
    """The text of a whole page."""
    main = html[html.find("<main") :].rpartition("</main>")[0]
    return unescape(_TAG.sub(" ", _IN_WORDS.sub("", _FRAME.sub(" ", main))))
