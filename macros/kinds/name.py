"""The names of kinds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KindName:
    """The name of a kind in the singular and plural, in lower case.

    An uncountable name, such as "evidence", is the same in both, and `counted` is its countable form: "piece of evidence",
    "pieces of evidence". `where` follows a count of them: "3 meetings on record".
    """

    one: str
    many: str
    counted: tuple[str, str] | None = None
    where: str = ""

    @property
    def label(self) -> str:
        """The singular label: "Initiative", "Evidence"."""
        return self.one.capitalize()

    @property
    def labels(self) -> str:
        """The plural label: "Initiatives", "Evidence"."""
        return self.many.capitalize()

    @property
    def noun(self) -> str:
        """The singular noun in a sentence: "initiative", "piece of evidence"."""
        return self.counted[0] if self.counted else self.one

    @property
    def nouns(self) -> str:
        """The plural noun in a sentence: "initiatives", "pieces of evidence"."""
        return self.counted[1] if self.counted else self.many

    def in_number(self, number: int) -> str:
        """What follows a number of them: "initiatives", "meeting on record"."""
        return f"{self.noun if number == 1 else self.nouns} {self.where}".rstrip()

    @property
    def a_noun(self) -> str:
        """The singular noun with its article: "an initiative", "a piece of evidence"."""
        return f"{'an' if self.noun[0] in 'aeiou' else 'a'} {self.noun}"

    @property
    def some(self) -> str:
        """The name for what a form proposes: "an initiative", "evidence"."""
        return self.one if self.counted else self.a_noun
