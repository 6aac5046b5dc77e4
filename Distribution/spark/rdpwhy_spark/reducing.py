"""The reduce: the facts of a group in, judged sessions and inputs out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pandas as pd

from .worker import Program, pieces

SCHEMA = "group long, place long, line long, kind string, story long, ordinal long, ts string, record string"


def reducer(program: Program, *, is_part: bool) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """What `applyInPandas` calls for each group. A program that fails here fails the task, which Spark repeats."""

    def judge(frame: pd.DataFrame) -> pd.DataFrame:
        frame = frame.sort_values("place")
        places = dict(zip(frame["series"], frame["place"], strict=True))
        stored = [path if facts is None else facts for facts, path in zip(frame["facts"], frame["path"], strict=True)]
        text = program.reduce(pieces(stored), is_part=is_part)
        return pd.DataFrame(rows(text, places, int(frame["group"].iloc[0])), columns=COLUMNS)

    return judge


COLUMNS = [column.split()[0] for column in SCHEMA.split(", ")]


def rows(text: str, places: dict[str, int], group: int) -> list[dict[str, Any]]:
    """The lines of NDJSON with the place of their series in the plan."""
    found: list[dict[str, Any]] = []
    place = -1
    for number, line in enumerate(text.splitlines()):
        record = json.loads(line)
        schema = str(record["schema"])
        if schema.startswith("rdpwhy/series/"):
            place = int(places[record["series"]])
            continue
        is_session = schema.startswith("rdpwhy/session/")
        attempt = record["attempt"] if is_session else {}
        found.append(
            dict(
                group=group,
                place=place,
                line=number,
                kind="session" if is_session else "input",
                story=int(attempt.get("group", 0)),
                ordinal=int(attempt.get("ordinal", 0)),
                ts=str(record["ts"]) if is_session else "",
                record=line,
            )
        )
    return found


# Quotes within texts are escaped, so only the member itself can look like this.
_GROUP = re.compile(r'"attempt":\{"group":\d+')


def renumbered(record: str, story: int) -> str:
    """A session with the number that its story has over all groups."""
    return _GROUP.sub(f'"attempt":{{"group":{story}', record, count=1)
