"""A backup that is put back gives nobody a role back, and writes to no address that was taken away."""

from pathlib import Path

from test_reservekopie import add, wegwijzer

from bot.settings import Settings
from bot.wiring import Wegwijzer, compose
from knowledge.database import write_transaction
from knowledge.deelnemers import change_rol
from knowledge.mailadres import find_mailadres, write_mailadres
from scheduler.reservekopie import make_kopie, restore_kopie
from sociale_kaart.deelnemer import Rol

__all__ = ["wegwijzer"]


def find_rollen(wegwijzer: Wegwijzer) -> dict[str, str]:
    return {row["id"]: row["rol"] for row in wegwijzer.database["deelnemer"].rows}


def test_a_role_that_was_taken_away_since_stays_away(wegwijzer: Wegwijzer, tmp_path: Path) -> None:
    add(wegwijzer, "een")
    add(wegwijzer, "twee")
    with write_transaction(wegwijzer.database) as database:
        change_rol(database, "een", Rol.AANVOERDER)
    voor = find_rollen(wegwijzer)
    make_kopie(wegwijzer.database, tmp_path / "kopie.db")
    with write_transaction(wegwijzer.database) as database:
        change_rol(database, "een", Rol.PROFESSIONAL)
    restore_kopie(wegwijzer.database, tmp_path / "kopie.db")
    assert find_rollen(wegwijzer) == voor | {"een": "professional"}
    nieuw = compose(Settings(data=tmp_path / "nieuw", _env_file=None), wegwijzer.clock)
    restore_kopie(nieuw.database, tmp_path / "kopie.db")
    assert find_rollen(nieuw) == voor, "op een nieuwe machine is niets bekend van na de kopie"


def test_a_mail_address_that_was_taken_away_since_stays_away(
    wegwijzer: Wegwijzer, tmp_path: Path
) -> None:
    database = wegwijzer.database
    for wie in ("een", "twee"):
        add(wegwijzer, wie)
        write_mailadres(database, wie, f"{wie}@voorbeeldpost.nl")
    make_kopie(database, tmp_path / "kopie.db")
    write_mailadres(database, "een", None)
    restore_kopie(database, tmp_path / "kopie.db")
    assert find_mailadres(database, "een") is None
    assert find_mailadres(database, "twee") == "twee@voorbeeldpost.nl"
