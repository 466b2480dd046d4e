"""A waakvlam stays lit until it is closed or handed over, and its coordinator sees how it goes."""

from datetime import date, datetime

from bureau import Bureau, at, find_knop, find_knoppen
from kantoor import read
from test_reageren import let_come

from knowledge.database import write_transaction
from knowledge.deelnemers import block
from scheduler.beschikbaar import Mens
from scheduler.clock import AMSTERDAM
from scheduler.herinnering.herinnering import Herinnering, Soort, Staat
from scheduler.herinnering.opslag import Voorval
from scheduler.herinnering.overgangen import Gebeurtenis
from scheduler.herinnering.waakvlam import Waakstand, Waakweek, count_weken, find_waakstand
from sociale_kaart.deelnemer import Rol

VLAM = "/herinner elke 3 weken op vrijdag contact over ZWD-26-014"


def light(bureau: Bureau, wie: int, zin: str = VLAM) -> str:
    """Let someone light a waakvlam, and return its reference."""
    bureau.tap(wie, bureau.tap(wie, bureau.say(wie, zin), "Als waakvlam"), "Ja")
    return bureau.list_open()[-1]


def test_a_waakvlam_comes_with_its_own_buttons_and_returns(bureau: Bureau) -> None:
    wie = bureau.add(Rol.AMBASSADEUR)
    vlam = light(bureau, wie)
    bureau.ring(at(27, 9))
    bericht = bureau.read_outbox(wie)[-1]
    assert read(bericht).startswith("<b>Waakvlam:</b> contact, ZWD-26-014.")
    assert list(find_knoppen(bericht)) == [
        *("Gedaan voor deze keer", "Later", "Overdragen", "Opschalen", "Sluit de waakvlam"),
    ]
    gedaan = bureau.tap(wie, bericht, "Gedaan voor deze keer")
    assert "volgende keer is vrijdag 18 december 2026 om 09:00" in read(gedaan)
    assert "Genoteerd: wachtlijst." in read(bureau.tap(wie, gedaan, "Wachtlijst"))
    row = bureau.read_row(vlam)
    assert (row.staat, row.volgend) == (Staat.GEPLAND, at(18, 9, maand=12))


def test_closing_is_asked_once_more_and_then_it_is_out(bureau: Bureau) -> None:
    wie = bureau.add(Rol.AMBASSADEUR)
    vlam = light(bureau, wie)
    zeker = bureau.tap(wie, bureau.press(wie, f"hr:{vlam}"), "Sluit de waakvlam")
    assert "Wil je deze waakvlam sluiten?" in read(zeker)
    assert bureau.read_row(vlam).is_open
    terug = bureau.tap(wie, zeker, "Toch niet")
    assert "De volgende keer is vrijdag 27 november" in read(terug)
    assert "De waakvlam is gesloten" in read(bureau.tap(wie, zeker, "Ja"))
    assert bureau.read_row(vlam).staat is Staat.GEDAAN


def test_a_waakvlam_that_is_handed_over_has_another_keeper(bureau: Bureau) -> None:
    wie, collega = bureau.add(Rol.AMBASSADEUR), bureau.add(Rol.AMBASSADEUR)
    vlam = light(bureau, wie)
    keuze = bureau.press(wie, f"ho:{vlam}")
    bureau.tap(wie, keuze, f"organisatie {collega}")
    aanbod = bureau.hear(collega)
    assert "deze waakvlam overneemt" in read(aanbod)
    said = read(bureau.tap(collega, aanbod, "Ja"))
    assert "Ik herinner je op <b>vrijdag 27 november 2026 om 09:00" in said
    row = bureau.read_row(vlam)
    assert (row.eigenaar, row.soort) == (bureau.get_id(collega), Soort.WAAKVLAM)


