"""A list of the network's settings has each name and each question once.

Why: Members could not tell two areas or two roles of one name apart, and a question that stands in the list twice would be
proposed for two meetings in a row.
"""

from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, repeated
from macros.schema.network import Network

TOPIC = RuleTopic.NAMES
KINDS = ("network",)


def check(context: RuleContext) -> Diagnostics:
    """Compare the entries of each list of words and the openings, as readers see them."""
    network = context.library.network
    lists = {"openings": dict(enumerate(network.openings))}
    lists |= {name: words for name in Network.model_fields if isinstance(words := getattr(network, name), dict)}
    for name, entries in lists.items():
        for index in repeated(entries.values()):
            key, written = list(entries.items())[index]
            message = f'"{written}" is in "{name}" already. Take one of them out, or write something else.'
            yield context.diagnostic(message, (name, key))
