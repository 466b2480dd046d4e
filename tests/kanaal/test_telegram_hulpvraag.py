"""The life of a stuck question in Telegram: three people, each in a chat with the real process."""

from datetime import time
from pathlib import Path

import pytest
from dienst import Dienst, make_mens, opened

from knowledge.database import write_transaction
from knowledge.deelnemers import Adres, make_id, write_deelnemer
from scheduler.beschikbaar import Beschikbaarheid, write_beschikbaarheid
from scheduler.clock import SystemClock
from scheduler.werktijd import Werktijd
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol

ALTIJD = Werktijd(dagen=frozenset(range(7)), begin=time(0), eind=time.max)
GEMEENTE = "zwijndrecht"


def admit_always(data: Path, rol: Rol, soort: str) -> int:
    """Let somebody new in who works day and night, so that the hour of the test is no matter."""
    mens = make_mens()
    deelnemer = Deelnemer(
        id=make_id(),
        rol=rol,
        organisatie=f"Organisatie {soort}",
        soort=Organisatiesoort(soort),
        gemeente=GEMEENTE,
    )
    with opened(data) as database, write_transaction(database):
        adres = Adres(kanaal="telegram", adres=str(mens))
        write_deelnemer(database, deelnemer, adres, SystemClock().get_nu())
        write_beschikbaarheid(database, deelnemer.id, Beschikbaarheid(werktijd=ALTIJD))
    return mens


@pytest.fixture(autouse=True)
def _not_on_a_holiday() -> None:
    if not ALTIJD.covers(SystemClock().get_nu()):
        pytest.skip("op een feestdag wacht elk bericht tot de dag erna")


def await_text(dienst: Dienst, mens: int, woorden: str) -> str:
    """Wait until someone is told something, and return it."""

    def find() -> str | None:
        return next((t for t in dienst.nep.find_texts(mens) if woorden in t), None)

    return str(dienst.nep.wait(find))


def test_a_stuck_question_lives_from_begin_to_end_between_three_chats(dienst: Dienst) -> None:
    vrager = admit_always(dienst.data, Rol.PROFESSIONAL, "wijkteam")
    helper = admit_always(dienst.data, Rol.AMBASSADEUR, "corporatie")
    ander = admit_always(dienst.data, Rol.AMBASSADEUR, "gemeente")
    dienst.ask(vrager, "hoe regel ik een briefadres")
    assert "Waar zit het vast?" in dienst.press(vrager, "Ik kom er niet uit")
    dienst.press(vrager, "Wonen en onderdak")
    dienst.press(vrager, "Regels of geld")
    assert "Dit leg ik voor in Zwijndrecht" in dienst.press(vrager, "Deze week")
    dienst.press(vrager, "Toelichting erbij")
    gemaskeerd = dienst.ask(vrager, "Fatima el Amrani krijgt geen briefadres door regels")
    assert "Ik heb een naam weggehaald" in gemaskeerd
    assert "[naam] krijgt geen briefadres" in gemaskeerd
    assert "Verstuurd" in dienst.press(vrager, "Verstuur")

    for mens in (helper, ander):
        assert "[naam] krijgt geen briefadres" in await_text(dienst, mens, "komt er niet uit")
    assert "nu van jou" in dienst.press(helper, "Ik pak dit op")
    await_text(dienst, ander, "is opgepakt door")
    assert "Organisatie corporatie" in await_text(dienst, vrager, "Je vraag is opgepakt")

    assert "Je volgende bericht gaat naar" in dienst.press(helper, "Schrijf")
    assert "Verstuurd" in dienst.ask(helper, "vraag naar <maatwerk> bij de gemeente")
    assert "Over:" in await_text(dienst, vrager, "vraag naar &lt;maatwerk&gt;")
    dienst.press(vrager, "Antwoord")
    dienst.ask(vrager, "gelukt, bedankt")
    await_text(dienst, helper, "gelukt, bedankt")
    assert "briefadres" in dienst.ask(helper, "hoe regel ik een briefadres").casefold()

    dienst.ask(helper, "/open")
    dienst.press(helper, "Vraag 1")
    assert "of het is opgelost" in dienst.press(helper, "Opgelost")
    await_text(dienst, vrager, "Is het opgelost?")
    assert "de vraag is gesloten" in dienst.press(vrager, "Ja, opgelost")
    await_text(dienst, helper, "Je collega zegt dat het klopt")
    dienst.await_rest()
    for woorden in ("Amrani", "gelukt, bedankt", "maatwerk&gt; bij de gemeente"):
        assert dienst.find_bytes(woorden) == []
    with opened(dienst.data) as database:
        assert database["hulpvraag"].count == 0
        assert [row["uitkomst"] for row in database["hulpvraag_registratie"].rows] == ["opgelost"]


def test_who_blocks_the_bot_loses_a_question_to_the_others(dienst: Dienst) -> None:
    vrager = admit_always(dienst.data, Rol.PROFESSIONAL, "school")
    helper = admit_always(dienst.data, Rol.AMBASSADEUR, "corporatie")
    ander = admit_always(dienst.data, Rol.AMBASSADEUR, "gemeente")
    dienst.ask(vrager, "hoe regel ik een briefadres")
    for titel in (
        "Ik kom er niet uit",
        "Wonen en onderdak",
        "Wachtlijst",
        "Geen haast",
        "Verstuur",
    ):
        dienst.press(vrager, titel)
    await_text(dienst, helper, "komt er niet uit")
    dienst.press(helper, "Ik pak dit op")
    await_text(dienst, vrager, "Je vraag is opgepakt")
    await_text(dienst, ander, "is opgepakt door")
    dienst.nep.geblokkeerd.add(helper)
    dienst.press(vrager, "Schrijf")
    dienst.ask(vrager, "hoe staat het ermee")
    await_text(dienst, vrager, "leg hem nu voor aan anderen")
    dienst.nep.wait(
        lambda: len([t for t in dienst.nep.find_texts(ander) if "komt er niet uit" in t]) == 2
    )
    assert "hoe staat het ermee" in dienst.press(ander, "Bekijk")


def test_words_as_long_as_they_may_be_arrive_whole(dienst: Dienst) -> None:
    vrager = admit_always(dienst.data, Rol.PROFESSIONAL, "school")
    helper = admit_always(dienst.data, Rol.AMBASSADEUR, "huisarts")
    dienst.ask(vrager, "hoe regel ik een briefadres")
    for titel in ("Ik kom er niet uit", "Iets anders", "Gezond leven", "Wachtlijst", "Geen haast"):
        dienst.press(vrager, titel)
    dienst.press(vrager, "Verstuur")
    await_text(dienst, helper, "komt er niet uit")
    dienst.press(helper, "Ik pak dit op")
    dienst.press(helper, "Schrijf")
    dienst.ask(helper, "huis " * 799 + "einde")
    await_text(dienst, vrager, "einde")
    dienst.nep.wait(lambda: [b for b in dienst.nep.find_buttons(vrager) if "Antwoord" in b[1]])
    assert sum(t.count("huis ") for t in dienst.nep.find_texts(vrager)) >= 799
    assert "Je volgende bericht gaat naar" in dienst.press(vrager, "Antwoord")