def test_the_coordinator_sees_at_a_glance_what_needs_attention(bureau: Bureau) -> None:
    aanvoerder, een, twee, weg = (
        bureau.add(rol) for rol in (Rol.AANVOERDER, *[Rol.AMBASSADEUR] * 3)
    )
    ver = bureau.add(Rol.AMBASSADEUR, "dordrecht")
    light(bureau, ver, "/herinner elke week ver weg")
    light(bureau, weg, "/herinner elke 2 weken zonder hoeder")
    gemist = light(bureau, een, "/herinner elke week op woensdag gemist")
    light(bureau, twee, "/herinner elke week op donderdag nu")
    light(bureau, twee, "/herinner elke maand straks")
    bureau.agree(twee, "/herinner elke week gewoon")
    bureau.ring(at(25, 9))
    bureau.ring(at(26, 9))
    with write_transaction(bureau.wegwijzer.database):
        block(bureau.wegwijzer.database, bureau.get_id(weg), geblokkeerd=True)
    overzicht = bureau.say(aanvoerder, "/waakvlammen")
    lines = read(overzicht).splitlines()
    assert lines[0] == "<b>Waakvlammen in Zwijndrecht: 4</b>"
    assert lines[1] == "Niemand let erop: 1 · Gemist: 1 · Aan de beurt: 1 · Rustig: 1"
    for line, part in zip(lines[2:6], ("zonder hoeder", "gemist", "nu", "straks"), strict=True):
        assert part in line
    assert f"organisatie {een} (ambassadeur)" in lines[3]
    assert "ver weg" not in read(overzicht)
    toon = bureau.tap(aanvoerder, overzicht, "Gemist: gemist")
    assert "wacht op een reactie van organisatie" in read(toon)
    assert find_knop(overzicht, "Gemist") == f"hr:{gemist}"
    assert "Overdragen" in find_knoppen(toon)


def test_an_ambassadeur_sees_the_own_waakvlammen_alone(bureau: Bureau) -> None:
    wie, ander = bureau.add(Rol.AMBASSADEUR), bureau.add(Rol.AMBASSADEUR)
    light(bureau, wie, "/herinner elke week eigen")
    light(bureau, ander, "/herinner elke week andermans")
    said = read(bureau.say(wie, "/waakvlammen"))
    assert said.startswith("<b>Jouw waakvlammen: 1</b>")
    assert "andermans" not in said


def test_none_yet_says_how_to_light_one(bureau: Bureau) -> None:
    said = read(bureau.say(bureau.add(Rol.AANVOERDER), "/waakvlammen"))
    assert "Waakvlammen in Zwijndrecht: 0" in said
    assert "Als waakvlam" in said


def test_many_come_in_pages(bureau: Bureau) -> None:
    wie = bureau.add(Rol.AMBASSADEUR)
    for n in range(10):
        light(bureau, wie, f"/herinner elke week vlam {n}")
    eerste = bureau.say(wie, "/waakvlammen")
    tweede = bureau.tap(wie, eerste, "Meer")
    shown = [data for m in (eerste, tweede) for data in find_knoppen(m).values()]
    assert len([data for data in shown if data.startswith("hr:")]) == 10


def test_per_week_it_is_said_how_many_were_answered_in_time(bureau: Bureau) -> None:
    aanvoerder, wie = bureau.add(Rol.AANVOERDER), bureau.add(Rol.AMBASSADEUR)
    leeg = bureau.press(aanvoerder, "vlam:weken")
    assert "nog geen waakvlam aan de beurt" in read(leeg)
    light(bureau, wie)
    bureau.ring(at(27, 9))
    bureau.tap(wie, bureau.read_outbox(wie)[-1], "Gedaan")
    beeld = read(bureau.press(aanvoerder, "vlam:weken"))
    assert "Week 48: 1 op tijd, 0 laat, 0 gemist" in beeld
    assert beeld.count("Week") == 8


def test_the_weeks_come_as_a_picture_too(bureau: Bureau) -> None:
    wie = bureau.add(Rol.AMBASSADEUR)
    light(bureau, wie)
    assert bureau.press(wie, "vlam:weken").inhoud["bijlage"] is None
    bureau.ring(at(27, 9))
    bureau.tap(wie, bureau.read_outbox(wie)[-1], "Gedaan")
    bijlage = bureau.press(wie, "vlam:weken").inhoud["bijlage"]
    assert bijlage["beeld"] == "Reacties op waakvlammen per week"
    assert bijlage["inhoud"].startswith("iVBORw0KGgo")  # the begin of a PNG


