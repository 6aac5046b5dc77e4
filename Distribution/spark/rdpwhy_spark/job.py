"""Plan, map, reduce, tables."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as sql
from pyspark.sql.window import Window

from . import mapping, reducing
from .grouping import SEARCHED_SESSIONS, Seen, groups
from .plan import Plan
from .schema import record_type
from .worker import Program, ProgramError

log = logging.getLogger("rdpwhy.spark")


@dataclass(frozen=True)
class Result:
    """What a job came to."""

    #: One row for each session and input, in the order of a batch: place, line, kind, record (JSON).
    records: DataFrame
    #: Series that could not be observed: place, series, problem.
    problems: DataFrame
    #: One row for each session; `record` holds its JSON, the other columns its fields.
    sessions: DataFrame
    #: One row for each piece of evidence.
    evidence: DataFrame
    #: One row for each input, those that could not be read too.
    inputs: DataFrame

    def write(self, folder: str) -> None:
        """Writes Parquet tables. Done twice, the second takes the place of the first."""
        self.sessions.write.mode("overwrite").partitionBy("date").parquet(f"{folder}/sessions")
        self.evidence.write.mode("overwrite").parquet(f"{folder}/evidence")
        self.inputs.write.mode("overwrite").parquet(f"{folder}/inputs")
        self.problems.write.mode("overwrite").parquet(f"{folder}/problems")


@dataclass(frozen=True)
class Job:
    """Runs over a table of series."""

    spark: SparkSession
    program: Program = field(default_factory=Program)
    #: A folder that all workers see: facts go there instead of through the shuffle, which has no room for gigabytes
    #: in one row. Spark's own storage where it is nil.
    staging: str | None = None
    #: Brings files from object storage to the worker; see README.
    stage: mapping.Stage | None = None
    #: Series observed by one task, at least.
    series_per_task: int = 8

    def run_map(self, plan: Plan) -> DataFrame:
        """Observes each series: a row of facts for each, or of what was wrong."""
        context = self.spark.sparkContext
        rows = plan.rows()
        log.info("%d series, %d bytes", len(rows), sum(row[2] for row in rows))
        # The largest first, dealt out in turn, so that no task is left with all of them.
        tasks = max(1, min(len(rows), max(context.defaultParallelism * 4, len(rows) // self.series_per_task)))
        dealt = sorted(rows, key=lambda row: -row[2])
        slices = [row for number in range(tasks) for row in dealt[number::tasks]]
        table = self.spark.createDataFrame(
            context.parallelize(slices or [], tasks), "place long, series string, bytes long, line string"
        )
        context.setJobGroup("observe", f"rdpwhy: observe {len(rows)} series")
        observe = mapping.mapper(self.program, self.staging, self.stage)
        return table.mapInPandas(observe, mapping.SCHEMA).persist()

    def run(self, plan: Plan, *, searched_sessions: int = SEARCHED_SESSIONS) -> Result:
        """Observes, compares and judges.

        :param searched_sessions: as many sessions are compared segment by segment; rdpwhy's own limit.
        """
        context = self.spark.sparkContext
        seen = self.run_map(plan)
        small = seen.where("problem is null").select("place", "keys", "is_log", "trails", "segments").collect()
        found = groups(
            (Seen(row.place, tuple(row["keys"]), row.is_log, row.trails, row.segments) for row in small),
            searched_sessions,
        )
        if not found:
            raise ProgramError("no series could be observed; the first problem: " + _problem(seen))
        log.info("%d series observed, %d groups to be compared", len(found), len(set(found.values())))
        context.setJobGroup("judge", f"rdpwhy: compare and judge {len(set(found.values()))} groups")
        is_part = len(set(found.values())) > 1
        grouped = self.spark.createDataFrame(list(found.items()), "place long, group long")
        judged = (
            seen.where("problem is null")
            .join(grouped, "place")
            .groupBy("group")
            .applyInPandas(reducing.reducer(self.program, is_part=is_part), reducing.SCHEMA)
        )
        if is_part:
            judged = _numbered(judged)
        judged = judged.persist()
        records = judged.select("place", "line", "kind", "record").orderBy(
            "place", sql.col("kind") == "input", "line"
        )
        return Result(
            records=records,
            problems=seen.where("problem is not null").select("place", "series", "problem"),
            sessions=_table(records, "session", self.program).withColumn("date", sql.substring("ts", 1, 10)),
            evidence=_evidence(records, self.program),
            inputs=_table(records, "input", self.program),
        )


def _problem(seen: DataFrame) -> str:
    first = seen.where("problem is not null").select("problem").first()
    return str(first.problem) if first else "the plan is empty"


def _numbered(judged: DataFrame) -> DataFrame:
    """Stories are numbered over all groups by their first sessions, as one run does."""
    order = Window.orderBy("ts", "place", "line")
    first = judged.where("kind = 'session' and ordinal = 1").select(
        "group", "story", sql.row_number().over(order).cast("long").alias("number")
    )
    renumber = sql.udf(reducing.renumbered, "string")
    return (
        judged.join(first, ["group", "story"], "left")
        .withColumn(
            "record", sql.when(sql.col("kind") == "session", renumber("record", "number")).otherwise(sql.col("record"))
        )
        .drop("number")
    )


def _columns(names: Sequence[str]) -> list[Column]:
    # Names with dots need quoting in every query; SQLite's tables have the same names.
    return [sql.col(f"r.`{name}`").alias(name.replace(".", "_")) for name in names]


def _table(records: DataFrame, kind: str, program: Program) -> DataFrame:
    shape = record_type(program, kind)
    parsed = records.where(sql.col("kind") == kind).select(
        "place", "line", "record", sql.from_json("record", shape).alias("r")
    )
    return parsed.select("place", "line", *_columns(shape.names), "record").drop("schema")


def _evidence(records: DataFrame, program: Program) -> DataFrame:
    shape = record_type(program, "session")
    parsed = records.where("kind = 'session'").select(sql.from_json("record", shape).alias("r"))
    return parsed.select(
        sql.col("r.uid").alias("uid"),
        sql.col("r.ts").alias("session_ts"),
        sql.col("r.verdict.code").alias("verdict_code"),
        sql.posexplode("r.evidence").alias("place", "e"),
    ).select("uid", "session_ts", "verdict_code", "place", "e.*")
