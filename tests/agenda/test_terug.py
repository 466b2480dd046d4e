"""Being back sooner: what waited comes now, and says what happened without a reproach."""

from datetime import date

from agendakantoor import Agendakantoor, at
from kantoor import read

from knowledge.database import write_transaction
from scheduler.beschikbaar import Beschikbaarheid, write_beschikbaarheid
from sociale_kaart.deelnemer import Rol

TERUG = at(30, 10)  # Monday
OUD = date(2026, 12, 11)


def send_away(bureau: Agendakantoor, van: int, tot: date, wie: int | None = None) -> None:
    weg = Beschikbaarheid(afwezig_tot=tot, vervanger=bureau.know(wie) if wie else None)
    with write_transaction(bureau.database):
        write_beschikbaarheid(bureau.database, bureau.know(van), weg)


def come_back(bureau: Agendakantoor, van: int) -> None:
    bureau.clock.set(TERUG)
    bureau.press(van, "inst:terug")
    bureau.ring(bureau.clock.get_nu())


def test_who_is_back_sooner_hears_at_once_what_went_to_whom_for_being_away(
    bureau: Agendakantoor,
) -> None:
    van, ander = bureau.add(Rol.PROFESSIONAL), bureau.add(Rol.AMBASSADEUR)
    send_away(bureau, van, OUD, ander)
    bureau.set(van, at(25, 9))
    bureau.ring(at(25, 9))
    assert bureau.hear(van) == []
    come_back(bureau, van)
    [gezegd] = [tekst for tekst in bureau.hear_texts(van) if "gemeentewinkel" in tekst]
    wie = f"organisatie {ander} (ambassadeur)"
    assert gezegd.startswith(f"Je was afwezig. Daarom ging dit naar {wie}: bellen met")
    bureau.ring(at(14, 9, maand=12))  # the Monday after the absence as it was
    assert not any("afwezig" in tekst or "hoorde" in tekst for tekst in bureau.hear_texts(van))


def test_who_is_back_outside_working_hours_hears_it_within_them(bureau: Agendakantoor) -> None:
    van, ander = bureau.add(Rol.PROFESSIONAL), bureau.add(Rol.AMBASSADEUR)
    send_away(bureau, van, OUD, ander)
    bureau.set(van, at(25, 9))
    bureau.ring(at(25, 9))
    bureau.clock.set(at(28, 20))  # Saturday
    bureau.press(van, "inst:terug")
    bureau.ring(at(28, 20, 5))
    assert bureau.hear(van) == []
    bureau.ring(at(30, 8, 30))
    assert any("Je was afwezig" in tekst for tekst in bureau.hear_texts(van))


def test_what_waited_without_a_deputy_comes_when_one_is_back(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.AMBASSADEUR)
    send_away(bureau, van, date(2026, 12, 2))
    bureau.set(van, at(27, 9))
    later = bureau.set(van, at(3, 8, 30, maand=12), tekst="de wijkagent bellen")
    bureau.ring(at(27, 9))
    assert bureau.hear(van) == []
    come_back(bureau, van)
    [gezegd] = [tekst for tekst in bureau.hear_texts(van) if "Herinnering:" in tekst]
    assert "bellen met de gemeentewinkel" in gezegd
    row = bureau.database["herinnering"].get(later)
    assert row["volgend"].startswith("2026-12-03")  # what was for then stays then


def test_a_longer_absence_keeps_the_messages_waiting(bureau: Agendakantoor) -> None:
    van, ander = bureau.add(Rol.PROFESSIONAL), bureau.add(Rol.AMBASSADEUR)
    send_away(bureau, van, OUD, ander)
    bureau.set(van, at(25, 9))
    bureau.ring(at(25, 9))
    bureau.clock.set(TERUG)
    bureau.press(van, f"inst:v:2026-12-18:{bureau.know(ander)}")
    bureau.ring(at(14, 9, maand=12))
    assert bureau.hear(van) == []
    bureau.ring(at(21, 8, 30, maand=12))
    assert any("Je was afwezig" in tekst for tekst in bureau.hear_texts(van))


def test_a_deputy_reads_for_which_colleague_it_is(bureau: Agendakantoor) -> None:
    van, ander = bureau.add(Rol.PROFESSIONAL), bureau.add(Rol.AMBASSADEUR)
    send_away(bureau, van, OUD, ander)
    bureau.set(van, at(25, 9))
    bureau.ring(at(25, 9))
    [bericht] = bureau.hear(ander)
    assert f"Je neemt waar voor organisatie {van} (professional):</b> bellen" in read(bericht)
