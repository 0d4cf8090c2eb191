"""What anyone may propose to add to a record that is there."""

from __future__ import annotations

from typing import ClassVar

from macros.schema.part import Part


class Entry(Part):
    """A group of fields with a form of its own: an answer becomes an entry of a list in a record that is there."""

    # The name of its form, in one word.
    FORM: ClassVar[str]
    # The heading of its form on GitHub, and the title of an issue that is made with it.
    HEADING: ClassVar[str]
    TITLE: ClassVar[str]
    # The kind of the record, and its list.
    KIND: ClassVar[str]
    LIST: ClassVar[str]
    # How a form asks which record that is; empty if it is the next meeting.
    WHICH: ClassVar[str] = ""
