"""Connected components: what hangs together by ties, directly or over others."""

from __future__ import annotations

from collections.abc import Iterable


def components(size: int, ties: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The groups of the numbers below `size`, each in order, by their smallest number; untied numbers stand alone.

    A union-find without ranks: the smaller root wins, so the result does not depend on the order of the ties.
    """
    first = list(range(size))

    def root(number: int) -> int:
        while first[number] != number:
            number = first[number]
        return number

    for one, other in ties:
        a, b = root(one), root(other)
        first[max(a, b)] = min(a, b)
    groups: dict[int, list[int]] = {}
    for number in range(size):
        groups.setdefault(root(number), []).append(number)
    return list(groups.values())
