"""The recipes for schedulers are what their readers expect, and accept exit code 3."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).resolve().parents[2] / "schedulers"
ACCEPTS_PARTIAL = "|| [ $? -eq 3 ]"


@pytest.mark.parametrize("name", ["slurm.sh", "aws-batch.sh"])
def test_scripts(name: str) -> None:
    subprocess.run(["bash", "-n", str(FOLDER / name)], check=True)


def test_slurm_merges_after_all_shards() -> None:
    text = (FOLDER / "slurm.sh").read_text()
    assert "--dependency=\"afterok:$array\"" in text
    assert text.count("-eq 3 ]") == 3


def test_kubernetes() -> None:
    shards, merge = yaml.safe_load_all((FOLDER / "kubernetes.yaml").read_text())
    assert shards["spec"]["completionMode"] == "Indexed"
    container = shards["spec"]["template"]["spec"]["containers"][0]
    assert container["env"] == [{"name": "JOB_COMPLETIONS", "value": str(shards["spec"]["completions"])}]
    waiting = merge["spec"]["template"]["spec"]["initContainers"][0]["args"][0]
    assert f"-lt {shards['spec']['completions']} ]" in waiting
    for job in (shards, merge):
        spec = job["spec"]["template"]["spec"]
        assert spec["containers"][0]["args"][0].endswith(ACCEPTS_PARTIAL)
        names = {volume["name"] for volume in spec["volumes"]}
        assert {mount["name"] for mount in spec["containers"][0]["volumeMounts"]} <= names


@pytest.mark.parametrize("name", ["shard", "merge"])
def test_aws_batch(name: str) -> None:
    definition = json.loads((FOLDER / f"aws-batch-{name}.json").read_text())
    assert definition["jobDefinitionName"] == f"rdpwhy-{name}"
    assert definition["containerProperties"]["command"][-1].endswith(ACCEPTS_PARTIAL)
