"""Text has no characters that hide: nothing invisible, nothing that turns the direction of reading.

Why: Whoever approves a change must see what readers will get. A hidden character can make a word look the same and be
another one, so that no search finds it, or show an address backwards.
"""

import re
import unicodedata

from macros.lint.diagnostics import EVERY_FILE, Diagnostics, RuleContext, RuleTopic
from macros.source.character_references import spelled_out

TOPIC = RuleTopic.SAFETY
KINDS = EVERY_FILE

# Soft hyphen, zero-width characters, direction marks and overrides, invisible operators, language tags.
HIDDEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_JOINER, _NON_JOINER = "\u200d", "\u200c"
_VIRAMA = 9
_FIRST_SYMBOL = 0x2190
_TAG = re.compile("[\U000e0020-\U000e007f]")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007f]*$")


def check(context: RuleContext) -> Diagnostics:
    """Look for hidden characters in the whole file, and for references to them in the body."""
    text = context.document.text
    for match in HIDDEN.finditer(text) if not text.isascii() else ():
        if not _belongs_to_emoji(text, match.start()) and not _shapes_letters(text, match.start()):
            yield context.diagnostic(
                f"There is a character here that cannot be seen (U+{ord(match.group()):04X}). It often comes with pasted text. "
                "Delete the word that it is in or beside, and type it again.",
                span=context.document.text_span(match.start()),
                # Removing a direction override would show the text backwards, so leave that to the writer.
                fix=None if match.group() in "\u202d\u202e" else "",
            )
    for reference in spelled_out(context.document.body):
        if HIDDEN.match(reference.character):
            span = context.document.body_span(reference.offset, len(reference.written))
            message = f'"{reference.written}" stands for a character that cannot be seen. Take it out.'
            yield context.diagnostic(message, span=span)


def _belongs_to_emoji(text: str, at: int) -> bool:
    if text[at] == _JOINER:
        beside = text[max(at - 1, 0) : at + 2 : 2]
        return len(beside) == 2 and all(ord(character) >= _FIRST_SYMBOL for character in beside)
    return bool(_TAG.match(text[at]) and _FLAG.search(text, 0, at))


def _shapes_letters(text: str, at: int) -> bool:
    """Whether a joiner or non-joiner decides how the letters beside it look, as in Farsi, Urdu, Hindi, Bengali or Sinhala.

    RFC 5892, appendices A.1 and A.2, with three things that are usual outside addresses: Farsi writes non-joiners after letters
    that never join, and a joiner at the end of an abbreviation; Bengali and Kannada write a joiner before a virama.
    """
    if text[at] not in (_JOINER, _NON_JOINER):
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if any(one and unicodedata.combining(one) == _VIRAMA for one in (before, after)):
        return True
    # Few letters have more than two marks.
    letters = (one for one in reversed(text[max(at - 4, 0) : at]) if unicodedata.category(one) != "Mn")
    is_after_letter = _is_arabic(next(letters, ""))
    return is_after_letter and _is_arabic(after) is (text[at] == _NON_JOINER)


def _is_arabic(character: str) -> bool:
    """Whether it is a letter of Arabic or another script whose letters join."""
    return character != "" and unicodedata.bidirectional(character) == "AL"
