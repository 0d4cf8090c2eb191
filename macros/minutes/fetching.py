"""Gets a file that is attached to an issue."""

from urllib.error import URLError
from urllib.request import urlopen

from macros.minutes.archive import MOST_BYTES, Refused

_PATIENCE = 60


def fetched(address: str) -> bytes:
    """The bytes at an address of GitHub, as many as minutes may have and one more. Raises `Refused`."""
    try:
        with urlopen(address, timeout=_PATIENCE) as answer:
            content: bytes = answer.read(MOST_BYTES + 1)
    except (URLError, OSError):
        raise Refused("GitHub did not give the file. Attach it once more.") from None
    return content
