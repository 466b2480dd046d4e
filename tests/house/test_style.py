"""The measures of the house, over the five packages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PACKAGES = ("bot", "handlers", "knowledge", "scheduler", "sociale_kaart")
MOST_LINES = 300  # of a module
LONGEST = 50  # lines of a function; that many is refused
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "services", "manager"}
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def find_functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def find_imports(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_fits_in_the_head(path: Path) -> None:
    assert len(read(path).splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    long = {
        function.name: length
        for function in find_functions(ast.parse(read(path)))
        if (length := (function.end_lineno or 0) - function.lineno + 1) >= LONGEST
    }
    assert long == {}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_opens_with_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(read(path)))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nothing_is_left_to_do(path: Path) -> None:
    words = read(path)
    for mark in ("TODO", "FIXME", "XXX", "HACK"):
        assert mark not in words


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=name)
def test_nothing_is_mocked_and_nothing_sleeps(path: Path) -> None:
    imports = find_imports(ast.parse(read(path)))
    assert not [found for found in imports if found.startswith(("unittest.mock", "mock"))]
    assert not imports & {"time.sleep", "asyncio.sleep"}
    calls = {
        ast.unparse(n.func) for n in ast.walk(ast.parse(read(path))) if isinstance(n, ast.Call)
    }
    assert not calls & {"time.sleep", "asyncio.sleep"}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_the_clock_asks_what_time_it_is(path: Path) -> None:
    calls = {
        ast.unparse(n.func) for n in ast.walk(ast.parse(read(path))) if isinstance(n, ast.Call)
    }
    asking = {"datetime.now", "datetime.today", "date.today", "time.time", "datetime.utcnow"}
    assert name(path) == "scheduler/clock.py" or not calls & asking


def test_every_file_is_named_for_what_is_in_it() -> None:
    assert [name(path) for path in MODULES if path.stem in NAMELESS] == []


def test_what_users_read_stands_in_templates() -> None:
    for path in (ROOT / "handlers").glob("*.py"):
        texts = [
            node.value
            for node in ast.walk(ast.parse(read(path)))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        assert [text for text in texts if "<b>" in text or "<i>" in text] == [], name(path)


def test_tests_are_functions_and_not_classes() -> None:
    for path in TESTS:
        tree = ast.parse(read(path))
        classes = [n.name for n in ast.walk(tree) if isinstance(n, ast.ClassDef)]
        assert [found for found in classes if found.startswith("Test")] == [], name(path)
