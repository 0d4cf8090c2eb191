"""National insurance numbers.

Source: HMRC, National Insurance Manual NIM39110: two letters, six digits and a letter from A to D. Some letters and pairs are
never issued, but stand in examples and on forms.
"""

import re
from collections.abc import Iterator

from macros.kinds.not_personal import Looks
from macros.lint.people.sighting import Nearby, Sighting

_GAP = r"[\s./()\[\]|_,>-]{0,6}"
_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9])([A-Za-z]){_GAP}([A-Za-z]){_GAP}([0-9](?:{_GAP}[0-9]){{5}})(?:{_GAP}([A-Da-d]))?(?![A-Za-z0-9])"
)
_GAPS = re.compile(_GAP.replace("0,6", "1,6"))
_ISSUED = re.compile(r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]")
_SAYS_SO = re.compile(r"national\W{1,4}insurance|insurance\W{1,4}n|\bn\W{0,2}i\b|\bnino\b", re.IGNORECASE)
# A quick test for these, on the text in small letters.
WORDS = ("insurance", "nino", "ni n")
_SOMETHING_ELSE = re.compile(
    r"order|reference|\bref\b|\bform\b|serial|batch|\bpart\b|model|invoice|\bcode|grant|commit|catalogue|\broom\b|ticket|"
    r"\bsku\b|stock|version|passcode|licen[cs]e|standard",
    re.IGNORECASE,
)
# How the six digits are grouped. Four and two may be two years.
_YEARS = re.compile("(?:19|20)[0-9]{2}")
_USUAL = ((6,), (2, 2, 2), (3, 3), (1,) * 6, (2, 4), (4, 2))


def insurance_numbers(text: str) -> Iterator[Sighting]:
    """The national insurance numbers in a text as a reader sees it. Takes time in proportion to its length."""
    for match in _NUMBER.finditer(text):
        first, second, digits, last = match.groups()
        nearby = Nearby.to(text, match.start(), match.end())
        is_called = nearby.says(_SAYS_SO, _SOMETHING_ELSE)
        is_else = nearby.says(_SOMETHING_ELSE, _SAYS_SO)
        is_upper = (first + second + (last or "A")).isupper()
        sizes = tuple(map(len, _GAPS.split(digits)))
        is_usual = sizes in _USUAL and not (sizes == (4, 2) and _YEARS.match(digits))
        if is_called:
            yield Sighting(match.start(), match.end(), Looks.INSURANCE_NUMBER, True)
        elif last and is_usual and (is_upper or (first + second + last).islower()):
            prefix = f"{first}{second}".upper()
            is_issued = _ISSUED.match(prefix) is not None or prefix == "ZZ"
            is_compact = not _GAPS.search(match.group())
            if (is_else and (is_compact or not is_issued)) or (
                not is_upper and (is_compact or not is_issued or is_else)
            ):
                continue
            yield Sighting(match.start(), match.end(), Looks.INSURANCE_NUMBER, is_issued and is_upper and not is_else)
