"""The watcher of the simulated year sees what goes wrong with a stuck question."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from benchmarks.jaar.hulplogboek import make_logboek
from benchmarks.jaar.hulptoezicht import Hulptoezicht
from benchmarks.jaar.kring import Kring, Persoon
from benchmarks.jaar.spoor import Bericht
from benchmarks.jaar.toezicht import Toezicht
from knowledge.database import open_database
from scheduler.clock import AMSTERDAM
from sociale_kaart.deelnemer import Rol

REF = "0123456789ab"
BEGIN = datetime(2026, 12, 8, 10, tzinfo=AMSTERDAM)  # Tuesday
LANG = BEGIN - timedelta(days=100)
RIJ: dict[str, Any] = {
    "id": REF,
    "organisatiesoort": "school",
    "gemeente": "gouda",
    "gemeentenaam": "Gouda",
    "knelpunt": "anders",
    "haast": "geen",
    "soorten": "",
    "aan_aanvoerder": 0,
    "ronde": 0,
    "gemaakt": BEGIN.isoformat(),
    "volgend": BEGIN.isoformat(),
    "staat": "concept",
    "versie": 1,
}


class Wacht:
    """Writes what a service would write, and lets the watcher look."""

    def __init__(self, folder: Path) -> None:
        self.database = open_database(folder)
        self.database.execute("PRAGMA foreign_keys = OFF")
        make_logboek(self.database)
        rollen = {"wie": Rol.PROFESSIONAL, "helper": Rol.AMBASSADEUR, "aanvoerder": Rol.AANVOERDER}
        mensen = {
            naam: Persoon(id=naam, rol=rol, gemeente="gouda", veranderd=LANG)
            for naam, rol in rollen.items()
        }
        self.mensen = mensen
        self.toezicht = Toezicht(Kring(mensen))
        self.hulp = Hulptoezicht(self.toezicht)
        self._seen = 0
        self.database["hulpvraag"].insert({**RIJ, "vrager": "wie"})
        self.step("begonnen", None, "concept", "wie", versie=1)

    def step(self, wat: str, van: str | None, naar: str, door: str | None, **rij: object) -> None:
        self.database["hulpvraag_gebeurtenis"].insert(
            {
                "hulpvraag": REF,
                "op": BEGIN.isoformat(),
                "gebeurtenis": wat,
                "van": van,
                "naar": naar,
                "door": door,
            }
        )
        self.database["hulpvraag"].update(REF, {"staat": naar, **rij})
        self.look()

    def take(self) -> None:
        """Bring it to where somebody has it."""
        self.database["hulpvraag_gevraagd"].insert({"hulpvraag": REF, "deelnemer": "helper"})
        self.step("verstuurd", "concept", "open", "wie", versie=2)
        self.step("opgepakt", "open", "opgepakt", "helper", versie=3, bij="helper")

    def close(self, *uitkomsten: str) -> None:
        for uitkomst in uitkomsten:
            self.database["hulpvraag_registratie"].insert(
                {
                    "week": "2026-W50",
                    "gemeente": "gouda",
                    "knelpunt": "anders",
                    "organisatiesoort": "school",
                    "uitkomst": uitkomst,
                }
            )
        self.database.execute("DELETE FROM hulpvraag WHERE id = ?", [REF])
        self.look()

    def look(self) -> None:
        rows = self.database.execute(
            "SELECT * FROM hulplogboek WHERE nummer > ? ORDER BY nummer", [self._seen]
        ).fetchall()
        for row in rows:
            self._seen = row["nummer"]
            self.hulp.note_regel(dict(row), BEGIN)
        self.hulp.end_look()
        self.hulp.note_rij(REF, self.database, BEGIN)

    def tell(self, aan: str, soort: str, op: datetime = BEGIN, **velden: Any) -> None:
        self.hulp.note_bericht(Bericht(op=op, aan=aan, soort=soort, onderwerp=REF, **velden))

    def check(self, nu: datetime) -> None:
        self.hulp.check(REF, self.hulp.sporen[REF], nu)

    @property
    def fouten(self) -> dict[str, int]:
        return {naam.removeprefix("hulp: "): n for naam, n in self.toezicht.fouten.items()}


@pytest.fixture
def wacht(tmp_path: Path) -> Iterator[Wacht]:
    found = Wacht(tmp_path)
    yield found
    found.database.conn.close()


def test_the_watcher_is_content_with_a_question_that_is_solved(wacht: Wacht) -> None:
    wacht.take()
    wacht.tell("wie", "hulp_opgepakt")
    wacht.step("geschreven", "opgepakt", "opgepakt", "wie")  # words of the asker are no step
    wacht.tell("helper", "hulp_woorden", tekst="een")
    wacht.step("opgelost", "opgepakt", "voorgelegd", "helper", versie=4)
    wacht.tell("wie", "hulp_voorgelegd", versie=4)
    wacht.check(BEGIN + timedelta(days=3))
    wacht.database["hulpvraag_gevraagd"].delete_where()
    wacht.database["hulpvraag_gebeurtenis"].delete_where()
    wacht.close("opgelost")
    wacht.hulp.check_tekst(wacht.database)
    assert wacht.fouten == {}


def test_the_watcher_sees_a_step_that_is_none_and_one_that_was_lost(wacht: Wacht) -> None:
    wacht.step("bevestigd", "concept", "voorgelegd", "wie", versie=2, bij="helper")
    wacht.step("nog_niet", "voorgelegd", "opgepakt", "wie", versie=9)
    assert wacht.fouten == {"geen pad": 1, "stap dubbel of verloren": 1}


@pytest.mark.parametrize(
    ("uitkomsten", "fout"),
    [
        ((), "registratie te veel of te weinig"),
        (("ingetrokken", "ingetrokken"), "registratie te veel of te weinig"),
        (("opgelost",), "geen pad"),  # nobody said so
    ],
)
def test_the_watcher_sees_a_close_that_is_not_registered_once_as_what_it_was(
    wacht: Wacht, uitkomsten: tuple[str, ...], fout: str
) -> None:
    wacht.take()
    wacht.database["hulpvraag_gevraagd"].delete_where()
    wacht.database["hulpvraag_gebeurtenis"].delete_where()
    wacht.close(*uitkomsten)
    assert wacht.fouten == {fout: 1}


def test_the_watcher_sees_what_is_left_of_what_closed(wacht: Wacht) -> None:
    wacht.take()
    woord = {"hulpvraag": REF, "deelnemer": "wie", "van_vrager": 1, "op": "", "tekst": ""}
    wacht.database["hulpvraag_bericht"].insert({**woord, "tekst": f"woord {REF} 1"})
    wacht.close("ingetrokken")
    wacht.hulp.check_tekst(wacht.database)
    assert wacht.fouten == {"niet alles gewist": 1, "tekst blijft": 1}


def test_the_watcher_sees_who_should_not_be_told_and_when(wacht: Wacht) -> None:
    wacht.take()
    nacht = BEGIN + timedelta(hours=12)
    wacht.tell("helper", "hulp_woorden", BEGIN + timedelta(minutes=14), tekst="een")
    wacht.tell("helper", "hulp_woorden", nacht, tekst="een")
    wacht.tell("helper", "hulp_navraag", versie=2)
    wacht.tell("aanvoerder", "hulp_navraag")
    wacht.mensen["aanvoerder"].geblokkeerd = True
    wacht.tell("aanvoerder", "hulp_ander")
    assert wacht.fouten == {
        "dubbel": 1,
        "buiten werktijd": 1,
        "achterhaald": 1,
        "aan een ander": 1,
        "aan wie onbereikbaar is": 1,
    }


def test_the_watcher_sees_what_lies_with_nobody_and_what_falls_silent(wacht: Wacht) -> None:
    wacht.take()
    wacht.check(BEGIN + timedelta(days=30))
    assert wacht.fouten == {"stil": 1}
    wacht.mensen["helper"].geblokkeerd = True
    wacht.check(BEGIN + timedelta(days=31))
    wacht.check(BEGIN + timedelta(days=36))
    assert wacht.fouten == {"stil": 1, "bij niemand": 1}


def test_the_watcher_waits_until_who_just_got_it_has_worked(wacht: Wacht) -> None:
    wacht.take()
    wacht.mensen["helper"].dagen = frozenset({2, 3})
    monday = datetime(2027, 1, 4, 2, 15, tzinfo=AMSTERDAM)
    wacht.hulp.sporen[REF].sinds = monday
    wacht.check(monday + timedelta(hours=8))
    assert wacht.fouten == {}
    wacht.check(monday + timedelta(days=4))
    assert wacht.fouten == {"stil": 1}


def test_the_watcher_sees_a_question_without_a_next_moment_and_one_with_its_asker(
    wacht: Wacht,
) -> None:
    wacht.take()
    wacht.step("bezig", "opgepakt", "opgepakt", "helper", versie=4, bij="wie", volgend="")
    assert wacht.fouten == {"zonder volgend moment": 1, "bij de vrager zelf": 1}
