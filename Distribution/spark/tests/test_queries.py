"""Every query of Docs/queries.md runs and says what the output says."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from rdpwhy_spark import Program

PAGE = Path(__file__).resolve().parents[3] / "Docs" / "queries.md"
BLOCKS = re.findall(r"```sql\n(.*?)```", PAGE.read_text(), re.DOTALL)
NETWORKS = [
    ("10.8.3.4", "10.8.0.0/16", True),
    ("10.9.3.4", "10.8.0.0/16", False),
    ("10.9.3.4", "0.0.0.0/0", True),
    ("2001:db8::7", "2001:db8::/32", True),
    ("2001:db9::7", "2001:db8::/32", False),
    ("::1", "::1/128", True),
    ("fe80::1:2", "10.8.0.0/16", False),
]


@pytest.fixture(scope="module")
def output(program: Program, captures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("queries") / "drops.ndjson"
    path.write_text(program.run(["batch", str(captures), "--quiet"]))
    return path


@pytest.fixture(scope="module")
def database(output: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(BLOCKS[0].replace("'drops.ndjson'", f"'{output}'"))
    return connection


def test_there_are_ten() -> None:
    assert len(BLOCKS) == 11


@pytest.mark.parametrize("number", range(1, 11))
def test_each_runs(database: duckdb.DuckDBPyConnection, number: int) -> None:
    rows = database.execute(BLOCKS[number]).fetchall()
    # No fixture is of a server that refuses TLS 1.2 alone, or has a certificate that ends.
    assert rows or number in (4, 5)


def test_drops_are_those_of_the_output(database: duckdb.DuckDBPyConnection, output: Path) -> None:
    records = [json.loads(line) for line in output.read_text().splitlines()]
    causes = [record["verdict"]["cause"] for record in records if record["schema"] == "rdpwhy/session/1"]
    expected = Counter(cause for cause in causes if cause not in ("clean", "undetermined"))
    found: Counter[str] = Counter()
    for _, _, cause, drops in database.execute(BLOCKS[1]).fetchall():
        found[cause] += drops
    assert found == expected


@pytest.mark.parametrize(("address", "network", "is_member"), NETWORKS)
def test_networks(database: duckdb.DuckDBPyConnection, address: str, network: str, is_member: bool) -> None:
    row = database.execute("SELECT in_network(?, ?)", [address, network]).fetchone()
    assert row == (is_member,)
