"""One batch run and Spark say the same, row for row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from rdpwhy_spark import Job, Plan, Program
from rdpwhy_spark.grouping import SEARCHED_SESSIONS, Seen, groups


@pytest.fixture(scope="session")
def batch(program: Program, captures: Path) -> list[str]:
    """Sessions and inputs of one run."""
    lines = program.run(["batch", str(captures), "--quiet"]).splitlines()
    return [line for line in lines if '"rdpwhy/series/1"' not in line]


def test_rows_equal_one_batch_run(spark: SparkSession, program: Program, captures: Path, batch: list[str]) -> None:
    result = Job(spark, program).run(Plan.of(program, [str(captures)]))
    assert [row.record for row in result.records.collect()] == batch
    assert result.problems.count() == 0
    failed = result.inputs.where("status = 'failed'").select("name").collect()
    assert {Path(row.name).name for row in failed} == {"broken.pcap", "empty.pcap"}


def test_a_killed_worker_changes_nothing(
    spark: SparkSession, fragile: Program, captures: Path, batch: list[str]
) -> None:
    plan = Plan.of(fragile, [str(captures)])
    result = Job(spark, fragile).run(plan)
    assert [row.record for row in result.records.collect()] == batch
    assert any((Path(fragile.path).parent / "marks").iterdir())


def test_tables_are_written_twice_as_once(
    spark: SparkSession, program: Program, captures: Path, batch: list[str], tmp_path: Path
) -> None:
    result = Job(spark, program, staging=str(tmp_path / "facts")).run(Plan.of(program, [str(captures)]))
    for _ in range(2):
        result.write(str(tmp_path / "lake"))
    sessions = [json.loads(line) for line in batch if '"rdpwhy/session/1"' in line]
    table = spark.read.parquet(str(tmp_path / "lake" / "sessions")).orderBy("place", "line").toPandas()
    assert list(table["uid"]) == [session["uid"] for session in sessions]
    assert [row["code"] for row in table["verdict"]] == [session["verdict"]["code"] for session in sessions]
    assert list(table["id_orig_h"]) == [session["id.orig_h"] for session in sessions]
    assert [row["story"] is not None for row in table["attempt"]] == [
        session["attempt"]["story"] is not None for session in sessions
    ]
    evidence = spark.read.parquet(str(tmp_path / "lake" / "evidence"))
    assert evidence.count() == sum(len(session["evidence"]) for session in sessions)
    assert not [path for path in (tmp_path / "facts").iterdir() if path.suffix == ".partial"]


def test_a_program_that_fails_is_a_row(spark: SparkSession, program: Program, captures: Path) -> None:
    plan = Plan.of(program, [str(captures / "server")])
    result = Job(spark, Program("/nonexistent/rdpwhy")).run_map(plan)
    assert result.where("problem is not null").count() == len(plan.lines)


def test_parts_are_numbered_as_one_run(spark: SparkSession, program: Program, captures: Path) -> None:
    """In several groups stories are numbered over all of them."""
    plan = Plan.of(program, [str(captures)])
    job = Job(spark, program)
    separate = job.run(plan, searched_sessions=0)
    together = program.run(
        ["reduce", "--quiet", "--part", "-"],
        [program.observe(line).encode() for line in plan.lines],
    ).splitlines()
    expected = [line for line in together if '"rdpwhy/series/1"' not in line]
    assert [row.record for row in separate.records.collect()] == expected


def test_series_that_share_a_host_are_one_group() -> None:
    def seen(place: int, *keys: str, is_log: bool = False, trails: int = SEARCHED_SESSIONS) -> Seen:
        return Seen(place, keys, is_log, trails, 1)

    assert groups([seen(0, "h1", "h2"), seen(1, "h3"), seen(2, "h4", "h2"), seen(3, "h4")]) == {0: 0, 1: 1, 2: 0, 3: 0}
    assert groups([seen(0, "h1", trails=1), seen(1, "h2", trails=1)]) == {0: 0, 1: 0}
    assert set(groups([seen(0, "h1"), seen(1, "h2"), seen(2, is_log=True)]).values()) == {0}
    assert groups([]) == {}
