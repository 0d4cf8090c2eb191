"""Numbers that add up, as a flow: what each of them can be at least and at most.

Each number is the flow along an arc, and at each node what comes in goes out. All that a reader can work out about a number is then
how far its flow can go down and up while the others keep to their ranges, which needs only paths in the residual graph: Gusfield,
"A graph theoretic approach to statistical data security", SIAM Journal on Computing 17(3), 1988, 552-571. The numbers are whole,
and so are the bounds (Hoffman's circulation theorem).
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence

from macros.figures.disclosure.limits import Range


class Contradiction(Exception):
    """No numbers fit: what is said of them cannot all be true."""


class Circulation:
    """Arcs between nodes, each with a range and a flow that keeps to it once it is `settled`.

    An arc can be followed in two directions, which are its steps: that of arc 3 in its own direction is 6, the other one 7. So the
    way back along any step is `step ^ 1`.
    """

    def __init__(self) -> None:
        """Start without an arc."""
        self._nodes: dict[Hashable, int] = {}
        self._low: list[int] = []
        self._high: list[int] = []
        # The node that each step leads to, and all steps that lead away from each node, with the nodes that they lead to.
        self._ends: list[int] = []
        self._away: list[list[tuple[int, int]]] = []
        # By how much the flow can change along each step now, and the least that this has been.
        self._room: list[int] = []
        self._least_room: list[int] = []

    def add(self, tail: Hashable, head: Hashable, known: Range) -> int:
        """Add an arc, and return its number."""
        arc, start, end = len(self._low), self._node(tail), self._node(head)
        self._low.append(known.low)
        self._high.append(known.high)
        self._ends += end, start
        self._away[start].append((2 * arc, end))
        self._away[end].append((2 * arc + 1, start))
        return arc

    def _node(self, name: Hashable) -> int:
        if name not in self._nodes:
            self._nodes[name] = len(self._nodes)
            self._away.append([])
        return self._nodes[name]

    def settle(self) -> None:
        """Find a flow that keeps to every range. Raises `Contradiction` if there is none."""
        excess = [0] * len(self._nodes)
        for arc, (low, high) in enumerate(zip(self._low, self._high, strict=True)):
            if low > high:
                raise Contradiction
            self._room += high - low, 0
            excess[self._ends[2 * arc]] += low
            excess[self._ends[2 * arc + 1]] -= low
        lacking = {node for node, more in enumerate(excess) if more < 0}
        for start, more in enumerate(excess):
            while more > 0:
                path, _ = self._search(start, lacking)
                if not path:
                    raise Contradiction
                end = self._ends[path[0]]
                amount = min(more, -excess[end], *[self._room[step] for step in path])
                for step in path:
                    self._room[step] -= amount
                    self._room[step ^ 1] += amount
                more -= amount
                excess[end] += amount
                if not excess[end]:
                    lacking.remove(end)
        self._least_room = list(self._room)

    def seen(self, arc: int) -> Range:
        """The flows that an arc has been seen to have, which proves that they are possible."""
        return Range(self._low[arc] + self._least_room[2 * arc + 1], self._high[arc] - self._least_room[2 * arc])

    def stretch(self, arc: int, wanted: Range) -> Sequence[int]:
        """Move the flow until `arc` has been seen at both ends of the `wanted` range.

        If it cannot be, it has then been seen at the ends of the range that it can have. Returns the arcs that keep it there.
        """
        return [
            *self._follow(2 * arc, self._high[arc] - wanted.high),
            *self._follow(2 * arc + 1, wanted.low - self._low[arc]),
        ]

    def _follow(self, step: int, room: int) -> Sequence[int]:
        """Change the flow along a step, around one circle after the other, until no more than so much room is left.

        Returns the arcs that prevent this. Each circle is followed as far as it goes, which shows the others on it over much of their
        range too.
        """
        while self._least_room[step] > room:
            if not self._room[step]:
                return [step >> 1]
            start, ends = self._ends[step], {self._ends[step ^ 1]}
            # If one circle is wide enough for all of it, that saves following several.
            width = min(self._room[step], self._room[step] - room)
            path, reached = self._search(start, ends, step ^ 1, width)
            if not path:
                path, reached = self._search(start, ends, step ^ 1)
            if not path:
                return [
                    arc
                    for arc, (end, start) in enumerate(zip(self._ends[::2], self._ends[1::2], strict=True))
                    if (end in reached) != (start in reached) and arc != step >> 1
                ]
            path.append(step)
            amount = min([self._room[one] for one in path])
            for one in path:
                left = self._room[one] - amount
                self._room[one] = left
                self._room[one ^ 1] += amount
                if left < self._least_room[one]:
                    self._least_room[one] = left
        return []

    def _search(
        self, start: int, ends: Collection[int], without: int = -1, width: int = 1
    ) -> tuple[list[int], Collection[int]]:
        """The steps of a shortest path along which the flow can change by `width`, the last one first; and the nodes that were reached.

        The path is empty if there is none.
        """
        room, away, came = self._room, self._away, {start: -1}
        waiting = [start]
        for node in waiting:
            for step, end in away[node]:
                if room[step] >= width and end not in came and step != without:
                    came[end] = step
                    if end in ends:
                        path = []
                        while step >= 0:
                            path.append(step)
                            step = came[self._ends[step ^ 1]]
                        return path, came
                    waiting.append(end)
        return [], came
