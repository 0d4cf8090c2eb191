"""The mailboxes of people, as against those of roles, teams and places."""

import re
from collections.abc import Collection, Iterator

from macros.kinds.not_personal import Looks
from macros.lint.people.sighting import Sighting
from macros.lint.people.words import FIRST_NAMES, LAST_NAMES, PLACES, PRIVATE_HOSTS, ROLE_WORDS

_OWN_HOSTS = "|".join(sorted(PRIVATE_HOSTS))
# "@", or what people write in its place so that programs do not find it.
IN_WORDS = re.compile(
    rf"[\[({{<] ?(?:at|@) ?[\])}}>]|(?<=\s)at(?=\s+(?:nhs|{_OWN_HOSTS})(?:\.[a-z]|\s*[\[(]|\s+dot\s))", re.IGNORECASE
)
_MOST_SPACE = 8
# Quick tests for these, on the text in small letters.
IN_BRACKETS = ("at]", "at)")
AT_HOST = re.compile(rf" at (?:nhs|{_OWN_HOSTS})")
_DOT = r"(?:\.|\s?[\[({<] ?(?:dot|\.) ?[\])}>]\s?|\s+dot\s+|\s*\.\s?(?=(?:com|net|org|co|uk)\b))"
_HOST = re.compile(rf"([\w-]{{1,63}})((?:{_DOT}[\w-]{{1,63}}){{1,8}})", re.IGNORECASE)
_DOTS = re.compile(_DOT, re.IGNORECASE)
_LONGEST = 64
_LOCAL = re.compile(r"[\w.+'&-]+\Z")
_LOCAL_IN_WORDS = re.compile(r"([\w+'&-]+(?:(?:\.|[\[(] ?dot ?[\])]|\s+dot\s+)[\w+'&-]+)*)\Z", re.IGNORECASE)
_ENDS = re.compile(r"(?:\.(?:com|net|org|me|co|fr|de|ie|uk|pl|es|it|in|eu|us|ch|nl|ca|au|info)){1,2}", re.IGNORECASE)
_IS_DOMAIN = re.compile(r"\.[^\W\d_]{2,}$")
_PART = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_SHORTEST_NAME = 3
# A mailbox that several share at NHSmail begins with the short name of an organisation, which may be NHS England, a trust or, by its code,
# a practice. Source: NHSmail Support, "Creating a shared mailbox".
_OF_ORGANISATION = re.compile(r"^(?:england|[a-z0-9]{2,8}-tr|[a-z][0-9]{5})\.(?=[^@]+@nhs\.net$)")


def mailboxes(text: str, own: Collection[str]) -> Iterator[Sighting]:
    """The mailboxes of people in a text as a reader sees it. `own` are words and mailboxes of the network's, in small letters.

    Takes time in proportion to the length of the text.
    """
    for start, end, local_part in _ats(text):
        host = _HOST.match(text, end)
        local = local_part.search(text, max(start - _LONGEST, 0), start)
        if host is None or local is None or not local.group().strip(".'&+-_"):
            continue
        mailbox = _DOTS.sub(".", local.group()).strip(".'&-").lower()
        domain = _DOTS.sub(".", host[2]).rstrip("-_").lower()
        certain = is_certain(mailbox, host[1].lower(), domain, own) if _IS_DOMAIN.search(domain) else None
        if certain is not None:
            first = local.end() - len(local.group().lstrip(".'&-"))
            yield Sighting(first, host.end(), Looks.MAILBOX, certain)


def _ats(text: str) -> Iterator[tuple[int, int, re.Pattern[str]]]:
    """Where each @, or what people write in its place, starts and ends with the spaces around it, and what is before it."""
    at = text.find("@")
    while at >= 0:
        yield *_with_space(text, at, at + 1), _LOCAL
        at = text.find("@", at + 1)
    small = text.lower()
    if any(word in small for word in (*IN_BRACKETS, "[@", "(@")) or (" at " in small and AT_HOST.search(small)):
        for match in IN_WORDS.finditer(text):
            yield *_with_space(text, match.start(), match.end()), _LOCAL_IN_WORDS


def _with_space(text: str, start: int, end: int) -> tuple[int, int]:
    before, after = text[max(start - _MOST_SPACE, 0) : start], text[end : end + _MOST_SPACE]
    return start - len(before) + len(before.rstrip()), end + len(after) - len(after.lstrip())


def is_certain(mailbox: str, host: str, end: str, own: Collection[str]) -> bool | None:
    """Whether a mailbox is certainly a person's; None if it is no one's own. All in small letters; `end` starts with a dot."""
    if f"{mailbox}@{host}{end}" in own or mailbox in own:
        return None
    name = re.split("[+@]", _OF_ORGANISATION.sub("", f"{mailbox}@{host}{end}"), maxsplit=1)[0]
    words = re.findall(r"[^\W\d_]+", name)
    is_role = not ROLE_WORDS.isdisjoint(words) or any(word in own for word in words)
    if host in PRIVATE_HOSTS and _ENDS.fullmatch(end):
        return not is_role
    if is_role or not words:
        return None
    parts = [part for part in re.split(r"[._]+", re.sub(r"\d", "", name)) if part]
    if not all(_PART.fullmatch(part) for part in parts):
        return None
    if len(parts) == 1 and "-" not in name:
        return _of_one_word(parts[0])
    return _of_parts(parts, words)


def _of_parts(parts: list[str], words: list[str]) -> bool | None:
    """Whether `jane.doe`, `j.a.doe` or `jane-doe` is a person's."""
    if len(parts) > 5 or max(map(len, words)) < _SHORTEST_NAME:
        return None
    if not FIRST_NAMES.isdisjoint(words):
        return True
    # No one has a place's name in two halves; with one, it may be a service that we do not know.
    in_places = [word in PLACES for word in words]
    if all(in_places):
        return None
    if any(in_places):
        return False
    has_initial = any(len(part) == 1 for part in parts)
    is_named = not LAST_NAMES.isdisjoint(words) or has_initial or any("'" in part for part in parts)
    return is_named if len(parts) > 1 or is_named else None


def _of_one_word(word: str) -> bool | None:
    """Whether `janedoe` or `jdoe` may be a person's: never certain."""
    if word in FIRST_NAMES or "'" in word:
        return False
    cuts = ((word[:at], word[at:]) for at in range(1, len(word)))
    is_name = any(
        ((before in FIRST_NAMES or len(before) == 1) and after in LAST_NAMES)
        or (before in LAST_NAMES and (len(after) == 1 or after in FIRST_NAMES))
        for before, after in cuts
    )
    return False if is_name else None
