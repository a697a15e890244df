"""The wheel: it holds all of the product and nothing of the tests, and works where only it was installed.

The environment it is tried in sees the distributions that the wheel requires, and what these require, and no
others: a library that only the tests ask for is not there.
"""

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

_ROOT = Path(__file__).parents[1]
_UV = _ROOT / ".tools" / "bin" / "uv"
_PACKAGES = ("claims", "factcheck", "api")


def _run(*command: str | Path, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    run = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"{command}: {run.stdout}{run.stderr}"
    return run.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=_ROOT)
    return next(folder.glob("factcheck-*.whl"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment with the wheel and what it requires."""
    folder = tmp_path_factory.mktemp("clean")
    _run(_UV, "venv", "--quiet", "--python", sys.executable, folder / "env", cwd=folder)
    programs = folder / "env" / "bin"
    install = (_UV, "pip", "install", "--quiet", "--offline", "--no-deps")
    _run(*install, "--python", programs / "python", wheel, cwd=folder)
    _link_required(next((folder / "env" / "lib").glob("python*/site-packages")))
    return programs


def _link_required(target: Path) -> None:
    for found in _required("factcheck", "", set()):
        for file in found.files or ():
            top = file.parts[0]
            if top not in ("..", "__pycache__") and not (target / top).exists():
                (target / top).symlink_to(Path(str(found.locate_file(top))))


def _required(name: str, extra: str, seen: set[tuple[str, str]]) -> Iterator[Distribution]:
    """The distributions that `name` with its `extra` requires here, directly or not."""
    for needed in map(Requirement, distribution(name).requires or ()):
        applies = needed.marker is None or needed.marker.evaluate({"extra": extra})
        for wanted in ("", *needed.extras) if applies else ():
            if (needed.name, wanted) not in seen:
                seen.add((needed.name, wanted))
                yield distribution(needed.name)
                yield from _required(needed.name, wanted, seen)


def test_the_wheel_has_every_file_of_the_three_packages(names: list[str]) -> None:
    files = [path for package in _PACKAGES for path in (_ROOT / package).rglob("*") if path.is_file()]
    expected = {str(path.relative_to(_ROOT)) for path in files if "__pycache__" not in path.parts}
    assert expected <= set(names)


@pytest.mark.parametrize(
    "kind",
    [
        "api/templates/.*[.]html",
        "api/static/.*[.]css",
        "api/static/.*[.]js",
        "api/translations/de/LC_MESSAGES/messages[.]mo",
        "claims/migrations/versions/.*[.]py",
        "factcheck-.*[.]dist-info/licenses/LICENSE",
    ],
)
def test_the_wheel_has_what_is_not_a_module_too(names: list[str], kind: str) -> None:
    assert any(re.fullmatch(kind, name) for name in names)


def test_the_wheel_has_nothing_else(names: list[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(_PACKAGES)


def test_the_command_works_from_any_folder_where_only_the_wheel_is_installed(
    programs: Path, tmp_path: Path
) -> None:
    said = _run(programs / "factcheck", "--help", cwd=tmp_path)
    assert "extract" in said
    assert "serve" in said


@pytest.mark.long
def test_the_packages_are_those_of_the_wheel(programs: Path, tmp_path: Path) -> None:
    said = _run(programs / "python", "-c", "import api; print(api.__file__)", cwd=tmp_path)
    assert Path(said.strip()).is_relative_to(programs.parent)


def test_libraries_of_the_tests_are_not_needed(programs: Path, tmp_path: Path) -> None:
    code = "import importlib.util as u; print(u.find_spec('flask') is not None, u.find_spec('pytest'))"
    assert _run(programs / "python", "-c", code, cwd=tmp_path).split() == ["True", "None"]
