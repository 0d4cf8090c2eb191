"""A list of the network's settings has each name and each question once.

Why: Members could not tell two areas or two roles of one name apart, and a question that stands in the list twice would be
proposed for two meetings in a row.
"""

from collections.abc import Iterator

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.schema.network import Network
from macros.source.diagnostic import Location

TOPIC = RuleTopic.NAMES
KINDS = ("network",)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Compare the entries of each list of words and the openings, ignoring case."""
    for entries in _lists(context.library.network):
        seen: set[str] = set()
        for location, written in entries:
            if written.casefold() in seen:
                yield context.diagnostic(
                    f'"{written}" is in "{location[0]}" already. Take one of them out, or write something else.',
                    location,
                )
            seen.add(written.casefold())


def _lists(network: Network) -> Iterator[list[tuple[Location, str]]]:
    yield [(("openings", index), question) for index, question in enumerate(network.openings)]
    for name in Network.model_fields:
        words = getattr(network, name)
        if isinstance(words, dict):
            yield [((name, word), label) for word, label in words.items()]
