"""What is published works without the checkout: the wheel alone has every rule and table, the sdist passes its tests."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Wheel and sdist, built by the standard front end with what the environment has."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return out


def _run(arguments: list[str], cwd: Path, path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=cwd, capture_output=True, text=True, check=False,
                          env={**os.environ, "PYTHONPATH": str(path), "PYTHONSAFEPATH": "1"})


@pytest.mark.slow
def test_wheel_parses_outside_the_checkout(dist: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as wheel:
        wheel.extractall(site)
    shutil.copytree(ROOT / "data" / "raw", tmp_path / "raw")
    where = _run(["-c", "import pipeline; print(pipeline.__file__)"], tmp_path, site)
    assert Path(where.stdout.strip()).is_relative_to(site)
    ended = _run(["-m", "pipeline", "parse", "raw", "--out", "parsed"], tmp_path, site)
    assert ended.returncode == 0, ended.stderr
    assert len(list((tmp_path / "parsed" / "decisions").rglob("*.json"))) == len(list((ROOT / "data" / "raw").iterdir()))
    for command in (["index", "parsed"], ["search", "izglītība", "--in", "parsed"], ["audit", "parsed"], ["doctor"]):
        ended = _run(["-m", "pipeline", *command], tmp_path, site)
        assert ended.returncode == 0 and ended.stdout, f"{command}: {ended.stderr}"


@pytest.mark.slow
def test_sdist_passes_its_own_tests(dist: Path, tmp_path: Path) -> None:
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        archive.extractall(tmp_path, filter="data")
    folder = next(tmp_path.iterdir())
    ended = _run(["-m", "pytest", "-p", "no:cacheprovider", "tests/references", "tests/registry", "tests/eval"], folder, folder)
    assert ended.returncode == 0, ended.stdout[-3000:]
    assert " passed" in ended.stdout
