"""Every button of the assistant with everything of somebody else: nothing is read, nothing moves."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from bestandsbureau import NU, Bureau
from kantoor import find_data, read

from bot.settings import Settings
from bot.wiring import compose
from handlers.dispatch import GEBIEDEN
from handlers.exchange import MAX_DATA
from knowledge.database import write_transaction
from scheduler.clock import FixedClock
from sociale_kaart.deelnemer import Organisatiesoort, Rol

KNOPPEN = sorted(naam for gebied in GEBIEDEN for naam in gebied.DRUKKEN)
MERK = "paarsekwartel"  # in all that nobody else may read
KAART = "briefadres-zwijndrecht"
VAN_ANNA = (
    *("herinnering", "herinnering_gebeurtenis", "concept", "invoer", "melding", "hulpvraag"),
    *("hulpvraag_gebeurtenis", "hulpvraag_bericht", "hulpvraag_gevraagd", "werktijd"),
    *("weekoverzicht", "agenda_adres", "weekbericht", "voorziening_versie"),
)
ACHTER = ("", ":ja")


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bureau]:
    folder = tmp_path_factory.mktemp("ander")
    settings = Settings(data=folder, vier_ogen="zwijndrecht", per_minuut=0, _env_file=None)
    kantoor = Bureau(compose(settings, FixedClock(NU)))
    kantoor.wegwijzer.database.conn.execute("PRAGMA synchronous = OFF")  # no power cut is tried
    yield kantoor
    assert kantoor.gemeld == []


def fill(bureau: Bureau) -> list[str]:
    """Let Anna have one of everything, and return the references of all of it, with her own."""
    anna = bureau.add(Rol.AANVOERDER, "zwijndrecht", Organisatiesoort.GEMEENTE)
    bureau.add(Rol.AMBASSADEUR, "zwijndrecht", Organisatiesoort.WIJKTEAM)
    zin = bureau.say(anna, f"/herinner over 2 weken {MERK} bellen")
    bureau.press(anna, next(data for data in find_data(zin) if data.startswith("hz:")))
    bureau.press(anna, f"kloptniet:{KAART}")
    bureau.say(anna, f"{MERK} klopt niet")
    bureau.press(anna, f"bewerk:{KAART}")
    [concept] = bureau.wegwijzer.database["concept"].rows
    bureau.press(anna, f"veld:{concept['id']}:wachttijd")
    bureau.say(anna, f"{MERK} weken")
    stap = bureau.press(anna, f"hv:wowawe:{KAART}")
    hulpvraag = next(d for d in find_data(stap) if d.startswith("hvz:"))[4:]
    bureau.press(anna, f"hvz:{hulpvraag}")
    bureau.say(anna, f"{MERK} zit vast")
    bureau.press(anna, "agadres:nieuw")
    rij = bureau.copy(KAART, wachttijd=f"{MERK} maanden")
    bureau.send(anna, rij, naam=f"{MERK}.csv")
    tabellen = ("herinnering", "concept", "invoer", "melding", "hulpvraag")
    found = [(t, [rij["id"] for rij in bureau.wegwijzer.database[t].rows]) for t in tabellen]
    assert all(ids for _, ids in found), found
    wie = bureau.get(anna)
    assert wie
    return [wie.id, *(ref for _, ids in found for ref in ids)]


def read_all(bureau: Bureau, wie: set[str]) -> dict[str, list[dict[str, Any]]]:
    """Return all rows in which something is Anna's, or that are about what is hers."""
    database = bureau.wegwijzer.database
    return {
        tabel: [rij for rij in database[tabel].rows if wie & {str(w) for w in rij.values()}]
        for tabel in VAN_ANNA
    }


@pytest.mark.parametrize(
    ("rol", "gemeente"),
    [
        (Rol.PROFESSIONAL, "zwijndrecht"),
        (Rol.AANVOERDER, "dordrecht"),
    ],
)
def test_no_button_reads_or_moves_what_is_somebody_elses(
    bureau: Bureau, rol: Rol, gemeente: str | None
) -> None:
    with write_transaction(bureau.wegwijzer.database) as database:
        for tabel in ("deelnemer", "herinnering", "melding", "hulpvraag", "concept", "invoer"):
            database.execute(f"DELETE FROM {tabel}")
    refs = fill(bureau)
    ander = bureau.add(rol, gemeente)
    before = read_all(bureau, set(refs))
    for naam, ref, achter in product(KNOPPEN, refs, ACHTER):
        data = f"{naam}:{ref}{achter}"
        assert len(data.encode()) <= MAX_DATA
        assert MERK not in read(bureau.press(ander, data)), data
    assert read_all(bureau, set(refs)) == before
