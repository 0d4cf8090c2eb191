"""The words that a new network has for its members and others, as its pages need them."""

import re

from pydantic_core import PydanticCustomError

# Names in which one of these is a noun need an article in a sentence: "The Anytown Network".
_GROUPS = re.compile(
    r"\b(Alliance|Association|Circle|Club|Collaborative|Community|Federation|Forum|Group|Network|Partnership|Society)\b"
)
_HAS_ARTICLE = re.compile(r"(an?|the|our|your|any|some|every|no)(one|body)?\b", re.IGNORECASE)
_OWN_ARTICLE = re.compile(r"^an? (?=.)", re.IGNORECASE)
# "member of staff", but not "first aider": what becomes plural is not the last word.
_NOUN = re.compile(r"(\w+)(?=$| (?:at|for|from|in|of|on|we|who|with|you)\b)")
_PLURALS = {"child": "children", "man": "men", "person": "people", "staff": "staff", "woman": "women"}


def with_capital(written: str) -> str:
    """A text that starts with a capital letter."""
    return written[:1].upper() + written[1:]


def with_article(written: str) -> str:
    """The name of a network with "The" if it needs one and has none: not "Anytown's Network"."""
    needs_one = _GROUPS.search(written) and not _HAS_ARTICLE.match(written) and not re.search("['\u2019]", written)
    return f"The {written}" if needs_one else written


def without_article(written: str) -> str:
    """Words without "a" or "an" before them."""
    return _OWN_ARTICLE.sub("", written)


def one_of_them(written: str) -> str:
    """Words for one person with "a" or "an" before them, unless they need none: "anyone you help"."""
    if _HAS_ARTICLE.match(written):
        return written
    return f"{'an' if written[:1].lower() in tuple('aeiou') else 'a'} {written}"


def several(one: str) -> str:
    """What several are called if one is called `one`: "a dental patient" becomes "dental patients"."""
    return _NOUN.sub(lambda noun: _plural(noun[1]), without_article(one), count=1)


def _plural(noun: str) -> str:
    if noun in _PLURALS:
        return _PLURALS[noun]
    if re.search("[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search("(s|x|z|ch|sh)$", noun) else f"{noun}s"


def in_lower_case(written: str) -> str:
    """Words that may stand in the middle of a sentence. Raises if each of them starts with a capital."""
    if all(word[:1].isupper() and word[1:].islower() for word in written.split()):
        expected = f'words in lower case, such as "{written.lower()}"'
        raise PydanticCustomError("type-wrong", "words", {"expected": expected})
    return written


def inside_sentence(heading: str) -> str:
    """A heading as words inside a sentence. An abbreviation keeps its capitals."""
    return heading if heading[1:2].isupper() else heading[:1].lower() + heading[1:]
