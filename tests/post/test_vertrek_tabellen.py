"""Every table that speaks of a person is one that gives to who asks, and forgets who leaves."""

from typing import Any

import pytest
from test_reservekopie import wegwijzer

from bot.wiring import Wegwijzer
from scheduler.vertrek import VAN_MENS, VERWIJZINGEN

__all__ = ["wegwijzer"]
ELDERS = {"kanaaladres", "inlogsleutel"}  # given by address; the hash of a key that lives a quarter
ZONDER_SLEUTEL = {"door", "wie", "melder", "deelnemer", "eigenaar"}  # columns that name a person


def find_verwijzingen(wegwijzer: Wegwijzer) -> list[dict[str, Any]]:
    """Return what refers to a person: table, column, and what happens to it; empty for nothing."""
    database, found = wegwijzer.database, []
    for tabel in database.table_names():
        rows = list(database.query(f"PRAGMA foreign_key_list({tabel})"))
        keys = {row["from"]: row["on_delete"] for row in rows if row["table"] == "deelnemer"}
        loose = {k.name for k in database[tabel].columns} & ZONDER_SLEUTEL - keys.keys()
        found += [{"tabel": tabel, "kolom": k, "doet": doet} for k, doet in keys.items()]
        found += [{"tabel": tabel, "kolom": k, "doet": ""} for k in loose]
    return found


def test_each_is_forgotten_with_the_person(wegwijzer: Wegwijzer) -> None:
    found = find_verwijzingen(wegwijzer)
    assert len(found) > 20, "anders toetst dit niets"
    for verwijzing in found:
        tabel, kolom = verwijzing["tabel"], verwijzing["kolom"]
        emptied = f"UPDATE {tabel} SET {kolom} = NULL WHERE {kolom} = ?" in VERWIJZINGEN
        known = verwijzing["doet"] in {"CASCADE", "SET NULL"} or emptied
        assert known or tabel == "vertrokken", verwijzing


@pytest.mark.parametrize("wat", sorted(VAN_MENS))
def test_what_is_asked_can_be_asked(wegwijzer: Wegwijzer, wat: str) -> None:
    assert list(wegwijzer.database.query(VAN_MENS[wat], ["niemand"])) == []


def test_each_is_given_to_who_asks(wegwijzer: Wegwijzer) -> None:
    asked = " ".join(VAN_MENS.values()).split()
    tabellen = {verwijzing["tabel"] for verwijzing in find_verwijzingen(wegwijzer)}
    assert tabellen - ELDERS - {"vertrokken"} <= set(asked)
