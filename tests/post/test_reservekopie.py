"""A backup comes back whole, and who left since is erased again."""

import sqlite3
import stat
from datetime import datetime
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.wiring import Wegwijzer, compose
from knowledge.database import put_broken_aside, write_transaction
from knowledge.deelnemers import Adres, write_deelnemer
from scheduler.clock import AMSTERDAM, FixedClock
from scheduler.reservekopie import make_kopie, restore_kopie
from scheduler.vertrek import erase_deelnemer
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol
from sociale_kaart.errors import MapOnschrijfbaar, ReservekopieOngeldig

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday


@pytest.fixture
def wegwijzer(tmp_path: Path) -> Wegwijzer:
    return compose(Settings(data=tmp_path / "data", _env_file=None), FixedClock(NU))


def add(wegwijzer: Wegwijzer, naam: str) -> None:
    deelnemer = Deelnemer(
        id=naam,
        rol=Rol.PROFESSIONAL,
        organisatie="Wijkteam",
        soort=Organisatiesoort.WIJKTEAM,
        gemeente="zwijndrecht",
    )
    with write_transaction(wegwijzer.database):
        adres = Adres(kanaal="telegram", adres=f"adres-{naam}")
        write_deelnemer(wegwijzer.database, deelnemer, adres, NU)


def find_ids(wegwijzer: Wegwijzer) -> list[str]:
    return [row["id"] for row in wegwijzer.database["deelnemer"].rows_where(order_by="id")]


def test_what_was_kept_comes_back(wegwijzer: Wegwijzer, tmp_path: Path) -> None:
    add(wegwijzer, "een")
    make_kopie(wegwijzer.database, tmp_path / "kopie.db")
    add(wegwijzer, "twee")
    assert restore_kopie(wegwijzer.database, tmp_path / "kopie.db") == 0
    assert find_ids(wegwijzer) == ["een"]
    assert wegwijzer.database["voorziening"].count > 60


def test_who_left_since_is_erased_again(wegwijzer: Wegwijzer, tmp_path: Path) -> None:
    add(wegwijzer, "blijft")
    add(wegwijzer, "vertrekt")
    make_kopie(wegwijzer.database, tmp_path / "kopie.db")
    erase_deelnemer(wegwijzer.database, "vertrekt", NU)
    assert restore_kopie(wegwijzer.database, tmp_path / "kopie.db") == 1
    assert find_ids(wegwijzer) == ["blijft"]
    assert "adres-vertrekt" not in "\n".join(wegwijzer.database.conn.iterdump())
    assert restore_kopie(wegwijzer.database, tmp_path / "kopie.db") == 1


def test_another_connection_goes_on_with_what_was_put_back(
    wegwijzer: Wegwijzer, tmp_path: Path
) -> None:
    ander = compose(wegwijzer.settings, wegwijzer.clock)
    before = ander.database.execute("SELECT stand FROM kaartstand").fetchone()[0]
    make_kopie(wegwijzer.database, tmp_path / "kopie.db")
    add(wegwijzer, "een")
    restore_kopie(wegwijzer.database, tmp_path / "kopie.db")
    assert find_ids(ander) == []
    after = ander.database.execute("SELECT stand FROM kaartstand").fetchone()[0]
    assert after > before, "wie de kaart onthoudt leest hem opnieuw"


def test_a_backup_is_readable_by_its_owner_alone(wegwijzer: Wegwijzer, tmp_path: Path) -> None:
    path = tmp_path / "kopie.db"
    make_kopie(wegwijzer.database, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [found.name for found in tmp_path.iterdir() if "deel" in found.name] == []


def test_a_backup_over_an_older_one_replaces_it(wegwijzer: Wegwijzer, tmp_path: Path) -> None:
    path = tmp_path / "kopie.db"
    make_kopie(wegwijzer.database, path)
    add(wegwijzer, "een")
    make_kopie(wegwijzer.database, path)
    restore_kopie(wegwijzer.database, path)
    assert find_ids(wegwijzer) == ["een"]


def test_a_backup_into_a_folder_that_is_not_there_is_refused(
    wegwijzer: Wegwijzer, tmp_path: Path
) -> None:
    with pytest.raises(MapOnschrijfbaar):
        make_kopie(wegwijzer.database, tmp_path / "nergens" / "kopie.db")


@pytest.mark.parametrize("inhoud", [b"", b"geen database", b"SQLite format 3\x00" + b"x" * 5000])
def test_a_file_that_is_no_backup_changes_nothing(
    wegwijzer: Wegwijzer, tmp_path: Path, inhoud: bytes
) -> None:
    add(wegwijzer, "een")
    path = tmp_path / "kopie.db"
    path.write_bytes(inhoud)
    with pytest.raises(ReservekopieOngeldig):
        restore_kopie(wegwijzer.database, path)
    assert find_ids(wegwijzer) == ["een"]


def test_a_broken_database_makes_way_for_a_backup(wegwijzer: Wegwijzer, tmp_path: Path) -> None:
    add(wegwijzer, "een")
    make_kopie(wegwijzer.database, tmp_path / "kopie.db")
    folder = tmp_path / "stuk"
    folder.mkdir()
    (folder / "wegwijzer.db").write_bytes(b"rommel" * 500)
    assert put_broken_aside(folder) == folder / "wegwijzer.db.stuk"
    nieuw = compose(Settings(data=folder, _env_file=None), wegwijzer.clock, fill=False)
    restore_kopie(nieuw.database, tmp_path / "kopie.db")
    assert find_ids(nieuw) == ["een"]
    assert put_broken_aside(folder) is None


def test_a_database_of_another_program_is_no_backup(wegwijzer: Wegwijzer, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "ander.db")
    other.execute("CREATE TABLE boodschappen (wat TEXT)")
    other.commit()
    other.close()
    with pytest.raises(ReservekopieOngeldig):
        restore_kopie(wegwijzer.database, tmp_path / "ander.db")


def test_a_file_that_is_not_there_is_no_backup(wegwijzer: Wegwijzer, tmp_path: Path) -> None:
    with pytest.raises(ReservekopieOngeldig):
        restore_kopie(wegwijzer.database, tmp_path / "nergens.db")
