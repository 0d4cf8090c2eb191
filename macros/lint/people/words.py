"""The words that tell a person from a place, a team or a thing: lists in words/, in ASCII and small letters, one on a line."""

from pathlib import Path

_LISTS = Path(__file__).with_suffix("")


def _listed(name: str) -> frozenset[str]:
    return frozenset((_LISTS / f"{name}.txt").read_text(encoding="utf-8").split())


# Providers whose mailboxes belong to people.
PRIVATE_HOSTS = _listed("private_hosts")
# What a mailbox that is no one's own has in its name, among the parts that dots, hyphens and underscores divide.
ROLE_WORDS = _listed("role_words")
# Places that mailboxes are named after. Where one of these is a name too, a first name beside it decides.
PLACES = _listed("places")
# First names that people in this country often have.
FIRST_NAMES = _listed("first_names")
# Last names that are no other word in this work.
LAST_NAMES = _listed("last_names")