def test_a_round_counts_in_the_week_in_which_it_began() -> None:
    g = Gebeurtenis

    def at_day(dag: int, gebeurtenis: Gebeurtenis) -> Voorval:
        return Voorval(
            op=at(dag, 9), gebeurtenis=gebeurtenis, van=None, naar=Staat.VERSTUURD, door=None
        )

    op_tijd = [at_day(2, g.VALT_TOE), at_day(2, g.NIEUWE_RONDE)]
    laat = [at_day(5, g.VALT_TOE), at_day(6, g.STIL), at_day(9, g.UITGESTELD)]
    gemist = [at_day(10, g.VALT_TOE), at_day(11, g.STIL), at_day(12, g.NAAR_AANVOERDER)]
    zonder = [at_day(17, g.NAAR_AANVOERDER), at_day(18, g.GEDAAN)]
    wacht = [at_day(17, g.VALT_TOE)]
    weken = count_weken(
        [op_tijd + laat, gemist, zonder, wacht], date(2026, 11, 2), date(2026, 11, 24)
    )
    assert weken == (
        Waakweek(maandag=date(2026, 11, 2), op_tijd=1, laat=1),
        Waakweek(maandag=date(2026, 11, 9), gemist=1),
        Waakweek(maandag=date(2026, 11, 16), gemist=1),
        Waakweek(maandag=date(2026, 11, 23)),
    )


def test_in_the_hour_that_autumn_repeats_what_passed_has_passed() -> None:
    toen = datetime(2026, 10, 25, 2, 45, tzinfo=AMSTERDAM)
    vlam = Herinnering(
        id="v",
        soort=Soort.WAAKVLAM,
        eigenaar="wie",
        ontvanger="wie",
        gemeente=None,
        tekst="contact",
        gemaakt=toen,
        afgesproken=toen,
        eerste=toen,
        volgend=toen,
    )
    wie = Mens(id="wie", gemeente=None, bereikbaar=True)
    ervoor, erna = (datetime(2026, 10, 25, 2, 15, tzinfo=AMSTERDAM, fold=fold) for fold in (0, 1))
    assert find_waakstand(vlam, wie, ervoor) is Waakstand.RUSTIG
    assert find_waakstand(vlam, wie, erna) is Waakstand.GEMIST


def test_a_waakvlam_whose_keeper_leaves_is_one_that_nobody_keeps(bureau: Bureau) -> None:
    aanvoerder, wie = bureau.add(Rol.AANVOERDER), bureau.add(Rol.AMBASSADEUR)
    light(bureau, wie)
    let_come(bureau, wie, "/herinner morgen iets anders")
    bureau.press(wie, "weg:")
    said = read(bureau.say(aanvoerder, "/waakvlammen"))
    assert "Niemand let erop: 1" in said
    assert "iemand die niet meer meedoet" in said


def test_who_leads_takes_over_what_nobody_keeps(bureau: Bureau) -> None:
    aanvoerder, wie = bureau.add(Rol.AANVOERDER), bureau.add(Rol.AMBASSADEUR)
    vlam = light(bureau, wie)
    assert "Ik neem het over" not in find_knoppen(bureau.press(aanvoerder, f"hr:{vlam}"))
    assert "De volgende keer" in read(bureau.press(aanvoerder, f"hj:{vlam}"))
    assert bureau.read_row(vlam).eigenaar == bureau.get_id(wie)
    with write_transaction(bureau.wegwijzer.database):
        block(bureau.wegwijzer.database, bureau.get_id(wie), geblokkeerd=True)
    toon = bureau.press(aanvoerder, f"hr:{vlam}")
    assert "nu van jou" in read(bureau.tap(aanvoerder, toon, "Ik neem het over"))
    row = bureau.read_row(vlam)
    assert row.eigenaar == row.ontvanger == bureau.get_id(aanvoerder)
    assert row.volgend == at(27, 9)
    assert "Rustig: 1" in read(bureau.say(aanvoerder, "/waakvlammen"))


def test_long_texts_stay_a_glance_with_their_case(bureau: Bureau) -> None:
    wie = bureau.add(Rol.AMBASSADEUR)
    for n in range(10):
        light(bureau, wie, f"/herinner elke week {'lang ' * 50}{n} zwd-26-01{n}")
    overzicht = bureau.say(wie, "/waakvlammen")
    assert len(read(overzicht)) < 1800
    assert read(overzicht).count("…, ZWD-26-01") == 8
