"""A backup that is put back opens no door that was shut since."""

from pathlib import Path

from test_reservekopie import NU, add, find_ids, wegwijzer

from bot.settings import Settings
from bot.wiring import Wegwijzer, compose
from knowledge.database import write_transaction
from knowledge.deelnemers import Adres, block
from knowledge.sessies import SessieStore, spend_inlogsleutel, write_inlogsleutel
from knowledge.uitnodigingen import GELDIG, Uitnodiging, spend_uitnodiging, write_uitnodiging
from scheduler.reservekopie import make_kopie, restore_kopie
from sociale_kaart.deelnemer import Organisatiesoort, Rol

__all__ = ["wegwijzer"]
UITNODIGING = Uitnodiging(
    id="u",
    zegel="z",
    rol=Rol.PROFESSIONAL,
    organisatie="Wijkteam",
    soort=Organisatiesoort.WIJKTEAM,
    gemeente="zwijndrecht",
    door=None,
    verloopt=NU + GELDIG,
)


def open_doors(wegwijzer: Wegwijzer) -> str:
    """Let someone have a session, a key and an invitation; return the cookie."""
    add(wegwijzer, "een")
    with write_transaction(wegwijzer.database):
        write_uitnodiging(wegwijzer.database, UITNODIGING)
        write_inlogsleutel(wegwijzer.database, "sleutel", "een", NU)
    return SessieStore(wegwijzer.database).begin("w", "browser", NU)


def test_what_was_shut_since_stays_shut(wegwijzer: Wegwijzer, tmp_path: Path) -> None:
    database = wegwijzer.database
    cookie = open_doors(wegwijzer)
    make_kopie(database, tmp_path / "kopie.db")
    with write_transaction(database):
        block(database, "een", geblokkeerd=True)
        spend_uitnodiging(database, UITNODIGING, Adres(kanaal="web", adres="x"), NU)
    SessieStore(database).end("w")
    spend_inlogsleutel(database, "sleutel", NU)
    restore_kopie(database, tmp_path / "kopie.db")
    [mens] = database["deelnemer"].rows
    assert mens["geblokkeerd"] == 1
    assert SessieStore(database).find(cookie, NU) is None
    assert database["uitnodiging"].count == 0
    assert database["inlogsleutel"].count == 0


def test_on_a_new_machine_all_is_as_it_was(wegwijzer: Wegwijzer, tmp_path: Path) -> None:
    cookie = open_doors(wegwijzer)
    make_kopie(wegwijzer.database, tmp_path / "kopie.db")
    nieuw = compose(Settings(data=tmp_path / "nieuw", _env_file=None), wegwijzer.clock)
    restore_kopie(nieuw.database, tmp_path / "kopie.db")
    assert find_ids(nieuw) == ["een"]
    assert SessieStore(nieuw.database).find(cookie, NU) is not None
    assert nieuw.database["uitnodiging"].count == 1
