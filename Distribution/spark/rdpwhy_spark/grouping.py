"""Which series have to be compared with each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# Up to these, rdpwhy looks for every segment in every capture: all series are one group then.
SEARCHED_SESSIONS = 4_096
SEARCHED_SEGMENTS = 2_097_152


@dataclass(frozen=True)
class Seen:
    """A row of the map, without its facts."""

    place: int
    keys: tuple[str, ...]
    is_log: bool
    trails: int
    segments: int


def groups(rows: Iterable[Seen], searched_sessions: int = SEARCHED_SESSIONS) -> dict[int, int]:
    """The group of each series, named by its first member.

    Series that share a host or a connection's key are one group: stories, neighbours, bystanders, UDP transports and
    second captures stay within it. Logs are tried against all captures, so with logs all series are one group.
    """
    seen = sorted(rows, key=lambda row: row.place)
    captures = sum(1 for row in seen if row.trails > 0)
    is_searched = (
        captures > 1
        and sum(row.trails for row in seen) <= searched_sessions
        and sum(row.segments for row in seen) <= SEARCHED_SEGMENTS
    )
    if not seen:
        return {}
    if is_searched or any(row.is_log for row in seen):
        return {row.place: seen[0].place for row in seen}
    parents = {row.place: row.place for row in seen}

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    first: dict[str, int] = {}
    for row in seen:
        for key in row.keys:
            one, two = root(first.setdefault(key, row.place)), root(row.place)
            parents[max(one, two)] = min(one, two)
    return {place: root(place) for place in parents}
