"""Ports of this computer for programs that cannot be given one that is open already."""

from __future__ import annotations

import random
import socket

# Below those that systems give to whoever connects to a server, or another test might be given it before the program has taken it.
_PORTS = range(20_000, 32_000)


def free_port() -> int:
    """Returns a port that no one has taken."""
    while True:
        port = random.choice(_PORTS)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
