"""/instellingen: when someone works, when he is away, who stands in; what holds now is shown."""

import asyncio
from datetime import date, time

import pytest
from agendakantoor import Agendakantoor, at
from kantoor import find_data, read

from bot.steps import Binnengekomen, take_step
from bot.terminal import make_deelnemer
from scheduler.beschikbaar import Beschikbaarheid, read_mens
from scheduler.werktijd import STANDAARD
from sociale_kaart.deelnemer import Rol


def find_stand(bureau: Agendakantoor, van: int) -> Beschikbaarheid:
    mens = read_mens(bureau.database, bureau.know(van))
    assert mens is not None
    return mens.beschikbaarheid


def test_it_says_what_holds_where_nothing_was_set(bureau: Agendakantoor) -> None:
    tekst = read(bureau.say(bureau.add(Rol.PROFESSIONAL), "/instellingen"))
    assert "Je werkt op maandag tot en met vrijdag, van 08:30 tot 17:30." in tekst
    assert "Je hebt geen vervanger." in tekst
    assert "krijg je een overzicht" in tekst


def test_a_day_is_set_by_its_button_and_twice_is_once(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    for _ in range(2):
        reply = bureau.press(van, "inst:dagen:4:0")
    assert "maandag tot en met donderdag" in read(reply)
    assert find_stand(bureau, van).werktijd.dagen == frozenset(range(4))
    bureau.press(van, "inst:dagen:2:0")
    reply = bureau.press(van, "inst:dagen:5:1")
    assert "Je werkt op maandag, dinsdag, donderdag en zaterdag." in read(reply)
    assert "inst:dagen:2:1" in find_data(reply)


def test_somebody_always_works_on_some_day(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    for dag in range(5):
        reply = bureau.press(van, f"inst:dagen:{dag}:0")
    assert "Kies ten minste één werkdag" in read(reply)
    assert find_stand(bureau, van).werktijd.dagen == frozenset({4})


@pytest.mark.parametrize(
    ("tekst", "begin", "eind"),
    [
        ("van 9 tot half 6", time(9), time(17, 30)),
        ("8.30 - 17.00", time(8, 30), time(17)),
        ("07:00–15:30", time(7), time(15, 30)),
        ("Van negen uur tot vijf uur", time(9), time(17)),
        ("van 06:00 tot 14:00", time(6), time(14)),
        ("9 tot 1", time(9), time(13)),
        ("kwart over 8 tot kwart voor 5", time(8, 15), time(16, 45)),
    ],
)
def test_hours_are_read_from_words(
    bureau: Agendakantoor, tekst: str, begin: time, eind: time
) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    bureau.press(van, "inst:uren")
    reply = bureau.say(van, tekst)
    assert f"van {begin:%H:%M} tot {eind:%H:%M}" in read(reply)
    werktijd = find_stand(bureau, van).werktijd
    assert (werktijd.begin, werktijd.eind) == (begin, eind)


@pytest.mark.parametrize(
    "tekst", ["van 17:00 tot 9:00", "9", "tot", "-", "van 9 tot 9", "elke dag van 9", "\U0001f600"]
)
def test_what_are_no_hours_is_asked_again_and_changes_nothing(
    bureau: Agendakantoor, tekst: str
) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    bureau.press(van, "inst:uren")
    assert "Ik lees hier geen begin en eind in" in read(bureau.say(van, tekst))
    assert find_stand(bureau, van).werktijd == STANDAARD
    assert "van 10:00 tot 16:00" in read(bureau.say(van, "10:00 tot 16:00"))


def test_after_a_button_the_next_text_is_a_question_again(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    for ask, then in (
        ("inst:uren", "inst:"),
        ("inst:weg", "inst:"),
        ("inst:uren", "inst:uren:0900-1300"),
    ):
        bureau.press(van, ask)
        bureau.press(van, then)
        assert "briefadres" in read(bureau.say(van, "hoe regel ik een briefadres"))


def test_after_a_command_the_next_text_is_a_question_again(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    bureau.press(van, "inst:weg")
    bureau.say(van, "/kaart")
    assert "briefadres" in read(bureau.say(van, "hoe regel ik een briefadres"))


def be_away(bureau: Agendakantoor, van: int, tekst: str, wie: str = "-") -> str:
    bureau.press(van, "inst:weg")
    reply = bureau.say(van, tekst)
    [dag] = {d.split(":")[2] for d in find_data(reply) if d.startswith("inst:v:")}
    return read(bureau.press(van, f"inst:v:{dag}:{wie}"))


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("vandaag", date(2026, 11, 24)),
        ("t/m vrijdag", date(2026, 11, 27)),
        ("tot en met 4 december", date(2026, 12, 4)),
        ("Tot 11 december", date(2026, 12, 11)),
        ("over 2 weken", date(2026, 12, 8)),
        ("kerst", date(2026, 12, 25)),
    ],
)
def test_the_last_day_is_read_from_words_and_said_in_full(
    bureau: Agendakantoor, tekst: str, dag: date
) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    said = be_away(bureau, van, tekst)
    assert f"{dag.day} {dag:%B}".split()[0] in said
    assert f"{dag.year}" in said
    assert find_stand(bureau, van).afwezig_tot == dag


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("tot volgende week woensdag, vakantie", date(2026, 12, 2)),
        ("vakantie t/m woensdag 9 december", date(2026, 12, 9)),
        ("vanaf nu tot en met 4 december", date(2026, 12, 4)),
        ("tot 4 december vanaf vandaag", date(2026, 12, 4)),
        ("24 t/m 27 november", date(2026, 11, 27)),
    ],
)
def test_the_end_is_the_day_that_belongs_to_tot(
    bureau: Agendakantoor, tekst: str, dag: date
) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    be_away(bureau, van, tekst)
    assert find_stand(bureau, van).afwezig_tot == dag


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("vanaf morgen tot volgende week woensdag, vakantie", "2026-12-02"),
        ("tot volgende week woensdag vanaf morgen", "2026-12-02"),
        ("morgen t/m woensdag 9 december", "2026-12-09"),
        ("26 november t.e.m. 9 december", "2026-12-09"),
        ("do t/m wo 9 december", "2026-12-09"),
        ("vanaf mijn operatie tot 9 december", "2026-12-09"),
        ("vanaf morgen", None),
    ],
)
def test_a_beginning_is_not_dropped_in_silence(
    bureau: Agendakantoor, tekst: str, dag: str | None
) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    bureau.press(van, "inst:weg")
    reply = bureau.say(van, tekst)
    assert "Een eerste dag kan ik niet onthouden" in read(reply)
    assert dag is None or f"inst:tot:{dag}" in find_data(reply)
    assert find_stand(bureau, van).afwezig_tot is None
    assert "2026" in be_away(bureau, van, "4 december")


