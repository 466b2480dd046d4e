"""What can be set, typed or read by a program is named in the documentation."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from bot.cli import app
from bot.jsonl import answer_lines, tell_lines
from bot.settings import PREFIX, Settings
from handlers.dispatch import OPDRACHTEN
from handlers.rechten import may
from handlers.render import Renderer
from knowledge.kennis import Kennis
from sociale_kaart.deelnemer import Rol

ROOT = Path(__file__).parent.parent.parent
FIELDS = (
    "id vraag gemeente besluit treffers slug score spoed persoonsgegevens soort waarde fout"
).split()
MOMENTVELDEN = "id tekst nu moment herhaling rest fout".split()
SOORTEN = (
    "naam bsn geboortedatum telefoon email adres postcode kenteken iban dossiernummer"
).split()


@pytest.fixture(scope="module")
def docs() -> str:
    paths = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths if path.exists())


def find_commands() -> list[str]:
    """Return every command as it is typed."""

    def walk(command: object, path: str) -> Iterator[str]:
        subcommands = getattr(command, "commands", None)
        if subcommands is None:
            yield path
            return
        for name, subcommand in subcommands.items():
            yield from walk(subcommand, f"{path} {name}")

    return list(walk(typer.main.get_command(app), "wegwijzer"))


@pytest.mark.parametrize("setting", Settings.model_fields)
def test_every_setting_is_documented(docs: str, setting: str) -> None:
    assert f"{PREFIX}{setting.upper()}" in docs


@pytest.mark.parametrize("command", find_commands())
def test_every_command_is_documented(docs: str, command: str) -> None:
    assert command in docs


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_every_command_in_a_chat_is_documented(docs: str, opdracht: str) -> None:
    assert opdracht in docs


@pytest.mark.parametrize("field", sorted({*FIELDS, *MOMENTVELDEN}))
def test_every_field_of_the_contract_is_documented(docs: str, field: str) -> None:
    assert f"`{field}`" in docs or f'"{field}"' in docs


@pytest.mark.parametrize("soort", SOORTEN)
def test_every_kind_of_personal_data_is_documented(docs: str, soort: str) -> None:
    assert soort in docs


def test_no_field_goes_out_that_is_not_in_the_contract(kennis: Kennis) -> None:
    lines = ['{"id": 1, "vraag": "briefadres, mail j.devries@voorbeeld.nl"}', "onzin"]
    replies = map(json.loads, answer_lines(lines, kennis.vraagbaak, Renderer().label))
    assert set().union(*map(find_keys, replies)) == set(FIELDS) - {"vraag", "gemeente"}


def test_no_field_of_a_moment_goes_out_that_is_not_in_the_contract() -> None:
    lines = ['{"id": 1, "tekst": "elke week bellen", "nu": "2026-11-24T10:15"}', "onzin"]
    replies = map(json.loads, tell_lines(lines, Renderer().label))
    assert set().union(*map(find_keys, replies)) == set(MOMENTVELDEN) - {"tekst", "nu"}


def find_keys(data: object) -> set[str]:
    """Return every key in plain data, however deep."""
    if isinstance(data, list):
        return set().union(*map(find_keys, data))
    if isinstance(data, dict):
        return set(data).union(*map(find_keys, data.values()))
    return set()


def test_the_help_of_every_command_is_there() -> None:
    def walk(command: object) -> Iterator[object]:
        yield command
        for subcommand in getattr(command, "commands", {}).values():
            yield from walk(subcommand)

    for command in walk(typer.main.get_command(app)):
        assert (command.help or "").strip(), command.name


def test_the_chat_help_names_every_command_but_the_first() -> None:
    for rol in Rol:
        text = Renderer().render("help", rol=rol.value)
        for opdracht in set(OPDRACHTEN) - {"/start"}:
            assert (f"{opdracht}:" in text) == may(rol, opdracht)
