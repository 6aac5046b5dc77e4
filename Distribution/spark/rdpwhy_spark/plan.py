"""Which series there are: the table that the map runs over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .worker import Program


@dataclass(frozen=True)
class Plan:
    """The lines of `rdpwhy batch plan`, in their order."""

    lines: tuple[str, ...]

    @classmethod
    def of(cls, program: Program, paths: Sequence[str]) -> Plan:
        """Looks at folders, archives and files that this machine sees."""
        return cls.read(program.run(["batch", "plan", *paths]).splitlines())

    @classmethod
    def read(cls, lines: Iterable[str]) -> Plan:
        return cls(tuple(line for line in lines if line.strip()))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(str(json.loads(line)["series"]) for line in self.lines)

    def rows(self) -> list[tuple[int, str, int, str]]:
        """Place, name, bytes and line of each series."""
        rows: list[tuple[int, str, int, str]] = []
        for place, line in enumerate(self.lines):
            series = json.loads(line)
            rows.append((place, str(series["series"]), int(series["bytes"]), line))
        return rows
