"""A year of a network, on a simulated clock: nothing gets lost, falls silent or comes twice."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from benchmarks.jaar.jaar import BEGIN, run_jaar
from benchmarks.jaar.kring import Kring, Persoon
from benchmarks.jaar.spoor import Bericht
from benchmarks.jaar.toezicht import Toezicht
from scheduler.clock import AMSTERDAM
from sociale_kaart.deelnemer import Rol

HAPPENED = (
    "mens weg",
    "mens rol",
    "mens blokkade",
    "mens vertrek",
    "onbereikbaar",
    "stilstand",
    "bericht waarneming",
    "bericht doorgezet",
    "bericht opgeschaald",
    "bericht overgekomen",
    "stap aanvaard",
    "stap nieuwe_ronde",
    "dubbele druk geweigerd",
    "bericht hulp_nieuw",
    "bericht hulp_doorgezet",
    "bericht hulp_opgeschaald",
    "bericht hulp_vertraagd",
    "bericht hulp_weer_open",
    "hulp stap aanvaard",
    "hulp stap teruggegeven",
    "hulp stap nog_niet",
    "hulp dubbele druk geweigerd",
    "hulp gedood",
)


def test_a_year_of_sixty_people_goes_by_without_a_fault(tmp_path: Path) -> None:
    jaar = run_jaar(tmp_path, mensen=60, herinneringen=2_000, hulpvragen=150, seed=2026)
    assert jaar.fouten == {}, jaar.voorbeelden
    assert all(jaar.geteld.get(wat, 0) > 0 for wat in HAPPENED), jaar.geteld
    assert jaar.gedood > 10
    assert jaar.nagegaan["berichten"] > 5_000
    assert jaar.nagegaan["hulp berichten"] > 1_000
    assert jaar.nagegaan["hulp gesloten"] > 100
    assert jaar.nagegaan["hulp teksten"] > 0


def test_the_same_seed_gives_the_same_year(tmp_path: Path) -> None:
    een, ander = (
        run_jaar(tmp_path / naam, mensen=12, herinneringen=60, hulpvragen=20, seed=7)
        for naam in ("een", "ander")
    )
    assert (een.geteld, een.nagegaan) == (ander.geteld, ander.nagegaan)


LANG = BEGIN - timedelta(days=1)
MOMENT = datetime(2026, 12, 8, 10, tzinfo=AMSTERDAM)  # Tuesday


@pytest.fixture
def toezicht() -> Toezicht:
    """Somebody with a reminder at ten, and the aanvoerder."""
    wie = Persoon(id="wie", rol=Rol.PROFESSIONAL, gemeente="gouda", veranderd=LANG)
    ander = Persoon(id="ander", rol=Rol.AANVOERDER, gemeente="gouda", veranderd=LANG)
    found = Toezicht(Kring({"wie": wie, "ander": ander}))
    see(found, "gezet", None, "gepland", BEGIN)
    return found


def see(
    toezicht: Toezicht, wat: str, van: str | None, naar: str, op: datetime, **rij: object
) -> None:
    stap = {"herinnering": "h", "gebeurtenis": wat, "van": van, "naar": naar, "door": "wie"}
    toezicht.note_stap(stap, op)
    gegeven = {
        "id": "h",
        "gemeente": "gouda",
        "ontvanger": "wie",
        "afgesproken": MOMENT.astimezone(UTC).isoformat(),
        "volgend": MOMENT.isoformat(),
        "staat": naar,
        "versie": toezicht.sporen["h"].stappen,
    }
    toezicht.note_rij({**gegeven, **rij}, op)


def tell(toezicht: Toezicht, op: datetime, soort: str = "herinnering", aan: str = "wie") -> None:
    versie = toezicht.sporen["h"].stappen
    bericht = Bericht(op=op, aan=aan, soort=soort, onderwerp="h", versie=versie)
    toezicht.note_bericht(bericht)


def test_the_watcher_is_content_with_what_goes_well(toezicht: Toezicht) -> None:
    see(toezicht, "valt_toe", "gepland", "verstuurd", MOMENT)
    tell(toezicht, MOMENT)
    see(toezicht, "stil", "verstuurd", "herhaald", MOMENT + timedelta(days=1))
    tell(toezicht, MOMENT + timedelta(days=1), "herhaling")
    see(toezicht, "gedaan", "herhaald", "gedaan", MOMENT + timedelta(days=1), volgend=None)
    toezicht.check(MOMENT + timedelta(days=300))
    toezicht.check_wezen(MOMENT + timedelta(days=300))
    assert not toezicht.fouten


def test_the_watcher_sees_what_is_not_told_and_what_falls_silent(toezicht: Toezicht) -> None:
    toezicht.check(MOMENT + timedelta(minutes=2))
    assert toezicht.fouten == {"niet verteld": 1}
    toezicht.check(MOMENT + timedelta(days=30))
    assert toezicht.fouten["stil"] == 1


def test_the_watcher_sees_a_message_that_comes_twice_too_early_or_at_night(
    toezicht: Toezicht,
) -> None:
    see(toezicht, "valt_toe", "gepland", "verstuurd", MOMENT)
    tell(toezicht, MOMENT)
    tell(toezicht, MOMENT)
    see(toezicht, "stil", "verstuurd", "herhaald", MOMENT + timedelta(hours=3))
    tell(toezicht, MOMENT + timedelta(hours=3), "herhaling")
    tell(toezicht, MOMENT + timedelta(hours=11), "verder")
    assert toezicht.fouten == {"dubbel": 1, "te vroeg": 1, "buiten werktijd": 1}


def test_the_watcher_sees_a_step_that_is_no_step_and_one_that_was_lost(toezicht: Toezicht) -> None:
    see(toezicht, "stil", "gepland", "herhaald", MOMENT)
    see(toezicht, "gedaan", "herhaald", "gedaan", MOMENT, versie=9)
    assert toezicht.fouten == {"geen pad": 1, "stap dubbel of verloren": 1, "open zonder moment": 1}


def test_the_watcher_sees_who_should_not_have_been_told(toezicht: Toezicht) -> None:
    wie = toezicht.kring.mensen["wie"]
    see(toezicht, "opgeschaald", "gepland", "opgeschaald", MOMENT)
    tell(toezicht, MOMENT, "opgeschaald")
    wie.geblokkeerd = True
    tell(toezicht, MOMENT, "herhaling")
    wie.geblokkeerd, wie.weg_tot, wie.vervanger = False, MOMENT.date(), "ander"
    tell(toezicht, MOMENT, "terug")
    assert toezicht.fouten == {
        "verkeerde aanvoerder": 1,
        "aan wie onbereikbaar is": 1,
        "te vroeg": 1,
        "blijft bij een ander": 1,
        "aan wie weg is met een vervanger": 1,
    }


def test_the_watcher_sees_what_lies_with_nobody(toezicht: Toezicht) -> None:
    see(toezicht, "vertrokken", "gepland", "gepland", MOMENT, ontvanger=None)
    toezicht.check_wezen(MOMENT + timedelta(days=40))
    assert toezicht.fouten == {"bij niemand": 1}


ZONDAG = datetime(2027, 4, 11, 8, 30, tzinfo=AMSTERDAM)


def test_the_watcher_waits_for_a_working_day_of_the_only_one_there_is(toezicht: Toezicht) -> None:
    ander = toezicht.kring.mensen["ander"]
    ander.dagen, ander.weg_tot = frozenset({6}), datetime(2027, 5, 9, tzinfo=AMSTERDAM).date()
    see(toezicht, "opgeschaald", "gepland", "opgeschaald", ZONDAG, ontvanger="ander")
    toezicht.termijnen.clear()
    tell(toezicht, ZONDAG, "opgeschaald", "ander")
    toezicht.check(datetime(2027, 5, 22, 8, 30, tzinfo=AMSTERDAM))  # since Pinksteren, no Sunday
    assert not toezicht.fouten
    toezicht.check(datetime(2027, 5, 31, 8, 30, tzinfo=AMSTERDAM))
    assert toezicht.fouten == {"stil": 1}
