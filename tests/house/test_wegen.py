"""No two areas give the same name to a command, a button or a text: the last would win unseen."""

import ast
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

import handlers
from handlers import dispatch

HANDLERS = Path(handlers.__file__).parent
AREAS = sorted(path.parent.name for path in HANDLERS.glob("*/wegen.py"))


def find_own(naam: str) -> list[str]:
    """Return the names that dispatch writes out itself; a constant by its value."""
    tree = ast.parse((HANDLERS / "dispatch.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == naam:
            assert isinstance(node.value, ast.Dict)
            keys = [key for key in node.value.keys if key is not None]
            return [
                key.value if isinstance(key, ast.Constant) else getattr(dispatch, ast.unparse(key))
                for key in keys
            ]
    raise AssertionError(naam)


@pytest.mark.parametrize("naam", ["OPDRACHTEN", "DRUKKEN", "WACHTENDEN"])
def test_every_way_in_has_a_name_of_its_own(naam: str) -> None:
    assert AREAS
    areas = [import_module(f"handlers.{area}.wegen") for area in AREAS]
    names = Counter([*find_own(naam), *(key for area in areas for key in getattr(area, naam, {}))])
    assert [name for name, times in names.items() if times > 1] == []
    assert set(names) == set(getattr(dispatch, naam))
