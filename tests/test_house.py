"""House rules that a linter does not know. The direction of imports is held by import-linter."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

_ROOT = Path(__file__).parents[1]
_MODULES = [path for package in ("claims", "factcheck", "api") for path in (_ROOT / package).rglob("*.py")]

_LONGEST_FILE = 300
_MEDIAN_FUNCTION = 12

_LONG_FOR_A_REASON = {
    "claims/migrations/versions/0001_first_schema.py": "the schema as it first was, a table after the other",
}
"""file -> why it is better in one piece"""

# In two pieces each, so that this file does not hold what it forbids.
_FORBIDDEN = [
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "debian" + ".org",
    "/work" + "/main",
    "/work" + "/shared",
]


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=_ROOT, capture_output=True, text=True, check=True)
    paths = [_ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def _length(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _functions() -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for path in _MODULES:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node


def test_no_module_is_longer_than_one_can_keep_in_mind() -> None:
    too_long = {str(path.relative_to(_ROOT)) for path in _MODULES if _length(path) > _LONGEST_FILE}
    assert too_long == set(_LONG_FOR_A_REASON)


def test_functions_are_short() -> None:
    lengths = [(node.end_lineno or node.lineno) - node.lineno + 1 for node in _functions()]
    assert median(lengths) < _MEDIAN_FUNCTION


def test_every_module_says_what_it_is_for() -> None:
    trees = {str(path.relative_to(_ROOT)): _tree(path) for path in _MODULES}
    assert [name for name, tree in trees.items() if tree.body and not ast.get_docstring(tree)] == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-bench.lock", "requirements-uv.txt"])
def test_the_locks_pin_by_hash_and_name_no_address(name: str) -> None:
    lock = (_ROOT / name).read_text("utf-8")
    pins = re.split(r"^(?=\S+==)", lock, flags=re.MULTILINE)[1:]
    assert pins
    assert [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin] == []
    assert "://" not in lock


def test_the_locks_have_every_dependency_of_the_project() -> None:
    project = (_ROOT / "pyproject.toml").read_text("utf-8")
    exact = re.findall(r'^    "([A-Za-z0-9-]+)(?:\[\w+\])?==([0-9.]+)"', project, flags=re.MULTILINE)
    lock = "".join((_ROOT / f"requirements{name}.lock").read_text("utf-8") for name in ("", "-bench"))
    assert exact
    assert [pin for pin in exact if "{}=={} ".format(*pin) not in re.sub(r"\[\w+\]", "", lock)] == []


def test_no_file_names_a_registry_or_the_place_where_it_was_written() -> None:
    found = [
        (str(path.relative_to(_ROOT)), word)
        for path in _tracked()
        for text in [path.read_bytes()]
        for word in _FORBIDDEN
        if word.encode() in text
    ]
    assert found == []


def test_test_folders_are_packages_so_that_equal_names_do_not_clash() -> None:
    folders = {path.parent for path in (_ROOT / "tests").rglob("test_*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []
