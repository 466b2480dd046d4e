"""Folders, the wheel, the import contracts and the type checker speak of the same packages."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
PACKAGES = ["bot", "handlers", "knowledge", "scheduler", "sociale_kaart"]
LOCKS = ("requirements.lock", "requirements-dev.lock")
NEVER_SHIPPED = {"benchmarks"}  # measured with, beside the program


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def find_contract(project: dict[str, Any], contract: str) -> dict[str, Any]:
    contracts = project["tool"]["importlinter"]["contracts"]
    return next(found for found in contracts if found["id"] == contract)


def test_every_folder_with_code_is_a_package_of_the_project() -> None:
    found = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert found - NEVER_SHIPPED - {"tests"} == set(PACKAGES)


def test_every_package_says_what_it_is() -> None:
    for package in PACKAGES:
        assert (ROOT / package / "__init__.py").read_text(encoding="utf-8").startswith('"""')


def test_the_wheel_holds_every_package(project: dict[str, Any]) -> None:
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == PACKAGES


def test_the_source_distribution_holds_every_package(project: dict[str, Any]) -> None:
    sdist = project["tool"]["hatch"]["build"]["targets"]["sdist"]["only-include"]
    assert set(PACKAGES) <= set(sdist)
    assert {"tests", "LICENSE", "README.md"} <= set(sdist)


def test_the_type_checker_reads_every_package(project: dict[str, Any]) -> None:
    assert set(project["tool"]["mypy"]["packages"]) - NEVER_SHIPPED == set(PACKAGES)
    assert project["tool"]["mypy"]["strict"] is True


def test_the_import_contracts_cover_every_package(project: dict[str, Any]) -> None:
    assert project["tool"]["importlinter"]["root_packages"] == PACKAGES
    assert set(find_contract(project, "direction")["layers"]) == set(PACKAGES)
    assert set(find_contract(project, "cycles")["ancestors"]) == set(PACKAGES)


def test_a_package_imports_only_to_its_left(project: dict[str, Any]) -> None:
    layers = find_contract(project, "direction")["layers"]
    assert layers == ["bot", "handlers", "scheduler", "knowledge", "sociale_kaart"]


@pytest.mark.parametrize(
    ("contract", "may"),
    [
        ("channels", {"bot"}),
        ("apscheduler", {"scheduler"}),
        ("search", {"knowledge"}),
    ],
)
def test_what_one_package_knows_is_forbidden_to_all_others(
    project: dict[str, Any], contract: str, may: set[str]
) -> None:
    assert set(find_contract(project, contract)["source_modules"]) == set(PACKAGES) - may


def test_every_contract_has_an_id_of_its_own(project: dict[str, Any]) -> None:
    ids = [contract["id"] for contract in project["tool"]["importlinter"]["contracts"]]
    assert len(set(ids)) == len(ids)


def test_the_command_is_the_one_entry_point(project: dict[str, Any]) -> None:
    assert project["project"]["scripts"] == {"wegwijzer": "bot.begin:main"}


def read_requirements(lock: str) -> dict[str, str]:
    """Return the pinned packages, each with the rest of its lines."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [
        line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]
    return {re.split(r"[=\s;\[]", line, maxsplit=1)[0]: line for line in lines}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_in_a_lock_file_is_pinned_with_hashes(lock: str) -> None:
    requirements = read_requirements(lock)
    assert requirements
    for line in requirements.values():
        assert re.match(r"[a-z0-9][a-z0-9._-]*==\S+", line), line
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), line


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    for word in (
        "://",
        "--index-url",
        "--extra-index-url",
        "--find-links",
        "--trusted-host",
        "-e ",
    ):
        assert word not in text


def test_the_lock_files_hold_every_dependency(project: dict[str, Any]) -> None:
    named = {re.split(r"[>=<\[ ]", need)[0] for need in project["project"]["dependencies"]}
    build = {re.split(r"[>=<\[ ]", need)[0] for need in project["dependency-groups"]["build"]}
    dev = {
        re.split(r"[>=<\[ ]", need)[0]
        for need in project["dependency-groups"]["dev"]
        if isinstance(need, str)
    }
    runtime, everything = (read_requirements(lock).keys() for lock in LOCKS)
    assert named | build <= runtime
    assert named | build | dev <= everything


def test_the_two_lock_files_agree() -> None:
    runtime, everything = map(read_requirements, LOCKS)
    for name, line in runtime.items():
        assert line.split()[0] == everything[name].split()[0]


def test_what_git_ignores_is_anchored() -> None:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert [line for line in lines if not line.startswith("/")] == ["__pycache__/"]


def test_no_two_test_files_share_a_name() -> None:
    paths = (ROOT / "tests").rglob("*.py")
    names = [path.name for path in paths if path.name != "conftest.py"]
    assert sorted(names) == sorted(set(names))
