"""What records of a kind are called."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KindName:
    """What one record of a kind and several are called, in small letters.

    A word that is not counted, such as "evidence", is the same for one and for several, and `counted` has what is: "piece of
    evidence", "pieces of evidence".
    """

    one: str
    many: str
    counted: tuple[str, str] | None = None

    @property
    def label(self) -> str:
        """ "Initiative", "Evidence"."""
        return self.one.capitalize()

    @property
    def labels(self) -> str:
        """ "Initiatives", "Evidence"."""
        return self.many.capitalize()

    @property
    def noun(self) -> str:
        """What one is called in a sentence: "initiative", "piece of evidence"."""
        return self.counted[0] if self.counted else self.one

    @property
    def nouns(self) -> str:
        """What several are called in a sentence: "initiatives", "pieces of evidence"."""
        return self.counted[1] if self.counted else self.many

    @property
    def a_noun(self) -> str:
        """ "an initiative", "a piece of evidence"."""
        return f"{'an' if self.noun[0] in 'aeiou' else 'a'} {self.noun}"

    @property
    def some(self) -> str:
        """What is proposed in a form: "an initiative", "evidence"."""
        return self.one if self.counted else self.a_noun
