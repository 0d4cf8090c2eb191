"""What rules are about, as contributors look for them."""

from __future__ import annotations

from enum import StrEnum


class RuleTopic(StrEnum):
    """A group of rules, by its heading; the ones that most people meet come first."""

    FIELDS = "What belongs in a field"
    FRONT_MATTER = "How fields are written"
    DATES = "Dates, and what is due"
    STORY = "What a record has to tell"
    NAMES = "Names, and records that name each other"
    TEXT = "The text below the fields"
    LINKS = "Links and pictures"
    PEOPLE = "People and their privacy"
    SAFETY = "The safety of readers"
    FILES = "Files and folders"
