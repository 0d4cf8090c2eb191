"""Numbers that add up, as a flow: what each of them can be at least and at most.

Each number is the flow along an arc, and at each node what comes in goes out. All that a reader can work out about a number is then
how far its flow can go down and up while the others keep to their ranges, which needs only paths in the residual graph: Gusfield,
"A graph theoretic approach to statistical data security", SIAM Journal on Computing 17(3), 1988, 552-571. The numbers are whole,
and so are the bounds (Hoffman's circulation theorem).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from macros.figures.disclosure.limits import Range

# An arc, and whether it is followed in its direction.
Step = tuple[int, bool]


class Contradiction(Exception):
    """No numbers fit: what is said of them cannot all be true."""


class Circulation:
    """Arcs between nodes, each with a range and a flow that keeps to it once it is `settled`.

    `lowest` and `highest` are the flows that each arc has been seen to have, which proves that they are possible.
    """

    def __init__(self) -> None:
        """Start without an arc."""
        self._nodes: dict[Hashable, int] = {}
        self.tails: list[int] = []
        self.heads: list[int] = []
        self.low: list[int] = []
        self.high: list[int] = []
        self.flow: list[int] = []
        self.lowest: list[int] = []
        self.highest: list[int] = []
        self._around: list[list[tuple[int, int, bool]]] = []

    def add(self, tail: Hashable, head: Hashable, known: Range) -> int:
        """Add an arc, and return its number."""
        arc, (start, end) = len(self.tails), (self._node(tail), self._node(head))
        self.tails.append(start)
        self.heads.append(end)
        self.low.append(known.low)
        self.high.append(known.high)
        self._around[start].append((arc, end, True))
        self._around[end].append((arc, start, False))
        return arc

    def _node(self, name: Hashable) -> int:
        if name not in self._nodes:
            self._nodes[name] = len(self._nodes)
            self._around.append([])
        return self._nodes[name]

    def settle(self) -> None:
        """Find a flow that keeps to every range. Raises `Contradiction` if there is none."""
        if any(low > high for low, high in zip(self.low, self.high, strict=True)):
            raise Contradiction
        self.flow = list(self.low)
        excess = [0] * len(self._nodes)
        for arc, flow in enumerate(self.flow):
            excess[self.heads[arc]] += flow
            excess[self.tails[arc]] -= flow
        while starts := [node for node, more in enumerate(excess) if more > 0]:
            path, _ = self._search(starts, {node for node, more in enumerate(excess) if more < 0})
            if path is None:
                raise Contradiction
            (start, _), (_, end) = self._ends(path[0]), self._ends(path[-1])
            amount = min(excess[start], -excess[end], self._room(path))
            self._push(path, amount)
            excess[start] -= amount
            excess[end] += amount
        self.lowest, self.highest = list(self.flow), list(self.flow)

    def stretch(self, arc: int, wanted: Range) -> Sequence[int]:
        """Move the flow until `arc` has been seen at both ends of the `wanted` range.

        If it cannot be, it has then been seen at the ends of the range that it can have. Returns the arcs that keep it there.
        """
        blocking: list[int] = []
        while self.highest[arc] < wanted.high and not blocking:
            blocking = self._turn(arc, is_up=True)
        tight = blocking
        blocking = []
        while self.lowest[arc] > wanted.low and not blocking:
            blocking = self._turn(arc, is_up=False)
        return [*tight, *blocking]

    def _turn(self, arc: int, *, is_up: bool) -> list[int]:
        """Change the flow of `arc` around a circle, as far as that goes. Returns the arcs that prevent any change.

        A long way shows the others on the circle over much of their range too.
        """
        here = (arc, is_up)
        if not self._room([here]):
            return [arc]
        start, end = self._ends(here)
        path, reached = self._search([end], {start}, without=arc)
        if path is None:
            return [one for one in range(len(self.flow)) if self._leaves(reached, one) and one != arc]
        circle = [here, *path]
        self._push(circle, self._room(circle))
        return []

    def _leaves(self, reached: set[int], arc: int) -> bool:
        return (self.tails[arc] in reached) != (self.heads[arc] in reached)

    def _ends(self, step: Step) -> tuple[int, int]:
        """The nodes that a step leads from and to."""
        arc, is_forwards = step
        return (self.tails[arc], self.heads[arc]) if is_forwards else (self.heads[arc], self.tails[arc])

    def _room(self, path: Sequence[Step]) -> int:
        """By how much the flow can change along a path."""
        return min(
            self.high[arc] - self.flow[arc] if is_forwards else self.flow[arc] - self.low[arc]
            for arc, is_forwards in path
        )

    def _push(self, path: Sequence[Step], amount: int) -> None:
        for arc, is_forwards in path:
            self.flow[arc] += amount if is_forwards else -amount
        if self.lowest:
            for arc, _ in path:
                self.lowest[arc] = min(self.lowest[arc], self.flow[arc])
                self.highest[arc] = max(self.highest[arc], self.flow[arc])

    def _search(self, starts: Sequence[int], ends: set[int], without: int = -1) -> tuple[list[Step] | None, set[int]]:
        """The shortest path along which the flow can change, if there is one, and every node that was reached."""
        flow, low, high = self.flow, self.low, self.high
        came: dict[int, tuple[int, Step] | None] = dict.fromkeys(starts)
        waiting = list(starts)
        for node in waiting:
            for arc, other, is_forwards in self._around[node]:
                if other in came or arc == without:
                    continue
                if flow[arc] < high[arc] if is_forwards else flow[arc] > low[arc]:
                    came[other] = node, (arc, is_forwards)
                    if other in ends:
                        return self._traced(other, came), set()
                    waiting.append(other)
        return None, set(came)

    @staticmethod
    def _traced(node: int, came: dict[int, tuple[int, Step] | None]) -> list[Step]:
        path = []
        while (last := came[node]) is not None:
            node, step = last
            path.append(step)
        return path[::-1]
