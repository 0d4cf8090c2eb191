"""Rising numbers as a short text. theme/assets/search_words.js unpacks it."""

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

# Each character has five bits of a number, and says whether more follow. As in source maps.
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_MORE = 32


def packed(numbers: Iterable[int]) -> str:
    """The numbers, which never fall, as the steps from one to the next. The first step is from 0."""
    return "".join([_packed(number - before) for before, number in pairwise((0, *numbers))])


@cache
def _packed(step: int) -> str:
    more, last = divmod(step, _MORE)
    return DIGITS[last + _MORE] + _packed(more) if more else DIGITS[last]
