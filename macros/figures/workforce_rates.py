"""The two rates of a workforce. They do not add up to 100%, and neither is a "retention rate"."""


def leaver_rate(leavers: float, at_start: float, at_end: float) -> float:
    """Leavers ÷ the average of the headcount at the start and at the end of the period.

    As the Nuffield Trust defines it for the figures of NHS Digital. Raises `ZeroDivisionError` if there was nobody.
    """
    return leavers / average_headcount(at_start, at_end)


def average_headcount(at_start: float, at_end: float) -> float:
    """What leavers are divided by."""
    return (at_start + at_end) / 2


def stability_index(at_start: float, still_there: float) -> float:
    """The share of those there at the start who have not left the group at the end.

    As in the Department of Health and Social Care's written answer 112582 of 31 January 2022. Raises `ZeroDivisionError` if
    there was nobody at the start.
    """
    return still_there / at_start
