"""Rising numbers as a short text. theme/assets/search_words.js unpacks it."""

from collections.abc import Iterable

# Each character has five bits of a number, and says whether more follow. As in source maps.
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_MORE = 32


def packed(numbers: Iterable[int]) -> str:
    """The numbers, which never fall, as the steps from one to the next. The first step is from 0."""
    result, before = [], 0
    for number in numbers:
        step, before = number - before, number
        while step >= _MORE:
            result.append(DIGITS[step % _MORE + _MORE])
            step //= _MORE
        result.append(DIGITS[step])
    return "".join(result)
