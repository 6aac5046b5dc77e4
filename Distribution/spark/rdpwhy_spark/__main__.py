"""`spark-submit` runs it: paths or a plan in, Parquet out."""

from __future__ import annotations

import argparse
import logging
import sys

from pyspark.sql import SparkSession

from .job import Job
from .plan import Plan
from .worker import Program, ProgramError


def main() -> int:
    parser = argparse.ArgumentParser(prog="rdpwhy-spark", description="rdpwhy over a lake of captures and logs.")
    parser.add_argument("paths", nargs="*", help="folders, archives, files that the driver and all workers see")
    parser.add_argument("--plan", help="a plan of `rdpwhy batch plan`, instead of paths")
    parser.add_argument("--output", required=True, help="folder of the Parquet tables")
    parser.add_argument("--program", default="rdpwhy", help="path of rdpwhy on the workers")
    parser.add_argument("--driver-program", help="path of rdpwhy on the driver, where it is another")
    parser.add_argument("--staging", help="folder that all workers see: facts go there, not through the shuffle")
    parser.add_argument("--option", action="append", default=[], help="an option of the analysis, as --option=--port=3390")
    typed = parser.parse_args()
    if bool(typed.paths) == bool(typed.plan):
        parser.error("give either paths or --plan")
    logging.basicConfig(level=logging.INFO, format="%(name)s: %(message)s")
    program = Program(typed.program, tuple(typed.option))
    spark = SparkSession.builder.appName("rdpwhy").getOrCreate()
    try:
        if typed.plan:
            with open(typed.plan, encoding="utf-8") as file:
                plan = Plan.read(file)
        else:
            plan = Plan.of(Program(typed.driver_program or typed.program), typed.paths)
        result = Job(spark, program, staging=typed.staging).run(plan)
        result.write(typed.output)
        problems = result.problems.count()
    except ProgramError as error:
        print(f"rdpwhy-spark: {error}", file=sys.stderr)
        return 2
    finally:
        spark.stop()
    if problems:
        print(f"rdpwhy-spark: {problems} series could not be observed; the table problems names them", file=sys.stderr)
    return 3 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
