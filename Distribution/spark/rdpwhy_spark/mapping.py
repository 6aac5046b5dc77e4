"""The map: a row of the plan in, a row of facts out."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pandas as pd

from .worker import Program, ProgramError

#: Brings a series' files to this worker and gives its line of the plan with the paths that they have here.
Stage = Callable[[str], str]

SCHEMA = (
    "place long, series string, keys array<string>, is_log boolean, sessions long, trails long, segments long, "
    "facts binary, path string, problem string"
)


def mapper(program: Program, staging: str | None, stage: Stage | None) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """What `mapInPandas` calls. A series that cannot be observed is a row with its problem, and stops nothing."""

    def observe(batches: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        for batch in batches:
            for place, series, line in zip(batch["place"], batch["series"], batch["line"], strict=True):
                yield pd.DataFrame([row(program, staging, stage, int(place), str(series), str(line))])

    return observe


def row(program: Program, staging: str | None, stage: Stage | None, place: int, series: str, line: str) -> dict[str, Any]:
    try:
        text = program.observe(stage(line) if stage else line)
    except (ProgramError, OSError) as error:
        found: dict[str, Any] = dict(keys=[], is_log=False, sessions=0, trails=0, segments=0)
        return dict(place=place, series=series, **found, facts=None, path=None, problem=str(error))
    found = outline(text)
    if staging is None:
        return dict(place=place, series=series, **found, facts=text.encode(), path=None, problem=None)
    path = store(staging, place, text.encode())
    return dict(place=place, series=series, **found, facts=None, path=path, problem=None)


def outline(text: str) -> dict[str, Any]:
    """What ties a series to others: hosts, and keys of connections that another capture can have too."""
    keys: set[str] = set()
    is_log = False
    sessions = trails = segments = 0
    for line in text.splitlines():
        # The facts themselves are not looked into.
        if '"schema":"rdpwhy/facts/' in line:
            continue
        record = json.loads(line)
        schema = str(record.get("schema", ""))
        if schema.startswith("rdpwhy/observation/"):
            is_log = is_log or record["kind"] == "log"
            sessions += int(record["sessions"])
        elif schema.startswith("rdpwhy/outline/"):
            seen = record["outline"]
            keys.update("h" + seen[end]["address"] for end in ("client", "server") if seen.get(end))
            trail = (seen.get("wire") or {}).get("trail")
            if trail:
                trails += 1
                segments += int(trail["segments"])
                keys.update("k" + key for key in trail["keys"])
        elif schema.startswith("rdpwhy/transport/"):
            keys.update("h" + record["transport"][end]["address"] for end in ("client", "server"))
    return dict(keys=sorted(keys), is_log=is_log, sessions=sessions, trails=trails, segments=segments)


def store(folder: str, place: int, facts: bytes) -> str:
    """Writes facts under a name that follows from them: done twice it is the same file, and never half a one."""
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, f"{place:08}-{hashlib.sha256(facts).hexdigest()[:16]}.facts")
    if not os.path.exists(path):
        handle, partial = tempfile.mkstemp(dir=folder, suffix=".partial")
        with os.fdopen(handle, "wb") as file:
            file.write(facts)
        os.replace(partial, path)
    return path
