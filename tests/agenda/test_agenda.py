"""/agenda: what is open, by day, and the same as a file and at a secret address."""

import asyncio
import re
from pathlib import Path

import pytest
from agendakantoor import Agendakantoor, at
from kalenderlezer import read_kalender
from kantoor import find_data, read

from bot.inhoud import read_bijlage
from knowledge.uitnodigingen import seal
from scheduler.herinnering.herinnering import Soort, Staat
from scheduler.reservekopie import make_kopie, restore_kopie
from sociale_kaart.deelnemer import Rol


def find_titels(uitgaand) -> list[str]:
    return [knop["titel"] for row in uitgaand.inhoud["knoppen"] for knop in row]


def test_what_is_open_stands_by_day_and_what_is_late_first(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    for dag, tekst in ((30, "maandag"), (24, "straks"), (25, "woensdag"), (20, "vorige week")):
        bureau.set(van, at(dag, 15), tekst=tekst)
    tekst = read(bureau.say(van, "/agenda"))
    order = ["Te laat", "vorige week", "Vandaag", "straks", "Morgen", "woensdag"]
    order += ["maandag 30 november 2026", "– 15:00 maandag"]
    places = [tekst.index(deel) for deel in order]
    assert places == sorted(places)


def test_each_has_a_button_that_opens_it(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    een = bureau.set(van, at(24, 15), tekst="bellen")
    ander = bureau.set(van, at(30, 15), tekst="mailen")
    reply = bureau.say(van, "/agenda")
    assert find_data(reply)[:2] == [f"hr:{een}", f"hr:{ander}"]
    assert find_titels(reply)[:2] == ["15:00 bellen", "30-11 15:00 mailen"]


def test_what_was_offered_asked_and_lies_elsewhere_is_said_with_its_date_in_full(
    bureau: Agendakantoor,
) -> None:
    van, ander = bureau.add(Rol.AMBASSADEUR), bureau.add(Rol.AMBASSADEUR)
    ik, jij = bureau.know(van), bureau.know(ander)
    bureau.set(van, at(30), tekst="aangeboden", aangeboden=jij, staat=Staat.AANGEBODEN)
    bureau.set(ander, at(30), tekst="gevraagd", aangeboden=ik, staat=Staat.AANGEBODEN)
    bureau.set(van, at(30), tekst="bij de vervanger", ontvanger=jij)
    bureau.set(van, at(30), tekst="vlam", soort=Soort.WAAKVLAM)
    tekst = read(bureau.say(van, "/agenda"))
    dag = "maandag 30 november 2026 om 09:00:"
    assert re.search(rf"Een collega vraagt of jij dit overneemt</b>\n– {dag} gevraagd", tekst)
    assert re.search(rf"Jij vroeg een collega[^\n]*\n– {dag} aangeboden", tekst)
    assert re.search(rf"nu bij een collega</b>\n– {dag} bij de vervanger", tekst)
    assert "<i>waakvlam</i> vlam" in tekst


def test_what_is_closed_or_of_somebody_else_is_not_there(bureau: Agendakantoor) -> None:
    van, ander = bureau.add(Rol.PROFESSIONAL), bureau.add(Rol.AANVOERDER)
    bureau.set(van, at(30), staat=Staat.GEDAAN, volgend=None)
    bureau.set(ander, at(30))
    reply = bureau.say(van, "/agenda")
    assert "Je agenda is leeg" in read(reply)
    assert find_data(reply) == ["agadres:", "inst:"]


def test_a_screenful_at_a_time(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    ids = [bureau.set(van, at(30, 9, minuut), tekst="x" * 300) for minuut in range(20)]
    seen, data = [], "agenda:0"
    while data:
        reply = bureau.press(van, data)
        assert len(read(reply)) < 1000
        seen += [d.removeprefix("hr:") for d in find_data(reply) if d.startswith("hr:")]
        pages = dict(zip(find_titels(reply), find_data(reply), strict=True))
        data = pages.get("Meer", "")
    assert seen == ids
    assert pages["Vorige"] == "agenda:8"


@pytest.mark.parametrize("rest", ["8", "-1", "99999", "x", "²", "1:2", "0" * 40])
def test_an_old_or_odd_button_shows_the_first_page(bureau: Agendakantoor, rest: str) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    herinnering = bureau.set(van, at(30))
    assert find_data(bureau.press(van, f"agenda:{rest}"))[0] == f"hr:{herinnering}"


def test_html_and_emoji_stay_what_they_are(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    bureau.set(van, at(30), tekst="<b>x</b> \U0001f600 & \u05d0")
    reply = bureau.say(van, "/agenda")
    assert "&lt;b&gt;x&lt;/b&gt; \U0001f600 &amp; \u05d0" in read(reply)
    assert find_titels(reply)[0] == "30-11 09:00 <b>x</b> \U0001f600 & \u05d0"


def test_a_group_reads_nothing_of_it(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    bureau.set(van, at(30), tekst="geheim werk")
    for zeg in ("/agenda", "/instellingen"):
        assert "alleen als niemand meeleest" in read(bureau.say(van, zeg, gesprek=-van, groep=True))


def test_the_file_holds_what_lies_with_me_and_nothing_else(bureau: Agendakantoor) -> None:
    van, ander = bureau.add(Rol.AMBASSADEUR), bureau.add(Rol.AMBASSADEUR)
    ik, jij = bureau.know(van), bureau.know(ander)
    own = bureau.set(van, at(30), tekst="van mij", herhaling="P3W")
    offered = bureau.set(van, at(30), tekst="aangeboden", aangeboden=jij)
    bureau.set(van, at(30), tekst="bij de vervanger", ontvanger=jij)
    bureau.set(ander, at(30), tekst="gevraagd", aangeboden=ik)
    bijlage = bureau.press(van, "ics:").inhoud["bijlage"]
    assert bijlage["naam"] == "wegwijzer-agenda.ics"
    events = read_kalender(read_bijlage(bijlage)).find("VEVENT")
    assert {e.get("UID") for e in events} == {f"{own}@wegwijzer", f"{offered}@wegwijzer"}


def find_token(tekst: str) -> str:
    found = re.search(r"https://w\.test/agenda/([A-Za-z0-9_-]+)\.ics", tekst)
    assert found
    return found[1]


def test_the_address_is_shown_once_and_only_its_hash_is_kept(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    assert find_data(bureau.press(van, "agadres:")) == ["agadres:nieuw"]
    reply = bureau.press(van, "agadres:nieuw")
    token = find_token(read(reply))
    assert reply.geheim
    assert len(token) == 22  # 128 bits
    assert token not in "".join(bureau.database.conn.iterdump())
    again = bureau.press(van, "agadres:")
    assert token not in read(again)
    assert find_data(again) == ["agadres:nieuw", "agadres:weg"]


def test_a_new_address_ends_the_old_and_it_can_be_taken_back(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    tokens = {find_token(read(bureau.press(van, "agadres:nieuw"))) for _ in range(2)}
    assert len(tokens) == 2
    assert bureau.count("agenda_adres") == 1
    assert "ingetrokken" in read(bureau.press(van, "agadres:weg"))
    assert bureau.count("agenda_adres") == 0
    assert "Met een geheim adres" in read(bureau.press(van, "agadres:weg"))


def test_what_is_kept_is_said_and_goes_with_the_person(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    bureau.press(van, "agadres:nieuw")
    gegevens = read_bijlage(bureau.say(van, "/mijngegevens").inhoud["bijlage"]).decode()
    assert '"agenda_adres"' in gegevens
    assert '"weekoverzicht"' in gegevens
    bureau.press(van, "weg:")
    assert bureau.count("agenda_adres") == 0
    assert bureau.count("weekoverzicht") == 0


def test_a_restored_backup_opens_no_address_that_was_taken_back(
    bureau: Agendakantoor, tmp_path: Path
) -> None:
    van, ander = bureau.add(Rol.PROFESSIONAL), bureau.add(Rol.PROFESSIONAL)
    old = find_token(read(bureau.press(van, "agadres:nieuw")))
    stays = find_token(read(bureau.press(ander, "agadres:nieuw")))
    make_kopie(bureau.database, tmp_path / "kopie.db")
    bureau.press(van, "agadres:weg")
    new = find_token(read(bureau.press(van, "agadres:nieuw")))
    restore_kopie(bureau.database, tmp_path / "kopie.db")
    find = bureau.wegwijzer.agendaadressen.find_eigenaar
    found = [asyncio.run(find(seal(token))) for token in (old, new, stays)]
    assert found == [None, None, bureau.know(ander)]
