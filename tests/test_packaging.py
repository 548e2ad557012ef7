"""The wheel holds everything, installs in an empty environment and runs from any folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# Installing needs the package index, which the sandbox of the other tests shuts out.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("packaging")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    return next(out.glob("*.whl"))


def test_the_wheel_carries_systems_and_references_inside_the_package_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"bench"}
    assert "bench/systems/lead.py" in names
    assert "bench/systems/_ranking.py" in names
    assert "bench/references/wire/corpus.toml" in names
    tracked = subprocess.run(
        ["git", "ls-files", "references", "systems"], cwd=ROOT, capture_output=True, text=True
    )
    for name in tracked.stdout.split():
        assert f"bench/{name}" in names
    assert not [name for name in names if "__pycache__" in name or name.endswith(".part")]


def test_an_empty_environment_runs_the_main_job_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    install = subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if install.returncode and "No matching distribution" in install.stderr:
        pytest.skip("no package index can be reached from here")
    assert install.returncode == 0, install.stderr
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "SUMBENCH"))}
    clean |= {"HOME": str(tmp_path / "home"), "COLUMNS": "160"}
    command = [str(python.parent / "sumbench"), "run", "--limit", "2"]
    done = subprocess.run(command, cwd=elsewhere, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "lead" in done.stdout
    assert (elsewhere / "results" / "wire" / "leaderboard.csv").is_file()


def test_the_scorer_installed_is_the_one_the_signature_names() -> None:
    from importlib.metadata import version

    # A resolve that takes wheels only would silently have chosen 0.0.4.
    assert version("rouge-score") == "0.1.2"
