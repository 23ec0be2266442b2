"""What is installed is whole: the wheel holds the program with its styles and agendas, and nothing else."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this checkout, built with what is installed: no network needed."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(PROJECT)]
    run = subprocess.run(build, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    [path] = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def unpacked(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def names_in(folder: Path, pattern: str) -> set[str]:
    return {path.name for path in folder.rglob(pattern)}


def test_every_module_is_in_it(unpacked):
    assert names_in(unpacked / "facilitator", "*.py") == names_in(PROJECT / "facilitator", "*.py")


@pytest.mark.parametrize(("folder", "pattern"), [("styles", "*.tcss"), ("agendas", "*.yaml"), ("agendas", "*.script")])
def test_styles_and_agendas_travel_inside_the_package(unpacked, folder, pattern):
    here = names_in(PROJECT / folder, pattern)
    assert here
    assert names_in(unpacked / "facilitator" / folder, pattern) == here


def test_nothing_else_is_in_it(unpacked):
    beside = {path.name for path in unpacked.iterdir() if path.suffix not in (".data", ".dist-info")}
    assert beside == {"facilitator"}
    assert not names_in(unpacked, "test_*")


def test_it_brings_the_command_and_the_license(unpacked):
    [info] = unpacked.glob("*.dist-info")
    assert "facilitator = facilitator.__main__:main" in (info / "entry_points.txt").read_text()
    assert (info / "licenses/LICENSE").is_file()


def test_it_brings_the_manual_page_to_where_man_looks(unpacked):
    [data] = unpacked.glob("*.data")
    [page] = (path for path in data.rglob("*") if path.is_file())
    assert page.relative_to(data).as_posix() == "data/share/man/man1/facilitator.1"


def test_it_finds_its_agendas_and_styles_from_any_folder(unpacked, tmp_path):
    program = "from facilitator.resources import *; print(agendas_dir(), styles_dir(), sep='\\n')"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env={"PYTHONPATH": str(unpacked)}, capture_output=True, text=True
    )
    assert run.stdout.splitlines() == [str(unpacked / "facilitator" / name) for name in ("agendas", "styles")]