@pytest.mark.parametrize("tekst", ["3 - 9 december", "tot morgen tot vrijdag"])
def test_of_two_days_it_is_asked_which_is_the_last(bureau: Agendakantoor, tekst: str) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    bureau.press(van, "inst:weg")
    assert "Ik lees hier meer dan één dag" in read(bureau.say(van, tekst))
    assert find_stand(bureau, van).afwezig_tot is None


@pytest.mark.parametrize(
    "tekst", ["ooit", "elke vrijdag", "tot volgende week", "gisteren", "1 januari 2031", "x" * 300]
)
def test_what_is_no_last_day_is_asked_again(bureau: Agendakantoor, tekst: str) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    bureau.press(van, "inst:weg")
    assert "Ik lees hier geen dag in" in read(bureau.say(van, tekst))
    assert find_stand(bureau, van).afwezig_tot is None


def test_without_a_deputy_the_text_says_what_happens(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    assert "Je herinneringen wachten tot je er weer bent." in be_away(bureau, van, "vrijdag")
    long = be_away(bureau, van, "over 3 weken")
    assert "gaan zolang naar de aanvoerder. Alleen wat in de laatste 7 dagen valt" in long
    assert "Vanaf woensdag 16 december 2026 om 08:30 ben je er weer." in long


def test_a_deputy_is_a_colleague_of_the_own_municipality(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.PROFESSIONAL)
    ambassadeur, aanvoerder = bureau.add(Rol.AMBASSADEUR), bureau.add(Rol.AANVOERDER)
    ander = bureau.add(Rol.AMBASSADEUR, "dordrecht")
    bureau.add(Rol.PROFESSIONAL)
    data = find_data(bureau.press(van, "inst:v:-:"))
    wie = {d.split(":")[-1] for d in data if d.startswith("inst:v:")} - {"-"}
    assert wie == {bureau.know(ambassadeur), bureau.know(aanvoerder)}
    bureau.press(van, f"inst:v:-:{bureau.know(ander)}")
    bureau.press(van, f"inst:v:-:{bureau.know(van)}")
    assert find_stand(bureau, van).vervanger is None
    assert bureau.hear(ander) == []


def test_the_deputy_hears_it_once_and_can_refuse(bureau: Agendakantoor) -> None:
    van, ander = bureau.add(Rol.PROFESSIONAL), bureau.add(Rol.AMBASSADEUR)
    ik, jij = bureau.know(van), bureau.know(ander)
    said = be_away(bureau, van, "4 december", jij)
    assert "Je herinneringen gaan zolang daarheen." in said
    bureau.press(van, f"inst:v:2026-12-04:{jij}")  # pressed twice
    [bericht] = bureau.hear(ander)
    assert "afwezig tot en met vrijdag 4 december 2026" in read(bericht)
    assert find_data(bericht) == [f"wn:{ik}"]
    assert "Je bent geen vervanger" in read(bureau.press(ander, f"wn:{ik}"))
    assert find_stand(bureau, van).vervanger is None
    [terug] = bureau.hear(van)
    assert "kan niet waarnemen" in read(terug)
    assert "Dit is niet meer nodig" in read(bureau.press(ander, f"wn:{ik}"))
    assert bureau.hear(van) == []


def test_nobody_refuses_for_another(bureau: Agendakantoor) -> None:
    van, ander, derde = (bureau.add(Rol.AMBASSADEUR) for _ in range(3))
    be_away(bureau, van, "4 december", bureau.know(ander))
    for wie in (bureau.know(van), "onzin", ""):
        assert "niet meer nodig" in read(bureau.press(derde, f"wn:{wie}"))
    assert find_stand(bureau, van).vervanger == bureau.know(ander)


def test_another_deputy_and_being_back_are_told(bureau: Agendakantoor) -> None:
    van, een, twee = (bureau.add(Rol.AMBASSADEUR) for _ in range(3))
    be_away(bureau, van, "4 december", bureau.know(een))
    bureau.hear(een)
    bureau.press(van, f"inst:v:2026-12-04:{bureau.know(twee)}")
    assert "geen vervanger meer" in bureau.hear_texts(een)[0]
    assert "koos jou" in bureau.hear_texts(twee)[0]
    tekst = read(bureau.press(van, "inst:terug"))
    assert "afwezig" not in tekst.replace("als je afwezig bent", "")
    assert "is er weer" in bureau.hear_texts(twee)[0]
    bureau.press(van, "inst:terug")
    assert bureau.hear(twee) == []
    assert find_stand(bureau, van).vervanger == bureau.know(twee)


def test_a_colleague_is_told_in_his_own_hours(bureau: Agendakantoor) -> None:
    van, ander = bureau.add(Rol.AMBASSADEUR), bureau.add(Rol.AMBASSADEUR)
    bureau.clock.set(at(24, 22))
    be_away(bureau, van, "4 december", bureau.know(ander))
    assert bureau.hear(ander) == []
    bureau.ring(at(25, 8, 30))
    assert "koos jou" in bureau.hear_texts(ander)[0]


def test_that_message_stands_apart_where_many_reminders_come_as_one(bureau: Agendakantoor) -> None:
    van, ander = bureau.add(Rol.AMBASSADEUR), bureau.add(Rol.AMBASSADEUR)
    bureau.clock.set(at(24, 22))
    be_away(bureau, van, "4 december", bureau.know(ander))
    jij = bureau.know(ander)
    for minuut in range(5):
        bureau.set(van, at(25, 8, minuut), ontvanger=jij, bevestigd=False, aangeboden=jij)
    for data in [f"inst:v:2026-12-0{n}:{jij}" for n in (5, 6, 7, 8)]:
        bureau.press(van, data)
    bureau.ring(at(25, 8, 30))
    texts = bureau.hear_texts(ander)
    assert sum("koos jou" in tekst for tekst in texts) == 5
    assert bureau.gemeld == []


def test_while_someone_is_away_a_reminder_comes_to_the_deputy(bureau: Agendakantoor) -> None:
    van, ander = bureau.add(Rol.AMBASSADEUR), bureau.add(Rol.AMBASSADEUR)
    bureau.set(van, at(26, 9), tekst="bel de corporatie")
    be_away(bureau, van, "4 december", bureau.know(ander))
    bureau.hear(ander)
    bureau.ring(at(26, 9))
    assert "Je neemt waar voor organisatie" in bureau.hear_texts(ander)[0]


def test_an_absence_that_is_over_is_no_longer_said(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.AMBASSADEUR)
    be_away(bureau, van, "vrijdag")
    bureau.clock.set(at(30, 9))
    tekst = read(bureau.say(van, "/instellingen"))
    assert "Je bent afwezig" not in tekst


def test_the_deputy_who_is_away_too_is_named_as_such(bureau: Agendakantoor) -> None:
    van, ander = bureau.add(Rol.AMBASSADEUR), bureau.add(Rol.AMBASSADEUR)
    be_away(bureau, ander, "11 december")
    said = be_away(bureau, van, "4 december", bureau.know(ander))
    assert "je vervanger is zelf afwezig tot en met vrijdag 11 december 2026" in said


def test_the_overview_is_switched_off_and_on(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.AMBASSADEUR)
    reply = bureau.press(van, "inst:week:0")
    assert "geen overzicht" in read(reply)
    assert "inst:week:1" in find_data(reply)
    assert "krijg je een overzicht" in read(bureau.press(van, "inst:week:1"))


@pytest.mark.parametrize(
    "rest",
    [
        *(
            "x",
            "dagen:9:1",
            "dagen:1:2",
            "dagen:²:1",
            "uren:9999-1700",
            "uren:0900",
            "tot:gisteren",
        ),
        *(
            "tot:2026-11-23",
            "tot:2031-01-01",
            "v",
            "v:2020-01-01:-",
            "v:-:onzin",
            "v:-:9+",
            "week:x",
        ),
    ],
)
def test_a_button_of_rubbish_changes_nothing(bureau: Agendakantoor, rest: str) -> None:
    van = bureau.add(Rol.AMBASSADEUR)
    assert read(bureau.press(van, f"inst:{rest}"))
    assert bureau.count("werktijd") == 0
    assert bureau.gemeld == []


def test_a_deputy_who_leaves_or_is_blocked_is_deputy_no_more_and_that_is_told(
    bureau: Agendakantoor,
) -> None:
    van, een, twee = (bureau.add(Rol.AMBASSADEUR) for _ in range(3))
    beheerder = bureau.add(Rol.BEHEERDER)
    bureau.press(van, f"inst:v:-:{bureau.know(een)}")
    bureau.press(een, "weg:")
    [bericht] = bureau.hear(van)
    assert "doet niet meer mee" in read(bericht)
    assert find_data(bericht) == ["inst:v:-:"]
    bureau.press(van, f"inst:v:-:{bureau.know(twee)}")
    bureau.press(beheerder, f"blok:{bureau.know(twee)}")
    assert "doet niet meer mee" in bureau.hear_texts(van)[0]
    bureau.press(beheerder, f"los:{bureau.know(twee)}")
    assert bureau.hear(van) == []
    assert find_stand(bureau, van).vervanger is None


def test_who_leaves_while_a_text_is_waited_for_leaves_nothing(bureau: Agendakantoor) -> None:
    van = bureau.add(Rol.AMBASSADEUR)
    bureau.say(van, "hoe regel ik een briefadres")
    bureau.press(van, "inst:weg")
    bureau.press(van, "weg:")
    assert bureau.count("dialoog") == 0


def test_at_the_terminal_nobody_takes_part(bureau: Agendakantoor) -> None:
    deelnemer = make_deelnemer("zwijndrecht")
    for tekst, druk in (("/instellingen", None), ("", "inst:week:0"), ("", "agadres:nieuw")):
        binnen = Binnengekomen(deelnemer=deelnemer, dialoog="terminal", tekst=tekst, druk=druk)
        antwoord = asyncio.run(take_step(bureau.wegwijzer, binnen))
        assert "als je bent uitgenodigd" in antwoord.tekst
    binnen = Binnengekomen(deelnemer=deelnemer, dialoog="terminal", tekst="/agenda")
    assert "leeg" in asyncio.run(take_step(bureau.wegwijzer, binnen)).tekst
