from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from rdpwhy_spark import Program

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def program() -> Program:
    path = os.environ.get("RDPWHY", str(ROOT / ".build" / "debug" / "rdpwhy"))
    if not os.access(path, os.X_OK):
        pytest.skip(f"no program at {path}; RDPWHY names it")
    return Program(path)


@pytest.fixture(scope="session")
def captures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fixtures, something that is no capture under a capture's name, and an empty one."""
    folder = tmp_path_factory.mktemp("lake") / "captures"
    shutil.copytree(ROOT / "Fixtures" / "captures", folder)
    (folder / "broken.pcap").write_bytes(b"no capture at all, though it is named like one\n")
    (folder / "empty.pcap").write_bytes(b"")
    return folder


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    # Workers are to have what the tests have.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2,3]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture
def fragile(tmp_path: Path, program: Program) -> Program:
    """A program that once kills the worker that calls it, as an executor that is lost does; a mark stays behind."""
    marks = tmp_path / "marks"
    marks.mkdir()
    script = tmp_path / "rdpwhy"
    script.write_text(
        f"""#!/bin/sh
if [ "$2" = run ] && [ "$(ls {marks} | wc -l)" -lt 1 ] && mkdir {marks}/$PPID 2>/dev/null; then
  kill -KILL $PPID
  sleep 1
fi
exec {program.path} "$@"
"""
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return Program(str(script))
